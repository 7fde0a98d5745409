"""Packages for and from the NHRI: what marks them, what the secretariat ticks for one, and what making one tells."""

from dataclasses import dataclass, field
from pathlib import Path

from uprtracker.vocabulary.read_model import WithheldCount

FOR_NHRI = "nhri"
FOR_SECRETARIAT = "secretariat"
RECIPIENTS = (FOR_NHRI, FOR_SECRETARIAT)

PACKAGE_FOR = "package_for"
"""The fact that says who a dossier file was made for; one made for the NHRI goes on to be its own dossier."""

PACKAGE_ID = "package_id"
PACKAGE_OF = "package_of"
"""The `database_id` of the State's dossier that a package was made from, or answers."""

PACKAGE_MADE_AT = "package_made_at"
PACKAGE_WITHHELD = "package_withheld"
PACKAGE_WITHDRAWN = "package_withdrawn"
"""A JSON list of the uids that the NHRI has taken back: their words do not travel."""

PACKAGE_DIGEST = "package_digest"
"""SHA-256 over the NHRI's words in a package: whoever merges it sees whether they were changed on the way."""

PACKAGE_SEAL = "package_seal"
"""The same under the NHRI's key, where it has one: it can tell its words from others' for as long as they are kept."""

KINDS = ("progress", "evidence", "annotations")
"""The kinds of matter that have a level of confidentiality."""


@dataclass(frozen=True)
class Ticked:
    """The government matter that the secretariat lets into a package: whole kinds, and single items by uid."""

    kinds: frozenset[str] = frozenset()
    uids: frozenset[str] = frozenset()

    def holds(self, kind: str, uid: str) -> bool:
        return kind in self.kinds or uid in self.uids


NOTHING = Ticked()
EVERYTHING = Ticked(frozenset(KINDS))


@dataclass(frozen=True)
class GovernmentItem:
    """One thing of the government's level that could be ticked. `kind` is one of `KINDS`."""

    uid: str
    kind: str
    number: str
    holder: str
    text: str


@dataclass(frozen=True)
class PackageMade:
    """A package that was written. `drafts` are unconfirmed statuses, which stay with the State."""

    path: Path
    recipient: str
    package_id: str
    recommendations: int
    annotations: int
    assessments: int
    withheld: WithheldCount = field(default_factory=WithheldCount)
    drafts: int = 0
