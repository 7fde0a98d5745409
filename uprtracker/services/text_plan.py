"""What a file would become as a text of the dossier: which instrument, which version, or one that is there already."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.importers.resolution import ParsedResolution
from uprtracker.importers.resolution_instrument import instrument_text
from uprtracker.models.instrument import Instrument, TextVersion
from uprtracker.services.concordance import bundled_target
from uprtracker.services.text_loader import load_text_version, standing_versions, text_name
from uprtracker.vocabulary.instrument import InstrumentText
from uprtracker.vocabulary.text import fold, words

SOURCE = "resolution"
LONGEST_KEY = 64
LONGEST_VERSION = 64
LONGEST_TITLE = 400


@dataclass(frozen=True)
class TextPlan:
    """A text as read, with the identity it would have. `standing` names the text of the dossier that is the same."""

    path: Path
    parsed: ParsedResolution
    text: InstrumentText
    standing: str

    @property
    def name(self) -> str:
        return self.standing or text_name(self.text.instrument, self.text.version)

    def to_json(self) -> dict[str, Any]:
        """The result of an import as COMMANDS.md prints it; for a text its counts are of paragraphs."""
        count = len(self.text.paragraphs)
        instrument, _sep, version = self.name.partition("@")
        return {
            "source": SOURCE,
            "state": None,
            "cycle": None,
            "session": None,
            "document_symbol": self.parsed.symbol,
            "instrument": instrument,
            "version": version,
            "title": self.text.title,
            "read": count,
            "new": 0 if self.standing else count,
            "changed": 0,
            "equal": count if self.standing else 0,
            "in_doubt": 0,
            "warnings": [{"where": w.where, "message": w.message} for w in self.parsed.warnings],
        }


def plan_text(
    session: Session,
    path: Path,
    read: ParsedResolution,
    *,
    instrument: str,
    title: str,
    version: str,
    description: str,
) -> TextPlan:
    """Give what was read from a file its identity.

    The title tells the instrument, the printed symbol or number the version, else the next free number. A text that the
    dossier has word by word is named as standing, unless another version is asked for. `UserError` where neither the
    file nor the person gives a title, or where the version has another wording already.
    """
    parsed = replace(read, title=(title.strip() or read.title)[:LONGEST_TITLE])
    if not parsed.title:
        raise UserError(_("'{file}' does not print the title of the text; give it.").format(file=path.name))
    key, printed = _identity(session, parsed, instrument.strip())
    wanted = version.strip() or printed
    _require_version(wanted, path)
    made = instrument_text(parsed, instrument=key, version=wanted or "1", description="")
    same = _same(session, made, wanted if version.strip() else "")
    if not same and not wanted:
        made = replace(made, version=_free_number(session, key))
    elif not same and _standing(session, key, wanted):
        sentence = _(
            "The dossier has another wording of {text}; give this one another version, as in {text}-revised."
        )
        raise UserError(sentence.format(text=text_name(key, wanted)))
    said = description.strip() or (
        made.version if made.version == printed else _("as imported from {file}").format(file=path.name)
    )
    return TextPlan(path, parsed, replace(made, description=said[:LONGEST_TITLE]), same)


def _identity(session: Session, parsed: ParsedResolution, key: str) -> tuple[str, str]:
    """The key of the instrument, and the version as printed, which may be empty."""
    printed = parsed.symbol or parsed.number
    target = bundled_target(printed) if printed else None
    if target is not None:
        bundled, printed = target
        key = key or bundled.instrument
    known = {i.key: i for i in session.scalars(select(Instrument).order_by(Instrument.id))}
    if key:
        if key not in known and key != slug(key):
            sentence = _("'{key}' cannot name an instrument; use small letters, figures and hyphens.")
            raise UserError(sentence.format(key=key))
        return key, printed
    for there in known.values():
        if fold(there.title) == fold(parsed.title):
            return there.key, printed
    made, number = slug(parsed.title), 2
    while made in known:
        ending = f"-{number}"
        made, number = slug(parsed.title)[: LONGEST_KEY - len(ending)] + ending, number + 1
    return made, printed


def slug(title: str) -> str:
    """A title as a key: small letters, figures and hyphens, cut after a whole word."""
    joined = ""
    for word in words(title):
        plain = "".join(c for c in word if c.isascii() and c.isalnum())
        longer = f"{joined}-{plain}".strip("-")
        if len(longer) > LONGEST_KEY:
            break
        joined = longer
    return joined or "text"


def _require_version(version: str, path: Path) -> None:
    if "@" in version or len(version) > LONGEST_VERSION:
        sentence = _("'{version}' cannot name the version of '{file}'; use up to {limit} signs without @.")
        raise UserError(sentence.format(version=version, file=path.name, limit=LONGEST_VERSION))


def _same(session: Session, text: InstrumentText, version: str) -> str:
    """The name of a standing text with the same paragraphs; only that of this version where one is asked for."""
    wording = {p.label: p.text for p in text.paragraphs}
    for instrument, there in standing_versions(session):
        if version and (instrument.key, there.version) != (text.instrument, version):
            continue
        if {p.label: p.text for p in load_text_version(session, there).paragraphs} == wording:
            return text_name(instrument.key, there.version)
    return ""


def _standing(session: Session, key: str, version: str) -> TextVersion | None:
    return next((v for i, v in standing_versions(session) if (i.key, v.version) == (key, version)), None)


def _free_number(session: Session, key: str) -> str:
    number = 1
    while _standing(session, key, str(number)):
        number += 1
    return str(number)
