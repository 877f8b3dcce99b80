"""One call to the Chat service that was let in: its accounts and rows, and whom it leaves out.

Source: im-all-member-push.md 4, 5 and 9.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from .chat_codes import ChatRefusal
from .chat_rules import Fields
from .chat_state import ChatApp

ACCOUNTS_MAX: Final = 100

Answer = Mapping[str, object]


class Call:
    """One call that was let in; ``newer``: to timpush, which knows devices and ``ErrorList``."""

    def __init__(
        self, app: ChatApp, newer: bool, fields: Fields, size_bytes: int, now: float
    ) -> None:
        self.app = app
        self.newer = newer
        self.fields = fields
        self.size_bytes = size_bytes
        self.now = now

    def accounts(self) -> list[str]:
        """``To_Account``: one to 100 accounts. Raises `ChatRefusal` 90001, 60015, 90018."""
        value = self.fields.get("To_Account")
        # The page types one of them as a text; its sample is an array.
        given = [value] if isinstance(value, str) else value
        if not isinstance(given, list) or not given:
            raise ChatRefusal(90001, "To_Account")
        if not all(isinstance(one, str) for one in given):
            raise ChatRefusal(self.app.rules.chat_account_text)
        if len(given) > ACCOUNTS_MAX:
            raise ChatRefusal(90018)
        return given

    def rows(self, key: str) -> list[tuple[str, Mapping[str, Any]]]:
        """``UserTags`` or ``UserAttrs``, one to 100, each with its account."""
        rows = self.fields.get(key)
        if not isinstance(rows, list) or not rows:
            raise ChatRefusal(90001, key)
        if not all(isinstance(row, dict) and "To_Account" in row for row in rows):
            raise ChatRefusal(90001, key)
        if not all(isinstance(row["To_Account"], str) for row in rows):
            raise ChatRefusal(self.app.rules.chat_account_text)
        if len(rows) > ACCOUNTS_MAX:
            raise ChatRefusal(90018)
        return [(row["To_Account"], row) for row in rows]

    def number(self, account: str) -> int | None:
        """The user's or device's number."""
        return self.app.people.number(account, devices=self.newer)


class LeftOut:
    """The accounts that a call leaves out, with the code for each: ``ErrorList``."""

    def __init__(self, call: Call) -> None:
        self._call = call
        self._codes: dict[str, int] = {}

    def number(self, account: str) -> int | None:
        """As `Call.number`; leaves out who does not exist, or refuses the call with 90048."""
        number = self._call.number(account)
        if number is None:
            if self._call.app.rules.chat_unknown == "refused":
                raise ChatRefusal(90048)
            self._codes[account] = 70107
        return number

    def of_other_kind(self, account: str) -> None:
        """Leave out an account whose type a tag or attribute does not fit, or refuse the call."""
        if self._call.app.rules.chat_other_kind == "refused":
            raise ChatRefusal(90035)
        self._codes[account] = 90035

    @property
    def answer(self) -> dict[str, object]:
        """``ErrorList``, if anybody was left out."""
        rows = [{"ErrorCode": code, "To_Account": one} for one, code in self._codes.items()]
        return {"ErrorList": rows} if rows else {}


def texts(value: object, most: int, code: int) -> list[str]:
    """A list of at most so many texts. Raises `ChatRefusal` 90001, or ``code`` for more."""
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise ChatRefusal(90001)
    if len(value) > most:
        raise ChatRefusal(code)
    return value


def whole(call: Call, name: str) -> int:
    """A whole number that must be there. Raises `ChatRefusal` 70402."""
    value = call.fields.get(name)
    if type(value) is not int:
        raise ChatRefusal(70402, name)
    return value
