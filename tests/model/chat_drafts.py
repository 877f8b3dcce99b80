"""A push to users of a Chat app with something right in every field of the form."""

from __future__ import annotations

from typing import Any

from tpns_desktop.model.chat_draft import ELEMENTS, empty_chat_draft
from tpns_desktop.model.chat_options import OPTIONS
from tpns_desktop.model.options import Option

_LINK = "https://example.com/1"
_NUMBERS = {"width", "height", "size", "seconds", "index"}
_PLACES = {"latitude": "22.5", "longitude": "-114"}


def full(kind: str) -> dict[str, Any]:
    """The draft, for all, by tags or attributes, or to named users."""
    draft = empty_chat_draft()
    draft["audience"]["kind"] = kind
    draft["audience"]["tags"] = {"any": ["a", "b"], "all": ["c"]}
    draft["audience"]["attributes"] = {"any": [["City", "深圳"]], "all": [["Level", "gold"]]}
    draft["audience"]["users"]["text"] = "amy\nbob"
    draft["message"].update(sender="shop", life_s="3600", online_only=True)
    draft["message"]["elements"] = [
        {"kind": one, **{name: of_element(name) for name in fields}}
        for one, fields in ELEMENTS.items()
    ]
    draft["notification"].update(
        title="Tonight", text="At eight", extension='{"a":1}', data_id="d1"
    )
    draft["notification"]["languages"] = [
        {"language": "zh", "title": "今晚", "text": "八点"},
        {"language": "ja", "title": "", "text": "8時"},
    ]
    draft["notification"]["badge"] = {"kind": "set", "value": "3"}
    for option in OPTIONS:
        put(draft, option.path, of_option(option))
    return draft


def put(draft: dict[str, Any], path: str, value: Any) -> None:
    """Write into a draft at a dotted path."""
    *parents, last = path.split(".")
    for name in parents:
        draft = draft[name]
    draft[last] = value


def of_element(name: str) -> str:
    """What may stand in a field of an element."""
    if name.endswith("url"):
        return _LINK
    if name == "format":
        return "PNG"
    number = name.rpartition("_")[2] in _NUMBERS
    return _PLACES.get(name) or ("7" if number else f"some {name}")


def of_option(option: Option) -> str:
    """What may stand in a choice about the notification."""
    if option.choices:
        return option.choices[-1]
    if option.path.endswith("image"):
        return _LINK
    return {"number": "30", "json": '{"stop":{"at":3},"who":"Amy"}'}.get(option.kind, "x")
