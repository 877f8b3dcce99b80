"""JSON in and out: parsing a body strictly, and the two envelopes of answers.

The service answers HTTP 200 for refusals too. Push answers are snake_case and always hold
``err_msg`` and a ``push_id`` of digits (empty when refused); plans and statistics are camelCase.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final, NoReturn

from starlette.responses import Response

from .codes import NOT_JSON, OK, TEXTS, Refusal
from .fields import Fields, whole_number
from .readings import Readings

_JSON: Final = "application/json"


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def parse_object(body: bytes) -> Fields:
    """The JSON object in ``body``.

    Raises ``Refusal`` (1008001) for what is not UTF-8, not JSON (NaN and Infinity included), not
    an object, nested without end, or holds what no answer could repeat.
    """
    try:
        value = json.loads(body.decode("utf-8"), parse_constant=_no_constant)
        # Half a surrogate pair, or a number beyond all bounds such as 1e999.
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode("utf-8")
    except (ValueError, RecursionError):
        raise Refusal(NOT_JSON) from None
    if not isinstance(value, dict):
        raise Refusal(NOT_JSON)
    return value


def compact_bytes(value: object) -> bytes:
    """``value`` as compact JSON in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def json_response(value: object, status: int = 200) -> Response:
    """``value`` as an answer."""
    return Response(compact_bytes(value), status_code=status, media_type=_JSON)


def echoed_seq(fields: Fields) -> int:
    """``seq`` as sent; 0 when it is absent or not a whole number."""
    return whole_number(fields.get("seq")) or 0


def push_accepted(
    seq: int, push_ids: list[str], *, loop: bool, environment: str, skipped_tokens: list[str]
) -> Response:
    """The answer to an accepted push: ``push_id`` is an array for a loop, else a text."""
    answer: dict[str, object] = {
        "seq": seq,
        "push_id": push_ids if loop else push_ids[0],
        "ret_code": OK,
        "environment": environment,
        "err_msg": TEXTS[OK],
        "result": "{}",
    }
    if skipped_tokens:
        answer["invalid_targe_list"] = skipped_tokens  # The service's own spelling.
    return json_response(answer)


def push_refused(refusal: Refusal, seq: int = 0) -> Response:
    """The answer to a refused push."""
    return json_response(
        {
            "seq": seq,
            "push_id": "",
            "ret_code": refusal.code,
            "environment": "",
            "err_msg": refusal.text,
            **refusal.data,
        }
    )


def as_read(refusal: Refusal, readings: Readings) -> Refusal:
    """A refusal in the words and with the data that the switches ask for."""
    text = refusal.text if readings.refusal_text == "with_field" else TEXTS[refusal.code]
    empty = {"result": ""} if readings.refusal_data == "empty" else {}
    return Refusal(refusal.code, refusal.field, text, {**empty, **refusal.data})


def camel(data: Mapping[str, object], text: str = TEXTS[OK]) -> Response:
    """A successful answer of a plan or a statistics call: ``data`` beside code and text."""
    return json_response({"retCode": OK, "errMsg": text, **data})


def camel_refused(refusal: Refusal) -> Response:
    """A refused plan or statistics call."""
    return json_response({"retCode": refusal.code, "errMsg": refusal.text, **refusal.data})


def snake(seq: int, data: Mapping[str, object], text: str = TEXTS[OK]) -> Response:
    """A successful answer of a tag or account binding call."""
    return json_response({"seq": seq, "ret_code": OK, "err_msg": text, **data})


def snake_refused(refusal: Refusal, seq: int = 0) -> Response:
    """A refused tag or account binding call."""
    return json_response(
        {"seq": seq, "ret_code": refusal.code, "err_msg": refusal.text, **refusal.data}
    )
