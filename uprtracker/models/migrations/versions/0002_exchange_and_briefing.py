"""What leaves the dossier and comes back, what a delegation prepares, what links two cycles."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "briefing_field",
        sa.Column("subject", sa.String(length=16), nullable=False),
        sa.Column("subject_key", sa.String(length=200), nullable=False),
        sa.Column("field", sa.String(length=32), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint(
            "field IN ('key_messages', 'suggested_reply', 'sensitive_points', 'speaker', 'criticism', 'running_order')",
            name=op.f("ck_briefing_field_field"),
        ),
        sa.CheckConstraint(
            "subject IN ('dossier', 'cluster', 'paragraph', 'recommendation')",
            name=op.f("ck_briefing_field_subject"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_briefing_field")),
        sa.UniqueConstraint(
            "subject", "subject_key", "field", name=op.f("uq_briefing_field_subject_subject_key_field")
        ),
        sa.UniqueConstraint("uid", name=op.f("uq_briefing_field_uid")),
    )
    op.create_table(
        "column_mapping",
        sa.Column("sender", sa.String(length=200), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_column_mapping")),
        sa.UniqueConstraint("sender", name=op.f("uq_column_mapping_sender")),
        sa.UniqueConstraint("uid", name=op.f("uq_column_mapping_uid")),
    )
    op.create_table(
        "advance_question",
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("file_id", sa.Integer(), nullable=True),
        sa.Column("asking_iso3", sa.String(length=3), nullable=False),
        sa.Column("asking_as_printed", sa.String(length=200), nullable=False),
        sa.Column("batch", sa.String(length=64), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("row_version", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["source_document.id"], name=op.f("fk_advance_question_document_id")
        ),
        sa.ForeignKeyConstraint(["file_id"], ["stored_file.id"], name=op.f("fk_advance_question_file_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_advance_question")),
        sa.UniqueConstraint("uid", name=op.f("uq_advance_question_uid")),
    )
    op.create_index(
        op.f("ix_advance_question_asking_iso3"), "advance_question", ["asking_iso3"], unique=False
    )
    op.create_table(
        "outgoing_file",
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("institution_id", sa.Integer(), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("audience", sa.String(length=16), nullable=False),
        sa.Column("made_at", sa.DateTime(), nullable=False),
        sa.Column("by_post", sa.String(length=200), nullable=False),
        sa.Column("base", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint("kind IN ('workbook', 'package', 'copy')", name=op.f("ck_outgoing_file_kind")),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institution.id"], name=op.f("fk_outgoing_file_institution_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outgoing_file")),
        sa.UniqueConstraint("uid", name=op.f("uq_outgoing_file_uid")),
    )
    op.create_table(
        "reassignment_request",
        sa.Column("recommendation_id", sa.Integer(), nullable=False),
        sa.Column("institution_id", sa.Integer(), nullable=False),
        sa.Column("proposed", sa.String(length=200), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("by_post", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint(
            "state IN ('open', 'accepted', 'declined')", name=op.f("ck_reassignment_request_state")
        ),
        sa.ForeignKeyConstraint(
            ["institution_id"], ["institution.id"], name=op.f("fk_reassignment_request_institution_id")
        ),
        sa.ForeignKeyConstraint(
            ["recommendation_id"],
            ["recommendation.id"],
            name=op.f("fk_reassignment_request_recommendation_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reassignment_request")),
        sa.UniqueConstraint("uid", name=op.f("uq_reassignment_request_uid")),
    )
    op.create_index(
        op.f("ix_reassignment_request_recommendation_id"),
        "reassignment_request",
        ["recommendation_id"],
        unique=False,
    )
    op.create_table(
        "recommendation_pair",
        sa.Column("earlier_id", sa.Integer(), nullable=False),
        sa.Column("later_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("recorded_at", sa.DateTime(), nullable=False),
        sa.Column("by_post", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(), nullable=True),
        sa.CheckConstraint(
            "kind IN ('repeated', 'strengthened', 'weakened')", name=op.f("ck_recommendation_pair_kind")
        ),
        sa.CheckConstraint("state IN ('confirmed', 'rejected')", name=op.f("ck_recommendation_pair_state")),
        sa.ForeignKeyConstraint(
            ["earlier_id"], ["recommendation.id"], name=op.f("fk_recommendation_pair_earlier_id")
        ),
        sa.ForeignKeyConstraint(
            ["later_id"], ["recommendation.id"], name=op.f("fk_recommendation_pair_later_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recommendation_pair")),
        sa.UniqueConstraint("uid", name=op.f("uq_recommendation_pair_uid")),
    )
    op.create_index(
        op.f("ix_recommendation_pair_earlier_id"), "recommendation_pair", ["earlier_id"], unique=False
    )
    op.create_index(
        op.f("ix_recommendation_pair_later_id"), "recommendation_pair", ["later_id"], unique=False
    )
