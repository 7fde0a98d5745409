"""The first schema: the whole model of a dossier."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "cluster",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cluster")),
        sa.UniqueConstraint("name", name=op.f("uq_cluster_name")),
        sa.UniqueConstraint("uid", name=op.f("uq_cluster_uid")),
    )
    op.create_table(
        "fact",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_fact")),
    )
    op.create_table(
        "institution",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('ministry', 'agency', 'secretariat', 'nhri', 'other')", name=op.f("ck_institution_kind")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_institution")),
        sa.UniqueConstraint("name", name=op.f("uq_institution_name")),
        sa.UniqueConstraint("uid", name=op.f("uq_institution_uid")),
    )
    op.create_table(
        "instrument",
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=400), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_instrument")),
        sa.UniqueConstraint("key", name=op.f("uq_instrument_key")),
        sa.UniqueConstraint("uid", name=op.f("uq_instrument_uid")),
    )
    op.create_table(
        "saved_view",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
        sa.UniqueConstraint("name", name=op.f("uq_saved_view_name")),
        sa.UniqueConstraint("uid", name=op.f("uq_saved_view_uid")),
    )
    op.create_table(
        "snapshot",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("as_of", sa.Date(), nullable=False),
        sa.Column("taken_at", sa.DateTime(), nullable=False),
        sa.Column("by_post", sa.String(length=200), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshot")),
        sa.UniqueConstraint("name", name=op.f("uq_snapshot_name")),
        sa.UniqueConstraint("uid", name=op.f("uq_snapshot_uid")),
    )
    op.create_table(
        "source_document",
        sa.Column("mechanism", sa.String(length=32), nullable=False),
        sa.Column("body", sa.String(length=64), nullable=False),
        sa.Column("symbol", sa.String(length=64), nullable=False),
        sa.Column("title", sa.String(length=400), nullable=False),
        sa.Column("state_iso3", sa.String(length=3), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=True),
        sa.Column("collection", sa.String(length=16), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("collection IN ('own', 'reference')", name=op.f("ck_source_document_collection")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_source_document")),
        sa.UniqueConstraint(
            "symbol", "state_iso3", "collection", name=op.f("uq_source_document_symbol_state_iso3_collection")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_source_document_uid")),
    )
    op.create_table(
        "stored_file",
        sa.Column("name", sa.String(length=400), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("role", sa.String(length=32), nullable=False),
        sa.Column("stored_at", sa.DateTime(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stored_file")),
        sa.UniqueConstraint("uid", name=op.f("uq_stored_file_uid")),
    )
    op.create_index(op.f("ix_stored_file_sha256"), "stored_file", ["sha256"], unique=False)
    op.create_table(
        "text_revision",
        sa.Column("owner", sa.String(length=32), nullable=False),
        sa.Column("owner_uid", sa.String(length=36), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("by_post", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint(
            "owner IN ('annotation', 'assessment_entry', 'progress_entry', 'evidence')",
            name=op.f("ck_text_revision_owner"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_text_revision")),
        sa.UniqueConstraint("uid", name=op.f("uq_text_revision_uid")),
    )
    op.create_index("ix_text_revision_owner", "text_revision", ["owner", "owner_uid"], unique=False)
    op.create_table(
        "theme",
        sa.Column("scheme", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("code", sa.String(length=16), nullable=False),
        sa.Column("label", sa.String(length=400), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("kind IN ('theme', 'group', 'sdg')", name=op.f("ck_theme_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_theme")),
        sa.UniqueConstraint("scheme", "kind", "code", "label", name=op.f("uq_theme_scheme_kind_code_label")),
        sa.UniqueConstraint("uid", name=op.f("uq_theme_uid")),
    )
    op.create_table(
        "batch",
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("title", sa.String(length=400), nullable=False),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column("by_post", sa.String(length=200), nullable=False),
        sa.Column(
            "profile",
            sa.Enum(
                "ministry",
                "secretariat",
                "validator",
                "nhri",
                "delegation",
                name="profile",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("institution", sa.String(length=200), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=True),
        sa.Column("undoes", sa.String(length=36), nullable=True),
        sa.ForeignKeyConstraint(["file_id"], ["stored_file.id"], name=op.f("fk_batch_file_id")),
        sa.ForeignKeyConstraint(["undoes"], ["batch.uid"], name=op.f("fk_batch_undoes")),
        sa.PrimaryKeyConstraint("uid", name=op.f("pk_batch")),
    )
    op.create_table(
        "focal_point",
        sa.Column("institution_id", sa.Integer(), nullable=False),
        sa.Column("post", sa.String(length=200), nullable=False),
        sa.Column("alternate", sa.Boolean(), nullable=False),
        sa.Column("contact", sa.String(length=200), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institution.id"], name=op.f("fk_focal_point_institution_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_focal_point")),
        sa.UniqueConstraint("uid", name=op.f("uq_focal_point_uid")),
    )
    op.create_index(op.f("ix_focal_point_institution_id"), "focal_point", ["institution_id"], unique=False)
    op.create_table(
        "measure",
        sa.Column("title", sa.String(length=400), nullable=False),
        sa.Column("institution_id", sa.Integer(), nullable=True),
        sa.Column("start_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint(
            "state IN ('planned', 'in_progress', 'completed', 'dropped')", name=op.f("ck_measure_state")
        ),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institution.id"], name=op.f("fk_measure_institution_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_measure")),
        sa.UniqueConstraint("uid", name=op.f("uq_measure_uid")),
    )
    op.create_table(
        "recommendation",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=64), nullable=False),
        sa.Column("part", sa.String(length=8), nullable=False),
        sa.Column("sort_key", sa.String(length=200), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("action_category", sa.Integer(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('recommendation', 'voluntary_pledge', 'observation')",
            name=op.f("ck_recommendation_kind"),
        ),
        sa.CheckConstraint("action_category BETWEEN 1 AND 5", name=op.f("ck_recommendation_action_category")),
        sa.ForeignKeyConstraint(
            ["document_id"], ["source_document.id"], name=op.f("fk_recommendation_document_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendation")),
        sa.UniqueConstraint(
            "document_id", "number", "part", name=op.f("uq_recommendation_document_id_number_part")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_recommendation_uid")),
    )
    op.create_index(
        "ix_recommendation_document_sort", "recommendation", ["document_id", "sort_key"], unique=False
    )
    op.create_table(
        "review",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("cycle", sa.Integer(), nullable=True),
        sa.Column("session", sa.Integer(), nullable=True),
        sa.Column("addendum_symbol", sa.String(length=64), nullable=False),
        sa.Column("outcome_symbol", sa.String(length=64), nullable=False),
        sa.Column("reviewed_on", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["document_id"], ["source_document.id"], name=op.f("fk_review_document_id")),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_review")),
    )
    op.create_table(
        "text_version",
        sa.Column("instrument_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(length=64), nullable=False),
        sa.Column("description", sa.String(length=400), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["instrument_id"], ["instrument.id"], name=op.f("fk_text_version_instrument_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_text_version")),
        sa.UniqueConstraint("instrument_id", "version", name=op.f("uq_text_version_instrument_id_version")),
        sa.UniqueConstraint("uid", name=op.f("uq_text_version_uid")),
    )
    op.create_table(
        "alias",
        sa.Column("recommendation_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("value", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["recommendation_id"], ["recommendation.id"], name=op.f("fk_alias_recommendation_id")
        ),
        sa.PrimaryKeyConstraint("recommendation_id", "kind", "value", name=op.f("pk_alias")),
    )
    op.create_index("ix_alias_kind_value", "alias", ["kind", "value"], unique=False)
    op.create_table(
        "annotation",
        sa.Column("recommendation_id", sa.Integer(), nullable=False),
        sa.Column("thread_uid", sa.String(length=36), nullable=False),
        sa.Column("institution_id", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("by_post", sa.String(length=200), nullable=False),
        sa.Column(
            "profile",
            sa.Enum(
                "ministry",
                "secretariat",
                "validator",
                "nhri",
                "delegation",
                name="profile",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column(
            "confidentiality",
            sa.Enum(
                "public",
                "government",
                "restricted",
                name="confidentiality",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("state IN ('open', 'answered', 'resolved')", name=op.f("ck_annotation_state")),
        sa.ForeignKeyConstraint(["holder_id"], ["institution.id"], name=op.f("fk_annotation_holder_id")),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institution.id"], name=op.f("fk_annotation_institution_id")
        ),
        sa.ForeignKeyConstraint(
            ["recommendation_id"], ["recommendation.id"], name=op.f("fk_annotation_recommendation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_annotation")),
        sa.UniqueConstraint("uid", name=op.f("uq_annotation_uid")),
    )
    op.create_index(
        op.f("ix_annotation_recommendation_id"), "annotation", ["recommendation_id"], unique=False
    )
    op.create_index(op.f("ix_annotation_thread_uid"), "annotation", ["thread_uid"], unique=False)
    op.create_table(
        "assessment_entry",
        sa.Column("recommendation_id", sa.Integer(), nullable=False),
        sa.Column("institution_id", sa.Integer(), nullable=False),
        sa.Column(
            "assessment",
            sa.Enum(
                "not_implemented",
                "partially_implemented",
                "fully_implemented",
                "no_information",
                "contrary_measures",
                name="assessment",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("citation", sa.String(length=400), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("by_post", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institution.id"], name=op.f("fk_assessment_entry_institution_id")
        ),
        sa.ForeignKeyConstraint(
            ["recommendation_id"], ["recommendation.id"], name=op.f("fk_assessment_entry_recommendation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessment_entry")),
        sa.UniqueConstraint("uid", name=op.f("uq_assessment_entry_uid")),
    )
    op.create_index(
        "ix_assessment_entry_recommendation",
        "assessment_entry",
        ["recommendation_id", "effective_on"],
        unique=False,
    )
    op.create_table(
        "assignment",
        sa.Column("recommendation_id", sa.Integer(), nullable=False),
        sa.Column("institution_id", sa.Integer(), nullable=True),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("by_post", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("role IN ('lead', 'supporting')", name=op.f("ck_assignment_role")),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institution.id"], name=op.f("fk_assignment_institution_id")
        ),
        sa.ForeignKeyConstraint(
            ["recommendation_id"], ["recommendation.id"], name=op.f("fk_assignment_recommendation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assignment")),
        sa.UniqueConstraint("uid", name=op.f("uq_assignment_uid")),
    )
    op.create_index(op.f("ix_assignment_institution_id"), "assignment", ["institution_id"], unique=False)
    op.create_index(
        "ix_assignment_recommendation",
        "assignment",
        ["recommendation_id", "role", "effective_on"],
        unique=False,
    )
    op.create_table(
        "clause",
        sa.Column("recommendation_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["recommendation_id"], ["recommendation.id"], name=op.f("fk_clause_recommendation_id")
        ),
        sa.PrimaryKeyConstraint("recommendation_id", "language", "ordinal", name=op.f("pk_clause")),
    )
    op.create_table(
        "concordance",
        sa.Column("from_version_id", sa.Integer(), nullable=False),
        sa.Column("from_label", sa.String(length=32), nullable=False),
        sa.Column("to_version", sa.String(length=64), nullable=False),
        sa.Column("to_label", sa.String(length=32), nullable=False),
        sa.Column("basis", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["from_version_id"], ["text_version.id"], name=op.f("fk_concordance_from_version_id")
        ),
        sa.PrimaryKeyConstraint(
            "from_version_id", "from_label", "to_version", "to_label", name=op.f("pk_concordance")
        ),
    )
    op.create_table(
        "evidence",
        sa.Column("recommendation_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=400), nullable=False),
        sa.Column("symbol", sa.String(length=64), nullable=False),
        sa.Column("paragraph", sa.String(length=64), nullable=False),
        sa.Column("link", sa.String(length=2000), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("by_post", sa.String(length=200), nullable=False),
        sa.Column(
            "confidentiality",
            sa.Enum(
                "public",
                "government",
                "restricted",
                name="confidentiality",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["file_id"], ["stored_file.id"], name=op.f("fk_evidence_file_id")),
        sa.ForeignKeyConstraint(["holder_id"], ["institution.id"], name=op.f("fk_evidence_holder_id")),
        sa.ForeignKeyConstraint(
            ["recommendation_id"], ["recommendation.id"], name=op.f("fk_evidence_recommendation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sa.UniqueConstraint("uid", name=op.f("uq_evidence_uid")),
    )
    op.create_index(op.f("ix_evidence_recommendation_id"), "evidence", ["recommendation_id"], unique=False)
    op.create_table(
        "footnote",
        sa.Column("text_version_id", sa.Integer(), nullable=False),
        sa.Column("marker", sa.String(length=8), nullable=False),
        sa.Column("label", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["text_version_id"], ["text_version.id"], name=op.f("fk_footnote_text_version_id")
        ),
        sa.PrimaryKeyConstraint("text_version_id", "marker", name=op.f("pk_footnote")),
    )
    op.create_table(
        "history_entry",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("batch", sa.String(length=36), nullable=False),
        sa.Column("recommendation_id", sa.Integer(), nullable=True),
        sa.Column("entity", sa.String(length=32), nullable=False),
        sa.Column("entity_uid", sa.String(length=36), nullable=False),
        sa.Column("action", sa.String(length=16), nullable=False),
        sa.Column("field", sa.String(length=32), nullable=False),
        sa.Column("old", sa.Text(), nullable=True),
        sa.Column("new", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("mac", sa.String(length=64), nullable=True),
        sa.CheckConstraint(
            "action IN ('create', 'update', 'withdraw', 'restore')", name=op.f("ck_history_entry_action")
        ),
        sa.ForeignKeyConstraint(["batch"], ["batch.uid"], name=op.f("fk_history_entry_batch")),
        sa.ForeignKeyConstraint(
            ["recommendation_id"], ["recommendation.id"], name=op.f("fk_history_entry_recommendation_id")
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_history_entry")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_history_entry_batch"), "history_entry", ["batch"], unique=False)
    op.create_index("ix_history_entry_entity", "history_entry", ["entity", "entity_uid"], unique=False)
    op.create_index(
        "ix_history_entry_recommendation", "history_entry", ["recommendation_id", "seq"], unique=False
    )
    op.create_table(
        "list_entry",
        sa.Column("recommendation_id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("heading", sa.String(length=400), nullable=False),
        sa.Column("place", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(["file_id"], ["stored_file.id"], name=op.f("fk_list_entry_file_id")),
        sa.ForeignKeyConstraint(
            ["recommendation_id"], ["recommendation.id"], name=op.f("fk_list_entry_recommendation_id")
        ),
        sa.PrimaryKeyConstraint("recommendation_id", "file_id", name=op.f("pk_list_entry")),
    )
    op.create_table(
        "mapping_decision",
        sa.Column("recommendation_id", sa.Integer(), nullable=False),
        sa.Column("text_version_id", sa.Integer(), nullable=False),
        sa.Column("decision", sa.String(length=16), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("by_post", sa.String(length=200), nullable=False),
        sa.Column(
            "profile",
            sa.Enum(
                "ministry",
                "secretariat",
                "validator",
                "nhri",
                "delegation",
                name="profile",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint(
            "decision IN ('linked', 'concerns_none')", name=op.f("ck_mapping_decision_decision")
        ),
        sa.ForeignKeyConstraint(
            ["recommendation_id"], ["recommendation.id"], name=op.f("fk_mapping_decision_recommendation_id")
        ),
        sa.ForeignKeyConstraint(
            ["text_version_id"], ["text_version.id"], name=op.f("fk_mapping_decision_text_version_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mapping_decision")),
        sa.UniqueConstraint("uid", name=op.f("uq_mapping_decision_uid")),
    )
    op.create_index(
        "ix_mapping_decision_recommendation",
        "mapping_decision",
        ["recommendation_id", "text_version_id"],
        unique=False,
    )
    op.create_table(
        "measure_recommendation",
        sa.Column("measure_id", sa.Integer(), nullable=False),
        sa.Column("recommendation_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["measure_id"], ["measure.id"], name=op.f("fk_measure_recommendation_measure_id")
        ),
        sa.ForeignKeyConstraint(
            ["recommendation_id"],
            ["recommendation.id"],
            name=op.f("fk_measure_recommendation_recommendation_id"),
        ),
        sa.PrimaryKeyConstraint("measure_id", "recommendation_id", name=op.f("pk_measure_recommendation")),
    )
    op.create_table(
        "paragraph",
        sa.Column("text_version_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(length=32), nullable=False),
        sa.Column("sort_key", sa.String(length=64), nullable=False),
        sa.Column("parent", sa.String(length=32), nullable=False),
        sa.Column("preambular", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("opening", sa.String(length=200), nullable=False),
        sa.Column("addressees", sa.String(length=64), nullable=False),
        sa.Column("short", sa.String(length=200), nullable=False),
        sa.Column("gap_unit", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["text_version_id"], ["text_version.id"], name=op.f("fk_paragraph_text_version_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_paragraph")),
        sa.UniqueConstraint("text_version_id", "label", name=op.f("uq_paragraph_text_version_id_label")),
        sa.UniqueConstraint("uid", name=op.f("uq_paragraph_uid")),
    )
    op.create_table(
        "position_entry",
        sa.Column("recommendation_id", sa.Integer(), nullable=False),
        sa.Column(
            "position",
            sa.Enum(
                "supported",
                "noted",
                "supported_noted",
                "pending",
                "unknown",
                name="position",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("as_printed", sa.String(length=200), nullable=False),
        sa.Column("already_implemented", sa.Boolean(), nullable=False),
        sa.Column("source_symbol", sa.String(length=64), nullable=False),
        sa.Column("source_paragraph", sa.String(length=64), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=True),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["file_id"], ["stored_file.id"], name=op.f("fk_position_entry_file_id")),
        sa.ForeignKeyConstraint(
            ["recommendation_id"], ["recommendation.id"], name=op.f("fk_position_entry_recommendation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_position_entry")),
        sa.UniqueConstraint("uid", name=op.f("uq_position_entry_uid")),
    )
    op.create_index(
        "ix_position_entry_recommendation",
        "position_entry",
        ["recommendation_id", "effective_on"],
        unique=False,
    )
    op.create_table(
        "progress_entry",
        sa.Column("recommendation_id", sa.Integer(), nullable=False),
        sa.Column("institution_id", sa.Integer(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("by_post", sa.String(length=200), nullable=False),
        sa.Column(
            "confidentiality",
            sa.Enum(
                "public",
                "government",
                "restricted",
                name="confidentiality",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("holder_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(["holder_id"], ["institution.id"], name=op.f("fk_progress_entry_holder_id")),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institution.id"], name=op.f("fk_progress_entry_institution_id")
        ),
        sa.ForeignKeyConstraint(
            ["recommendation_id"], ["recommendation.id"], name=op.f("fk_progress_entry_recommendation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_progress_entry")),
        sa.UniqueConstraint("uid", name=op.f("uq_progress_entry_uid")),
    )
    op.create_index(
        "ix_progress_entry_recommendation",
        "progress_entry",
        ["recommendation_id", "effective_on"],
        unique=False,
    )
    op.create_table(
        "recommendation_cluster",
        sa.Column("recommendation_id", sa.Integer(), nullable=False),
        sa.Column("cluster_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["cluster_id"], ["cluster.id"], name=op.f("fk_recommendation_cluster_cluster_id")
        ),
        sa.ForeignKeyConstraint(
            ["recommendation_id"],
            ["recommendation.id"],
            name=op.f("fk_recommendation_cluster_recommendation_id"),
        ),
        sa.PrimaryKeyConstraint("recommendation_id", "cluster_id", name=op.f("pk_recommendation_cluster")),
    )
    op.create_table(
        "recommendation_text",
        sa.Column("recommendation_id", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("original", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["recommendation_id"],
            ["recommendation.id"],
            name=op.f("fk_recommendation_text_recommendation_id"),
        ),
        sa.PrimaryKeyConstraint("recommendation_id", "language", name=op.f("pk_recommendation_text")),
    )
    op.create_table(
        "recommendation_theme",
        sa.Column("recommendation_id", sa.Integer(), nullable=False),
        sa.Column("theme_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["recommendation_id"],
            ["recommendation.id"],
            name=op.f("fk_recommendation_theme_recommendation_id"),
        ),
        sa.ForeignKeyConstraint(["theme_id"], ["theme.id"], name=op.f("fk_recommendation_theme_theme_id")),
        sa.PrimaryKeyConstraint("recommendation_id", "theme_id", name=op.f("pk_recommendation_theme")),
    )
    op.create_table(
        "recommending_state",
        sa.Column("recommendation_id", sa.Integer(), nullable=False),
        sa.Column("clause", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("iso3", sa.String(length=3), nullable=False),
        sa.Column("as_printed", sa.String(length=200), nullable=False),
        sa.ForeignKeyConstraint(
            ["recommendation_id"], ["recommendation.id"], name=op.f("fk_recommending_state_recommendation_id")
        ),
        sa.PrimaryKeyConstraint("recommendation_id", "clause", "ordinal", name=op.f("pk_recommending_state")),
    )
    op.create_index(
        "ix_recommending_state_iso3", "recommending_state", ["iso3", "recommendation_id"], unique=False
    )
    op.create_table(
        "search_text",
        sa.Column("recommendation_id", sa.Integer(), nullable=False),
        sa.Column("public", sa.Text(), nullable=False),
        sa.Column("government", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["recommendation_id"], ["recommendation.id"], name=op.f("fk_search_text_recommendation_id")
        ),
        sa.PrimaryKeyConstraint("recommendation_id", name=op.f("pk_search_text")),
    )
    op.create_table(
        "status_entry",
        sa.Column("recommendation_id", sa.Integer(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "not_started",
                "planned",
                "in_progress",
                "partially_implemented",
                "fully_implemented",
                "continuous",
                "not_being_implemented",
                name="status",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("effective_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("by_post", sa.String(length=200), nullable=False),
        sa.Column(
            "profile",
            sa.Enum(
                "ministry",
                "secretariat",
                "validator",
                "nhri",
                "delegation",
                name="profile",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("validated_at", sa.DateTime(), nullable=True),
        sa.Column("validated_by", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["recommendation_id"], ["recommendation.id"], name=op.f("fk_status_entry_recommendation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_status_entry")),
        sa.UniqueConstraint("uid", name=op.f("uq_status_entry_uid")),
    )
    op.create_index(
        "ix_status_entry_recommendation", "status_entry", ["recommendation_id", "effective_on"], unique=False
    )
    op.create_table(
        "annotation_reader",
        sa.Column("annotation_id", sa.Integer(), nullable=False),
        sa.Column("institution_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["annotation_id"], ["annotation.id"], name=op.f("fk_annotation_reader_annotation_id")
        ),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institution.id"], name=op.f("fk_annotation_reader_institution_id")
        ),
        sa.PrimaryKeyConstraint("annotation_id", "institution_id", name=op.f("pk_annotation_reader")),
    )
    op.create_table(
        "link",
        sa.Column("recommendation_id", sa.Integer(), nullable=False),
        sa.Column("paragraph_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("by_post", sa.String(length=200), nullable=False),
        sa.Column(
            "profile",
            sa.Enum(
                "ministry",
                "secretariat",
                "validator",
                "nhri",
                "delegation",
                name="profile",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("state IN ('suggested', 'confirmed', 'rejected')", name=op.f("ck_link_state")),
        sa.ForeignKeyConstraint(["paragraph_id"], ["paragraph.id"], name=op.f("fk_link_paragraph_id")),
        sa.ForeignKeyConstraint(
            ["recommendation_id"], ["recommendation.id"], name=op.f("fk_link_recommendation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link")),
        sa.UniqueConstraint("uid", name=op.f("uq_link_uid")),
    )
    op.create_index("ix_link_paragraph", "link", ["paragraph_id", "recommendation_id"], unique=False)
    op.create_index("ix_link_recommendation", "link", ["recommendation_id"], unique=False)
