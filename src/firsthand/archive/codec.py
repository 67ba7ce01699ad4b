"""Frozen values to plain JSON and back, by the types of their fields; what is equal comes out as the same bytes."""

from __future__ import annotations

import base64
import dataclasses
import json
import types
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, Union, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

Value = TypeVar("Value")
Reader = Callable[[Any], Any]


def dumped(value: object) -> str:
    """The JSON of a frozen value: keys in order, nothing that is not in the value."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def loaded(kind: type[Value], text: str | Mapping[str, Any]) -> Value:
    """The value of this kind that `dumped` wrote, or that its parsed JSON holds."""
    made: Any = kind
    value: Value = _reader(made)(json.loads(text) if isinstance(text, str) else text)
    return value


def _plain(value: object) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, frozenset):
        return sorted(_plain(one) for one in value)
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    return _packed(value)


def _packed(value: object) -> str:
    import numpy as np

    if not isinstance(value, np.ndarray) or value.dtype != np.float32:
        raise TypeError(f"a {type(value).__name__} cannot be kept in a part")
    return base64.b64encode(value.astype("<f4").tobytes()).decode("ascii")


def _unpacked(text: str) -> npt.NDArray[np.float32]:
    import numpy as np

    return np.frombuffer(base64.b64decode(text), dtype="<f4")


@cache
def _reader(kind: Any) -> Reader:
    """What makes a value of this type of its plain form."""
    origin, inner = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _optional(_reader(next(one for one in inner if one is not type(None))))
    if origin is tuple:
        return _tuple(inner)
    if origin is frozenset:
        return _each(frozenset, _reader(inner[0]))
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(_reader(inner[1]))
    if getattr(origin, "__name__", "") == "ndarray":
        return _unpacked
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind)
    if kind is date:
        return date.fromisoformat
    if isinstance(kind, type) and issubclass(kind, Enum | float):
        return kind
    return _same


def _same(value: Any) -> Any:
    return value


def _optional(reader: Reader) -> Reader:
    return lambda value: None if value is None else reader(value)


def _each(whole: Callable[[Any], Any], reader: Reader) -> Reader:
    return whole if reader is _same else lambda value: whole(reader(one) for one in value)


def _tuple(inner: tuple[Any, ...]) -> Reader:
    if len(inner) == 2 and inner[1] is Ellipsis:
        return _each(tuple, _reader(inner[0]))
    readers = [_reader(one) for one in inner]
    return lambda value: tuple(reader(one) for reader, one in zip(readers, value, strict=True))


def _mapping(reader: Reader) -> Reader:
    return dict if reader is _same else lambda value: {key: reader(one) for key, one in value.items()}


def _dataclass(kind: Any) -> Reader:
    import numpy as np
    import numpy.typing as npt

    hints = get_type_hints(kind, localns={"np": np, "npt": npt})
    readers = {field.name: _reader(hints[field.name]) for field in dataclasses.fields(kind)}
    return lambda value: kind(**{name: read(value[name]) for name, read in readers.items() if name in value})
