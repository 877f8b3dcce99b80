"""User attributes of a device: added, updated, deleted, looked up (tpns-rest 11).

Which names there are is declared in the console, for which there is no call: here they stand in
``catalogue``. Devices begin with made-up values, as an app would have set them.
"""

from __future__ import annotations

from collections.abc import Mapping

from tpns_desktop.model.limits import ATTRIBUTE_BYTES_MAX

from .catalogue import ATTRIBUTES
from .codes import Refusal, invalid, missing
from .fields import Fields, integer, mapping, text
from .registered import device_of
from .state import Application

_ADD, _UPDATE, _DELETE, _DELETE_ALL, _QUERY = 1, 2, 3, 4, 5


def set_attributes(application: Application, fields: Fields, now: float) -> dict[str, object]:
    """``/v3/device/set_custom_attribute``: one device's.

    ``invalidAttribute`` names what is not declared; that is skipped. Adding and updating do the
    same (inferred). Raises ``Refusal`` 1008002, 1008007 (also beyond 50 bytes), 1008029 or 1008006.
    """
    command = integer(fields, "cmd", "cmd", low=_ADD, high=_QUERY)
    if command is None:
        raise missing("cmd")
    token = text(fields, "token", "token")
    if not token:
        raise missing("token")
    named = _named(fields) if command in (_ADD, _UPDATE, _DELETE) else {}
    try:
        device = device_of(application, token)
    except Refusal as refusal:
        if application.rules.attribute_token == "bad_value":
            raise invalid("token") from refusal
        raise
    values = application.fleet.attributes(device)
    if command == _QUERY:
        return {"attributeInfo": {"attributeMap": dict(sorted(values.items()))}}
    declared = {name: value for name, value in named.items() if name in ATTRIBUTES}
    strict = command in (_ADD, _UPDATE) and application.rules.attributes_set == "strict"
    # What is added must not be there, what is updated must.
    if strict and any((name in values) == (command == _ADD) for name in declared):
        raise invalid("attributeInfo.attributeMap")
    if command == _DELETE_ALL:
        values.clear()
    elif command == _DELETE:
        for name in declared:
            values.pop(name, None)
    else:
        values.update(declared)
    unknown = [name for name in named if name not in ATTRIBUTES]
    return {"invalidAttribute": unknown} if unknown else {}


def _named(fields: Fields) -> Mapping[str, str]:
    path = "attributeInfo.attributeMap"
    info = mapping(fields, "attributeInfo", "attributeInfo")
    values = mapping(info, "attributeMap", path) if info is not None else None
    if values is None:
        raise missing(path)
    named: dict[str, str] = {}
    for name, value in values.items():
        if not isinstance(value, str):
            raise invalid(f"{path}.{name}")
        if not name or max(len(name.encode()), len(value.encode())) > ATTRIBUTE_BYTES_MAX:
            raise invalid(path)
        named[name] = value
    return named
