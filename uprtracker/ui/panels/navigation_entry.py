"""What the left rail lists of a dossier, with its counts: views, paragraphs, ministries, themes, cycles."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from uprtracker.i18n import _, ngettext
from uprtracker.ui.panels.rail_list import Entry
from uprtracker.vocabulary.figures import (
    ParagraphCoverage,
    by_number,
    count_groups,
    coverage,
)
from uprtracker.vocabulary.read_model import Recommendation, TextVersion
from uprtracker.vocabulary.row_filter import VIEWS, RowFilter, view_label, view_rule
from uprtracker.vocabulary.scope import Scope

Rows = Sequence[Recommendation]


def view_entries(rows: Rows, institution: str) -> list[Entry]:
    """The useful views; `institution` is whose open items *mine* are."""
    entries = []
    for view in VIEWS:
        chosen = RowFilter(view=view, institution=institution)
        count = len(by_number(row for row in rows if chosen.accepts(row)))
        entries.append(Entry(view, view_label(view), str(count), rule=view_rule(view)))
    return entries


def apart_entries(counts: Mapping[Scope, int]) -> list[Entry]:
    """What is apart from the UPR's own and in no figure, as far as there is any."""
    return [
        Entry(scope.value, view_label(scope.value), str(count), rule=view_rule(scope.value))
        for scope, count in counts.items()
    ]


def paragraph_entries(rows: Rows, text: TextVersion) -> list[Entry]:
    """Operative paragraphs with their letters below, and the preamble behind one entry."""
    covered = coverage(list(rows), text)
    operative = [c for c in covered if not c.paragraph.preambular]
    preamble = [c for c in covered if c.paragraph.preambular]
    entries = [
        _paragraph(c, [letter for letter in operative if letter.paragraph.parent == c.paragraph.label])
        for c in operative
        if not c.paragraph.parent
    ]
    if preamble:
        linked = sum(c.count.total for c in preamble)
        below = tuple(_paragraph(c, []) for c in preamble)
        entries.append(Entry(None, _("Preamble"), str(linked) if linked else "", below=below, open=False))
    return entries


def _paragraph(covered: ParagraphCoverage, letters: list[ParagraphCoverage]) -> Entry:
    paragraph, own, sum_below = covered.paragraph, covered.count, covered.letters
    spoken = ngettext("{n} recommendation", "{n} recommendations", own.total).format(n=own.total)
    count = str(own.total)
    if sum_below is not None:
        count = f"{own.total} ({sum_below.total})"
        spoken += ", " + _("{n} in its letters").format(n=sum_below.total)
    if covered.gap:
        spoken += ", " + _("gap")
    return Entry(
        value=paragraph.label,
        words=sentence_case(paragraph.caption),
        count=count,
        label=paragraph.label,
        bar=own if own.total or sum_below is None else sum_below,
        spoken=_("Paragraph {label}, {short}, {count}").format(
            label=paragraph.label, short=paragraph.caption, count=spoken
        ),
        below=tuple(_paragraph(letter, []) for letter in letters),
    )


def ministry_entries(rows: Rows) -> list[Entry]:
    """Every institution that leads or supports, the busiest first."""
    return _groups(rows, lambda r: [(name, name) for name in (r.lead, *r.supporting) if name], str)


def theme_entries(rows: Rows) -> list[Entry]:
    return _groups(rows, lambda r: [(t.label, t.label) for t in r.themes if t.kind == "theme"], str)


def cycle_entries(rows: Rows) -> list[Entry]:
    """The latest cycle first."""
    entries = _groups(
        rows, lambda r: [(str(r.cycle), _("Cycle {value}").format(value=r.cycle))] if r.cycle else [], int
    )
    return sorted(entries, key=lambda entry: -entry.value)


def _groups(
    rows: Rows,
    key: Callable[[Recommendation], Iterable[tuple[str, str]]],
    as_value: Callable[[str], object],
) -> list[Entry]:
    return [
        Entry(as_value(group.key), group.name, str(group.count.total), bar=group.count)
        for group in count_groups(rows, key)
    ]


def sentence_case(words: str) -> str:
    """A label of our own with a capital at its beginning, as it stands in a list."""
    return words[:1].upper() + words[1:]
