"""Objects of a JSON list one by one: any size, any surroundings; what is cut off or none is refused."""

import json
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from uprtracker.errors import UserError
from uprtracker.importers import json_records
from uprtracker.importers.json_records import is_json, json_objects

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
OBJECTS = st.lists(st.dictionaries(st.text(max_size=8), VALUES, max_size=4), max_size=6)


def file_of(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "a.json"
    path.write_bytes(text.encode(encoding))
    return path


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(objects=OBJECTS, indent=st.sampled_from([None, 2]), chunk=st.integers(1, 40))
def test_what_was_written_is_read_back_in_pieces_of_any_size(
    tmp_path: Path, objects: list[dict[str, object]], indent: int | None, chunk: int
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(json_records, "_CHUNK", chunk)
        assert list(json_objects(file_of(tmp_path, json.dumps(objects, indent=indent)))) == objects


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(objects=OBJECTS, before=VALUES, after=VALUES)
def test_the_first_list_of_an_object_is_read(
    tmp_path: Path, objects: list[dict[str, object]], before: object, after: object
) -> None:
    envelope = {"n": None if isinstance(before, list) else before, "rows": objects, "relation": after}
    assert list(json_objects(file_of(tmp_path, json.dumps(envelope)))) == objects


def test_other_entries_of_the_list_are_left_out(tmp_path: Path) -> None:
    assert list(json_objects(file_of(tmp_path, '\ufeff [1, {"a": 2}, "x", null]'))) == [{"a": 2}]


@pytest.mark.parametrize(
    "text", ['[{"a": 1}', '[{"a": 1', '[{"a": 1} {"b": 2}]', "[{'a': 1}]", '[{"a": 1}, ', "[" * 100_000]
)
def test_a_file_that_is_cut_off_or_broken_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UserError, match="damaged"):
        list(json_objects(file_of(tmp_path, text)))


@pytest.mark.parametrize("text", ["{}", '{"a": 1}', '"text"', '{"a": 1, 2}', "{1: 2}"])
def test_a_file_without_a_list_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UserError):
        list(json_objects(file_of(tmp_path, text)))


def test_another_encoding_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="UTF-8"):
        list(json_objects(file_of(tmp_path, '[{"a": "é"}]', "latin-1")))


def test_what_begins_like_json(tmp_path: Path) -> None:
    assert is_json(file_of(tmp_path, "\ufeff\n [1]"))
    assert is_json(file_of(tmp_path, "{}"))
    assert not is_json(file_of(tmp_path, "a,b\n1,2"))


def test_a_large_file_is_never_in_memory_as_a_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    entry = json.dumps({"text": "x" * 1000})
    with path.open("w", encoding="utf-8") as file:
        file.write("[" + ",".join([entry] * 40_000) + "]")
    tracemalloc.start()
    assert sum(1 for _entry in json_objects(path)) == 40_000
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 12_000_000
