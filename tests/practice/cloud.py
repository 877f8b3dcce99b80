"""A stranger's client for the cloud's SMS API, written from the documents alone."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import UTC, datetime
from typing import Any

from tests.practice.conftest import BASE_URL, Practice

HOST = BASE_URL.removeprefix("http://")


def headers_for(
    practice: Practice,
    action: str,
    body: bytes,
    *,
    at: float | None = None,
    region: str = "ap-guangzhou",
    secret_id: str = "",
    secret_key: str = "",
) -> dict[str, str]:
    """Headers of a signed request (tencent-cloud-sms.md 3 and 4)."""
    stamp = str(int(practice.clock.now if at is None else at))
    day = datetime.fromtimestamp(int(stamp), UTC).strftime("%Y-%m-%d")
    kind = "application/json"
    request = (
        f"POST\n/\n\ncontent-type:{kind}\nhost:{HOST}\n\ncontent-type;host\n"
        f"{hashlib.sha256(body).hexdigest()}"
    )
    scope = f"{day}/sms/tc3_request"
    told = f"TC3-HMAC-SHA256\n{stamp}\n{scope}\n{hashlib.sha256(request.encode()).hexdigest()}"
    keys = practice.world.cloud_keys
    key = ("TC3" + (secret_key or keys.secret_key)).encode()
    for part in (day, "sms", "tc3_request"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    signature = hmac.new(key, told.encode(), hashlib.sha256).hexdigest()
    return {
        "Content-Type": kind,
        "Host": HOST,
        "X-TC-Action": action,
        "X-TC-Version": "2021-01-11",
        "X-TC-Timestamp": stamp,
        "X-TC-Region": region,
        "Authorization": f"TC3-HMAC-SHA256 Credential={secret_id or keys.secret_id}/{scope}, "
        f"SignedHeaders=content-type;host, Signature={signature}",
    }


def ask(practice: Practice, action: str, fields: dict[str, Any], **how: Any) -> dict[str, Any]:
    """What an action answers, without its envelope."""
    body = json.dumps(fields).encode()
    answer = practice.raw("/", body, headers_for(practice, action, body, **how))
    assert answer.status_code == 200
    response: dict[str, Any] = answer.json()["Response"]
    assert response.pop("RequestId")
    return response


def code(response: dict[str, Any]) -> str:
    """The code of a refusal, empty for none."""
    return str(response.get("Error", {}).get("Code", ""))
