"""Codes of the Chat service, and its answers: HTTP is 200 for a refusal as well.

Texts are ours: the documents print none that could be relied on (im-all-member-push.md 2, 10).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from starlette.responses import Response

from .envelope import json_response
from .readings import Readings

TEXTS: Final = {
    60002: "bad address",
    60003: "bad JSON",
    60004: "account or UserSig missing",
    60005: "account or UserSig missing",
    60006: "SDKAppID not usable",
    60007: "called too often",
    60008: "timeout",
    60009: "no such command",
    60010: "administrator needed",
    60011: "SDKAppID called too often",
    60012: "sdkappid missing",
    60013: "bad answer behind",
    60014: "account exchange timed out",
    60015: "account is no text",
    60016: "SDKAppID disabled",
    60017: "request disabled",
    60018: "too frequent",
    60019: "too frequent",
    60020: "package expired",
    60021: "caller not allowed",
    70001: "UserSig expired",
    70002: "UserSig empty",
    70003: "UserSig illegal",
    70005: "UserSig illegal",
    70009: "UserSig check failed",
    70013: "identifier differs",
    70014: "sdkappid differs",
    70016: "no key for the app",
    70020: "SDKAppID not found",
    70050: "UserSig checked too often",
    70051: "account blocked",
    70107: "account does not exist",
    70169: "server timeout",
    70202: "server timeout",
    70402: "bad parameter",
    70403: "admin rights needed",
    70500: "server error",
    80001: "text blocked",
    80002: "message too long",
    90001: "invalid JSON",
    90002: "MsgBody missing",
    90003: "To_Account missing",
    90005: "MsgRandom missing or not an integer",
    90007: "MsgBody must be an array",
    90008: "From_Account missing or unknown",
    90009: "admin rights needed",
    90010: "bad element",
    90011: "more than 500 accounts",
    90012: "no account of these exists",
    90018: "too many accounts",
    90020: "tag too long",
    90022: "a tag in TagsOr and in TagsAnd",
    90024: "pushes closer than 1 s",
    90026: "MsgLifeTime above 7 days",
    90030: "attribute length or slot",
    90032: "too many tags",
    90033: "invalid attribute",
    90034: "tag too long",
    90035: "of the other type of account",
    90039: "tags and attributes together",
    90040: "empty tag",
    90043: "bad OfflinePushInfo",
    90044: "MsgLifeTime not an integer",
    90045: "push to all users is not enabled",
    90047: "daily quota used",
    90048: "account does not exist",
    90049: "TaskId unknown",
    90050: "already withdrawn",
    90051: "withdrawals closer than 1 s",
    90052: "older than 24 h",
    90053: "OfflinePushInfo needed",
    90055: "message of a batch above 8K",
    90056: "more than 10K",
    90057: "DataId too long",
    90992: "internal error",
    90994: "internal error",
    90995: "internal error",
    91000: "internal error",
    93000: "more than 8K",
}
"""Every published code but 90031, 90054 and 91101: no call of these services can get them."""


class ChatRefusal(Exception):
    """The Chat service says no, with a published code."""

    def __init__(self, code: int, detail: str = "") -> None:
        self.code = code
        self.text = f"{TEXTS[code]}: {detail}" if detail else TEXTS[code]
        super().__init__(self.text)


def chat_answer(data: Mapping[str, object]) -> Response:
    """A good answer."""
    return json_response({"ActionStatus": "OK", "ErrorInfo": "", "ErrorCode": 0, **data})


def chat_refused(refusal: ChatRefusal, readings: Readings) -> Response:
    """A refused call."""
    text = refusal.text if readings.chat_refusal_text == "ours" else ""
    return json_response({"ActionStatus": "FAIL", "ErrorInfo": text, "ErrorCode": refusal.code})
