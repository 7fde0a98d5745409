"""Measures the suggestions on labelled texts and prints the figures: `make links-report`.

Two readers' labels come from the folder that UPRTRACKER_CORPUS names. Every text is answered by weights fitted
without it (k-fold); subjects were learned without any labelled text.
"""

import argparse
import csv
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from suggestion_corpus import (
    NONE,
    Labelled,
    corpus_folder,
    labelled_links,
    own_labels,
    tagged_texts,
    text_key,
)
from suggestion_fit import Example, examples, fit_weights
from suggestion_measure import Answer, Figures, answer, cross_validated, figures

from uprtracker.suggestions import model, suggest
from uprtracker.vocabulary.paragraph_label import parse_label

TRANSLATED = Path(__file__).parent.parent / "tests" / "suggestions" / "translated_links.csv"
_WORST = 12


def main(arguments: Sequence[str] | None = None) -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--folds", type=int, default=10)
    folds = options.parse_args(arguments).folds
    folder = corpus_folder()
    subjects, _weights = model.learned_model()
    links = labelled_links(folder)
    read, own = examples(links, subjects), examples(own_labels(folder), subjects)
    answers = cross_validated(read, own, folds)
    print(f"{len(read)} texts of two readers, {folds} folds, {len(own)} texts of our own always in training:")
    _show(figures(answers))
    print("without our own texts in training:")
    _show(figures(cross_validated(read, [], folds)))
    print("our own texts, weights fitted on the two readers' texts only:")
    weights = fit_weights(read)
    _show(figures(answer(one, weights) for one in own))
    for language in ("fr", "es"):
        print(f"translated, {language}, weights fitted without their originals:")
        _show(figures(_translated(language, links, read, own)))
    print("The lexicon was written with these texts in view; texts never seen come out some points lower.")
    _confusions(figures(answers))
    _worst(answers)
    _offered(folder)
    return 0


def _show(result: Figures) -> None:
    print("  " + result.line())


def translated_texts(links: Sequence[Labelled], language: str) -> list[Labelled]:
    """Our translations of labelled texts, with the labels of their originals."""
    originals = {one.identifier: one for one in links}
    with TRANSLATED.open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["language"] == language]
    found = [(originals[row["id"]], row["text"]) for row in rows]
    return [Labelled(o.identifier, text, o.primary, o.agreed, o.either) for o, text in found]


def _translated(
    language: str, links: Sequence[Labelled], read: Sequence[Example], own: Sequence[Example]
) -> list[Answer]:
    subjects, _weights = model.learned_model()
    texts = translated_texts(links, language)
    known = {one.identifier for one in texts}
    weights = fit_weights([*own, *(one for one in read if one.labelled.identifier not in known)])
    return [answer(one, weights) for one in examples(texts, subjects, language)]


def _confusions(result: Figures) -> None:
    print("\nbest paragraph of the first reader (down) and first suggestion (across):")
    rows = sorted({best for best, _said in result.confusion}, key=_order)
    columns = sorted({said for _best, said in result.confusion}, key=_order)
    print(" " * 8 + "".join(f"{label:>7}" for label in columns))
    for best in rows:
        print(f"{best:>7} " + "".join(f"{result.confusion[best, said] or '.':>7}" for said in columns))


def _order(label: str) -> str:
    return "z" if label == NONE else parse_label(label).sort_key


def _worst(answers: Sequence[Answer]) -> None:
    """Prints the cases that are furthest off: the answer is wrong and sure of itself."""
    wrong = [a for a in answers if not _right(a)]
    wrong.sort(key=lambda a: -abs(a.probability - 0.5))
    print(f"\nworst of {len(wrong)} cases that are wrong in any way:")
    for one in wrong[:_WORST]:
        readers = " / ".join(one.labelled.primary)
        said = ", ".join(one.paragraphs[:3]) or NONE
        print(
            f"  {one.labelled.identifier}: {readers}; said {one.probability:.2f} {said}: {one.labelled.text[:110]}"
        )


def _right(one: Answer) -> bool:
    if one.labelled.both_concern:
        return one.says_concerns and one.first_acceptable
    return not one.labelled.readers_agree_on_concern or not one.says_concerns


def _offered(folder: Path) -> None:
    """How much is offered among all recommendations, and how much of that no subject of the field vouches for."""
    labelled = frozenset(text_key(one.text) for one in labelled_links(folder))
    tagged = tagged_texts(folder, leave_out=labelled)
    field = set(model.learned_model()[0].names) | {"UPR process", "Justice", "Detention", "Public security"}
    started = time.perf_counter()
    offered = [one for one in tagged if suggest(one.text, "en").concerns]
    seconds = time.perf_counter() - started
    apart = sum(1 for one in offered if not one.subjects & field)
    print(
        f"\noffered as concerning: {len(offered)} of {len(tagged)} ({100 * len(offered) / len(tagged):.1f} %)"
    )
    print(f"  of these without any related subject in the export (an estimate of the false ones): {apart}")
    print(
        f"  share: {100 * apart / len(offered):.1f} %; {1e6 * seconds / len(tagged):.0f} microseconds for one text"
    )


if __name__ == "__main__":
    sys.exit(main())
