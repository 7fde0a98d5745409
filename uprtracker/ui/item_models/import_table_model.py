"""The records of an import plan as a table, narrowed to one kind on demand."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from uprtracker.i18n import _, current_language
from uprtracker.vocabulary.state import state

if TYPE_CHECKING:
    from uprtracker.services.importing import ImportPlan, PlannedRecord

KINDS = ("new", "changed", "equal", "in_doubt")
NUMBER, KIND, TEXT, STATES, POSITION = range(5)

_Index = QModelIndex | QPersistentModelIndex


class ImportTableModel(QAbstractTableModel):
    """One row for each record, in the order of the document."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records: tuple[PlannedRecord, ...] = ()
        self._shown: list[PlannedRecord] = []
        self._kind = ""
        self._accepted: set[str] = set()

    def show_plan(self, plan: "ImportPlan") -> None:
        self._records = plan.records
        self.show_kind(self._kind)

    def show_kind(self, kind: str) -> None:
        """Show the records of one kind; an empty kind shows all."""
        self.beginResetModel()
        self._kind = kind
        self._shown = [record for record in self._records if kind in ("", record.kind)]
        self.endResetModel()

    def mark_accepted(self, numbers: set[str]) -> None:
        """Say which records in doubt are to be imported."""
        self._accepted = set(numbers)
        if self._shown:
            self.dataChanged.emit(self.index(0, KIND), self.index(len(self._shown) - 1, KIND))

    def record_at(self, row: int) -> "PlannedRecord":
        return self._shown[row]

    def place_of(self, number: str) -> int | None:
        """The row of the first record with this number, with its part or without."""
        named = (n for n, planned in enumerate(self._shown) if planned.record.label == number)
        whole = (n for n, planned in enumerate(self._shown) if planned.record.number == number)
        return next(named, next(whole, None))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 5

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (_("No."), _("In the dossier"), _("Recommendation"), _("States"), _("Position"))[section]
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        planned = self._shown[index.row()]
        record = planned.record
        if index.column() == KIND:
            return kind_words(planned, accepted=record.label in self._accepted)
        return {
            NUMBER: record.label,
            TEXT: record.text.replace("\n", " "),
            STATES: ", ".join(state(iso3).name(current_language()) for iso3 in record.states),
            POSITION: record.position.label,
        }[index.column()]


def kind_words(planned: "PlannedRecord", *, accepted: bool) -> str:
    """What an import does with a record: `New`, `Changed: text, position`, `In doubt`."""
    if planned.kind == "changed":
        fields = ", ".join(field_words(field).lower() for field, _old, _new in planned.differences)
        return _("Changed: {fields}").format(fields=fields)
    if planned.kind == "in_doubt" and accepted:
        return _("In doubt, accepted")
    return {"new": _("New"), "equal": _("Unchanged"), "in_doubt": _("In doubt")}[planned.kind]


def field_words(field: str) -> str:
    """A field that a source may change, as a person calls it."""
    words = {
        "text": _("Text"),
        "states": _("States"),
        "position": _("Position"),
        "themes": _("Themes"),
        "groups": _("Persons"),
        "goals": _("Goals"),
        "comment": _("Comment"),
        "texts": _("Texts in other languages"),
        "aliases": _("Known elsewhere as"),
        "action_category": _("Action category"),
        "clusters": _("Cluster"),
        "lead": _("Lead ministry"),
        "supporting": _("Supporting ministries"),
        "due_on": _("Due date"),
        "status": _("Status"),
    }
    return words[field]
