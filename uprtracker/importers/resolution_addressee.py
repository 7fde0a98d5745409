"""To whom an operative paragraph of a resolution speaks, by its words. What only a reader can know is not guessed here."""

import re

from uprtracker.vocabulary.addressee import Addressee

# A demand opens the paragraph or stands in a clause of its own; a noun ("the requests of") is none.
_DEMAND = re.compile(
    r"(?:^|[,;:] (?:and )?|\band )(?:(?:also|further|again|once again|in this regard,?|in this context,?|[a-z]+ly) )*"
    r"(?:calls? (?:up)?on|urges|encourages|requests|invites|demands(?: that)?|appeals to|exhorts|reminds|asks|instructs"
    r"|expects|recommends that|insists that|decides that"
    r"|reiterates its (?:[a-z]+ )?(?:call|appeal|request|invitation|demand) (?:up)?(?:on|to)"
    r"|[a-z]+s the (?:primary )?(?:responsibility|responsibilities|obligations?|duty|duties) of)[ :]",
    re.IGNORECASE,
)
_IMPERSONAL = re.compile(
    r"^(?:(?:Also|Further|Once again|[A-Z][a-z]+ly) )?(?:calls for|demands|insists on|urges the (?:[\w-]+ ){1,3}of)\b",
    re.IGNORECASE,
)
_ORGANS_OWN_WORK = re.compile(r"^(?:(?:Also|Further) )?decides\b", re.IGNORECASE)
# Where the name of an addressee ends: at what is asked of it, or at a remark on how.
_END_OF_NAME = re.compile(
    r" to (?=[a-z])| that | shall | should |[;:]|, (?:within|in|with|including|as|through|where|when|if|by|at) "
)
_LONGEST_NAME = 300
_STATES = re.compile(r"(?<![\w-])States?\b|\bGovernments?\b|\bauthorities\b|\bparties to the\b")
_OTHERS = {
    Addressee.NON_STATE_ACTORS: r"non-State (?:armed )?(?:actors|groups)|armed groups",
    Addressee.REGIONAL_ORGANIZATIONS: r"(?:sub)?regional(?:,? (?:and|or) [\w-]+)* (?:[\w-]+ ){0,2}"
    r"(?:organi[sz]ations|mechanisms|bodies|arrangements)",
    Addressee.LEADERS: r"\bleaders\b",
    Addressee.BUSINESS: r"\bbusiness|\benterprises|\bcompanies|\bcorporations|\bprivate sector",
    Addressee.NHRIS: r"\bnational human rights institutions?|\b[Oo]mbuds",
    Addressee.OHCHR: r"(?:Office of the )?(?:United Nations )?High Commissioner(?: for Human Rights)?|OHCHR",
    Addressee.SPECIAL_RAPPORTEUR: r"Special Rapporteurs?|special procedures?|Independent Expert|Working Group"
    r"|mandate[ -]holders?",
    Addressee.SECRETARY_GENERAL: r"Secretary-General",
    Addressee.UN_BODIES: r"United Nations|specialized agencies|treaty bod(?:y|ies)|(?:Human Rights|Security) Council"
    r"|General Assembly|Economic and Social Council|\bthe (?:Council|Commission|Committee)\b|international organi[sz]ations"
    r"|international financial institutions",
}
_NAMES = {key: re.compile(pattern) for key, pattern in _OTHERS.items()}


def addressee(text: str) -> Addressee:
    """To whom an operative paragraph speaks.

    The first demand that names somebody decides; States come before others named beside them, since a gap is theirs to
    close. A demand that names nobody ("Calls for the release of ...") is made of States. A paragraph without a demand is
    a statement, also where it reaffirms a right that States owe or condemns what they must end: that is for a reviewer
    to say, in the labels that a data file bears.
    """
    demands = [found.end() for found in _DEMAND.finditer(text)]
    for start in demands:
        if named := _named(text[start : start + _LONGEST_NAME]):
            return named
    if _IMPERSONAL.match(text):
        return Addressee.STATES
    if _ORGANS_OWN_WORK.match(text):
        return Addressee.PROCEDURAL
    return Addressee.OTHERS if demands else Addressee.STATEMENT


def addressee_below(text: str, chapeau: Addressee) -> Addressee:
    """To whom a letter speaks: to whom its chapeau does, or, where that names nobody known, to whom the letter names."""
    return (_named(text[:_LONGEST_NAME]) or chapeau) if chapeau is Addressee.OTHERS else chapeau


def _named(words: str) -> Addressee | None:
    """The addressee that the beginning of some words names, up to what is asked of it."""
    end = _END_OF_NAME.search(words)
    name = words[: end.start()] if end else words
    if _STATES.search(name):
        return Addressee.STATES
    found = {key: match.start() for key, pattern in _NAMES.items() if (match := pattern.search(name))}
    return min(found, key=lambda key: found[key]) if found else None
