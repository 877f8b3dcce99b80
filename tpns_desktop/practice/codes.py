"""The service's codes with its own texts, and the refusal that carries one.

Owns no rule: who refuses what stands where the request is read. Texts are those of the published
table (1024/33763, 548/39080).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

OK: Final = 0
NOT_JSON: Final = 1008001
MISSING: Final = 1008002
AUTH: Final = 1008003
UNKNOWN_TOKEN: Final = 1008006
BAD_VALUE: Final = 1008007
BAD_UPLOAD: Final = 1008011
EMPTY_UPLOAD: Final = 1008012
NO_SUCH_PUSH: Final = 1008015
BAD_DATE: Final = 1008016
EVIL_CONTENT: Final = 1008019
CERTIFICATE_EXPIRED: Final = 1008023
PARTLY: Final = 1008026
NOT_AT_ALL: Final = 1008027
TOO_FAST: Final = 1008028
BAD_TOKEN: Final = 1008029
UNKNOWN_ACCESS_ID: Final = 1008035
NO_RESOURCES: Final = 1010001
NO_TARGET: Final = 10010005
BAD_PUSH_TIME: Final = 10010012
REPEATED: Final = 10010018
NOBODY: Final = 10110008

TEXTS: Final[dict[int, str]] = {
    OK: "NO_ERROR",
    NOT_JSON: "parameter parse error",
    MISSING: "missing parameter",
    AUTH: "auth failure",
    UNKNOWN_TOKEN: "invalid token",
    BAD_VALUE: "invalid parameter",
    BAD_UPLOAD: "upload file error",
    EMPTY_UPLOAD: "upload empty file",
    NO_SUCH_PUSH: "push id not exist",
    BAD_DATE: "date param format error",
    EVIL_CONTENT: "content may be evil",
    CERTIFICATE_EXPIRED: "ios push cert was expired for the environment: PRODUCT",
    PARTLY: "batch op, partly error",
    NOT_AT_ALL: "batch op, total error",
    TOO_FAST: "request too fast",
    BAD_TOKEN: "token is not valid",
    UNKNOWN_ACCESS_ID: "accessId is not correct or domain not correct",
    NO_RESOURCES: "",
    NO_TARGET: "internal error",
    BAD_PUSH_TIME: "illegal push time",
    REPEATED: "Push repeat",
    NOBODY: "no token, no account",
}
"""The texts; ``NO_TARGET`` misleads in the original too: it means that nobody can be reached."""

_NAMES_FIELD: Final = frozenset({MISSING, BAD_VALUE, BAD_TOKEN})


class Refusal(Exception):
    """The service says no: a code, its text and, where one is to blame, the field.

    ``field`` is a path such as ``tag_rules[0].tag_items[0].tags_operator``. The text of
    "missing" and "invalid" names it (ours: a person who practises wants to know which), never the
    value.
    """

    def __init__(
        self,
        code: int,
        field: str = "",
        text: str = "",
        data: Mapping[str, object] | None = None,
    ) -> None:
        self.code = code
        self.field = field
        self.data = data if data is not None else {}
        """What the answer holds beside code and text."""
        if not text:
            text = TEXTS[code]
            if field and code in _NAMES_FIELD:
                text = f"{text}: {field}"
        self.text = text
        super().__init__(text)


def missing(field: str) -> Refusal:
    """A required field is not there (1008002)."""
    return Refusal(MISSING, field)


def invalid(field: str) -> Refusal:
    """A field has a value that is refused (1008007)."""
    return Refusal(BAD_VALUE, field)
