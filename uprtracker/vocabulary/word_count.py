"""Words as the United Nations limits them in what States and national institutions hand in (DOMAIN.md, 5).

How long a text takes to say is `speaking_time`.
"""

import re
from dataclasses import dataclass

from uprtracker.i18n import N_, _, ngettext

_IDEOGRAPH = re.compile(
    "[\u3005\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
_NUMBERING = re.compile(r"(?m)^[ \t]*(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|[•·▪–—*-])[ \t]+", re.IGNORECASE)
_ANNEX = re.compile(
    r"^[ \t#*]*(?:annex|annexe|anexo|appendix|appendice|apéndice|приложение|附件|附录|المرفق|مرفق|الملحق|ملحق)"
    r"(?:es|s|os|я)?(?:[ \t]+(?:[IVX]+|\d+|[A-Z]))?[ \t]*(?:[:.–—-].*)?$",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True)
class WordLimit:
    """How many words a paper may have. `words` names the paper."""

    key: str
    words: str
    most: int

    @property
    def label(self) -> str:
        return _(self.words)


NATIONAL_REPORT = WordLimit("national-report", N_("National report"), 10_700)
NHRI_SUBMISSION = WordLimit("nhri-submission", N_("Submission of a national human rights institution"), 2_815)
LIMITS = (NATIONAL_REPORT, NHRI_SUBMISSION)


@dataclass(frozen=True)
class WordCount:
    """A count beside its limit."""

    words: int
    limit: WordLimit

    @property
    def left(self) -> int:
        """Words that may still be added; negative where there are too many."""
        return self.limit.most - self.words

    @property
    def sentence(self) -> str:
        """`1204 of 2815 words; 1611 are left.`"""
        if self.left < 0:
            words = ngettext(
                "{words} of {most} words; {n} too many.", "{words} of {most} words; {n} too many.", -self.left
            )
        else:
            words = ngettext(
                "{words} of {most} words; {n} is left.", "{words} of {most} words; {n} are left.", self.left
            )
        return words.format(words=self.words, most=self.limit.most, n=abs(self.left))


def count_words(text: str) -> int:
    """The words of a text that count against a limit.

    As a word processor counts: whatever stands between spaces and holds a letter or a digit is one word (`well-known`,
    `A/HRC/59/15`, `2,815`), and each Chinese character is one. Numbers and letters that number a paragraph, and signs of
    a list, are no words. An annex, from a line that is its heading to the end, does not count. Foot- and endnotes do:
    no rule that is known to this program leaves them out.
    """
    body = counted_part(text)
    ideographs = len(_IDEOGRAPH.findall(body))
    others = _IDEOGRAPH.sub(" ", _NUMBERING.sub("", body)).split()
    return ideographs + sum(any(c.isalnum() for c in word) for word in others)


def counted_part(text: str) -> str:
    """The text before its first annex."""
    annex = _ANNEX.search(text)
    return text[: annex.start()] if annex else text


def counted(text: str, limit: WordLimit) -> WordCount:
    """The count of a text beside a limit, as the window shows it while a person writes."""
    return WordCount(count_words(text), limit)


def rule_in_words() -> str:
    """What counts, for the method of a report and beside a live count."""
    return _(
        "Words are counted as a word processor does; each Chinese character is one. Numbers of paragraphs, title block, "
        "running heads and annexes, such as the matrix of recommendations annexed to a national report, do not count; "
        "notes do."
    )
