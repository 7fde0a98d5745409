"""The history in words: what one entry says to a person who was not there."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date

from uprtracker.i18n import N_, _
from uprtracker.ui.fields.day_text import long_day
from uprtracker.ui.panels.joint_history_words import joint_sentence
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.read_model import HistoryEntry
from uprtracker.vocabulary.status import Assessment, Status, bucket_label, bucket_of


def history_sentence(entry: HistoryEntry) -> str:
    """`Status Planned → In progress`; empty for an entry that only accompanies another one of the same action."""
    if (
        entry.field in ("validated_by", "focal point", "file")
        or entry.new == "linked"
        or entry.old == "linked"
    ):
        return ""
    if (joint := joint_sentence(entry)) is not None:
        return joint
    if entry.field in _VALUES:
        name, words = _VALUES[entry.field]
        if entry.action == "withdraw":
            return _("{field} {old} taken back").format(field=_(name), old=words(entry.old))
        return _changed(_(name), words(entry.old), words(entry.new))
    if entry.field == "supporting":
        told = _("Supporting: {name} added") if entry.new else _("Supporting: {name} removed")
        return told.format(name=entry.new or entry.old)
    event = _HAPPENED.get((entry.field, entry.action)) or _HAPPENED.get((entry.field, ""))
    if event:
        return _(event).format(old=entry.old, new=entry.new)
    return _changed(entry.field.replace("_", " ").capitalize(), entry.old, entry.new)


def history_line(entry: HistoryEntry) -> str:
    """The sentence with who made the change, for lists."""
    return _("{what}, {who}").format(what=history_sentence(entry), who=entry.by)


def worth_telling(entries: tuple[HistoryEntry, ...]) -> tuple[HistoryEntry, ...]:
    """The entries that have something to say, in their order."""
    written = {entry.batch for entry in entries if entry.field == "annotation"}
    return tuple(
        entry
        for entry in entries
        if history_sentence(entry) and not (entry.field == "state" and entry.batch in written)
    )


def _changed(name: str, old: str, new: str) -> str:
    if not old:
        return _("{field}: {new}").format(field=name, new=new or _("none"))
    return _("{field} {old} → {new}").format(field=name, old=old, new=new or _("none"))


def _status(stored: str) -> str:
    with suppress(ValueError):
        return bucket_label(bucket_of(Status(stored) if stored else None))
    return stored


def _assessment(stored: str) -> str:
    return Assessment(stored).label if stored in list(Assessment) else stored


def _position(stored: str) -> str:
    return Position(stored).label if stored in list(Position) else stored


def _day(stored: str) -> str:
    with suppress(ValueError):
        return long_day(date.fromisoformat(stored))
    return stored


_VALUES: dict[str, tuple[str, Callable[[str], str]]] = {
    "status": (N_("Status"), _status),
    "lead": (N_("Lead"), str),
    "due_on": (N_("Due"), _day),
    "assessment": (N_("Assessment"), _assessment),
    "position": (N_("Position"), _position),
    "cluster": (N_("Cluster"), str),
}
"""Fields with a value before and after: their name, and how a stored value is said."""

_HAPPENED = {
    ("link", "withdraw"): N_("Unlinked from paragraph {old}"),
    ("link", ""): N_("Linked to paragraph {new}"),
    ("rejected link", "withdraw"): N_("Paragraph {old} no longer rejected"),
    ("rejected link", ""): N_("Paragraph {new} rejected"),
    ("decision", "withdraw"): N_("No longer decided that it concerns no paragraph"),
    ("decision", ""): N_("Decided that it concerns no paragraph"),
    ("annotation", "withdraw"): N_("Annotation taken back"),
    ("annotation", ""): N_("Annotation written"),
    ("state", ""): N_("Annotation marked {new}"),
    ("progress", "withdraw"): N_("Progress taken back"),
    ("progress", ""): N_("Progress added"),
    ("evidence", "withdraw"): N_("Evidence taken back"),
    ("evidence", ""): N_("Evidence added"),
    ("measure", "withdraw"): N_("Measure taken back: {old}"),
    ("measure", ""): N_("Measure added: {new}"),
    ("validated_at", ""): N_("Status validated"),
    ("content", ""): N_("Text changed"),
    ("themes", ""): N_("Themes changed"),
    ("recommendation", "withdraw"): N_("Recommendation withdrawn"),
    ("recommendation", "restore"): N_("Recommendation restored"),
    ("recommendation", ""): N_("Recommendation recorded"),
    ("snapshot", ""): N_("Snapshot “{new}” frozen"),
    ("document", ""): N_("Document {new} recorded"),
    ("institution", "withdraw"): N_("Institution taken back: {old}"),
    ("institution", ""): N_("Institution recorded: {new}"),
}
"""Events without a value worth comparing, by field and action; an empty action stands for every other one."""
