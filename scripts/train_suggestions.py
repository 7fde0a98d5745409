"""Trains resources/suggestions/model.json from the folder that UPRTRACKER_CORPUS names; terms and numbers only.

Subjects are learned from the export of 2015 without any text that carries labels of paragraphs; the weights of
rules from the labelled texts, starting at the weights written by hand in rules.json.
"""

import hashlib
import json
import sys
from pathlib import Path

from suggestion_corpus import corpus_folder, labelled_links, own_labels, tagged_texts, text_key
from suggestion_fit import examples, fit_subjects, fit_weights

from uprtracker.paths import resource
from uprtracker.suggestions.terms import Subjects

VERSION = 1


def main() -> int:
    folder = corpus_folder()
    labelled = [*labelled_links(folder), *own_labels(folder)]
    tagged = tagged_texts(folder, leave_out=frozenset(text_key(one.text) for one in labelled))
    subjects = fit_subjects(tagged)
    weights = fit_weights(examples(labelled, read_subjects(subjects)))
    data = {
        "version": VERSION,
        "about": "Written by scripts/train_suggestions.py; log-odds of terms per subject, weights of rules.",
        "trained_on": {
            "texts_with_subjects": len(tagged),
            "labelled_texts": len(labelled),
            "labels": hashlib.sha256(
                "".join(sorted(text_key(x.text) for x in labelled)).encode()
            ).hexdigest(),
        },
        "concern": weights.concern,
        "rules": weights.rules,
        "subject_paragraphs": weights.subjects,
        "subjects": subjects,
    }
    target = Path(resource("suggestions", "model.json"))
    target.write_text(json.dumps(data, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    print(
        f"{target.name}: {target.stat().st_size / 1e6:.2f} MB, {len(tagged)} texts, {len(labelled)} labelled"
    )
    return 0


def read_subjects(data: dict[str, dict[str, object]]) -> Subjects:
    """Fitted subjects as the program reads them."""
    biases = [float(str(entry["bias"])) for entry in data.values()]
    return Subjects(list(data), biases, {name: dict(entry["terms"]) for name, entry in data.items()})  # type: ignore[call-overload]


if __name__ == "__main__":
    sys.exit(main())
