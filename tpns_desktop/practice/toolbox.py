"""Which of today's pushes were meant for one device (tpns-rest 12.7)."""

from __future__ import annotations

from typing import Final

from .codes import missing
from .fields import Fields, text
from .order import AudienceType
from .registered import device_of
from .schedule import service_day
from .state import Application

_TARGET_TYPES: Final[dict[AudienceType, str]] = {
    "all": "ALL_PUSH",
    "tag": "TAG_PUSH",
    "token": "TOKEN_PUSH",
    "token_list": "TOKEN_LIST_PUSH",
    "account": "ACCOUNT_PUSH",
    "account_list": "ACCOUNT_LIST_PUSH",
    "package_account_push": "PACKAGE_ACCOUNT_PUSH",
    "package_token_push": "PACKAGE_TOKEN_PUSH",
}
"""``TAG_PUSH`` is published, the others are made after it (inferred)."""


def pushes_of_token(application: Application, fields: Fields, now: float) -> dict[str, object]:
    """The data of ``getPushListByToken``: pushes that started today and meant the token's device.

    Newest first. A push is listed also where it could not arrive, since it was meant for the
    device; one that was cancelled is not. Raises ``Refusal`` 1008002, 1008006 or 1008029.
    """
    token = text(fields, "token", "token")
    if not token:
        raise missing("token")
    device = device_of(application, token)
    today, rules = service_day(now), application.rules
    return {
        "pushTaskList": [
            {
                "pushId": int(push.push_id),
                "pushTime": int(push.starts_at),
                "pushTargetType": (
                    _TARGET_TYPES[push.order.audience_type]
                    if rules.target_types == "by_kind"
                    else _TARGET_TYPES["tag"]
                ),
            }
            for push in sorted(application.pushes, key=lambda push: -push.starts_at)
            if push.starts_at <= now
            and service_day(push.starts_at) == today
            and (
                rules.token_pushes == "all"
                or push.ending is None
                or push.ending.status != "PUSH_CANCELED"
            )
            and push.meant(device)
        ]
    }
