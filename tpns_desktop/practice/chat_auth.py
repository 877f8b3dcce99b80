"""Checks who asks the Chat service: the address's query and its UserSig, by itself.

A UserSig is undone (three letters back to Base64's, Base64, zlib, JSON) and its signature computed
anew. Source: im-all-member-push.md 2, 8 and 12; the order of the checks is inferred, and a switch.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import json
import secrets
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from .chat_codes import ChatRefusal
from .readings import Readings

ADMINISTRATOR: Final = "administrator"

_LETTERS: Final = str.maketrans("*-_", "+/=")
_LETTERS_TOLD: Final = str.maketrans("+/=", "*-_")
_LONGEST: Final = 4096
"""Bytes of an undone UserSig that are looked at: a small text may unpack to a huge one."""
_RANDOM_MAX: Final = 2**32 - 1
_AS_TAKEN: Final = Readings()


@dataclass(frozen=True, slots=True)
class ChatKeys:
    """A Chat app's number and key, made up for this run. The key is never shown by ``repr``."""

    sdkappid: int
    secret_key: str = field(repr=False)
    administrators: frozenset[str] = frozenset({ADMINISTRATOR})


def new_chat_keys() -> ChatKeys:
    """A number and a key as long as real ones."""
    return ChatKeys(1_400_000_000 + secrets.randbelow(10**6), secrets.token_hex(32))


def user_sig(keys: ChatKeys, identifier: str, *, now: float, lasts_s: int = 86_400) -> str:
    """A UserSig as a client has to make it, for guides and replays."""
    told: dict[str, object] = {
        "TLS.ver": "2.0",
        "TLS.identifier": identifier,
        "TLS.sdkappid": keys.sdkappid,
        "TLS.expire": lasts_s,
        "TLS.time": int(now),
    }
    told["TLS.sig"] = _signature(told, keys).decode()
    packed = base64.b64encode(zlib.compress(json.dumps(told).encode())).decode()
    return packed.translate(_LETTERS_TOLD)


def check_query(
    query: Mapping[str, str],
    apps: Mapping[int, ChatKeys],
    *,
    now: float,
    readings: Readings = _AS_TAKEN,
) -> ChatKeys:
    """The app that a request is for. ``now`` in seconds since 1970.

    Raises `ChatRefusal`: 60012, 60004, 60002 for the address, 700.. for the UserSig, 90009 (60010)
    for an account that is no administrator.
    """
    number = query.get("sdkappid", "")
    if not number.isdigit() or not number.isascii() or len(number) > 12:
        raise ChatRefusal(60012)
    random = query.get("random", "")
    whole = random.isdigit() and random.isascii() and len(random) <= 10
    if not whole or int(random) > _RANDOM_MAX or query.get("contenttype") != "json":
        raise ChatRefusal(60002)
    identifier = query.get("identifier", "")
    if not identifier:
        raise ChatRefusal(60004)
    keys = apps.get(int(number))
    if keys is None:
        raise ChatRefusal(70020)
    check_user_sig(query.get("usersig", ""), identifier, keys, now=now, readings=readings)
    if identifier not in keys.administrators:
        raise ChatRefusal(readings.chat_not_admin)
    return keys


def check_user_sig(
    text: str, identifier: str, keys: ChatKeys, *, now: float, readings: Readings = _AS_TAKEN
) -> None:
    """Raise `ChatRefusal` (70001, 70002, 70003, 70009, 70013, 70014) unless a UserSig holds."""
    if not text:
        raise ChatRefusal(70002)
    told = _undone(text)
    if readings.chat_user_sig == "names_first":
        _check_names(told, identifier, keys)
    made, lasts = told.get("TLS.time"), told.get("TLS.expire")
    if type(made) is not int or type(lasts) is not int or told.get("TLS.ver") != "2.0":
        raise ChatRefusal(70003)
    right = _signature(told, keys)
    given = told.get("TLS.sig")
    if not isinstance(given, str) or not hmac.compare_digest(given.encode(errors="replace"), right):
        raise ChatRefusal(70009)
    _check_names(told, identifier, keys)
    if made + lasts <= now:
        raise ChatRefusal(70001)


def _signature(told: Mapping[str, Any], keys: ChatKeys) -> bytes:
    names = ("identifier", "sdkappid", "time", "expire")
    signed = "".join(f"TLS.{name}:{told.get(f'TLS.{name}')}\n" for name in names)
    digest = hmac.digest(keys.secret_key.encode(), signed.encode(errors="replace"), "sha256")
    return base64.b64encode(digest)


def _check_names(told: Mapping[str, Any], identifier: str, keys: ChatKeys) -> None:
    if told.get("TLS.identifier") != identifier:
        raise ChatRefusal(70013)
    if told.get("TLS.sdkappid") != keys.sdkappid:
        raise ChatRefusal(70014)


def _undone(text: str) -> dict[str, Any]:
    try:
        packed = base64.b64decode(text.translate(_LETTERS), validate=True)
        reader = zlib.decompressobj()
        raw = reader.decompress(packed, _LONGEST)
        told = json.loads(raw) if reader.eof else None
    except (binascii.Error, zlib.error, ValueError, RecursionError):
        raise ChatRefusal(70003) from None
    if not isinstance(told, dict):
        raise ChatRefusal(70003)
    return told
