"""One answer in a returned workbook: what its cell says as a word of the dossier, or why it cannot be used."""

from dataclasses import dataclass

from uprtracker.i18n import _
from uprtracker.importers.cell_date import read_date
from uprtracker.importers.sheet import CellError, Formula, Value, text_of
from uprtracker.vocabulary.ministry_sheet import Field, plain, read_measure_state, read_status


@dataclass(frozen=True)
class Refusal:
    """Why a cell was left out."""

    message: str


def read_answer(field: Field, value: Value, *, counts_from_1904: bool = False) -> str | Refusal:
    """The word of a cell: ISO dates, stored words of scales, plain texts; empty for an empty cell.

    Formulas are never evaluated, and a date that can be read in two ways is not guessed.
    """
    if isinstance(value, Formula):
        return Refusal(
            _("the cell holds a formula (it showed '{result}'); write the value itself").format(
                result=value.result
            )
        )
    if isinstance(value, CellError):
        return Refusal(_("the cell shows the error {code}").format(code=value.code))
    word = plain(text_of(value))
    if not word:
        return ""
    if field.longest and len(word) > field.longest:
        return Refusal(_("the text is longer than {n} characters; shorten it").format(n=field.longest))
    match field.kind:
        case "date":
            return _day(value, counts_from_1904)
        case "status":
            status = read_status(word)
            return status.value if status else _not_on_the_scale(word)
        case "measure_state":
            return read_measure_state(word) or _not_on_the_scale(word)
        case "link" if not word.startswith(("https://", "http://")):
            return Refusal(_("'{word}' is not a link; write it with https:// in front").format(word=word))
    return word


def _not_on_the_scale(word: str) -> Refusal:
    return Refusal(_("'{word}' is not a word of the scale").format(word=word))


def _day(value: Value, counts_from_1904: bool) -> str | Refusal:
    reading = read_date(value, counts_from_1904=counts_from_1904)
    if reading.day is None:
        return Refusal(_("'{word}' is not a date; write it as 2027-06-30").format(word=text_of(value)))
    if reading.either_order:
        return Refusal(
            _("'{word}' can be read as two dates; write it as {day}, or what you mean").format(
                word=text_of(value), day=reading.day.isoformat()
            )
        )
    return reading.day.isoformat()
