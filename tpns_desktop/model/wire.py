"""How a model meets JSON: the base of all models, the bytes made of them, faults told as problems.

Owns what every model of the wire shares; knows no field by name. ``ValidationError`` of pydantic
ends here: it quotes what was typed, so only :class:`~tpns_desktop.model.problem.PushRefused`
leaves.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, Literal, NoReturn, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError, ValidationInfo
from pydantic_core import InitErrorDetails, PydanticCustomError

from tpns_desktop.model.problem import Problem, PushRefused

Platform = Literal["android", "ios"]

_DEPTH_MAX: Final = 24
"""Levels of nesting looked at; the deepest field of a push stands at level 7."""


class WireModel(BaseModel):
    """A JSON object of the service: frozen, no unknown fields, no silent change of types."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        hide_input_in_errors=True,
        serialize_by_alias=True,
    )


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a rule must know beside the body; handed to pydantic as validation context."""

    platform: Platform
    now: datetime
    """Aware."""
    message_type: str
    """As the body says, right or wrong; ``""`` if it says nothing usable."""


def circumstances(info: ValidationInfo) -> Circumstances:
    """The circumstances of a validation.

    Raises:
        TypeError: a model was made without them. Only ``parse_push`` makes a push.
    """
    if not isinstance(info.context, Circumstances):
        raise TypeError("platform and time are not known here: use parse_push")
    return info.context


# Faults -----------------------------------------------------------------------------------


def fault(kind: str, reason: str) -> PydanticCustomError:
    """What a validator of a single field raises; arrives as ``Problem(field, kind, reason)``."""
    return PydanticCustomError(f"{kind}.{reason}", "refused")


class Blame:
    """Collects the faults of rules between fields, so that all are told at once."""

    def __init__(self) -> None:
        self._lines: list[InitErrorDetails] = []

    def at(self, field: tuple[str | int, ...], kind: str, reason: str) -> None:
        """Blame a field, named by its path from the model whose rule this is."""
        self._lines.append(InitErrorDetails(type=fault(kind, reason), loc=field, input=None))

    def settle(self) -> None:
        """Raise what was collected, if anything. pydantic puts the path so far in front."""
        if self._lines:
            raise ValidationError.from_exception_data("push", self._lines, hide_input=True)


_PYDANTIC_FAULTS: Final[Mapping[str, tuple[str, str]]] = {
    "missing": ("missing", "required"),
    "extra_forbidden": ("value", "unknown_field"),
    "invalid_key": ("value", "unknown_field"),
    "literal_error": ("value", "not_allowed"),
    "too_short": ("value", "empty"),
    "too_long": ("value", "too_many"),
    "string_too_short": ("value", "too_short"),
    "string_too_long": ("value", "too_long"),
    "string_pattern_mismatch": ("value", "bad_format"),
    "greater_than_equal": ("value", "too_small"),
    "less_than_equal": ("value", "too_large"),
    "string_unicode": ("value", "surrogate"),
    "string_type": ("value", "bad_type"),
    "int_type": ("value", "bad_type"),
    "bool_type": ("value", "bad_type"),
    "tuple_type": ("value", "bad_type"),
    "dict_type": ("value", "bad_type"),
    "model_type": ("value", "bad_type"),
}

_KNOWN_KEY: Final = re.compile(r"[A-Za-z0-9_-]{1,40}", re.ASCII)


def _joined(path: str, part: str | int) -> str:
    if isinstance(part, int):
        return f"{path}[{part}]"
    # A key is typed by somebody, too: a strange one is not repeated.
    name = part if _KNOWN_KEY.fullmatch(part) else "?"
    return f"{path}.{name}" if path else name


def _problems_of(error: ValidationError) -> list[Problem]:
    problems = []
    for line in error.errors(include_url=False, include_context=False, include_input=False):
        path = ""
        for part in line["loc"]:
            path = _joined(path, part)
        kind, dot, reason = line["type"].partition(".")
        if not dot:
            kind, reason = _PYDANTIC_FAULTS.get(line["type"], ("value", "not_allowed"))
        problems.append(Problem(path, kind, reason))
    return problems


def _is_text(text: str) -> bool:
    """Whether ``text`` can be written as UTF-8, that is, holds no half of a surrogate pair."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def json_faults(value: object) -> list[Problem]:
    """What cannot stand in any body: ``null``, NaN, lone surrogates, things that are not JSON.

    ``null`` reads as "not given" at the service, but an absent field says so without doubt.
    """
    problems: list[Problem] = []
    waiting: list[tuple[object, str, int]] = [(value, "", 0)]
    while waiting:
        item, path, depth = waiting.pop()
        if isinstance(item, str):
            if not _is_text(item):
                problems.append(Problem(path, "value", "surrogate"))
        elif isinstance(item, bool | int) or (isinstance(item, float) and math.isfinite(item)):
            continue
        elif depth < _DEPTH_MAX and isinstance(item, Mapping):
            for key, inner in item.items():
                if isinstance(key, str) and _is_text(key):
                    waiting.append((inner, _joined(path, key), depth + 1))
                else:
                    problems.append(Problem(_joined(path, "?"), "value", "unknown_field"))
        elif depth < _DEPTH_MAX and isinstance(item, list | tuple):
            # Of a thousand ids none is walked one by one: ASCII holds nothing of the sort.
            waiting.extend(
                (inner, _joined(path, i), depth + 1)
                for i, inner in enumerate(item)
                if not (type(inner) is str and inner.isascii())
            )
        else:
            problems.append(Problem(path, "value", "bad_type"))
    return problems


def _once_a_field(problems: Iterable[Problem]) -> list[Problem]:
    first: dict[str, Problem] = {}
    for problem in problems:
        first.setdefault(problem.field, problem)
    return list(first.values())


# In and out -------------------------------------------------------------------------------

_M = TypeVar("_M", bound=WireModel)


def validated(model: type[_M], body: object, known: object = None) -> _M:
    """``body`` (a mapping as JSON gives it) as a ``model``; ``known`` is the validation's context.

    Raises:
        PushRefused: with every problem found, at most one a field.
    """
    if not isinstance(body, Mapping):
        raise PushRefused([Problem("", "value", "bad_type")])
    problems = json_faults(body)
    made: _M | None = None
    try:
        made = model.model_validate(dict(body), context=known)
    except ValidationError as error:
        problems += _problems_of(error)
    # Raised outside of the handler: an exception's context would carry what was typed.
    if made is None or problems:
        raise PushRefused(_once_a_field(problems))
    return made


def json_text(model: WireModel) -> str:
    """Compact JSON of the fields that were given, in the model's order.

    Nothing is escaped that JSON allows to stand.
    """
    return json.dumps(
        model.model_dump(by_alias=True, exclude_unset=True),
        ensure_ascii=False,
        allow_nan=False,
        separators=(",", ":"),
    )


def json_bytes(model: WireModel) -> bytes:
    """:func:`json_text` in UTF-8."""
    return json_text(model).encode()


class _RepeatedKeyError(ValueError):
    pass


def _no_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _RepeatedKeyError
    return found


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def read_json(data: bytes) -> object:
    """The value that ``data`` (UTF-8, no byte order mark) holds.

    Raises:
        PushRefused: not JSON, NaN or Infinity, or a key that stands twice in an object (readers
            differ in which one they believe).
    """
    reason = "not_json"
    try:
        return json.loads(data.decode(), object_pairs_hook=_no_repeats, parse_constant=_no_constant)
    except _RepeatedKeyError:
        reason = "repeated_key"
    except (ValueError, RecursionError):
        pass
    raise PushRefused([Problem("", "value", reason)])
