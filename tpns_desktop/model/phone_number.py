"""Phone numbers as accounts: the shape of account type 1002. Standard library only.

Source: Tencent Cloud SMS fact sheet (tencent-cloud-sms), 10; ITU-T E.164. Whether a number is in
use is not judged: the service alone can tell.
"""

from __future__ import annotations

import re
from typing import Final

PHONE_ACCOUNTS: Final = 1002
"""Account type of phone numbers (tencent-cloud-sms 10)."""

CALLING_CODES: Final = {"mainland": "+86", "malaysia": "+60"}
"""Countries whose texts follow rules of their own → how their numbers begin (tencent-cloud-sms 7
and 8); every other number is a global one."""

_SHAPE: Final = re.compile(r"\+[1-9][0-9]{1,14}", re.ASCII)


def is_phone_number(text: str) -> bool:
    """Whether it is a number with its plus and country code, and nothing else."""
    return _SHAPE.fullmatch(text) is not None


def is_mainland(number: str) -> bool:
    """Whether a text to it is a mainland one; Hong Kong, Macao and Taiwan are global."""
    return number.startswith(CALLING_CODES["mainland"])


def is_malaysian(number: str) -> bool:
    """Whether a text to it is counted by Malaysia's lengths."""
    return number.startswith(CALLING_CODES["malaysia"])
