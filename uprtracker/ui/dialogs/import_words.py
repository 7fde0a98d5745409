"""How the window names what an import reads: the kinds of sources, and what a file brings."""

from typing import TYPE_CHECKING

from uprtracker.i18n import _, ngettext

if TYPE_CHECKING:
    from uprtracker.services.import_plan import ImportPlan
    from uprtracker.services.importing_files import PlannedFile


def source_words(key: str) -> str:
    """What a file was recognised as; `key` is the command line's word."""
    return {
        "thematic-list": _("Thematic list"),
        "wg-report": _("Report of the Working Group"),
        "addendum": _("Addendum with the positions"),
        "uhri": _("Universal Human Rights Index"),
        "upr-info": _("UPR Info database"),
        "impact-oss": _("IMPACT OSS template"),
        "spreadsheet": _("Table of your own"),
        "advance-questions": _("Advance questions"),
    }.get(key, key)


def file_words(file: "PlannedFile") -> str:
    """What a file brings, `254 new, 3 in doubt`, or why it brings nothing."""
    if file.plan is None:
        return _("Say what its columns hold") if file.needs_columns else file.refusal
    return brings(file.plan) or _("nothing new")


def brings(plan: "ImportPlan") -> str:
    """What a plan would write and what waits; empty where everything is in the dossier already."""
    new, changed, doubtful = (len(plan.of_kind(kind)) for kind in ("new", "changed", "in_doubt"))
    pieces = (
        (new, ngettext("{n} new", "{n} new", new)),
        (changed, ngettext("{n} changed", "{n} changed", changed)),
        (doubtful, ngettext("{n} in doubt", "{n} in doubt", doubtful)),
        (plan.new_questions, ngettext("{n} question", "{n} questions", plan.new_questions)),
        (plan.new_reference, ngettext("{n} for reference", "{n} for reference", plan.new_reference)),
    )
    return ", ".join(words.format(n=n) for n, words in pieces if n)
