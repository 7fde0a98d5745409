"""The sample dossier: an invented State's years of work, done again through the services from `resources/sample`.

Every entry is made by the post and on the day that the data names, so that the history reads as it would in life.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import platformdirs

from uprtracker.models.dossier import StoredFile
from uprtracker.models.institution import FocalPoint
from uprtracker.paths import resource
from uprtracker.services.dossier import Dossier, create_for
from uprtracker.services.sample_briefing import write_questions
from uprtracker.services.sample_recommendations import write_recommendations
from uprtracker.services.stored_file import store_bytes
from uprtracker.vocabulary.briefing_text import Field, Subject
from uprtracker.vocabulary.confidentiality import Confidentiality
from uprtracker.vocabulary.profile import Actor, Profile
from uprtracker.vocabulary.status import Assessment, Status

FILE_NAME = "Arvania (invented sample).uprt"


@dataclass(frozen=True)
class _Event:
    """Something that somebody did: when, who, and what."""

    at: datetime
    actor: Actor
    do: Callable[[], object]


def default_sample_path() -> Path:
    """Where `uprtracker demo` makes the sample: the person's documents."""
    return Path(platformdirs.user_documents_dir()) / FILE_NAME


def read_sample(name: str) -> Any:
    """One file of the sample's source data."""
    return json.loads(resource("sample", f"{name}.json").read_text(encoding="utf-8"))


def create_sample(location: str) -> Dossier:
    """Make the sample dossier; the dossier returned is open for the secretariat."""
    facts = read_sample("dossier")
    state = facts["state"]
    dossier = create_for(location, iso3=state["iso3"], state_name=state["name"], sample=True)
    try:
        with dossier.store.indexing_once():
            _Sample(dossier, facts).write()
    except BaseException:
        dossier.close()
        Path(location).unlink(missing_ok=True)
        raise
    return dossier


class _Sample:
    def __init__(self, dossier: Dossier, facts: dict[str, Any]) -> None:
        self._dossier = dossier
        self._facts = facts
        self._institutions = {i["key"]: i for i in read_sample("institutions")}
        self._ids: dict[str, int] = {}

    def write(self) -> None:
        store = self._dossier.store
        clock, actor = store.clock, store.actor
        self._lay_ground()
        events = sorted(self._events(), key=lambda event: event.at)
        for event in events:
            store.clock = _stopped_at(event.at)
            store.actor = event.actor
            event.do()
        store.clock, store.actor = clock, actor

    def _lay_ground(self) -> None:
        """Institutions and the two lists of recommendations."""
        store = self._dossier.store
        store.clock = _stopped_at(_moment("2019-10-01", hour=8))
        with store.together("Load the sample") as recorder:
            for known in self._institutions.values():
                row = recorder.institution(known["name"], known["kind"])
                for focal_point in known["focal_points"]:
                    made = FocalPoint(
                        institution_id=row.id, post=focal_point["post"], contact=focal_point["contact"]
                    )
                    recorder.create(made, "focal point", focal_point["post"])
            data = resource("sample", "recommendations.json")
            file: StoredFile = store_bytes(recorder, data.name, data.read_bytes(), "import")
            self._ids = write_recommendations(recorder, self._facts, read_sample("recommendations"), file.id)

    def _events(self) -> Iterator[_Event]:
        yield from self._assignments()
        yield from self._statuses()
        yield from self._work()
        yield from self._links()
        yield from self._notes()
        yield from self._briefing()
        for snapshot in self._facts["snapshots"]:
            day = date.fromisoformat(snapshot["date"])
            freezing = self._dossier.freezing
            yield _Event(
                _moment(snapshot["date"], hour=20), Actor(), _call(freezing.take, snapshot["name"], as_of=day)
            )

    def _assignments(self) -> Iterator[_Event]:
        tracking = self._dossier.tracking
        for n, entry in enumerate(read_sample("assignments")):
            ids, actor, at = self._of(entry), self._actor(entry), _moment(entry["on"], n)
            if entry["lead"]:
                yield _Event(at, actor, _call(tracking.assign_lead, ids, self._name(entry["lead"])))
            if entry["supporting"]:
                names = [self._name(key) for key in entry["supporting"]]
                yield _Event(at, actor, _call(tracking.set_supporting, ids, names))
            if entry["due_on"]:
                yield _Event(at, actor, _call(tracking.set_due, ids, date.fromisoformat(entry["due_on"])))

    def _statuses(self) -> Iterator[_Event]:
        tracking = self._dossier.tracking
        for n, entry in enumerate(read_sample("statuses")):
            ids, on = self._of(entry), date.fromisoformat(entry["on"])
            enter = _call(tracking.set_status, ids, Status(entry["status"]), comment=entry["comment"], on=on)
            yield _Event(_moment(entry["on"], n, hour=10), self._actor(entry), enter)
            if entry.get("validated_on") and entry["profile"] == "ministry":
                validator = Actor(
                    Profile(entry["validated_profile"]), entry["validated_by"], self._name("mechanism")
                )
                yield _Event(
                    _moment(entry["validated_on"], n, hour=15), validator, _call(tracking.validate, ids)
                )

    def _work(self) -> Iterator[_Event]:
        work = self._dossier.work
        for n, entry in enumerate(read_sample("progress")):
            level, on = Confidentiality(entry["confidentiality"]), date.fromisoformat(entry["on"])
            write = _call(work.add_progress, self._of(entry), entry["text"], on=on, confidentiality=level)
            yield _Event(_moment(entry["on"], n, hour=11), self._actor(entry), write)
        for n, entry in enumerate(read_sample("measures")):
            add = _call(
                work.add_measure,
                self._of(entry),
                entry["title"],
                institution=self._name(entry["responsible"]),
                start_on=date.fromisoformat(entry["start_on"]),
                due_on=date.fromisoformat(entry["due_on"]),
                state=entry["state"],
            )
            planned_on = min(entry["start_on"], self._facts["as_of"])
            yield _Event(_moment(planned_on, n, hour=12), Actor(institution=self._name("mechanism")), add)
        for n, entry in enumerate(read_sample("evidence")):
            for id_ in self._of(entry):
                cite = _call(
                    work.add_evidence,
                    id_,
                    entry["title"],
                    confidentiality=Confidentiality(entry["confidentiality"]),
                    **{key: entry[key] for key in ("symbol", "paragraph", "quote", "link")},
                )
                yield _Event(_moment(entry["on"], n, hour=13), self._actor(entry), cite)

    def _links(self) -> Iterator[_Event]:
        linking, decisions = self._dossier.linking, read_sample("links")
        for entry in decisions["links"]:
            decide = linking.link_paragraph if entry["state"] == "confirmed" else linking.reject_paragraph
            do = _call(decide, self._of(entry), entry["paragraph"], reason=entry["reason"])
            yield _Event(datetime.fromisoformat(entry["at"]), self._actor(entry), do)
        for entry in decisions["concerns_none"]:
            do = _call(linking.decide_concerns_none, self._of(entry))
            yield _Event(datetime.fromisoformat(entry["at"]), self._actor(entry), do)

    def _notes(self) -> Iterator[_Event]:
        annotating = self._dossier.annotating
        for n, entry in enumerate(read_sample("assessments")):
            assess = _call(
                annotating.assess,
                self._of(entry),
                Assessment(entry["assessment"]),
                comment=entry["comment"],
                citation=entry["citation"],
                on=date.fromisoformat(entry["on"]),
            )
            yield _Event(_moment(entry["on"], n, hour=14), self._actor({**entry, "profile": "nhri"}), assess)
        for thread in read_sample("annotations"):
            for number, note in enumerate(thread["notes"]):
                write = _call(self._annotate, thread, number)
                yield _Event(datetime.fromisoformat(note["at"]), self._actor(note), write)

    def _briefing(self) -> Iterator[_Event]:
        prepared = read_sample("briefing")
        actor = self._actor(prepared)
        uids = {row.label: row.uid for row in self._dossier.query.rows()}
        yield _Event(_moment(prepared["on"]), actor, _call(self._load_questions, prepared["questions"]))
        for n, pair in enumerate(prepared["pairs"]):
            confirm = _call(
                self._dossier.comparing.confirm, self._ids[pair["earlier"]], self._ids[pair["later"]]
            )
            yield _Event(_moment(prepared["on"], n, hour=15), actor, confirm)
        for n, entry in enumerate(prepared["texts"]):
            subject, key = Subject(entry["subject"]), entry["key"]
            if subject is Subject.RECOMMENDATION:
                key = uids[key]
            write = _call(
                self._dossier.briefing.set_field, subject, key, Field(entry["field"]), entry["text"]
            )
            yield _Event(_moment(entry["on"], n, hour=16), self._actor(entry), write)

    def _load_questions(self, records: list[dict[str, Any]]) -> None:
        with self._dossier.store.action("Load the advance questions") as recorder:
            write_questions(recorder, records)

    def _annotate(self, thread: dict[str, Any], number: int) -> None:
        """Write one note of a thread; with the last one the thread gets its state."""
        ids, note = self._of(thread), thread["notes"][number]
        written = [a for a in self._annotations(ids[0]) if a.thread == thread.get("uid")]
        self._dossier.annotating.annotate(
            ids,
            note["text"],
            confidentiality=Confidentiality(note["confidentiality"]),
            thread=thread.get("uid", ""),
        )
        if not written:
            thread["uid"] = self._annotations(ids[0])[0].thread
        if number == len(thread["notes"]) - 1:
            self._settle(thread)

    def _settle(self, thread: dict[str, Any]) -> None:
        """Give the notes of a thread its state, each in the name of whoever wrote it."""
        authors = {note["text"]: self._actor(note) for note in thread["notes"]}
        for annotation in self._annotations(self._of(thread)[0]):
            if annotation.thread == thread["uid"]:
                self._dossier.store.actor = authors[annotation.text]
                self._dossier.annotating.set_state(annotation.id, thread["state"])

    def _annotations(self, id_: int) -> tuple[Any, ...]:
        details = self._dossier.query.details(id_)
        return details.annotations if details else ()

    def _of(self, entry: dict[str, Any]) -> list[int]:
        labels = entry.get("recommendations") or [entry["recommendation"]]
        return [self._ids[label] for label in labels]

    def _name(self, key: str) -> str:
        return str(self._institutions[key]["name"])

    def _actor(self, entry: dict[str, Any]) -> Actor:
        profile = Profile(
            entry.get("profile") or _profile_of(self._institutions[entry["institution"]]["kind"])
        )
        return Actor(profile, entry["by"], self._name(entry["institution"]))


def _profile_of(kind: str) -> str:
    return {"secretariat": "secretariat", "nhri": "nhri"}.get(kind, "ministry")


def _moment(day: str, n: int = 0, *, hour: int = 9) -> datetime:
    """A time of day for an entry that has only a date; `n` keeps the order of entries of one day."""
    return datetime.combine(date.fromisoformat(day), time(hour), UTC) + timedelta(seconds=n)


def _stopped_at(moment: datetime) -> Callable[[], datetime]:
    return lambda: moment


def _call(function: Callable[..., object], *words: object, **named: object) -> Callable[[], object]:
    return lambda: function(*words, **named)
