"""The texts of instruments in a dossier: bringing one in, choosing the default one, concordances, carrying links over."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from uprtracker.errors import UserError
from uprtracker.i18n import _, ngettext
from uprtracker.importers.concordance import read_concordance
from uprtracker.importers.resolution import ParsedResolution
from uprtracker.importers.resolution_file import read_resolution_file
from uprtracker.models.instrument import Instrument, Link, Paragraph, TextVersion
from uprtracker.models.recommendation import Recommendation
from uprtracker.services import permission
from uprtracker.services.carrying import CarryPlan, plan_carrying
from uprtracker.services.change import ChangeSet
from uprtracker.services.concordance import concordance_between
from uprtracker.services.linking import LINK_FIELDS
from uprtracker.services.recorder import Recorder
from uprtracker.services.store import Store
from uprtracker.services.stored_file import store_file
from uprtracker.services.text_loader import (
    default_fact,
    find_text_version,
    load_text_version,
    standing_versions,
    text_name,
)
from uprtracker.services.text_plan import TextPlan, plan_text
from uprtracker.services.text_setting import TEXT, make_default, name_of, replace_concordance
from uprtracker.services.text_writing import write_paragraphs
from uprtracker.vocabulary import read_model
from uprtracker.vocabulary.concordance import LabelPair
from uprtracker.vocabulary.instrument import InstrumentText
from uprtracker.vocabulary.text_difference import ParagraphPair, paired_paragraphs


@dataclass(frozen=True)
class TextEntry:
    """One text in the list of a dossier's texts. `links` counts confirmed ones, `suggested` those that wait."""

    instrument: str
    instrument_title: str
    version: str
    description: str
    paragraphs: int
    default: bool
    links: int
    suggested: int

    @property
    def name(self) -> str:
        """`instrument@version`, which every method here takes."""
        return text_name(self.instrument, self.version)


class TextVersionService:
    """A text is named `instrument@version`; an empty name is the default text."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def versions(self) -> tuple[TextEntry, ...]:
        """The texts of the dossier in the order in which they came."""
        with self._store.read() as session:
            default = default_fact(session).value
            return tuple(
                TextEntry(
                    instrument=instrument.key,
                    instrument_title=instrument.title,
                    version=version.version,
                    description=version.description,
                    paragraphs=_how_many_paragraphs(session, version),
                    default=version.uid == default,
                    links=_how_many_links(session, version, "confirmed"),
                    suggested=_how_many_links(session, version, "suggested"),
                )
                for instrument, version in standing_versions(session)
            )

    def read(self, text: str = "") -> read_model.TextVersion:
        """A text with its paragraphs, preamble first; `UserError` names the texts there are."""
        with self._store.read() as session:
            return load_text_version(session, find_text_version(session, text))

    def plan(
        self, path: Path, *, instrument: str = "", title: str = "", version: str = "", description: str = ""
    ) -> TextPlan:
        """Read a text file or a PDF and say what it would become; what is not given is taken from the document."""
        return self._planned(path, read_resolution_file(path), instrument, title, version, description)

    def plan_again(
        self, plan: TextPlan, *, instrument: str, title: str, version: str, description: str
    ) -> TextPlan:
        """The same text under another identity, without reading the file again."""
        return self._planned(plan.path, plan.parsed, instrument, title, version, description)

    def _planned(
        self,
        path: Path,
        parsed: ParsedResolution,
        instrument: str,
        title: str,
        version: str,
        description: str,
    ) -> TextPlan:
        with self._store.read() as session:
            return plan_text(
                session,
                path,
                parsed,
                instrument=instrument,
                title=title,
                version=version,
                description=description,
            )

    def add(self, plan: TextPlan) -> ChangeSet:
        """Bring a planned text in, unless the dossier has the same text already."""
        if plan.standing:
            return ChangeSet("")
        return self.add_text(plan.text, path=plan.path)

    def add_text(self, text: InstrumentText, *, path: Path | None = None) -> ChangeSet:
        """Write a text version, and keep the file that it was read from; `UserError` where the version is there."""
        citation = f"{text.title} ({text.description})"
        with self._store.action(_("Add the text {text}").format(text=citation)) as recorder:
            permission.require_planning(recorder.actor)
            instrument = _instrument(recorder, text)
            v = TextVersion
            version = recorder.session.scalars(
                select(v).where(v.instrument_id == instrument.id, v.version == text.version)
            ).first()
            if version is not None and version.withdrawn_at is None:
                sentence = _("The dossier has a text {text} already; give this one another version.")
                raise UserError(sentence.format(text=text_name(text.instrument, text.version)))
            if version is None:
                version = v(instrument_id=instrument.id, version=text.version, description=text.description)
                recorder.create(version, TEXT, citation)
            else:
                version.description = text.description
                recorder.restore(version, TEXT, citation)
            recorder.session.flush()
            write_paragraphs(recorder.session, version, text, recorder.at)
            if path is not None:
                recorder.batch.file_id = store_file(recorder, path, "import").id
        return recorder.result()

    def set_default(self, text: str) -> ChangeSet:
        """Make a text the one that recommendations are linked to, counted by and reported on."""
        with self._store.action("") as recorder:
            permission.require_linking(recorder.actor)
            version = find_text_version(recorder.session, text)
            recorder.name(_("Make {text} the default text").format(text=name_of(recorder.session, version)))
            make_default(recorder, version)
        return recorder.result()

    def concordance(self, from_text: str, to_text: str) -> tuple[LabelPair, ...]:
        """The pairs of labels from one text to another, whichever way round they were noted; empty if there are none."""
        with self._store.read() as session:
            first, second = (find_text_version(session, text) for text in (from_text, to_text))
            return tuple(concordance_between(session, first, second))

    def add_concordance(self, path: Path, *, from_text: str, to_text: str) -> ChangeSet:
        """Take a table with the columns from, to, basis in place of the concordance between two versions of a text."""
        pairs = read_concordance(path)
        with self._store.action("") as recorder:
            permission.require_planning(recorder.actor)
            session = recorder.session
            first, second = (find_text_version(session, text) for text in (from_text, to_text))
            names = name_of(session, first), name_of(session, second)
            if first.instrument_id != second.instrument_id or first.id == second.id:
                sentence = _("A concordance joins two versions of one text; {first} and {second} are not.")
                raise UserError(sentence.format(first=names[0], second=names[1]))
            _require_labels(session, first, {pair.first for pair in pairs}, path)
            _require_labels(session, second, {pair.second for pair in pairs}, path)
            title = _("Set the concordance from {first} to {second}")
            recorder.name(title.format(first=names[0], second=names[1]))
            # the pairs may be noted from either side: with one noted, the other must not go on saying otherwise
            replace_concordance(recorder, second, first.version, ())
            replace_concordance(recorder, first, second.version, pairs)
        return recorder.result()

    def paired(self, left: str, right: str) -> tuple[ParagraphPair[read_model.Paragraph], ...]:
        """Two texts paragraph beside paragraph, by their concordance and else by likeness of wording."""
        with self._store.read() as session:
            first, second = (find_text_version(session, text) for text in (left, right))
            return paired_paragraphs(
                load_text_version(session, first).paragraphs,
                load_text_version(session, second).paragraphs,
                concordance_between(session, first, second),
            )

    def plan_carrying(self, from_text: str, to_text: str) -> CarryPlan:
        """What `carry_links` would propose; nothing is written."""
        with self._store.read() as session:
            first, second = (find_text_version(session, text) for text in (from_text, to_text))
            return plan_carrying(session, first, second)

    def carry_links(self, from_text: str, to_text: str) -> ChangeSet:
        """Propose for the target text what is confirmed for the other; a person confirms or rejects each proposal."""
        with self._store.action("") as recorder:
            permission.require_linking(recorder.actor)
            first, second = (find_text_version(recorder.session, text) for text in (from_text, to_text))
            proposals = plan_carrying(recorder.session, first, second).proposals
            n = len(proposals)
            recorder.name(
                ngettext(
                    "Propose {n} link carried over to {text}", "Propose {n} links carried over to {text}", n
                ).format(n=n, text=name_of(recorder.session, second))
            )
            for carried in proposals:
                link = Link(
                    recommendation_id=carried.recommendation_id,
                    paragraph_id=carried.paragraph_id,
                    state="suggested",
                    reason=carried.reason,
                    recorded_at=recorder.at,
                    by_post=recorder.actor.name,
                    profile=recorder.actor.profile,
                )
                recorder.create(
                    link,
                    LINK_FIELDS["suggested"],
                    carried.to_label,
                    recommendation_id=carried.recommendation_id,
                    reason=carried.reason,
                )
        return recorder.result()


def _instrument(recorder: Recorder, text: InstrumentText) -> Instrument:
    """The instrument with this key, made with the text's title if there is none."""
    known = recorder.session.scalars(select(Instrument).where(Instrument.key == text.instrument)).first()
    if known is not None:
        return known
    made = Instrument(key=text.instrument, title=text.title)
    recorder.create(made, "instrument", text.instrument)
    recorder.session.flush()
    return made


def _require_labels(session: Session, version: TextVersion, labels: set[str], path: Path) -> None:
    there = {p.label for p in load_text_version(session, version).paragraphs}
    if missing := labels - there:
        sentence = _("'{file}' names paragraph {label}, which the text {text} does not have; correct it.")
        name = name_of(session, version)
        raise UserError(sentence.format(file=path.name, label=min(missing), text=name))


def _how_many_paragraphs(session: Session, version: TextVersion) -> int:
    statement = select(func.count()).where(
        Paragraph.text_version_id == version.id, Paragraph.withdrawn_at.is_(None)
    )
    return session.scalar(statement) or 0


def _how_many_links(session: Session, version: TextVersion, state: str) -> int:
    statement = (
        select(func.count())
        .select_from(Link)
        .join(Paragraph, Paragraph.id == Link.paragraph_id)
        .join(Recommendation, Recommendation.id == Link.recommendation_id)
        .where(
            Paragraph.text_version_id == version.id,
            Link.state == state,
            Link.withdrawn_at.is_(None),
            Recommendation.withdrawn_at.is_(None),
        )
    )
    return session.scalar(statement) or 0
