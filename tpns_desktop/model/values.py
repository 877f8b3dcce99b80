"""Kinds of values that fields of several models share: texts, switches, numbers, links."""

from __future__ import annotations

import json
import re
from typing import Annotated, Any, Final, Literal, TypeVar
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field

from tpns_desktop.model.wire import fault

INT_MAX: Final = 2**63 - 1
"""No range is published for most numbers; the service's ids have up to 19 digits."""


def said(text: str) -> str:
    """``text`` if it is not blank; raises the fault otherwise."""
    if not text.strip():
        raise fault("value", "empty")
    return text


def _as_tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _whole(value: object) -> object:
    # A Literal takes True and 1.0 for 1, even when strict.
    if type(value) is not int:
        raise fault("value", "bad_type")
    return value


def _link(text: str, schemes: tuple[str, ...]) -> str:
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        host = None
    # urlsplit drops some white space silently; the service gets the text as it stands.
    if host is None or not host or re.search(r"[\s\x00-\x1f\x7f]", text):
        raise fault("value", "bad_format")
    if parts.scheme not in schemes:
        raise fault("value", "not_allowed")
    return text


def _scheme_first(text: str, schemes: tuple[str, ...]) -> str:
    found = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", text)
    if found and found.group(1).lower() not in schemes:
        raise fault("value", "not_allowed")
    return _link(text, schemes)


def web_link(text: str) -> str:
    """``text`` if it is an http or https address with a host; raises the fault otherwise."""
    return _scheme_first(text, ("http", "https"))


def _secure_link(text: str) -> str:
    return _scheme_first(text, ("https",))


class _RepeatedKeyError(ValueError):
    pass


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _RepeatedKeyError
    return found


def json_text(text: str) -> str:
    """``text`` if it is JSON whose names are given and stand once; raises the fault otherwise."""
    reason = ""
    try:
        held = json.loads(text, object_pairs_hook=_once)
        if isinstance(held, dict) and "" in held:
            reason = "empty_key"
    except _RepeatedKeyError:
        # Readers differ in which of two they believe.
        reason = "repeated_key"
    except (ValueError, RecursionError):
        reason = "bad_format"
    if reason:
        raise fault("value", reason)
    return text


def _scalar(value: Any) -> Any:
    if not isinstance(value, str | int):
        raise fault("value", "bad_type")
    return value


_T = TypeVar("_T")

Said = Annotated[str, AfterValidator(said)]
"""Text that is not blank, kept as it stands."""
Many = Annotated[tuple[_T, ...], BeforeValidator(_as_tuple)]
"""A JSON array, kept as a tuple."""
Some = Annotated[tuple[_T, ...], BeforeValidator(_as_tuple), Field(min_length=1)]
"""A JSON array that is not empty."""
Whole = BeforeValidator(_whole)
"""For a ``Literal`` of numbers: an integer and nothing that equals one."""
Switch = Annotated[Literal[0, 1], Whole]
"""0 or 1, as a number."""
Number = Annotated[int, Field(ge=-INT_MAX, le=INT_MAX)]
Natural = Annotated[int, Field(ge=0, le=INT_MAX)]
ServiceId = Annotated[int, Field(ge=1, le=INT_MAX)]
"""A number that the service gave out. 0 means "not set" there, so it is not sent."""
WebLink = Annotated[str, AfterValidator(web_link)]
SecureLink = Annotated[str, AfterValidator(_secure_link)]
JsonText = Annotated[str, AfterValidator(json_text)]
"""A text that holds JSON, as ``custom_content`` wants it: not the object itself. No key is empty or
stands twice."""
Scalar = Annotated[Any, AfterValidator(_scalar)]
"""A text, number or switch whose type no source tells."""
