"""The check of a whole file: its kind, its rows, its repeats; one verdict. It never raises.

Owns which fault weighs most and what becomes of it (accept, fix, refuse; hostile packages,
sections B to D). Meant for a child process: numpy on two threads, bounded memory.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from tpns_desktop.model.phone_number import CALLING_CODES, PHONE_ACCOUNTS
from tpns_desktop.packages import encoding, source
from tpns_desktop.packages.ahead import ahead
from tpns_desktop.packages.lines import Lines, NotUtf8
from tpns_desktop.packages.rules import Rule, rule_of
from tpns_desktop.packages.source import Source
from tpns_desktop.packages.verdict import FINDINGS_MAX, FIXES, Finding, Refusal, Verdict

if TYPE_CHECKING:
    from tpns_desktop.packages.scan import Scanned

Progress = Callable[[int, int], None]
"""Called with bytes of text read and to be read, once a block."""

HEADINGS: Final = frozenset(
    [
        "account",
        "accounts",
        "account_id",
        "accountid",
        "user",
        "users",
        "userid",
        "user_id",
        "username",
        "uid",
        "id",
        "openid",
        "open_id",
        "unionid",
        "phone",
        "mobile",
        "tel",
        "telephone",
        "phone_number",
        "mobile_number",
        "email",
        "e-mail",
        "mail",
        "token",
        "tokens",
        "device",
        "device_token",
        "devicetoken",
        "idfa",
        "oaid",
        "imei",
        "账号",
        "帐号",
        "账户",
        "帐户",
        "用户",
        "用户名",
        "用户id",
        "用户账号",
        "手机",
        "手机号",
        "手机号码",
        "电话",
        "电话号码",
        "邮箱",
        "电子邮箱",
        "设备",
        "设备号",
        "设备token",
        "名单",
    ]
)
"""First rows, in lower case, that are no account but the name of a column."""

_KEPT_MAX: Final = 200 << 20
"""Bytes up to which text that was unpacked is kept beside the keys of its rows."""
_MOST: Final = 0.5
"""Share of the rows from which a mark counts as parting columns."""


def check(
    path: Path,
    kind: str = "account",
    account_type: int = 0,
    progress: Progress | None = None,
) -> Verdict:
    """Judge the file at ``path``. Raises ValueError for an account type that is in no table."""
    rule = rule_of(kind, account_type)
    try:
        with source.opened(path) as opened:
            if opened.entry is not None and opened.text_bytes > source.BLOCK:
                opened.begin()
            return judge(opened, rule, progress)
    except Refusal as refusal:
        return Verdict("refuse", refusal.code, detail=refusal.detail)
    except OSError:
        return Verdict("refuse", "unreadable")
    except Exception as error:
        # Whatever it was, this file was not understood, so it must not be used.
        return Verdict("refuse", "damaged", detail={"unforeseen": type(error).__name__})


def judge(
    opened: Source,
    rule: Rule,
    progress: Progress | None = None,
    *,
    compared_max: int | None = None,
) -> Verdict:
    """Judge an open file. Raises Refusal where nothing can be said about its rows.

    Of more than ``compared_max`` rows the repeats are not counted (``repeats.ROWS_MAX``).
    """
    met = _Met(opened, rule, compared_max)
    try:
        met.read(progress)
    except _Otherwise as otherwise:
        guessed = encoding.guess(opened.blocks(), otherwise.offset)
        if guessed is None:
            raise Refusal("encoding", offset=otherwise.offset) from None
        met = _Met(opened, rule, compared_max, guessed)
        met.detail.update(offset=otherwise.offset, encodings=list(encoding.CANDIDATES))
        met.read(progress)
    return met.verdict()


def is_preamble(data: bytes) -> bool:
    """Whether the text of a .csv begins with what tells a spreadsheet program the delimiter."""
    return data[:4].lower() == b"sep="


class _Otherwise(Exception):
    """The text is not UTF-8 from ``offset`` on."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


@dataclass
class _Met:
    """Everything that was met in one reading of a file."""

    opened: Source
    rule: Rule
    compared_max: int | None
    encoding: str = "utf-8"
    rows: int = 0
    blank: int = 0
    good: int = 0
    duplicates: int | None = 0
    counts: Counter[str] = field(default_factory=Counter)
    findings: list[Finding] = field(default_factory=list)
    detail: dict[str, Any] = field(default_factory=dict)
    first: bytes = b""
    first_misfits: bool = False
    preamble: bool = False
    lines: Lines = field(init=False)
    keyed: bool = True
    """Repeats are looked for: there are not too many rows so far."""
    kept: list[bytes] | None = None
    """The blocks of a zip, so that they need not be unpacked again; None: too many."""

    def read(self, progress: Progress | None = None) -> None:
        """Read the text once, and its repeats. Raises Refusal and _Otherwise."""
        # Loads numpy, which takes a while: the first blocks are got meanwhile.
        from tpns_desktop.packages.repeats import ROWS_MAX, Repeats

        size = self.opened.text_bytes
        # In another encoding there may be more bytes as UTF-8, never more than twice as many.
        text_bytes = size if self.encoding == "utf-8" else 2 * size
        rows_max = ROWS_MAX if self.compared_max is None else self.compared_max
        repeats = Repeats(text_bytes // 3 + 1, rows_max=rows_max)
        self.kept = None if self.opened.entry is None else []
        done = 0
        for size_bytes, scanned in self._scanned():
            self._take(scanned)
            repeats.add(scanned)
            self.keyed = not repeats.skipped
            done += size_bytes
            if done + 8 * self.rows > _KEPT_MAX:
                self.kept = None
            if progress is not None:
                progress(done, size)
        repeated = repeats.rows(lambda: self.kept or self._blocks(), csv=self.opened.csv)
        self.duplicates = None if repeated is None else len(repeated)
        if self.lines.utf16:
            self.detail["encodings"] = ["utf-16"]

    def _blocks(self) -> Iterator[bytes]:
        self.lines = Lines(self.opened.blocks(), self.encoding)
        first = True
        for data in self.lines:
            if first and self.opened.csv and is_preamble(data):
                # What a spreadsheet program is told about the file is no row of it.
                self.preamble = True
                data = data[data.index(b"\n") + 1 :]
            first = False
            if data:
                if self.kept is not None:
                    self.kept.append(data)
                yield data

    def _scanned(self) -> Iterator[tuple[int, Scanned]]:
        """Blocks as their size and what they hold, in order."""

        def looked_at(data: bytes) -> tuple[int, Scanned | Refusal | NotUtf8]:
            wanted = FINDINGS_MAX - len(self.findings)
            try:
                return len(data), scan(
                    data, self.rule, csv=csv, findings_max=wanted, keyed=self.keyed
                )
            except (Refusal, NotUtf8) as trouble:
                return len(data), trouble

        from tpns_desktop.packages.scan import scan

        csv = self.opened.csv
        offset = 0
        try:
            for size, found in ahead(looked_at, self._blocks()):
                if isinstance(found, NotUtf8):
                    raise _Otherwise(offset + found.offset + (3 if self.lines.bom else 0))
                if isinstance(found, Refusal):
                    raise found
                yield size, found
                offset += size
        except Refusal as refusal:
            if refusal.code == "longline":
                row = refusal.detail.get("row", 1)
                refusal.detail["row"] = self.rows + self.preamble + row
            raise

    def _take(self, scanned: Scanned) -> None:
        if not self.rows:
            self.first, self.first_misfits = scanned.first, scanned.first_misfits
        before = self.rows + self.preamble
        self.findings += [
            Finding(found.row + before, found.reason, found.excerpt, found.character)
            for found in scanned.findings
        ]
        del self.findings[FINDINGS_MAX:]
        self.counts.update(scanned.counts)
        self.rows += scanned.rows
        self.blank += scanned.blank
        self.good += scanned.good

    # --------------------------------------------------------------------------------- verdict

    def verdict(self) -> Verdict:
        """Weigh what was met."""
        filled = self.rows - self.blank
        if filled == 0:
            return self._ended("refuse", "empty")
        table = self._table(filled)
        if self.counts["control"]:
            return self._ended("refuse", "control")
        if self.counts["broken"]:
            return self._ended("refuse", "quote")
        if self.good == 0 and not table:
            return self._ended("refuse", "length")
        asks = self._asks(filled)
        mended = [reason for reason in FIXES if self._mends(reason, table)]
        notes = self._curiosities()
        if not mended and not asks:
            return self._ended("accept", "ok", notes)
        code = (mended or asks)[0]
        return self._ended("fix", code, [*mended[1:], *asks, *notes])

    def _table(self, filled: int) -> bool:
        """Whether the rows have more than one column; settles what a tab means."""
        csv, tabbed = self.opened.csv, self.counts["tab"]
        # "Unicode text" of a spreadsheet program is a .txt whose columns are parted by tabs.
        table = tabbed >= _MOST * filled if csv else tabbed > _MOST * filled
        if tabbed and not table:
            self.counts["control"] += tabbed
        elif tabbed and not csv:
            self.counts["columns"] += tabbed
        self.findings = [_settled(finding, table) for finding in self.findings]
        parted = self.counts["semicolon"] >= _MOST * filled and self.counts["semicolon"] > 0
        return bool(self.counts["columns"] or (tabbed and table) or (csv and parted))

    def _mends(self, reason: str, table: bool) -> bool:
        entry = self.opened.entry
        match reason:
            case "utf16":
                return self.lines.utf16
            case "encoding":
                return self.encoding != "utf-8"
            case "bom":
                return self.lines.bom
            case "cr":
                return self.lines.cr > 0
            case "columns":
                return table or self.preamble or self.counts["trailing"] > 0
            case "entries" | "folder":
                return entry is not None and entry.fix == reason
            case "blank":
                return self.blank > 0
        return self.counts[reason] > 0

    def _asks(self, filled: int) -> list[str]:
        asks = []
        first = self.first.decode("utf-8", "replace").strip().strip('"').strip().lower()
        # One row that does not fit, and it is the first: not an account of another kind.
        odd_one = self.counts["type"] == 1 and self.first_misfits and self.rows > 1
        if first in HEADINGS or odd_one:
            asks.append("heading")
            if odd_one:
                del self.counts["type"]
        for reason in ("sci", "type"):
            if self.counts[reason]:
                asks.append(reason)
        if not self.opened.csv and self.counts["delimited"] > _MOST * filled:
            asks.append("columns?")
        return asks

    def _curiosities(self) -> list[str]:
        notes = list(self.opened.notes)
        entry_notes = (
            ("crlf", self.lines.crlf > 0),
            ("dup", bool(self.duplicates)),
            ("dup-skipped", self.duplicates is None),
            ("formula", self.counts["formula"] > 0),
            ("astral", self.counts["astral"] > 0),
            ("unicode", self.counts["decomposed"] > 0),
        )
        return notes + [note for note, met in entry_notes if met]

    def _ended(self, outcome: Any, code: str, notes: list[str] | None = None) -> Verdict:
        repeats = self.duplicates
        invalid = {r: self.counts[r] for r in ("length", "control", "type", "columns", "broken")}
        counted = {r: self.counts[r] for r in ("space", "quote", "sci", "formula", "trailing")}
        self.detail.update({reason: count for reason, count in counted.items() if count})
        if self.rule.number == PHONE_ACCOUNTS:
            self.detail["countries"] = {name: self.counts[name] for name in CALLING_CODES}
        if self.preamble:
            self.detail["preamble"] = 1
        if self.lines.cr:
            self.detail["rows_before"] = self.rows - self.lines.cr
        if self.opened.entry is not None:
            self.detail["entry"] = self.opened.entry.name
        return Verdict(
            outcome,
            code,
            tuple(dict.fromkeys(notes or ())),
            rows=self.rows,
            accounts=self.good - (repeats or 0),
            blank=self.blank,
            duplicates=repeats,
            invalid={reason: count for reason, count in invalid.items() if count},
            findings=tuple(self.findings[:FINDINGS_MAX]),
            detail=self.detail,
        )


def _settled(finding: Finding, table: bool) -> Finding:
    """What a tab in a row is called: one that parts columns, or one that nobody sees."""
    if finding.reason != "tab":
        return finding
    if table:
        return replace(finding, reason="columns", character="")
    return replace(finding, reason="control")
