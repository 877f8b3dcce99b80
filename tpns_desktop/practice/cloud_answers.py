"""The envelope of cloud answers: ``{"Response": {…, "RequestId"}}``, refusals in ``Error``.

HTTP is 200 for both unless a switch says otherwise (inferred; tencent-cloud-sms.md 3).
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from typing import Final

from starlette.responses import Response

from .envelope import json_response

_TEXTS: Final = {
    "AuthFailure.InvalidAuthorization": "bad Authorization",
    "AuthFailure.SecretIdNotFound": "unknown SecretId",
    "AuthFailure.SignatureExpire": "signature expired",
    "AuthFailure.SignatureFailure": "The provided credentials could not be validated. "
    "Please check your signature is correct.",
    "AuthFailure.TokenFailure": "bad token",
    "InvalidAction": "no such action",
    "InvalidParameter": "invalid parameter",
    "InvalidParameterValue": "invalid value",
    "InvalidRequest": "the body is no JSON object",
    "MissingParameter": "missing parameter",
    "NoSuchVersion": "no such version",
    "RequestLimitExceeded": "too many requests",
    "UnknownParameter": "unknown parameter",
}
"""Ours but for the signature's."""


class CloudRefusal(Exception):
    """The cloud says no: a code such as ``AuthFailure.SignatureExpire``, and a field if one is."""

    def __init__(self, code: str, field: str = "") -> None:
        self.code = code
        text = _TEXTS.get(code) or _TEXTS.get(code.partition(".")[0], code)
        self.text = f"{text}: {field}" if field else text
        super().__init__(code)


def cloud_answer(data: Mapping[str, object], status: int = 200) -> Response:
    """A successful answer."""
    return json_response({"Response": {**data, "RequestId": str(uuid.uuid4())}}, status)


def cloud_refused(refusal: CloudRefusal, status: int = 200) -> Response:
    """A refused call."""
    return cloud_answer({"Error": {"Code": refusal.code, "Message": refusal.text}}, status)
