"""What can be done with many users of a Chat app, as data: the kinds, their limits, how deliberate.

Pure: a job that is asked for is right, or is refused with what is to be mended. Sources:
im-all-member-push.md 4, 5 and 9.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

from tpns_desktop.model.chat_codes import CODES
from tpns_desktop.model.chat_dialects import DIALECTS, DialectId
from tpns_desktop.send import levels

JobKind = Literal[
    "read",
    "add_tags",
    "remove_tags",
    "remove_all_tags",
    "replace_tags",
    "set_attributes",
    "remove_attributes",
]

KINDS: Final[tuple[JobKind, ...]] = (
    "read",
    "add_tags",
    "remove_tags",
    "remove_all_tags",
    "replace_tags",
    "set_attributes",
    "remove_attributes",
)
SWEEPING: Final = frozenset({"remove_all_tags", "replace_tags"})
"""What was there before is gone and stands nowhere."""
_WITH_TAGS: Final = frozenset({"add_tags", "remove_tags", "replace_tags"})

BATCH: Final = 100
"""Accounts of one call."""
TAGS_MAX: Final = 10
"""Of one call about an account."""
TAGS_OF_USER_MAX: Final = 100
BYTES_MAX: Final = 50
"""Of a tag, of an attribute's name and of its value, as UTF-8 (inferred)."""

CALLS_PER_S: Final = 10
"""How fast a job asks, unless a person says otherwise."""
CALLS_PER_S_MAX: Final = 80
"""Below the documented 100: others may ask for the same app."""

APP_GROUPS: Final = frozenset({"key", "admin", "app", "edition", "quota"})
"""Groups of codes that are about the app and no single user: a job pauses."""
BUSY_GROUPS: Final = frozenset({"busy", "too_fast"})
"""Groups of codes that are waited out."""

PAUSES: Final = (
    *("person", "quit", "switched", "cut_off"),
    *("refused", "all_refused", "busy", "no_answer", "offline", "key", "file_gone", "storage"),
    *("app_gone", "app_changed", "dialect", "failed"),
)
"""Why a job paused. By a person, the end of the program, another app or the end of an earlier run;
the service refused what concerns the app (``code``), refused everybody of several batches
(``code``), was busy for long (``code``), gave no usable answer, or could not be reached; no key;
its file is gone; the database; its app is gone, another one by now
or cannot do it any more; anything else. Where no client could be had, the words of
`asking.AskFailed`."""

GATEWAY: Final = range(60000, 61000)
"""Codes of the service's door: nobody's users were looked at."""


def about_app(code: int) -> bool:
    """Whether a refusal would meet every other call as well."""
    fact = CODES.get(code)
    if fact is not None and fact.group in BUSY_GROUPS:
        return False
    return code in GATEWAY or (fact is not None and fact.group in APP_GROUPS)


def is_busy(code: int) -> bool:
    """Whether the same call may go well in a while."""
    fact = CODES.get(code)
    return fact is not None and fact.group in BUSY_GROUPS


class JobRefused(ValueError):
    """Nothing was begun, nothing was asked of the service.

    `reason`: "no_users", "no_tag", "many_tags", "long" (a tag, name or value of more than 50
    bytes), "empty" (a tag or value), "twice" (a name or tag), "no_attribute", "dialect" (the app's
    kind of push cannot), "app_gone", "app_changed" (it is another app's job by now, or another
    practice service's), "switched" (another app is worked with by now), "job_gone", "state" (not in
    a state for it), "name" (the app's name was not typed), "tick"; of a file the codes of
    `packages.verdict.CODES`; of a list "list_gone", "list_unfit" (it holds no accounts, or is to be
    mended first). `value` is what is to be mended.
    """

    def __init__(
        self, reason: str, value: str = "", detail: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.value = value
        self.detail = dict(detail or {})


@dataclass(frozen=True)
class Pasted:
    """Accounts that were typed or pasted, parted by line ends, commas or semicolons."""

    text: str


@dataclass(frozen=True)
class FromFile:
    """A .txt, .csv or .zip of accounts."""

    path: Path
    encoding: str = ""
    """Empty: found out."""
    delimiter: str = ""
    """What parts its columns; empty: it has one."""
    column: int = 0
    drop_first: bool = False
    """Its first row names the columns."""


@dataclass(frozen=True)
class FromList:
    """A list of *Lists & tags*."""

    list_id: str


Source = Pasted | FromFile | FromList


@dataclass(frozen=True)
class ChatJob:
    """What a person wants done, and with whom."""

    kind: JobKind
    source: Source
    tags: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    """Attributes to set, name → value."""
    names: tuple[str, ...] = ()
    """Attributes to remove."""
    calls_per_s: int = CALLS_PER_S

    @property
    def params(self) -> dict[str, Any]:
        """What is kept of it."""
        return {"tags": [*self.tags], "values": dict(self.values), "names": [*self.names]}


def offered(dialect: DialectId) -> tuple[JobKind, ...]:
    """The kinds that an app can do."""
    newer = DIALECTS[dialect].service == "timpush"
    return tuple(kind for kind in KINDS if newer or kind != "replace_tags")


def check(job: ChatJob, dialect: DialectId) -> None:
    """Raise JobRefused for what the service could not take."""
    if job.kind not in offered(dialect):
        raise JobRefused("dialect")
    if job.kind in _WITH_TAGS:
        most = TAGS_OF_USER_MAX if job.kind == "replace_tags" else TAGS_MAX
        _check_texts(job.tags, "no_tag")
        if len(job.tags) > most:
            raise JobRefused("many_tags", str(most))
    elif job.kind == "set_attributes":
        _check_texts(tuple(job.values), "no_attribute")
        for value in job.values.values():
            _check_text(value)
    elif job.kind == "remove_attributes":
        _check_texts(job.names, "no_attribute")


def _check_texts(texts: tuple[str, ...], missing: str) -> None:
    if not texts:
        raise JobRefused(missing)
    for text in texts:
        _check_text(text)
        if texts.count(text) > 1:
            raise JobRefused("twice", text)


def _check_text(text: str) -> None:
    if not text.strip():
        raise JobRefused("empty")
    if size_bytes(text) > BYTES_MAX:
        raise JobRefused("long", text)


def size_bytes(text: str) -> int:
    """Bytes of a text as it travels."""
    return len(text.encode("utf-8", "surrogatepass"))


def level_of(kind: str, accounts: int, *, practice: bool, preferred: str = "standard") -> int:
    """How much a person is asked before a job begins, as in `levels`.

    Reading changes nothing. What takes away unseen wants one level more than what adds.
    """
    if practice or kind == "read":
        return levels.PRACTICE
    level = levels.EXACT if accounts <= levels.EXACT_MAX else levels.WIDE
    return levels.asked_level(level + (kind in SWEEPING), preferred)
