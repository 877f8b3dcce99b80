"""What the SMS service asks of a text before it sends it: template, signature, blanks, hours.

Read here by itself, from the documents (tencent-cloud-sms.md 5 to 8); the codes are the published
ones.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from tpns_desktop.model.limits import SERVICE_ZONE

from .cloud_answers import CloudRefusal
from .sms_account import APPS, BOTH, GLOBAL, SIGNATURES, TEMPLATES, USABLE, Signature, Template

_BLANK: Final = re.compile(r"\{([0-9]+)\}")
_ADDRESS: Final = re.compile(r"https?://|www\.", re.IGNORECASE)
_MAINLAND: Final = "86"

_GSM_EXTENDED: Final = frozenset("|^€{}[]~\\")
_GSM_STANDARD: Final = frozenset(
    "@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
    "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà\n\r"
)
_MARKETING_FROM: Final = 8


@dataclass(frozen=True, slots=True)
class Text:
    """A text that may be sent."""

    words: str
    """Signature and body as a phone shows them."""
    pieces: int
    """Messages that one of it is charged as."""


def text_of(
    sms_app_id: str,
    sign_name: str,
    template_id: str,
    params: Sequence[str],
    *,
    mainland: bool,
    at: float,
    marketing_until: int,
) -> Text:
    """The text for mainland numbers or for all others, at an instant (seconds since 1970).

    ``marketing_until``: the hour from which no marketing text goes out.

    Raises `CloudRefusal` with the code that a number gets.
    """
    if sms_app_id not in APPS:
        raise CloudRefusal("UnauthorizedOperation.SmsSdkAppIdVerifyFail")
    template = _template(template_id, mainland)
    signature = _signature(sign_name, mainland)
    if len(params) != len(set(_BLANK.findall(template.content))):
        raise CloudRefusal("FailedOperation.TemplateParamSetNotMatchApprovedTemplate")
    if any(_ADDRESS.search(value) for value in params):
        raise CloudRefusal("InvalidParameterValue.ProhibitedUseUrlInTemplateParameter")
    hours = range(_MARKETING_FROM, marketing_until)
    if template.marketing and datetime.fromtimestamp(at, SERVICE_ZONE).hour not in hours:
        raise CloudRefusal("FailedOperation.MarketingSendTimeConstraint")
    body = _BLANK.sub(lambda blank: params[int(blank[1]) - 1], template.content)
    words = body
    if signature is not None:
        words = f"【{signature.name}】{body}" if mainland else f"[{signature.name}]{body}"
    return Text(words, _pieces(words, mainland))


def _template(template_id: str, mainland: bool) -> Template:
    found = next((one for one in TEMPLATES if str(one.template_id) == template_id), None)
    if found is None or found.status != USABLE:
        raise CloudRefusal("FailedOperation.TemplateUnapprovedOrNotExist")
    if mainland and found.international == GLOBAL:
        raise CloudRefusal("UnsupportedOperation.GlobalTemplateToChineseMainlandPhone")
    if not mainland and found.international not in (GLOBAL, BOTH):
        raise CloudRefusal("UnsupportedOperation.ChineseMainlandTemplateToGlobalPhone")
    return found


def _signature(name: str, mainland: bool) -> Signature | None:
    if not name and not mainland:
        return None
    wanted = 0 if mainland else GLOBAL
    for one in SIGNATURES:
        if (one.name, one.international, one.status) == (name, wanted, USABLE):
            return one
    raise CloudRefusal("FailedOperation.SignatureIncorrectOrUnapproved")


def _pieces(words: str, mainland: bool) -> int:
    if not mainland and all(c in _GSM_STANDARD or c in _GSM_EXTENDED for c in words):
        length = len(words) + sum(c in _GSM_EXTENDED for c in words)
        return 1 if length <= 160 else -(-length // 153)
    length = len(words) if mainland else len(words.encode("utf-16-le")) // 2
    return 1 if length <= 70 else -(-length // 67)


def is_mainland(digits: int) -> bool:
    """Whether a number (its digits without the plus) is one of the Chinese mainland."""
    text = str(digits)
    return text.startswith(_MAINLAND) and len(text) == 13
