"""Commands that only read: they work on a read-only or locked dossier too, and say so."""

import argparse

from uprtracker import api
from uprtracker.commands.output import note, print_change, print_json, print_table
from uprtracker.i18n import _, ngettext
from uprtracker.services.checking import CheckResult
from uprtracker.vocabulary.history_value import printed_value
from uprtracker.vocabulary.read_model import HistoryEntry


def open_for_reading(arguments: argparse.Namespace) -> api.OpenDossier:
    dossier = api.open_dossier(
        arguments.dossier,
        profile=getattr(arguments, "profile", "secretariat"),
        institution=getattr(arguments, "institution", ""),
        by=getattr(arguments, "by", ""),
    )
    say_read_only(dossier)
    return dossier


def say_read_only(dossier: api.OpenDossier) -> None:
    """Tell a person, not a script, that nothing can be written."""
    if dossier.read_only:
        note(_("Read only: {reason}.").format(reason=dossier.read_only))


def list_recommendations(arguments: argparse.Namespace, filters: dict[str, object]) -> int:
    with open_for_reading(arguments) as dossier:
        if arguments.json:
            print_json(dossier.list(text=arguments.text, **filters))
            return 0
        rows = dossier.rows(text=arguments.text, **filters)
    header = (_("No."), _("Recommendation"), _("Position"), _("Official status"), _("Lead"), _("Paragraphs"))
    lines = [
        (
            row.label,
            row.text,
            row.position.label,
            row.official.label if row.official else _("Not reported"),
            row.lead,
            ", ".join(row.paragraph_labels),
        )
        for row in rows
    ]
    print_table(header, lines)
    note(ngettext("{n} recommendation", "{n} recommendations", len(lines)).format(n=len(lines)))
    return 0


def show_coverage(arguments: argparse.Namespace) -> int:
    with open_for_reading(arguments) as dossier:
        paragraphs = dossier.coverage(arguments.text)
    if arguments.json:
        print_json(paragraphs)
        return 0
    gaps = {"no_recommendation": _("no recommendation"), "not_started": _("nothing beyond planned"), None: ""}
    lines = [
        (
            p["label"],
            p["short"],
            str(sum(p["counts"].values())),
            ", ".join(f"{word} {n}" for word, n in p["counts"].items() if n),
            gaps[p["gap"]],
        )
        for p in paragraphs
        if not p["label"].startswith("PP") or sum(p["counts"].values())
    ]
    print_table((_("Paragraph"), _("About"), _("Linked"), _("Official status"), _("Gap")), lines)
    return 0


def check(arguments: argparse.Namespace) -> int:
    with open_for_reading(arguments) as dossier:
        result = dossier.check()
    if arguments.json:
        print_json(
            {
                "ok": result.ok,
                "findings": [
                    {"rule": f.rule, "where": f.where, "message": f.message} for f in result.findings
                ],
                "chain_head": result.chain_head,
            }
        )
    else:
        for finding in result.findings:
            print(f"{finding.where}: {finding.message} [{finding.rule}]")
        if result.ok:
            print(_("The dossier is in order."))
        print(_("Head of the history: {head}").format(head=result.chain_head))
        print(_seal_words(result))
    return 0 if result.ok else 1


def _seal_words(result: CheckResult) -> str:
    if result.keyed:
        return _("{keyed} of {n} entries are sealed with the key of this machine.").format(
            keyed=result.keyed, n=result.entries
        )
    return _("No entry is sealed with a key of this machine: note the head outside the dossier.")


def show_history(arguments: argparse.Namespace) -> int:
    if arguments.revert:
        return _revert(arguments)
    with open_for_reading(arguments) as dossier:
        entries = dossier.history(arguments.number or "", cycle=arguments.cycle)
    if arguments.json:
        print_json([_history_json(entry) for entry in entries])
        return 0
    lines = [
        (
            str(e.seq),
            e.at.strftime("%Y-%m-%d %H:%M"),
            e.number,
            e.field,
            printed_value(e.field, e.old),
            printed_value(e.field, e.new),
            e.by,
        )
        for e in entries
    ]
    print_table(("id", _("When"), _("No."), _("Field"), _("From"), _("To"), _("By")), lines, widest=40)
    return 0


def _revert(arguments: argparse.Namespace) -> int:
    """It writes: a dossier that is read-only is refused with one sentence."""
    with api.open_dossier(
        arguments.dossier, profile=arguments.profile, institution=arguments.institution, by=arguments.by
    ) as dossier:
        return print_change(dossier.revert(arguments.revert))


def _history_json(entry: HistoryEntry) -> dict[str, object]:
    return {
        "id": entry.seq,
        "batch": entry.batch,
        "number": entry.number,
        "entity": entry.entity,
        "action": entry.action,
        "field": entry.field,
        "from": printed_value(entry.field, entry.old) or None,
        "to": printed_value(entry.field, entry.new) or None,
        "reason": entry.reason,
        "by": entry.by,
        "profile": entry.profile.value,
        "at": entry.at.isoformat(),
    }


def export(arguments: argparse.Namespace, filters: dict[str, object]) -> int:
    with open_for_reading(arguments) as dossier:
        remark = dossier.export(
            arguments.product,
            arguments.to,
            audience=arguments.audience,
            language=arguments.language,
            as_of=arguments.as_of,
            since=arguments.since,
            sheets=arguments.sheets,
            **filters,
        )
    note(_("Written: {file}").format(file=arguments.to))
    if remark:
        note(remark)
    return 0


def pictures(arguments: argparse.Namespace) -> int:
    """Draws off screen: no display is needed."""
    import os

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from uprtracker.ui.pictures import take_pictures

    with open_for_reading(arguments) as dossier:
        written = take_pictures(
            dossier.dossier,
            arguments.to,
            language=arguments.language,
            theme=arguments.theme,
            size=arguments.size,
        )
    for path in written:
        print(path)
    return 0
