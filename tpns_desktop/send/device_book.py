"""The book of test devices: what may go into it, and the copies of it that a draft carries.

A draft holds copies and not references, so that what was reviewed is what is sent, whatever
becomes of the book meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tpns_desktop.model.limits import TOKEN_LENGTH
from tpns_desktop.send.facts import text_at, value_at
from tpns_desktop.store.devices import Device, Devices
from tpns_desktop.store.ids import new_id

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tpns_desktop.store.apps import App

__all__ = ["Device", "DeviceForm", "DeviceRefused", "copies", "remember", "save"]


@dataclass(frozen=True)
class DeviceForm:
    """What a person wrote about a device."""

    name: str
    platform: str | None
    """``android`` or ``ios``; None while nothing is chosen."""
    token: str
    note: str = ""


class DeviceRefused(ValueError):
    """The device was not kept.

    `reason`: "name_required", "name_taken", "platform_required" (none chosen, or none of the
    app's), "token_required", "token_too_long" (more than 36 characters, which TPNS refuses),
    "token_taken" (`name` is the device that has it), "gone" (it was removed meanwhile).
    """

    def __init__(self, reason: str, name: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.name = name


def save(
    conn: Connection, app: App, form: DeviceForm, device_id: str | None, now: datetime
) -> Device:
    """Keep a new device (`device_id` None) or what is said of one from now on.

    Raises DeviceRefused. A token of an unusual look is kept: nothing is published about it but its
    length (tpns-rest 5.1).
    """
    book = Devices(conn)
    others = [device for device in book.all(app.id) if device.id != device_id]
    said = _checked(form, app, others)
    if device_id is None:
        device = Device(
            id=new_id(),
            app_id=app.id,
            name=said.name,
            platform=said.platform or "",
            token=said.token,
            note=said.note,
            added_at=now,
        )
        book.add(device)
        return device
    known = book.get(device_id)
    if known is None or known.app_id != app.id:
        raise DeviceRefused("gone")
    device = replace(
        known, name=said.name, platform=said.platform or "", token=said.token, note=said.note
    )
    book.update(device)
    return device


def copies(devices: Iterable[Device]) -> list[dict[str, str]]:
    """What a draft keeps of devices: {"name", "token", "platform"} each."""
    return [
        {"name": device.name, "token": device.token, "platform": device.platform}
        for device in devices
    ]


def remember(conn: Connection, app_id: str, draft: Mapping[str, Any], now: datetime) -> None:
    """A push of this draft was confirmed: its named devices are used once more."""
    if value_at(draft, "audience", "kind") != "device":
        return
    named = value_at(draft, "audience", "device", "named")
    tokens = [text_at(copy, "token") for copy in (named if isinstance(named, list) else ())]
    if tokens:
        Devices(conn).used(app_id, tokens, now)


def _checked(form: DeviceForm, app: App, others: list[Device]) -> DeviceForm:
    name, token = " ".join(form.name.split()), form.token.strip()
    if not name:
        raise DeviceRefused("name_required")
    if any(device.name.casefold() == name.casefold() for device in others):
        raise DeviceRefused("name_taken")
    if form.platform not in app.platforms:
        raise DeviceRefused("platform_required")
    if not token:
        raise DeviceRefused("token_required")
    if len(token) > TOKEN_LENGTH or len(token.split()) > 1:
        raise DeviceRefused("token_too_long")
    for device in others:
        if (device.platform, device.token) == (form.platform, token):
            raise DeviceRefused("token_taken", device.name)
    return DeviceForm(name, form.platform, token, form.note.strip())
