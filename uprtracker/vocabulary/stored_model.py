"""Read models as plain JSON and back, by their types: what a snapshot keeps. Which models those are is not here."""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

_Model = TypeVar("_Model")


def to_plain(value: Any) -> Any:
    """A value as JSON holds it: dataclasses as objects by field, mappings with keys of their own as lists of pairs."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return [[to_plain(key), to_plain(each)] for key, each in value.items()]
    if isinstance(value, frozenset):
        return sorted(to_plain(each) for each in value)
    if isinstance(value, tuple | list):
        return [to_plain(each) for each in value]
    return value


def from_plain(type_: type[_Model], plain: Any) -> _Model:
    """The value of a type that `to_plain` wrote.

    An object inside it may be the model already. A field that the stored object has besides those of today is left out, one
    that it lacks has its default; `ValueError` where there is none.
    """
    value: _Model = _value(type_, plain)
    return value


def _value(type_: Any, plain: Any) -> Any:
    origin = get_origin(type_)
    if origin in (Union, UnionType):
        return None if plain is None else _value(_only_other_than_none(type_), plain)
    if origin is tuple:
        return _tuple(get_args(type_), plain)
    if origin is frozenset:
        (each,) = get_args(type_)
        return frozenset(_value(each, item) for item in plain)
    if origin is dict:
        key, each = get_args(type_)
        return {_value(key, k): _value(each, v) for k, v in plain}
    if isinstance(type_, type) and is_dataclass(type_):
        return plain if isinstance(plain, type_) else _model(type_, plain)
    return _single(type_, plain)


def _single(type_: Any, plain: Any) -> Any:
    if hasattr(type_, "_fields"):
        hints = _hints(type_)
        return type_(*(_value(hints[name], each) for name, each in zip(type_._fields, plain, strict=True)))
    if issubclass(type_, datetime | date):
        return type_.fromisoformat(plain)
    return type_(plain)


def _tuple(types: tuple[Any, ...], plain: list[Any]) -> tuple[Any, ...]:
    if len(types) == 2 and types[1] is Ellipsis:
        return tuple(_value(types[0], each) for each in plain)
    return tuple(_value(type_, each) for type_, each in zip(types, plain, strict=True))


def _model(type_: Any, plain: dict[str, Any]) -> Any:
    hints = _hints(type_)
    known = {f.name: _value(hints[f.name], plain[f.name]) for f in fields(type_) if f.name in plain}
    missing = [f.name for f in fields(type_) if f.name not in plain and not _has_default(f)]
    if missing:
        raise ValueError(f"{type_.__name__} without {', '.join(missing)}")
    return type_(**known)


def _has_default(field: Field[Any]) -> bool:
    return field.default is not MISSING or field.default_factory is not MISSING


def _only_other_than_none(type_: Any) -> Any:
    (other,) = (each for each in get_args(type_) if each is not NoneType)
    return other


@cache
def _hints(type_: Any) -> dict[str, Any]:
    return get_type_hints(type_)
