"""A package compared with the dossier that it comes to: what of it may be taken in. Nothing here writes.

Into the State's dossier come the NHRI's words alone; into the NHRI's own copy comes the State's matter as it was sent.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from uprtracker.i18n import _
from uprtracker.importers.record import Notice
from uprtracker.services.dossier_comparison import Move, Planned
from uprtracker.services.merge_plan import Kind, PlannedCell
from uprtracker.services.package_contents import (
    NHRI_TABLES,
    STATE_TABLES,
    is_nhri_word,
    nhri_institutions,
    state_digests,
)
from uprtracker.services.portable_row import PortableRow, PortableRows
from uprtracker.services.row_correspondence import Correspondence
from uprtracker.services.row_words import column_field, field_of, says, word
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.read_model import Recommendation

NOTE_STATES = ("open", "answered", "resolved")
"""In the order in which a merge moves a note: forward only, so that no package opens again what was settled."""

ALL_PARTS = "parts"


@dataclass
class PackageComparison:
    """The rows of a package and ours; `ids` are our recommendations by uid."""

    theirs: PortableRows
    ours: PortableRows
    same: Correspondence
    ids: Mapping[str, Recommendation]
    doubts: list[Notice] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._nhri = nhri_institutions(self.theirs)
        self._our_nhri = nhri_institutions(self.ours)

    def words(self, taken_back: Collection[str]) -> Iterator[Planned]:
        """For the State's dossier: the NHRI's assessments, annotations and evidence; `taken_back` are uids of them."""
        for table in NHRI_TABLES:
            for row in self.theirs[table].values():
                if is_nhri_word(row, self._nhri):
                    yield from self._word(row, taken_back)
                elif table == "annotation":
                    yield from self._answered(row)
            for mine in self.ours[table].values():
                if mine.uid in taken_back and mine.standing and is_nhri_word(mine, self._our_nhri):
                    yield self._gone(mine)

    def state_matter(self) -> Iterator[Planned]:
        """For the NHRI's copy: whatever the State says otherwise than before, and what it no longer shares."""
        for table in STATE_TABLES:
            for row in self.theirs[table].values():
                if is_nhri_word(row, self._nhri):
                    yield from self._own_word(row)
                else:
                    yield from self._received(row)
            sent = {self.same.uid(table, uid) for uid in self.theirs[table]}
            for mine in self.ours[table].values():
                if mine.standing and mine.uid not in sent and not is_nhri_word(mine, self._our_nhri):
                    yield self._gone(mine)

    def note_altered(self, digests: Mapping[str, str]) -> None:
        """Note where the State's words in a returned package are not those that left; none of them is read."""
        rows = [row for table in STATE_TABLES for row in self.theirs[table].values() if row.standing]
        returned = state_digests(rows, self._nhri)
        for uid in sorted(digests.keys() | returned.keys()):
            if digests.get(uid) != returned.get(uid):
                known = self.ids.get(uid)
                sentence = _("what the State says was changed in the package; the change was not read")
                self.doubts.append(Notice(known.label if known else "", sentence))

    def _word(self, row: PortableRow, taken_back: Collection[str]) -> Iterator[Planned]:
        mine = self.same.ours(row)
        if not row.standing or not self._may_come(row, mine):
            return
        if mine is None or not mine.standing:
            if row.uid not in taken_back:
                yield self._cell(row, field_of(row), "", says(row, self.theirs)), Move(rows=(row,))
        elif row.table == "annotation":
            yield from self._note_state(row, mine, NOTE_STATES)

    def _may_come(self, row: PortableRow, mine: PortableRow | None) -> bool:
        refusal = self._refusal(row, mine)
        if refusal:
            self.doubts.append(Notice(self._number(row), refusal))
        return not refusal

    def _refusal(self, row: PortableRow, mine: PortableRow | None) -> str:
        """Why a row is left out; empty if it is not."""
        speakers = {row.refs[name] for name in ("holder_id", "institution_id") if name in row.refs}
        if row.values.get("confidentiality") is Confidentiality.RESTRICTED:
            return _("a restricted note does not travel; it was not read")
        if not speakers <= self._nhri:
            return _("a note is held by another institution; it was not read")
        if self._known(row) is None:
            return _("the recommendation is not in this dossier; what the NHRI says of it was not read")
        if mine is not None and not is_nhri_word(mine, self._our_nhri):
            return _("words of the State stand under the NHRI's name; they were not read")
        if mine is not None and (mine.text, says(mine, self.ours)) != (row.text, says(row, self.theirs)):
            return _("words that came before have been changed; those received first were kept")
        return ""

    def _answered(self, row: PortableRow) -> Iterator[Planned]:
        """The State's own note, to which the NHRI has written an answer."""
        mine = self.same.ours(row)
        answers = any(
            other.refs["institution_id"] in self._nhri
            and other.values["thread_uid"] == row.values["thread_uid"]
            for other in self.theirs["annotation"].values()
        )
        if mine is not None and mine.standing and answers:
            yield from self._note_state(row, mine, NOTE_STATES[:2])

    def _note_state(
        self, row: PortableRow, mine: PortableRow, reachable: tuple[str, ...]
    ) -> Iterator[Planned]:
        theirs, ours = row.values["state"], mine.values["state"]
        if theirs in reachable and NOTE_STATES.index(theirs) > NOTE_STATES.index(ours):
            yield self._cell(row, "annotation state", ours, theirs), Move(row=row, column="state")

    def _own_word(self, row: PortableRow) -> Iterator[Planned]:
        """The NHRI's own words, as the State has them: only what the copy does not know, and what was answered."""
        mine = self.same.ours(row)
        if mine is None:
            yield self._cell(row, field_of(row), "", says(row, self.theirs)), Move(rows=(row,))
        elif (mine.text, says(mine, self.ours)) != (row.text, says(row, self.theirs)):
            sentence = _(
                "the State's dossier holds other words of the NHRI than this copy; ask the secretariat"
            )
            self.doubts.append(Notice(self._number(row), sentence))
        elif row.table == "annotation" and mine.standing:
            yield from self._note_state(row, mine, NOTE_STATES)

    def _received(self, row: PortableRow) -> Iterator[Planned]:
        mine = self.same.ours(row)
        said = says(row, self.theirs)
        if mine is None or not mine.standing:
            yield self._cell(row, field_of(row), "", said), Move(rows=(row,))
            return
        if self.same.by_name_only(row):
            return
        for column, value in row.values.items():
            if word(value) != word(mine.values[column]):
                cell = self._cell(row, column_field(row, column), word(mine.values[column]), word(value))
                yield cell, Move(row=row, column=column)
        if {k: set(v) for k, v in row.parts.items() if v} != {k: set(v) for k, v in mine.parts.items() if v}:
            yield self._cell(row, f"{field_of(row)} {ALL_PARTS}", "", said), Move(row=row, parts=ALL_PARTS)

    def _gone(self, mine: PortableRow) -> Planned:
        return self._cell(mine, field_of(mine), says(mine, self.ours), ""), Move(row=mine, standing=False)

    def _cell(self, row: PortableRow, name: str, ours: str, theirs: str) -> PlannedCell:
        known = self._known(row)
        return PlannedCell(
            recommendation_id=known.id if known else 0,
            number=self._number(row),
            field=name,
            base=ours,
            ours=ours,
            theirs=theirs,
            kind=Kind.THEIRS,
            address="",
            uid=row.uid,
        )

    def _known(self, row: PortableRow) -> Recommendation | None:
        uid = row.uid if row.table == "recommendation" else row.recommendation
        return self.ids.get(self.same.uid("recommendation", uid)) if uid else None

    def _number(self, row: PortableRow) -> str:
        known = self._known(row)
        return known.label if known else ""
