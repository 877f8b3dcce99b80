"""Codes of the Chat service, and its answers: HTTP is 200 for a refusal as well.

Texts are ours: the documents print none that could be relied on (im-all-member-push.md 2, 10).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from starlette.responses import Response

from .envelope import json_response

TEXTS: Final = {
    60002: "bad address",
    60003: "bad JSON",
    60004: "account or UserSig missing",
    60006: "SDKAppID not usable",
    60008: "timeout",
    60009: "no such command",
    60012: "sdkappid missing",
    70001: "UserSig expired",
    70002: "UserSig empty",
    70003: "UserSig illegal",
    70009: "UserSig check failed",
    70013: "identifier differs",
    70014: "sdkappid differs",
    70020: "SDKAppID not found",
    70107: "account does not exist",
    70402: "bad parameter",
    90001: "invalid JSON",
    90002: "MsgBody missing",
    90005: "MsgRandom missing or not an integer",
    90007: "MsgBody must be an array",
    90008: "From_Account unknown",
    90009: "admin rights needed",
    90010: "bad element",
    90011: "too many accounts",
    90018: "too many accounts",
    90020: "tag too long",
    90022: "a tag in TagsOr and in TagsAnd",
    90024: "pushes closer than 1 s",
    90026: "MsgLifeTime above 7 days",
    90030: "attribute length or slot",
    90032: "more than 10 tags",
    90033: "invalid attribute",
    90039: "tags and attributes together",
    90040: "empty tag",
    90043: "bad OfflinePushInfo",
    90044: "MsgLifeTime not an integer",
    90045: "push to all users is not enabled",
    90047: "daily quota used",
    90049: "TaskId unknown",
    90050: "already withdrawn",
    90051: "withdrawals closer than 1 s",
    90052: "older than 24 h",
    90053: "OfflinePushInfo needed",
    90056: "more than 10K",
    90057: "DataId too long",
    91000: "internal error",
    93000: "more than 8K",
}


class ChatRefusal(Exception):
    """The Chat service says no, with a published code."""

    def __init__(self, code: int, detail: str = "") -> None:
        self.code = code
        self.text = f"{TEXTS[code]}: {detail}" if detail else TEXTS[code]
        super().__init__(self.text)


def chat_answer(data: Mapping[str, object]) -> Response:
    """A good answer."""
    return json_response({"ActionStatus": "OK", "ErrorInfo": "", "ErrorCode": 0, **data})


def chat_refused(refusal: ChatRefusal) -> Response:
    """A refused call."""
    return json_response(
        {"ActionStatus": "FAIL", "ErrorInfo": refusal.text, "ErrorCode": refusal.code}
    )
