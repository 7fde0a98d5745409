"""A dossier with a word of its own in every text field at every level of confidentiality, and the search for them in files."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from uprtracker.services.dossier import Dossier
from uprtracker.vocabulary.briefing_text import Field, Subject
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.read_model import Annotation
from uprtracker.vocabulary.status import Assessment, Status

PUBLIC, GOVERNMENT, RESTRICTED = Confidentiality
CELL = "qzgovcell"
"""Stands in the assessment column of the imported list: the importer keeps it for the government."""

DRAFT = "qzgovdraft"
CONTACT = "qzgovcontact"
"""How a focal point is reached: the mail-merge sheet is made to say it."""

_CANARY = re.compile(r"qz(?:pub|gov|res)(?:(?!qz)[a-z]){4,10}")
_LEVELS = {"pub": PUBLIC, "gov": GOVERNMENT, "res": RESTRICTED}


def level_of(canary: str) -> Confidentiality:
    return _LEVELS[canary[2:5]]


def plant(dossier: Dossier, ids: dict[str, int], folder: Path) -> None:
    """Write a canary into every field that holds words, at every level that the field has."""
    some = ids["71.1"]
    for level in Confidentiality:
        mark = f"qz{level.value[:3]}"
        dossier.work.add_progress([some], f"{mark}prog", confidentiality=level)
        file = folder / f"{mark}file.txt"
        file.write_text(f"{mark}inside")
        dossier.work.add_evidence(
            some,
            f"{mark}title",
            symbol=f"{mark}symbol",
            paragraph=f"{mark}para",
            quote=f"{mark}quote",
            link=f"https://law.example/{mark}link",
            file=file,
            confidentiality=level,
        )
        dossier.annotating.annotate([some], f"{mark}note", confidentiality=level)
        dossier.store.act_as(Actor(Profile.NHRI, "Reviewer", "National Institution"))
        if level is not RESTRICTED:
            dossier.annotating.annotate([some], f"{mark}nhri", confidentiality=level)
        dossier.store.act_as(Actor())
    dossier.tracking.set_status([some], Status.IN_PROGRESS, comment="qzpubofficial")
    dossier.tracking.assign_lead([some], "Ministry of Justice")
    dossier.tracking.set_due([some], dossier.store.today())
    dossier.work.add_measure([some], "qzpubmeasure", institution="Ministry of Justice")
    dossier.freezing.take("before")
    dossier.store.act_as(Actor(Profile.NHRI, "Reviewer", "National Institution"))
    dossier.annotating.assess(
        [some], Assessment.CONTRARY_MEASURES, comment="qzpubassess", citation="qzpubcite"
    )
    dossier.store.act_as(Actor(Profile.MINISTRY, "Focal point", "Ministry of Justice"))
    dossier.tracking.set_status([some], Status.CONTINUOUS, comment=DRAFT)
    dossier.store.act_as(Actor())
    dossier.briefing.set_field(Subject.DOSSIER, "", Field.SENSITIVE_POINTS, "qzgovwhole")
    uid = next(row.uid for row in dossier.query.rows() if row.id == some)
    dossier.briefing.set_field(Subject.RECOMMENDATION, uid, Field.SENSITIVE_POINTS, "qzgovpoints")
    _plant_among_the_government(dossier, ids)


def _plant_among_the_government(dossier: Dossier, ids: dict[str, int]) -> None:
    """What institutions say to each other, who answers for them, and what was said and taken back."""
    other, ministry = [ids["71.2"]], Actor(Profile.MINISTRY, "Focal point", "Ministry of Justice")
    dossier.tracking.assign_lead(other, "Ministry of Justice")
    dossier.store.act_as(ministry)
    dossier.work.add_progress(other, "qzresministry", confidentiality=RESTRICTED)
    dossier.tracking.set_status(other, Status.NOT_STARTED, comment="qzgovsentback")
    dossier.reassigning.request(other, "qzgovproposed", "qzgovreason")
    dossier.store.act_as(Actor(Profile.VALIDATOR, "Secretary of State"))
    dossier.validating.send_back(other, "qzgovbackwhy")
    dossier.store.act_as(Actor())
    (request,) = dossier.reassigning.waiting()
    dossier.reassigning.decline([request.id], "qzgovdeclined")
    (justice,) = {
        at.institution.id
        for at in dossier.institutions.at_work()
        if at.institution.name == "Ministry of Justice"
    }
    dossier.institutions.add_post(justice, "qzpubpost", contact=CONTACT)
    undone = dossier.work.add_progress(other, "qzgovundone", confidentiality=GOVERNMENT)
    dossier.undoing.undo(undone.batch)
    (note,) = [n for n in _notes(dossier, ids["71.1"]) if n.text == "qzgovnote"]
    dossier.annotating.annotate([ids["71.1"]], "qzgovreply", thread=note.thread, confidentiality=GOVERNMENT)


def _notes(dossier: Dossier, id_: int) -> tuple[Annotation, ...]:
    details = dossier.query.details(id_)
    assert details is not None
    return details.annotations


def canaries_in(path: Path) -> set[str]:
    """The canaries in a file: in its bytes, in all it packs, in what a PDF draws, names and describes."""
    return set(_CANARY.findall(_all_text(path.name, path.read_bytes())))


def _all_text(name: str, content: bytes) -> str:
    texts = [
        content.decode("latin-1"),
        content.decode("utf-16-le", "ignore"),
        content.decode("utf-16-be", "ignore"),
    ]
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as package:
            for member in package.namelist():
                texts += [member, _all_text(member, package.read(member))]
            # a word may stand in several runs of one paragraph
            texts += [
                re.sub(r"<[^>]*>", "", package.read(m).decode("utf-8", "ignore")) for m in package.namelist()
            ]
    elif content.startswith(b"%PDF"):
        texts.append(_pdf_text(content))
    return "\n".join(texts)


def _pdf_text(content: bytes) -> str:
    reader = PdfReader(BytesIO(content))
    texts = [re.sub(r"[\s\u00ad-]+", "", page.extract_text()) for page in reader.pages]
    for number in range(1, int(reader.trailer["/Size"])):
        found = reader.get_object(number)
        texts.append(str(found))
        if hasattr(found, "get_data"):
            texts += [_all_text("", found.get_data())]
    return "\n".join(texts)
