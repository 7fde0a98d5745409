"""The page of disputes: what the State says and what the NHRI finds, side by side, and the annotations about it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from uprtracker.i18n import _, ngettext
from uprtracker.ui.fields.names_filter import NamesFilter
from uprtracker.ui.item_models.item_table_model import ItemColumn, ItemTableModel
from uprtracker.ui.item_table import ItemTable
from uprtracker.ui.panels.dispute_pane import DisputePane, official_entry
from uprtracker.ui.panels.empty_state import EmptyState
from uprtracker.ui.panels.list_frame import ListFrame, side_by_side
from uprtracker.ui.panels.section import column
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.figures import by_number
from uprtracker.vocabulary.profile import Actor
from uprtracker.vocabulary.read_model import Recommendation, RecommendationDetails
from uprtracker.vocabulary.status import bucket_label

_PANE_SHARE = 34


class DisputedPage(QWidget):
    """Shows what it is given. Neither side's words can be changed here; both can be answered."""

    recommendation_opened = Signal(int)
    list_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("ground", "paper")
        self._details: list[RecommendationDetails] = []
        self._told = PlainLabel("", "secondary", wrap=True)
        self.ministry = NamesFilter(_("Ministry"), _("All ministries"), _("Without lead ministry"))
        self.theme = NamesFilter(_("Theme"), _("All themes"), _("Without a theme"))
        self.model = ItemTableModel(_columns(), lambda details: details.row.id, parent=self)
        self.table = ItemTable(self.model, _("Disputed recommendations"), lines=4)
        self.table.setObjectName("disputed_table")
        self.pane = DisputePane()
        self.empty = EmptyState()
        self.empty.say(
            _("Nothing is disputed"),
            _(
                "A recommendation stands here when the official status and the NHRI's assessment contradict each other. "
                "Without an assessment nothing is disputed."
            ),
            _("Show the recommendations"),
        )
        self._lay_out()
        self.setFocusProxy(self.table)
        self.ministry.activated.connect(self._narrow)
        self.theme.activated.connect(self._narrow)
        self.table.current_changed.connect(self.pane.show_details)
        self.table.opened.connect(self._open)
        self.pane.recommendation_opened.connect(self.recommendation_opened)
        self.empty.requested.connect(self.list_requested)

    def show_disputes(
        self, details: Sequence[RecommendationDetails], actor: Actor, read_only: str = ""
    ) -> None:
        """Show the disputed ones of these; `read_only` says why nothing can be answered."""
        self._details = list(details)
        rows = [one.row for one in self._details]
        self.pane.serve(actor, read_only)
        self.ministry.offer(sorted({row.lead for row in rows}, key=str.casefold))
        self.theme.offer(sorted({label for row in rows for label in _themes(row)}, key=str.casefold))
        count = len(by_number(rows))
        words = ngettext(
            "On {n} recommendation the State and the NHRI contradict each other.",
            "On {n} recommendations the State and the NHRI contradict each other.",
            count,
        )
        self._told.setText(words.format(n=count))
        self._frame.show_filled(bool(rows))
        self._narrow()

    def _lay_out(self) -> None:
        filters = QHBoxLayout()
        filters.setSpacing(12)
        filters.addWidget(self.ministry)
        filters.addWidget(self.theme)
        filters.addStretch()
        body = side_by_side(self.table, self.pane, _PANE_SHARE)
        self._frame = ListFrame((self._told, filters), body, self.empty, top=12)
        whole = column(0)
        whole.addWidget(self._frame)
        self.setLayout(whole)

    @Slot()
    def _narrow(self) -> None:
        self.model.set_items(
            one
            for one in self._details
            if self.ministry.lets_through(one.row.lead) and self.theme.lets_through(*_themes(one.row))
        )

    @Slot(object)
    def _open(self, details: RecommendationDetails) -> None:
        self.recommendation_opened.emit(details.row.id)


def _themes(row: Recommendation) -> tuple[str, ...]:
    """The labels of its themes; an empty one where it has none."""
    return tuple(theme.label for theme in row.themes if theme.kind == "theme") or ("",)


def _columns() -> list[ItemColumn]:
    return [
        ItemColumn(_("No."), lambda d: d.row.label, 76, "strong"),
        ItemColumn(_("Recommendation"), lambda d: d.row.text, note=lambda d: d.row.lead),
        ItemColumn(
            _("The State says"),
            lambda d: bucket_label(d.row.bucket),
            0,
            "plain",
            _comment,
            lambda d: d.row.bucket,
        ),
        ItemColumn(_("Evidence"), lambda d: str(len(d.evidence)), 76, "number"),
        ItemColumn(_("The NHRI finds"), _assessment, 0, "plain", _finding),
    ]


def _comment(details: RecommendationDetails) -> str:
    entry = official_entry(details)
    return entry.comment if entry else ""


def _assessment(details: RecommendationDetails) -> str:
    return details.assessments[0].assessment.label if details.assessments else ""


def _finding(details: RecommendationDetails) -> str:
    """The citation, or the words, of the latest assessment."""
    if not details.assessments:
        return ""
    latest = details.assessments[0]
    return latest.citation or latest.comment
