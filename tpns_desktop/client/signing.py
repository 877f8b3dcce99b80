"""The ways to prove who is asking, as pure functions of their inputs.

Owns the headers of both of TPNS's schemes, the signature of TC3 (which signs what `tc3` puts
together) and the UserSig of Chat, what a key must look like, and taking all of it out of a text
again.
One of the two modules that look inside a `Secret` (the other keeps it in the system's keyring).
Knows neither the clock nor the network: time and body come in as arguments.

Sources: tpns-rest.md 3.1 (Basic; page 1024/34672) and 3.2 (signature; pages 1024/34213, 548/41046),
sending.md 3 and 4 (what makes a pasted key unfit), tencent-cloud-sms.md 4 (TC3),
im-all-member-push.md 8 (UserSig).
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import re
import zlib
from collections.abc import Iterable

from tpns_desktop.client.errors import KeyRefused
from tpns_desktop.model.secret import Secret

KEY_LENGTH_MAX = 256
"""Characters. Our own bound: real keys have 32, and a header must stay a header."""
ACCESS_ID_LENGTH_MAX = 20
"""Digits. Documented are ten (tpns-rest.md 2); twenty hold any 64-bit number."""

# An answer is searched for the secrets that went out with the question. A "secret" of three letters
# would be found in honest words, and nobody is protected by hiding it.
_WORTH_HIDING = 12

_URL_LETTERS = str.maketrans("+/=", "*-_")
"""Not those of Python's URL-safe Base64."""

_ESCAPED_BYTES_MAX = 64 * 1024

_FIT_FOR_LOGIN = re.compile(r"[^\x00-\x1f\x7f\ud800-\udfff]*")


def key_problem(secret_key: Secret) -> str:
    """What is odd about a key, or ``""`` when it can be used.

    One of ``empty``, ``line_end``, ``control``, ``space``, ``not_ascii``, ``too_long``. A key is
    looked at as it stands: white space around a pasted one is for the caller to trim.
    """
    return _problem(secret_key.reveal())


def access_id_problem(access_id: str) -> str:
    """What is odd about an access id, or ``""``: as `key_problem`, and ``not_digits``."""
    problem = _problem(access_id)
    if problem:
        return problem
    if not access_id.isdecimal():
        return "not_digits"
    return "too_long" if len(access_id) > ACCESS_ID_LENGTH_MAX else ""


def _problem(text: str) -> str:
    if not text:
        return "empty"
    # First, because a line end is what pasting really adds, and what splits a header.
    if "\n" in text or "\r" in text:
        return "line_end"
    if not text.isascii():
        return "not_ascii"
    if not text.isprintable():
        return "control"
    if " " in text:
        return "space"
    return "too_long" if len(text) > KEY_LENGTH_MAX else ""


def require_usable(access_id: str, secret_key: Secret) -> None:
    """Raise `KeyRefused`, which does not repeat the value, unless both fit into a header.

    Asked before any header is made: httpx's own errors would print the whole key (sending.md 4).
    """
    problem = access_id_problem(access_id)
    if problem:
        raise KeyRefused("bad_access_id", problem)
    problem = key_problem(secret_key)
    if problem:
        raise KeyRefused("bad_key", problem)


def signature_headers(
    access_id: str, secret_key: Secret, timestamp: int, body: bytes
) -> dict[str, str]:
    """The three headers of the signature scheme: ``AccessId``, ``TimeStamp``, ``Sign``.

    `timestamp` is Unix time in whole seconds; `body` the very bytes that are sent. Raises
    `KeyRefused`. The page's short formula and its Go sample are wrong; what is computed here
    reproduces the page's worked result (tpns-rest.md 3.2): Base64 of the 64 lower-case hex
    characters of HMAC-SHA256, keyed by the key's text, over time, access id and body.
    """
    require_usable(access_id, secret_key)
    signed = str(timestamp).encode("ascii") + access_id.encode("ascii") + body
    digest = hmac.new(secret_key.reveal().encode("ascii"), signed, hashlib.sha256).hexdigest()
    return {
        "AccessId": access_id,
        "TimeStamp": str(timestamp),
        "Sign": base64.b64encode(digest.encode("ascii")).decode("ascii"),
    }


def basic_header(access_id: str, secret_key: Secret) -> dict[str, str]:
    """The one header of the Basic scheme: ``Authorization``. Raises `KeyRefused`."""
    require_usable(access_id, secret_key)
    pair = f"{access_id}:{secret_key.reveal()}".encode("ascii")
    return {"Authorization": "Basic " + base64.b64encode(pair).decode("ascii")}


def require_usable_pair(secret_id: Secret, secret_key: Secret) -> None:
    """As `require_usable`, for the two keys of a cloud account. Raises `KeyRefused`."""
    for reason, secret in (("bad_access_id", secret_id), ("bad_key", secret_key)):
        problem = key_problem(secret)
        if problem:
            raise KeyRefused(reason, problem)


def tc3_authorization(
    secret_id: Secret, secret_key: Secret, scope: str, signed_names: str, string_to_sign: str
) -> str:
    """The value of the header ``Authorization`` in the scheme TC3-HMAC-SHA256.

    `scope` is ``date/service/tc3_request``, `signed_names` the names of the signed headers joined
    by ``;`` (both as `tc3` makes them). The key is handed down the scope's parts, as raw bytes at
    each step. Raises `KeyRefused`. Source: tencent-cloud-sms.md 4.
    """
    require_usable_pair(secret_id, secret_key)
    key = b"TC3" + secret_key.reveal().encode("ascii")
    for part in (*scope.split("/"), string_to_sign):
        key = hmac.new(key, part.encode("ascii"), hashlib.sha256).digest()
    return (
        f"TC3-HMAC-SHA256 Credential={secret_id.reveal()}/{scope}, "
        f"SignedHeaders={signed_names}, Signature={key.hex()}"
    )


def user_sig(
    identifier: str, sdkappid: int, secret_key: Secret, *, now_s: int, lifetime_s: int
) -> str:
    """The UserSig of a Chat app's account, as it stands in the address of a request.

    `now_s` is Unix time, `lifetime_s` how long it counts from then. Raises `KeyRefused`. Compressed
    and written in Base64 with three letters of its own. Source: im-all-member-push.md 8.
    """
    problem = key_problem(secret_key)
    if problem:
        raise KeyRefused("bad_key", problem)
    signed = (
        f"TLS.identifier:{identifier}\nTLS.sdkappid:{sdkappid}\n"
        f"TLS.time:{now_s}\nTLS.expire:{lifetime_s}\n"
    )
    digest = hmac.digest(secret_key.reveal().encode("ascii"), signed.encode("utf-8"), "sha256")
    told = {
        "TLS.ver": "2.0",
        "TLS.identifier": identifier,
        "TLS.sdkappid": sdkappid,
        "TLS.expire": lifetime_s,
        "TLS.time": now_s,
        "TLS.sig": base64.b64encode(digest).decode("ascii"),
    }
    packed = base64.b64encode(zlib.compress(json.dumps(told).encode("utf-8")))
    return packed.decode("ascii").translate(_URL_LETTERS)


def proxy_login_problem(password: Secret) -> str:
    """What is odd about a proxy's password, or ``""``: "control" or "length".

    Any other character is fine: it travels as UTF-8 in Base64 (RFC 7617).
    """
    text = password.reveal()
    if len(text) > KEY_LENGTH_MAX:
        return "length"
    return "" if _FIT_FOR_LOGIN.fullmatch(text) else "control"


def proxy_login(user: str, password: Secret | None) -> tuple[str, str]:
    """User and password for a proxy's Basic scheme, to be handed to httpx at once."""
    return user, "" if password is None else password.reveal()


def without_secrets(data: bytes, secret_key: Secret, sent: Iterable[str]) -> bytes:
    r"""`data` with the key and each text in `sent` replaced by ``****``.

    For answers: a service that repeats what it was sent ("bad sign: …") would otherwise carry it
    into errors, history and logs. JSON may escape any character of them (many a service writes
    ``\u003d`` for the ``=`` at the end of a signature); looked for where an error may be, not in
    megabytes of records.
    """
    escaped = b"\\" in data and len(data) <= _ESCAPED_BYTES_MAX
    for text in (secret_key.reveal(), *sent):
        if len(text) >= _WORTH_HIDING:
            data = data.replace(text.encode("utf-8", "surrogatepass"), b"****")
            if escaped and text.isascii():
                data = re.sub(b"".join(map(_in_json, text)), b"****", data)
    return data


def _in_json(character: str) -> bytes:
    """A pattern for an ASCII character as it stands in JSON, plain or escaped."""
    plain = re.escape(character)
    return rf"(?:\\?{plain}|\\u(?i:{ord(character):04x}))".encode("ascii")
