"""The details: what they show, the wishes they tell, what a profile may not do, and that nothing written is lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.exporters.factory import AS_OF, details, recommendation, text_version
from uprtracker.ui.fields.disclosure import Disclosure
from uprtracker.ui.fields.link_button import LinkButton
from uprtracker.ui.fields.reading_text import ReadingText
from uprtracker.ui.panels.details_panel import DetailsPanel
from uprtracker.ui.panels.several_words import several_words
from uprtracker.ui.theme import Appearance
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.read_model import (
    Annotation,
    Clause,
    HistoryEntry,
    Institution,
    PositionEntry,
    RecommendationDetails,
)
from uprtracker.vocabulary.status import Assessment, Status

AT = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
TEXT = text_version()
INSTITUTIONS = (
    Institution(1, "Ministry of Justice", "ministry"),
    Institution(2, "Ministry of the Interior", "ministry"),
    Institution(3, "National Institution", "nhri"),
)
SECRETARIAT = Actor(Profile.SECRETARIAT)
NHRI = Actor(Profile.NHRI, "", "National Institution")
Show = Callable[..., None]


@pytest.fixture
def panel(qtbot: QtBot, appearance: Appearance) -> DetailsPanel:
    made = DetailsPanel()
    qtbot.addWidget(made)
    made.resize(390, 900)
    made.show()
    return made


@pytest.fixture
def show(panel: DetailsPanel) -> Show:
    def shown(about: RecommendationDetails | None, actor: Actor = SECRETARIAT, search: str = "") -> None:
        panel.show_details(about, TEXT, INSTITUTIONS, actor, search, AS_OF)
        QApplication.processEvents()

    return shown


def told(signal: Any) -> list[tuple[Any, ...]]:
    """What a signal emits from now on."""
    heard: list[tuple[Any, ...]] = []
    signal.connect(lambda *values: heard.append(values))
    return heard


def words(widget: QWidget) -> str:
    """All text that can be seen in a widget."""
    QApplication.processEvents()
    labels = [label for label in widget.findChildren(QLabel) if label.isVisible()]
    return "\n".join(
        label.plain_text() if isinstance(label, ReadingText) else label.text() for label in labels
    )


def link(widget: QWidget, text: str) -> LinkButton:
    QApplication.processEvents()
    return next(b for b in widget.findChildren(LinkButton) if b.text() == text and b.isVisible())


def of(index: int, **changes: Any) -> RecommendationDetails:
    return details(recommendation(index, **changes))


def note(id_: int, thread: str, text: str, **changes: Any) -> Annotation:
    made = Annotation(
        id_, thread, "Reviewer", "National Institution", AT, text, "open", Confidentiality.PUBLIC
    )
    return replace(made, **changes)


# what is shown


def test_without_a_recommendation_it_says_what_to_do(panel: DetailsPanel, show: Show) -> None:
    show(None)
    assert "Select a recommendation" in words(panel)


def test_several_are_counted_with_what_can_be_done(panel: DetailsPanel, show: Show) -> None:
    show(of(1))
    panel.show_several(12, several_words(Actor(Profile.SECRETARIAT, "Secretariat"), ""))
    assert "12 selected" in words(panel)
    assert "140.1" not in words(panel)


def test_head_names_number_states_symbol_and_cycle(panel: DetailsPanel, show: Show) -> None:
    show(of(6))
    assert "140.6" in words(panel)
    assert "France, Mexico · A/HRC/00/00 · cycle 4" in words(panel)


def test_text_is_shown_as_it_stands_whatever_signs_it_holds(panel: DetailsPanel, show: Show) -> None:
    show(of(4), search="rights")
    assert '<b>all</b> & any "obstacles"' in words(panel.heading)
    shown = panel.heading.findChild(ReadingText).text()
    assert "<b>" not in shown
    assert "background-color" not in shown or "rights" in shown.casefold()


def test_hits_of_the_search_are_marked(panel: DetailsPanel, show: Show) -> None:
    show(of(1, text="Protect every defender"), search="defend")
    marked = panel.heading.findChild(ReadingText).text()
    assert 'background-color:#fff1b8">defend</span>' in marked


def test_each_clause_stands_with_its_states(panel: DetailsPanel, show: Show) -> None:
    clauses = (
        Clause("Adopt a law", ("FRA",), ("France",)),
        Clause("Train judges", ("KEN", "NOR"), ("Kenya", "Norway")),
    )
    show(of(1, clauses=clauses))
    lines = words(panel.heading).split("\n")
    assert lines[lines.index("Adopt a law") + 1] == "France"
    assert lines[lines.index("Train judges") + 1] == "Kenya, Norway"


def test_a_draft_stands_beside_the_official_status(panel: DetailsPanel, show: Show) -> None:
    show(of(5, official=Status.PLANNED, status=Status.IN_PROGRESS, status_validated=False))
    assert panel.fields.status.field.accessibleDescription() == "In progress, draft"
    assert "Official: Planned" in words(panel.fields)
    assert panel.fields.status.validate.isVisible()


def test_without_an_entry_the_status_is_not_reported(panel: DetailsPanel, show: Show) -> None:
    show(of(1, official=None, status=None))
    assert panel.fields.status.field.accessibleDescription() == "Not reported"


def test_due_date_says_how_far_it_is(panel: DetailsPanel, show: Show) -> None:
    show(of(1, official=Status.PLANNED, due_on=date(2027, 6, 30)))
    assert panel.fields.due.edit.text() == "30 June 2027"
    assert panel.fields.due.edit.note == "in 7 months"
    show(of(2, official=Status.PLANNED, due_on=date(2026, 6, 30)))
    assert "Overdue, 4 months ago" in words(panel.fields)


def test_earlier_positions_and_explanations_open_on_demand(panel: DetailsPanel, show: Show) -> None:
    base = of(1)
    latest = PositionEntry(base.row.position, "Supported", False, AS_OF, "Add.1", "The bill is pending.")
    earlier = PositionEntry(base.row.position, "Pending", False, date(2025, 1, 2), "Report", "")
    show(replace(base, positions=(latest, earlier)))
    assert "The bill is pending." not in words(panel.fields)
    link(panel.fields, "Earlier positions").click()
    assert "The bill is pending." in words(panel.fields)
    assert "2 January 2025" in words(panel.fields)


def test_paragraph_text_is_one_key_away_and_stays_open(panel: DetailsPanel, show: Show, qtbot: QtBot) -> None:
    show(of(4))
    head = panel.links.findChildren(Disclosure)[0]
    assert "Calls upon the addressees" not in words(panel.links)
    qtbot.keyClick(head, Qt.Key.Key_Return)
    assert "Calls upon the addressees" in words(panel.links)
    assert "Reason: names defenders" in words(panel.links)
    assert "Linked by Secretariat, 1 June 2026" in words(panel.links)
    show(of(4))
    assert "Calls upon the addressees" in words(panel.links)


def test_undecided_and_concerning_none_are_told_apart(panel: DetailsPanel, show: Show) -> None:
    show(of(3))
    assert "Not yet linked" in words(panel.links)
    show(of(2))
    assert "Concerns no paragraph of the text" in words(panel.links)
    assert not panel.links.concerns_none.isVisible()


def test_dispute_is_said_beside_the_assessment(panel: DetailsPanel, show: Show) -> None:
    show(of(4, official=Status.FULLY_IMPLEMENTED, assessment=Assessment.NOT_IMPLEMENTED))
    assert "Assessed as not implemented" in words(panel.notes)
    assert "Disputed" in words(panel.notes)


def test_notes_stand_in_threads_with_level_and_state(panel: DetailsPanel, show: Show) -> None:
    notes = (
        note(3, "b", "Another matter", confidentiality=Confidentiality.GOVERNMENT),
        note(2, "a", "An answer", institution="Ministry of Justice"),
        note(1, "a", "A question", state="answered"),
    )
    show(replace(of(1), annotations=notes, withheld=2))
    text = words(panel.notes)
    assert text.index("Another matter") < text.index("A question") < text.index("An answer")
    assert "Government" in text
    assert "Answered" in text
    assert "2 items are not shown to your profile." in text


def test_history_opens_whole_and_reverts_an_action(panel: DetailsPanel, show: Show) -> None:
    entries = tuple(_change(seq, f"batch-{seq}") for seq in range(9, 0, -1))
    show(replace(of(1), history=entries))
    assert words(panel.history).count("Status Planned → In progress, Focal point") == 3
    heard = told(panel.history_revert_requested)
    link(panel.history, "All…").click()
    assert words(panel.history).count("Status Planned → In progress") == 9
    link(panel.history, "Revert").click()
    assert heard == [("batch-9",)]


def _change(seq: int, batch: str) -> HistoryEntry:
    return HistoryEntry(
        seq, batch, AT, "Focal point", Profile.MINISTRY, 1, "140.1", "status_entry", "create",
        "status", "planned", "in_progress", "",
    )  # fmt: skip


# wishes


def test_a_status_is_told_and_the_field_waits_for_the_dossier(panel: DetailsPanel, show: Show) -> None:
    show(of(1, official=Status.PLANNED, status=Status.PLANNED))
    heard = told(panel.status_edited)
    _choose(panel, Status.IN_PROGRESS)
    assert heard == [(1, Status.IN_PROGRESS, "")]
    assert panel.fields.status.field.accessibleDescription() == "Planned"


def test_a_status_that_needs_a_reason_asks_for_it_first(
    panel: DetailsPanel, show: Show, qtbot: QtBot
) -> None:
    show(of(1, official=Status.PLANNED, status=Status.PLANNED))
    heard = told(panel.status_edited)
    _choose(panel, Status.FULLY_IMPLEMENTED)
    reason = panel.fields.status.reason
    assert heard == []
    assert reason.send.text() == "Set to Fully implemented"
    reason.send.click()
    assert heard == []
    assert "The text is empty" in words(panel.fields)
    qtbot.keyClicks(reason.text, "The Act is in force.")
    qtbot.keyClick(reason.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert heard == [(1, Status.FULLY_IMPLEMENTED, "The Act is in force.")]


def test_cancelling_a_reason_restores_the_status(panel: DetailsPanel, show: Show, qtbot: QtBot) -> None:
    show(of(1, official=Status.PLANNED, status=Status.PLANNED))
    _choose(panel, Status.NOT_BEING_IMPLEMENTED)
    qtbot.keyClick(panel.fields.status.reason.text, Qt.Key.Key_Escape)
    assert panel.fields.status.field.currentText() == "Planned"
    assert not panel.fields.status.reason.isVisible()


def test_the_wheel_and_the_arrow_keys_change_no_status(panel: DetailsPanel, show: Show, qtbot: QtBot) -> None:
    show(of(1, official=Status.PLANNED, status=Status.PLANNED))
    heard = told(panel.status_edited)
    field = panel.fields.status.field
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert field.view().isVisible()
    field.hidePopup()
    assert heard == []
    assert field.currentText() == "Planned"


def test_validation_lead_supporting_and_due_are_told(panel: DetailsPanel, show: Show, qtbot: QtBot) -> None:
    show(
        of(
            5,
            official=Status.PLANNED,
            status=Status.IN_PROGRESS,
            status_validated=False,
            lead="Ministry of Justice",
            supporting=("Ministry of Finance",),
            due_on=date(2027, 6, 30),
        )
    )
    validated, lead = told(panel.validate_requested), told(panel.lead_edited)
    supporting, due = told(panel.supporting_edited), told(panel.due_edited)
    panel.fields.status.validate.click()
    line = panel.fields.lead.lineEdit()
    line.selectAll()
    qtbot.keyClicks(line, "ministry of the interior")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    _button(panel.fields.supporting, "Take off Ministry of Finance").click()
    panel.fields.due.edit.clear()
    qtbot.keyClick(panel.fields.due.edit, Qt.Key.Key_Return)
    assert validated == [(5,)]
    assert lead == [(5, "Ministry of the Interior")]
    assert supporting == [(5, [])]
    assert due == [(5, None)]


def test_half_a_name_left_behind_makes_no_institution(panel: DetailsPanel, show: Show, qtbot: QtBot) -> None:
    show(of(1, lead="Ministry of Justice"))
    heard = told(panel.lead_edited)
    line = panel.fields.lead.lineEdit()
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Agency for")
    assert "A new institution" in words(panel.fields)
    panel.fields.lead.completer().popup().hide()
    line.editingFinished.emit()
    assert heard == []
    assert line.text() == "Ministry of Justice"


def test_links_are_wished_for_by_paragraph(panel: DetailsPanel, show: Show) -> None:
    show(of(4))
    asked, unlinked, opened = (
        told(panel.linking_requested),
        told(panel.unlink_requested),
        told(panel.paragraph_opened),
    )
    panel.links.action.click()
    panel.links.findChildren(Disclosure)[0].click()
    first = recommendation(4).paragraph_labels[0]
    link(panel.links, "Unlink").click()
    link(panel.links, "Show in the resolution").click()
    assert asked == [(4,)]
    assert unlinked == [(4, first)]
    assert opened == [(first,)]


def test_what_was_rejected_can_be_linked_after_all(panel: DetailsPanel, show: Show) -> None:
    rejected = replace(recommendation(4).paragraphs[0], state="rejected", label="22", short="NHRIs")
    show(replace(of(3), rejected=(rejected,)))
    heard, none = told(panel.link_requested), told(panel.concerns_none_requested)
    assert "Rejected: 22 NHRIs" in words(panel.links)
    link(panel.links, "Link after all").click()
    panel.links.concerns_none.click()
    assert heard == [(3, "22", "")]
    assert none == [(3,)]


def test_progress_is_told_with_day_and_level(panel: DetailsPanel, show: Show, qtbot: QtBot) -> None:
    show(of(1))
    heard = told(panel.progress_written)
    panel.progress.action.click()
    entry = panel.progress.entry
    qtbot.keyClicks(entry.text, "A draft was published.")
    entry.send.click()
    assert heard == [(1, "A draft was published.", AS_OF, Confidentiality.PUBLIC)]


def test_an_annotation_and_an_answer_are_told(panel: DetailsPanel, show: Show, qtbot: QtBot) -> None:
    show(replace(of(1), annotations=(note(7, "thread-7", "A question"),)))
    heard, states = told(panel.annotation_written), told(panel.annotation_state_requested)
    qtbot.keyClicks(_field(panel), "Please check.")
    panel.notes.entry.send.click()
    link(panel.notes, "Answer…").click()
    thread = panel.notes._threads["thread-7"]
    qtbot.keyClicks(thread.entry.text, "It is so.")
    thread.entry.send.click()
    link(panel.notes, "Resolve").click()
    assert heard == [
        (1, "Please check.", Confidentiality.GOVERNMENT, None, ""),
        (1, "It is so.", Confidentiality.PUBLIC, None, "thread-7"),
    ]
    assert states == [(7, "resolved")]


def test_a_note_of_the_nhri_is_restricted_unless_it_says_otherwise_and_it_may_assess(
    panel: DetailsPanel, show: Show, qtbot: QtBot
) -> None:
    show(of(1), NHRI)
    heard = told(panel.annotation_written)
    entry = panel.notes.entry
    qtbot.keyClicks(_field(panel), "No act was adopted.")
    assert entry.level.level() is Confidentiality.RESTRICTED
    entry.level.set_level(Confidentiality.PUBLIC)
    entry.assessment.set_assessment(Assessment.NOT_IMPLEMENTED)
    assert entry.assessment.isVisible()
    entry.send.click()
    assert heard == [(1, "No act was adopted.", Confidentiality.PUBLIC, Assessment.NOT_IMPLEMENTED, "")]


# what is begun is kept


def test_begun_texts_survive_a_change_of_selection(panel: DetailsPanel, show: Show, qtbot: QtBot) -> None:
    first = replace(
        of(1, official=Status.PLANNED, status=Status.PLANNED), annotations=(note(7, "t", "A question"),)
    )
    show(first)
    qtbot.keyClicks(_field(panel), "A long note")
    panel.progress.action.click()
    qtbot.keyClicks(panel.progress.entry.text, "Some progress")
    panel.notes._threads["t"].open_answer()
    qtbot.keyClicks(panel.notes._threads["t"].entry.text, "An answer")
    _choose(panel, Status.FULLY_IMPLEMENTED)
    qtbot.keyClicks(panel.fields.status.reason.text, "A reason")
    show(of(2))
    assert _field(panel).toPlainText() == ""
    assert not panel.progress.entry.isVisible()
    assert not panel.fields.status.reason.isVisible()
    panel.show_several(3, "")
    show(first)
    assert _field(panel).toPlainText() == "A long note"
    assert panel.progress.entry.text.toPlainText() == "Some progress"
    assert panel.notes._threads["t"].entry.text.toPlainText() == "An answer"
    assert panel.fields.status.reason.text.toPlainText() == "A reason"
    assert panel.fields.status.field.currentText() == "Fully implemented"


def test_a_text_is_kept_until_it_has_arrived(panel: DetailsPanel, show: Show, qtbot: QtBot) -> None:
    show(of(1))
    qtbot.keyClicks(_field(panel), "A long note")
    panel.notes.entry.send.click()
    show(of(1))
    assert _field(panel).toPlainText() == "A long note"
    show(replace(of(1), annotations=(note(9, "new", "A long note"),)))
    assert _field(panel).toPlainText() == ""


# what may not be done


def test_the_delegation_reads_and_is_told_why(panel: DetailsPanel, show: Show) -> None:
    show(of(4), Actor(Profile.DELEGATION))
    assert "The delegation reads and prints" in words(panel)
    for control in (panel.fields.status.field, panel.fields.lead, panel.fields.due, panel.links.action):
        assert not control.isEnabled()
        assert "delegation reads and prints" in control.accessibleDescription()
    assert not panel.notes.entry.isVisible()


def test_a_ministry_follows_up_what_is_its_own(panel: DetailsPanel, show: Show) -> None:
    justice = Actor(Profile.MINISTRY, "", "Ministry of Justice")
    show(of(1, lead="Ministry of Justice"), justice)
    assert panel.fields.status.field.isEnabled()
    assert not panel.fields.lead.isEnabled()
    assert "for the secretariat" in panel.fields.lead.toolTip()
    show(of(2, lead="Ministry of Health"), justice)
    assert not panel.fields.status.field.isEnabled()
    assert "is not assigned to Ministry of Justice" in panel.fields.status.field.toolTip()
    assert panel.notes.entry.isEnabled()


def test_only_validating_profiles_see_the_button(panel: DetailsPanel, show: Show) -> None:
    draft = of(5, official=Status.PLANNED, status=Status.IN_PROGRESS, status_validated=False)
    show(draft, NHRI)
    assert not panel.fields.status.validate.isVisible()
    assert "Official: Planned" in words(panel.fields)


def test_a_dossier_that_can_only_be_read_says_why(panel: DetailsPanel, show: Show) -> None:
    panel.set_read_only("another program is writing it")
    show(of(1))
    assert "The dossier can only be read: another program is writing it." in words(panel)
    assert not panel.fields.status.field.isEnabled()


# for everybody


def test_every_control_has_a_name(panel: DetailsPanel, show: Show) -> None:
    show(replace(of(5), annotations=(note(7, "t", "A question"),)))
    panel.progress.action.click()
    unnamed = [
        f"{type(child).__name__} {child.objectName()}"
        for child in panel.findChildren(QWidget)
        if child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not QAccessible.queryAccessibleInterface(child).text(QAccessible.Text.Name)
    ]
    assert unnamed == []


def test_names_that_scripts_rely_on(panel: DetailsPanel) -> None:
    assert panel.objectName() == "details_panel"
    for name in ("status_field", "lead_field", "annotation_field"):
        assert panel.findChild(QWidget, name) is not None


@pytest.mark.parametrize("index", [4, 5, 9])
def test_nothing_is_wider_than_the_panel(panel: DetailsPanel, show: Show, index: int) -> None:
    show(replace(of(index), annotations=(note(7, "t", "A question"),)))
    panel.progress.action.click()
    panel.notes._threads["t"].open_answer()
    QApplication.processEvents()
    room = panel.width()
    beyond = [
        child
        for child in panel.findChildren(QWidget)
        if child.isVisible()
        and child.window() is panel
        and child.mapTo(panel, child.rect().topRight()).x() > room
    ]
    assert beyond == []


def _choose(panel: DetailsPanel, status: Status) -> None:
    field = panel.fields.status.field
    field.point_at(status)
    field.activated.emit(field.currentIndex())


def _field(panel: DetailsPanel) -> Any:
    return panel.findChild(QWidget, "annotation_field")


def _button(widget: QWidget, name: str) -> Any:
    return next(b for b in widget.findChildren(QWidget) if b.accessibleName() == name)


@pytest.mark.parametrize(
    ("profile", "said"),
    [
        (Profile.NHRI, "The menu of the selection writes one annotation for all of them."),
        (Profile.DELEGATION, "In this profile they are only read."),
    ],
)
def test_several_rows_offer_only_what_the_profile_may_do(profile: Profile, said: str) -> None:
    assert several_words(Actor(profile, "Somebody"), "") == said


def test_several_rows_of_a_dossier_that_can_only_be_read_say_why() -> None:
    words = several_words(Actor(Profile.SECRETARIAT, "Somebody"), "its folder is write-protected")
    assert words == "The dossier can only be read: its folder is write-protected."
