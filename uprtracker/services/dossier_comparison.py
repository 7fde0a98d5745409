"""A copy of the dossier compared with it, row by row: what its news would change here. Nothing here writes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from uprtracker.models.base import Base
from uprtracker.services.history_news import News
from uprtracker.services.merge_plan import Kind, PlannedCell, kind_of
from uprtracker.services.portable_row import TRAVELLING, PortableRow, PortableRows, referred_table
from uprtracker.services.row_correspondence import Correspondence
from uprtracker.services.row_words import HOLDS_ALONE, column_field, field_of, latest, remark, says, word
from uprtracker.vocabulary.read_model import Recommendation

_COME_ALONG = ("stored_file", "theme", "paragraph", "instrument", "source_document", "cluster")
"""New rows of these are brought with what refers to them, never by themselves."""

_NEVER_CHANGE = ("stored_file", "outgoing_file", "snapshot", "theme", "paragraph")
_NAMED = ("saved_view", "snapshot", "column_mapping")
_FOLLOWS = {"validated_by": "validated_at"}
"""Columns that are taken with another one."""

_CONTENT = {
    "content": ("recommendation_text", "clause", "recommending_state"),
    "texts": ("recommendation_text", "clause"),
    "themes": ("recommendation_theme",),
    "aliases": ("alias",),
    "clusters": ("recommendation_cluster",),
    "serves": ("measure_recommendation",),
}
"""What belongs to a row and changes under one field of its history."""


@dataclass(frozen=True)
class Move:
    """What taking a cell does: `rows` come in; of `row` one `column`, its `parts` or whether it stands becomes theirs.

    `instead_of` are our rows that theirs take the place of.
    """

    rows: tuple[PortableRow, ...] = ()
    row: PortableRow | None = None
    column: str = ""
    parts: str = ""
    standing: bool | None = None
    instead_of: tuple[PortableRow, ...] = ()


Planned = tuple[PlannedCell, Move]


@dataclass(frozen=True)
class DossierComparison:
    """Both dossiers' rows and news; `ids` are our recommendations by uid."""

    theirs: PortableRows
    ours: PortableRows
    their_news: News
    our_news: News
    same: Correspondence
    ids: Mapping[str, Recommendation]

    def planned(self) -> list[Planned]:
        """Every difference that they made, or that neither history explains."""
        found: list[Planned] = []
        for table in TRAVELLING:
            if table in HOLDS_ALONE:
                found += self._held(table)
            else:
                found += self._new(table)
            if table not in _NEVER_CHANGE:
                for row in self.theirs[table].values():
                    found += self._changed(row)
        return found

    def new_recommendations(self) -> int:
        return sum(
            row.standing and self.same.ours(row) is None for row in self.theirs["recommendation"].values()
        )

    def kept_names(self) -> Iterator[str]:
        """What both made under one name and differs: ours stays, because a name can stand only once."""
        for table in _NAMED:
            for row in self.theirs[table].values():
                mine = self.same.ours(row)
                if mine is None or not row.standing or not self.same.by_name_only(row):
                    continue
                if any(row.values[c] != mine.values[c] for c in ("definition", "digest") if c in row.values):
                    yield says(row, self.theirs)

    def _new(self, table: str) -> Iterator[Planned]:
        if table in _COME_ALONG:
            return
        said = {_sameness(row, self.ours, None) for row in self.ours[table].values() if row.standing}
        for row in self.theirs[table].values():
            if not self._arrives(row):
                continue
            theirs = says(row, self.theirs)
            again = _sameness(row, self.theirs, self.same) in said
            cell = self._cell(row, field_of(row), "", theirs if again else "", theirs)
            yield cell, Move(rows=(row, *self._dependents(row)))

    def _dependents(self, row: PortableRow) -> Iterator[PortableRow]:
        if row.table == "text_version":
            for paragraph in self.theirs["paragraph"].values():
                if paragraph.refs["text_version_id"] == row.uid:
                    yield paragraph

    def _held(self, table: str) -> Iterator[Planned]:
        """Rows of which the latest holds: ours and theirs that are new about one thing are a conflict."""
        theirs = self._grouped(self.theirs[table].values(), self.same)
        ours = self._grouped(self.ours[table].values())
        for thing, rows in theirs.items():
            new = tuple(row for row in rows if self._arrives(row))
            if not new:
                continue
            mine = [row for row in ours[thing] if row.standing]
            own = tuple(row for row in mine if row.uid not in self.theirs[table])
            known = {row.uid: row for row in rows if row not in new}
            common = [
                row for row in ours[thing] if row.uid in known and (row.standing or known[row.uid].standing)
            ]
            yield self._decided(new, own, latest(common), latest(mine), latest(r for r in rows if r.standing))

    def _arrives(self, row: PortableRow) -> bool:
        """Whether a row of theirs is new here, or was here and went with a merge that was undone."""
        mine = self.same.ours(row)
        if mine is None:
            return row.standing
        return row.standing and not mine.standing and self.their_news.moved(row.table, row.uid) is not None

    def _decided(
        self,
        new: tuple[PortableRow, ...],
        own: tuple[PortableRow, ...],
        base: PortableRow | None,
        mine: PortableRow | None,
        yours: PortableRow | None,
    ) -> Planned:
        first = new[0]
        words = says(base, self.ours), says(mine, self.ours), says(yours, self.theirs)
        field = field_of(first)
        if own and words[1] == words[2] and remark(mine) != remark(yours):
            field, words = f"{field} comment", (remark(base), remark(mine), remark(yours))
        kind = Kind.THEIRS
        if own:
            kind = Kind.EQUAL if words[1] == words[2] else Kind.CONFLICT
        return self._cell(first, field, *words, kind=kind), Move(rows=new, instead_of=own)

    def _grouped(
        self, rows: Iterable[PortableRow], same: Correspondence | None = None
    ) -> defaultdict[tuple[str, ...], list[PortableRow]]:
        """Rows by recommendation and by the thing that the latest of them says."""
        found: defaultdict[tuple[str, ...], list[PortableRow]] = defaultdict(list)
        for row in rows:
            ours = row if same is None else _with_our_refs(row, same)
            found[(ours.recommendation or "", *HOLDS_ALONE[row.table](ours))].append(row)
        return found

    def _changed(self, row: PortableRow) -> Iterator[Planned]:
        mine = self.same.ours(row)
        if mine is None or (self.same.by_name_only(row) and row.table != "briefing_field"):
            return
        yield from self._changed_standing(row, mine)
        yield from self._changed_parts(row, mine)
        for column, value in row.values.items():
            if column != "withdrawn_at" and word(value) != word(mine.values[column]):
                yield from self._changed_column(row, mine, column)
        for column, uid in _with_our_refs(row, self.same).refs.items():
            if uid != mine.refs[column]:
                yield from self._changed_reference(row, mine, column)

    def _changed_column(self, row: PortableRow, mine: PortableRow, column: str) -> Iterator[Planned]:
        if column in _FOLLOWS:
            return
        theirs, ours = word(row.values[column]), word(mine.values[column])
        if column in _FOLLOWS.values() and theirs and ours:
            return
        change = self.their_news.update(row.table, row.uid, column)
        if change is None and self.our_news.update(mine.table, mine.uid, column) is not None:
            return
        base = (change.old or "") if change else ""
        kind = Kind.THEIRS if change is not None and ours == base else Kind.CONFLICT
        field = column_field(row, column)
        yield self._cell(row, field, base, ours, theirs, kind=kind), Move(row=row, column=column)

    def _changed_reference(self, row: PortableRow, mine: PortableRow, column: str) -> Iterator[Planned]:
        theirs_changed = self.their_news.update(row.table, row.uid, column) is not None
        ours_changed = self.our_news.update(mine.table, mine.uid, column) is not None
        if ours_changed and not theirs_changed:
            return
        kind = Kind.THEIRS if theirs_changed and not ours_changed else Kind.CONFLICT
        table = referred_table(Base.metadata.tables[row.table].columns[column])
        theirs = says(self.theirs[table].get(row.refs[column] or ""), self.theirs)
        ours = says(self.ours[table].get(mine.refs[column] or ""), self.ours)
        base = ours if kind is Kind.THEIRS else ""
        cell = self._cell(row, column_field(row, column), base, ours, theirs, kind=kind)
        yield cell, Move(row=row, column=column)

    def _changed_standing(self, row: PortableRow, mine: PortableRow) -> Iterator[Planned]:
        if row.standing == mine.standing or self._arrives(row):
            return
        theirs_moved = self.their_news.moved(row.table, row.uid) is not None
        if not theirs_moved and self.our_news.moved(mine.table, mine.uid) is not None:
            return
        said = says(row, self.theirs)
        words = ("", "", said) if row.standing else (said, said, "")
        kind = Kind.THEIRS if theirs_moved else Kind.CONFLICT
        yield self._cell(row, field_of(row), *words, kind=kind), Move(row=row, standing=row.standing)

    def _changed_parts(self, row: PortableRow, mine: PortableRow) -> Iterator[Planned]:
        """Texts, themes and what a measure serves, where their history says that they changed."""
        for field in _CONTENT:
            change = self.their_news.update(row.table, row.uid, field)
            if change is None or self._same_parts(row, mine, field):
                continue
            ours_changed = self.our_news.update(mine.table, mine.uid, field) is not None
            kind = Kind.CONFLICT if ours_changed else Kind.THEIRS
            cell = self._cell(row, field, change.old or "", change.old or "", change.new or "", kind=kind)
            yield cell, Move(row=row, parts=field)

    def _same_parts(self, row: PortableRow, mine: PortableRow, field: str) -> bool:
        return all(
            set(row.parts.get(table, ())) == set(mine.parts.get(table, ())) for table in _CONTENT[field]
        )

    def _cell(
        self, row: PortableRow, field: str, base: str, ours: str, theirs: str, *, kind: Kind | None = None
    ) -> PlannedCell:
        known = self._recommendation(row)
        return PlannedCell(
            recommendation_id=known.id if known else 0,
            number=known.label if known else self._number(row),
            field=field,
            base=base,
            ours=ours,
            theirs=theirs,
            kind=kind or kind_of(base, ours, theirs),
            address="",
            uid=row.uid,
        )

    def _recommendation(self, row: PortableRow) -> Recommendation | None:
        uid = row.uid if row.table == "recommendation" else self._about(row)
        return self.ids.get(self.same.uid("recommendation", uid)) if uid else None

    def _about(self, row: PortableRow) -> str | None:
        served = row.parts.get("measure_recommendation", ())
        return row.recommendation or (dict(served[0])["recommendation_id"] if served else None)

    def _number(self, row: PortableRow) -> str:
        uid = row.uid if row.table == "recommendation" else self._about(row)
        known = self.theirs["recommendation"].get(uid or "")
        return says(known, self.theirs) if known else ""


def parts_of(field: str) -> tuple[str, ...]:
    """The tables of what belongs to a row and changes under one field."""
    return _CONTENT[field]


def following(column: str) -> tuple[str, ...]:
    """The columns that are taken with this one."""
    return tuple(name for name, leader in _FOLLOWS.items() if leader == column)


def _with_our_refs(row: PortableRow, same: Correspondence) -> PortableRow:
    columns = Base.metadata.tables[row.table].columns
    refs = {name: uid and same.uid(referred_table(columns[name]), uid) for name, uid in row.refs.items()}
    return PortableRow(row.table, row.uid, row.values, refs, row.parts)


def _sameness(row: PortableRow, rows: PortableRows, same: Correspondence | None) -> tuple[str | None, ...]:
    """What two rows that were written apart have in common when they say the same."""
    ours = row if same is None else _with_our_refs(row, same)
    if row.table not in ("progress_entry", "evidence", "reassignment_request"):
        return (row.uid,)
    holder = ours.refs.get("holder_id", ours.refs.get("institution_id"))
    return (
        ours.recommendation,
        holder,
        word(row.values.get("effective_on")),
        says(row, rows),
        row.values.get("link"),
    )
