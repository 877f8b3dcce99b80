"""Checks the log-in of a cloud request, by itself: TC3-HMAC-SHA256.

Signed are the method, the path, the headers that the request names (``content-type`` and ``host``
at least) and the body's hash; the key is drawn from the SecretKey by date and service. The date is
that of the time stamp in UTC. Source: tencent-cloud-sms.md 3 and 4 ("Signature v3").
"""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from .cloud_answers import CloudRefusal
from .sms_account import CloudKeys

_SERVICE: Final = "sms"
_AUTHORIZATION: Final = re.compile(
    r"TC3-HMAC-SHA256 Credential=([^/\s,]+)/(\d{4}-\d\d-\d\d)/([a-z]+)/tc3_request,"
    r"\s*SignedHeaders=([a-z0-9;-]+),\s*Signature=([0-9a-f]{64})"
)
_NEEDED: Final = frozenset({"content-type", "host"})
_SECONDS: Final = re.compile("[0-9]{1,12}")


def check_log_in(
    headers: Mapping[str, str],
    method: str,
    body: bytes,
    *,
    keys: CloudKeys,
    now: float,
    skew_s: int,
) -> None:
    """Raise `CloudRefusal` unless the request is signed with ``keys``.

    ``headers``: names in lower case. ``now``: seconds since 1970; a time stamp may be ``skew_s``
    off. ``AuthFailure.*``:
    InvalidAuthorization, SecretIdNotFound, TokenFailure, SignatureExpire, SignatureFailure.
    """
    match = _AUTHORIZATION.fullmatch(headers.get("authorization", ""))
    if match is None:
        raise CloudRefusal("AuthFailure.InvalidAuthorization")
    secret_id, day, service, names, signature = match.groups()
    signed = names.split(";")
    if not set(signed) >= _NEEDED or signed != sorted(set(signed)) or service != _SERVICE:
        raise CloudRefusal("AuthFailure.InvalidAuthorization")
    if not hmac.compare_digest(secret_id.encode(), keys.secret_id.encode()):
        raise CloudRefusal("AuthFailure.SecretIdNotFound")
    if headers.get("x-tc-token"):
        raise CloudRefusal("AuthFailure.TokenFailure")  # Keys of practice are no temporary ones.
    stamp = headers.get("x-tc-timestamp", "")
    if _SECONDS.fullmatch(stamp) is None:
        raise CloudRefusal("AuthFailure.SignatureExpire")
    if abs(int(stamp) - int(now)) > skew_s:
        raise CloudRefusal("AuthFailure.SignatureExpire")
    if datetime.fromtimestamp(int(stamp), UTC).strftime("%Y-%m-%d") != day:
        raise CloudRefusal("AuthFailure.SignatureFailure")
    told = "".join(f"{name}:{headers.get(name, '').strip().lower()}\n" for name in signed)
    request = "\n".join((method, "/", "", told, names, hashlib.sha256(body).hexdigest()))
    scope = f"{day}/{service}/tc3_request"
    to_sign = "\n".join(
        ("TC3-HMAC-SHA256", stamp, scope, hashlib.sha256(request.encode()).hexdigest())
    )
    key = f"TC3{keys.secret_key}".encode()
    for part in (day, service, "tc3_request"):
        key = hmac.digest(key, part.encode(), "sha256")
    if not hmac.compare_digest(hmac.digest(key, to_sign.encode(), "sha256").hex(), signature):
        raise CloudRefusal("AuthFailure.SignatureFailure")
