"""The fields of the details: position, status, institutions, due date, and how the source classifies it."""

from datetime import date

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from uprtracker.i18n import _, current_language
from uprtracker.ui.fields.date_field import DateField
from uprtracker.ui.fields.day_text import long_day
from uprtracker.ui.fields.institution_field import InstitutionField
from uprtracker.ui.fields.link_button import IconButton, LinkButton, allow, links_in_line
from uprtracker.ui.panels.allowance import Allowance
from uprtracker.ui.panels.draft import DraftStore
from uprtracker.ui.panels.section import column, replace_widgets, stacked
from uprtracker.ui.panels.status_editor import StatusEditor
from uprtracker.ui.plain_label import PlainLabel, tooltip
from uprtracker.ui.theme import current_theme
from uprtracker.vocabulary.read_model import (
    Institution,
    PositionEntry,
    Recommendation,
    RecommendationDetails,
)
from uprtracker.vocabulary.row_filter import due_in_words
from uprtracker.vocabulary.sdg import sdg_name

_NAMES_WIDTH = 92


class DetailsFields(QWidget):
    """Names at the start, values beside them; a value that the profile may not change says why."""

    lead_edited = Signal(int, str)
    supporting_edited = Signal(int, object)
    due_edited = Signal(int, object)

    def __init__(self, drafts: DraftStore, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row: Recommendation | None = None
        self._today = date.today()
        self.position = _PositionLines()
        self.status = StatusEditor(drafts)
        self.lead = InstitutionField(_("Lead ministry"), _("No lead ministry"))
        self.lead.setObjectName("lead_field")
        self._new_name = PlainLabel("", "caption", wrap=True)
        self.supporting = _SupportingLines()
        self.due = DateField(_("Due date"), clearable=True)
        self._lines = QGridLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setHorizontalSpacing(8)
        self._lines.setVerticalSpacing(8)
        self._lines.setColumnMinimumWidth(0, current_theme().px(_NAMES_WIDTH))
        self._lines.setColumnStretch(1, 1)
        self._add(_("Position"), self.position)
        self._add(_("Status"), self.status, self.status.field)
        self._add(_("Lead"), stacked(self.lead, self._new_name), self.lead)
        self._add(_("Supporting"), self.supporting)
        self._overdue = PlainLabel("", "strong", wrap=True)
        self._add(_("Due"), stacked(self.due, self._overdue), self.due.edit)
        self._facts = {key: self._add_fact(name) for key, name in _fact_names().items()}
        self._new_name.hide()
        self.lead.institution_chosen.connect(self._edit_lead)
        self.lead.unknown_typed.connect(self._tell_new)
        self.supporting.changed.connect(self._edit_supporting)
        self.due.day_edited.connect(self._edit_due)

    def _add(self, name: str, value: QWidget, buddy: QWidget | None = None) -> PlainLabel:
        label = PlainLabel(name, "name")
        label.setContentsMargins(0, current_theme().px(5) if buddy else 0, 0, 0)
        if buddy is not None:
            label.setBuddy(buddy)
        line = self._lines.rowCount()
        self._lines.addWidget(label, line, 0, Qt.AlignmentFlag.AlignTop)
        self._lines.addWidget(value, line, 1)
        return label

    def _add_fact(self, name: str) -> tuple[PlainLabel, PlainLabel]:
        value = PlainLabel("", "secondary", wrap=True)
        return self._add(name, value), value

    def show_fields(
        self,
        details: RecommendationDetails,
        institutions: tuple[Institution, ...],
        may: Allowance,
        today: date,
    ) -> None:
        row = details.row
        self._row, self._today = row, today
        names = [i.name for i in institutions if i.kind != "nhri"]
        self.position.show_positions(row, details.positions)
        self.status.show_status(details, may)
        allow(self.lead, may.planning)
        self.lead.show_institution(row.lead, ["", *names])
        self.supporting.show_institutions(row, names, may.planning)
        self._show_due()
        allow(self.due, may.follow_up)
        for key, words in _facts(row).items():
            label, value = self._facts[key]
            value.setText(words)
            label.setVisible(bool(words))
            value.setVisible(bool(words))
        goals = _goals_in_words(row)
        self._facts["sdg"][1].setToolTip(tooltip(goals))
        self._facts["sdg"][1].setAccessibleDescription(goals)

    def _show_due(self) -> None:
        assert self._row is not None
        due_on, overdue = self._row.due_on, self._row.overdue
        away = due_in_words(due_on, self._today) if due_on and self._row.open else ""
        self.due.set_day(due_on, "" if overdue else away)
        self._overdue.setText(_("Overdue, {away}").format(away=away) if overdue else "")
        self._overdue.setVisible(overdue)

    @Slot(str)
    def _tell_new(self, name: str) -> None:
        self._new_name.setText(_("A new institution: Enter adds it to the dossier.") if name else "")
        self._new_name.setVisible(bool(name))

    @Slot(str)
    def _edit_lead(self, name: str) -> None:
        if self._row is not None:
            self.lead_edited.emit(self._row.id, name)

    @Slot(object)
    def _edit_supporting(self, names: list[str]) -> None:
        if self._row is not None:
            self.supporting_edited.emit(self._row.id, names)

    @Slot(object)
    def _edit_due(self, day: date | None) -> None:
        if self._row is not None:
            self.due_edited.emit(self._row.id, day)
            self._show_due()


class _PositionLines(QWidget):
    """The position with its source; earlier ones and the explanation open on demand."""

    def __init__(self) -> None:
        super().__init__()
        self._word = PlainLabel("", wrap=True)
        self._source = PlainLabel("", "caption", wrap=True)
        self._more = LinkButton("")
        self._more.setCheckable(True)
        self._rest = QWidget()
        self._lines = column(6)
        self._rest.setLayout(self._lines)
        whole = column(2)
        self.setLayout(whole)
        whole.addWidget(self._word)
        whole.addWidget(self._source)
        whole.addLayout(links_in_line(self._more))
        whole.addWidget(self._rest)
        self._more.toggled.connect(self._rest.setVisible)

    def show_positions(self, row: Recommendation, positions: tuple[PositionEntry, ...]) -> None:
        word = row.position.label
        self._word.setText(
            _("{position}, already implemented").format(position=word) if row.already_implemented else word
        )
        self._source.setText(row.position_source)
        self._source.setVisible(bool(row.position_source))
        latest, earlier = positions[:1], positions[1:]
        explanations = [PlainLabel(p.explanation, "secondary", wrap=True) for p in latest if p.explanation]
        self._more.setVisible(bool(explanations or earlier))
        self._more.setText(_("Earlier positions") if earlier else _("Explanation"))
        self._more.setChecked(False)
        self._rest.hide()
        replace_widgets(self._lines, [*explanations, *map(_position_row, earlier)])


class _SupportingLines(QWidget):
    """Supporting institutions, each with a button to take it off, and a field to add one."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._names: tuple[str, ...] = ()
        self._lines = column(2)
        self.add = LinkButton(_("Add…"), _("Add a supporting institution"))
        self.field = InstitutionField(_("Add a supporting institution"), _("Name of the institution"))
        self.field.hide()
        whole = column(4)
        self.setLayout(whole)
        whole.addLayout(self._lines)
        whole.addLayout(links_in_line(self.add))
        whole.addWidget(self.field)
        self.add.clicked.connect(self._open)
        self.field.institution_chosen.connect(self._add)

    def show_institutions(self, row: Recommendation, known: list[str], refusal: str) -> None:
        self._names = row.supporting
        replace_widgets(self._lines, [self._line(name, refusal) for name in row.supporting])
        if not row.supporting and refusal:
            replace_widgets(self._lines, [PlainLabel(_("none"), "secondary")])
        self.add.setVisible(not refusal)
        self.field.hide()
        others = [name for name in known if name != row.lead and name not in row.supporting]
        self.field.show_institution("", others)

    def _line(self, name: str, refusal: str) -> QWidget:
        holder = QWidget()
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(PlainLabel(name, wrap=True), 1)
        if not refusal:
            button = IconButton("close", _("Take off {name}").format(name=name), size=10)
            button.setProperty("institution", name)
            button.clicked.connect(self._remove)
            line.addWidget(button, alignment=Qt.AlignmentFlag.AlignTop)
        return holder

    @Slot()
    def _open(self) -> None:
        self.add.hide()
        self.field.show()
        self.field.setFocus()

    @Slot(str)
    def _add(self, name: str) -> None:
        if name:
            self.changed.emit([*self._names, name])

    @Slot()
    def _remove(self) -> None:
        name = self.sender().property("institution")
        self.changed.emit([other for other in self._names if other != name])


def _position_row(entry: PositionEntry) -> QWidget:
    day = long_day(entry.on) if entry.on else ""
    source = " · ".join(piece for piece in (day, entry.source, _as_printed(entry)) if piece)
    pieces: list[QWidget] = [PlainLabel(entry.position.label, wrap=True)]
    if source:
        pieces.append(PlainLabel(source, "caption", wrap=True))
    if entry.explanation:
        pieces.append(PlainLabel(entry.explanation, "secondary", wrap=True))
    return stacked(*pieces)


def _as_printed(entry: PositionEntry) -> str:
    if not entry.as_printed or entry.as_printed == entry.position.label:
        return ""
    return _("printed “{words}”").format(words=entry.as_printed)


def _fact_names() -> dict[str, str]:
    return {
        "theme": _("Themes"),
        "group": _("Persons"),
        "sdg": _("Goals"),
        "clusters": _("Clusters"),
        "category": _("Action"),
        "aliases": _("Also known as"),
    }


def _facts(row: Recommendation) -> dict[str, str]:
    """What the source and the State's planning say about a recommendation, a line for each value."""
    labels = {kind: [t.label for t in row.themes if t.kind == kind] for kind in ("theme", "group")}
    goals = dict.fromkeys(t.code or t.label for t in row.themes if t.kind == "sdg")
    category = row.action_category
    return {
        "theme": "\n".join(labels["theme"]),
        "group": "\n".join(labels["group"]),
        "sdg": ", ".join(goals),
        "clusters": "\n".join(row.clusters),
        "category": _("category {n} of 5").format(n=category) if category else "",
        "aliases": ", ".join(value for _kind, value in row.aliases),
    }


def _goals_in_words(row: Recommendation) -> str:
    codes = dict.fromkeys(t.code for t in row.themes if t.kind == "sdg" and t.code)
    return "\n".join(f"{code} {sdg_name(code, current_language())}" for code in codes)
