"""The sentences about a list: why it can't be used, what is wrong with which row, what mends it.

Tables by the codes, notes, reasons and repairs of `packages`; counts come with the verdict. Nothing
here shows a value of a list: excerpts arrive masked.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QCoreApplication

from tpns_desktop.packages.verdict import ASKS, FIXES
from tpns_desktop.ui.words.audience import account_type_name, listed
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import grouped, locale, when

if TYPE_CHECKING:
    from tpns_desktop.send.upload import UploadProgress
    from tpns_desktop.store.lists import ListRow

translate = QCoreApplication.translate


NAMED = 3
"""Titles of pushes that one sentence names."""
EMPTY_SLOT = '"upload_id": 0'
"""The line of a body that is filled in when its list is uploaded."""


def given_later() -> str:
    """What stands in the place of an upload's id until there is one."""
    return translate("Lists", "<given after upload>")


class Refused(NamedTuple):
    """Why a file can't be used, and what to do about it."""

    happened: str
    to_do: str


_TEXT_FILE = QT_TRANSLATE_NOOP(
    "Lists", "Save the list as a .txt or .csv file, one account per row, and choose that."
)
_ONE_FILE = QT_TRANSLATE_NOOP("Lists", "Drop one .txt, .csv or .zip file from this computer.")
_ZIP_AGAIN = QT_TRANSLATE_NOOP(
    "Lists", "Make the .zip again, with the one list in it, or choose the list itself."
)
_ASK_AGAIN = QT_TRANSLATE_NOOP("Lists", "Ask whoever made the file to save it again.")
_CHOOSE_AGAIN = QT_TRANSLATE_NOOP("Lists", "Choose the file again.")
_UTF8 = QT_TRANSLATE_NOOP("Lists", "Save it as text in UTF-8 and choose it again.")

_REFUSALS: dict[str, Refused] = {
    "ext": Refused(
        QT_TRANSLATE_NOOP("Lists", "This is not a .txt, .csv or .zip file."), _TEXT_FILE
    ),
    "name": Refused(
        QT_TRANSLATE_NOOP("Lists", "TPNS can't take a file of this name."),
        QT_TRANSLATE_NOOP(
            "Lists",
            "Rename it: at most 100 characters, without quotes or backslashes, and no dot or "
            "space at its end.",
        ),
    ),
    "size": Refused(
        QT_TRANSLATE_NOOP("Lists", "The file is larger than 100 MB, the most that TPNS takes."),
        QT_TRANSLATE_NOOP("Lists", "Divide it into several files, or choose it as a .zip."),
    ),
    "empty": Refused(
        QT_TRANSLATE_NOOP("Lists", "There is no account in this file."),
        QT_TRANSLATE_NOOP("Lists", "Choose a file with one account per row."),
    ),
    "disguised": Refused(
        QT_TRANSLATE_NOOP("Lists", "This is no text file, whatever its name says."), _TEXT_FILE
    ),
    "notfile": Refused(
        QT_TRANSLATE_NOOP("Lists", "This is not a file on this computer."), _ONE_FILE
    ),
    "many": Refused(QT_TRANSLATE_NOOP("Lists", "These are several files."), _ONE_FILE),
    "link": Refused(
        QT_TRANSLATE_NOOP("Lists", "This is a link or a shortcut to a file."),
        QT_TRANSLATE_NOOP("Lists", "Choose the file itself."),
    ),
    "unreadable": Refused(
        QT_TRANSLATE_NOOP("Lists", "The file can't be read."),
        QT_TRANSLATE_NOOP(
            "Lists", "Look whether you may open it and whether its drive is connected."
        ),
    ),
    "gone": Refused(QT_TRANSLATE_NOOP("Lists", "The file is no longer there."), _CHOOSE_AGAIN),
    "changed": Refused(
        QT_TRANSLATE_NOOP("Lists", "The file changed while it was read."),
        QT_TRANSLATE_NOOP("Lists", "Wait until nobody writes to it, then choose it again."),
    ),
    "diskfull": Refused(
        QT_TRANSLATE_NOOP("Lists", "The disk of this computer is full."),
        QT_TRANSLATE_NOOP("Lists", "Make some room, then choose the file again."),
    ),
    "exists": Refused(
        QT_TRANSLATE_NOOP("Lists", "There is a file of this name already."),
        QT_TRANSLATE_NOOP("Lists", "Choose another name; nothing is ever overwritten."),
    ),
    "list_gone": Refused(
        QT_TRANSLATE_NOOP("Lists", "The list is no longer on this computer."), _CHOOSE_AGAIN
    ),
    "list_in_use": Refused(
        QT_TRANSLATE_NOOP("Lists", "A push to this list is not settled yet."),
        QT_TRANSLATE_NOOP("Lists", "Take it back or wait for its end, then remove the list."),
    ),
    "nothing_left": Refused(
        QT_TRANSLATE_NOOP("Lists", "No row would be left in the clean copy."),
        QT_TRANSLATE_NOOP("Lists", "Leave out fewer rows, or look whether this is the right list."),
    ),
    "cancelled": Refused(
        QT_TRANSLATE_NOOP("Lists", "Cancelled."),
        QT_TRANSLATE_NOOP("Lists", "Nothing was kept and nothing was changed."),
    ),
    "too_many": Refused(
        QT_TRANSLATE_NOOP("Lists", "These lists have too many rows to be compared."),
        QT_TRANSLATE_NOOP("Lists", "Divide them into smaller ones."),
    ),
    "control": Refused(
        QT_TRANSLATE_NOOP("Lists", "There are invisible characters inside of accounts."),
        QT_TRANSLATE_NOOP("Lists", "Take them out in the rows below, then choose the file again."),
    ),
    "nul": Refused(QT_TRANSLATE_NOOP("Lists", "The file holds bytes that no text has."), _UTF8),
    "utf16": Refused(
        QT_TRANSLATE_NOOP("Lists", "The text is in an encoding that can't be converted here."),
        _UTF8,
    ),
    "encoding": Refused(QT_TRANSLATE_NOOP("Lists", "The text is neither UTF-8 nor GBK."), _UTF8),
    "longline": Refused(
        QT_TRANSLATE_NOOP("Lists", "One row is far too long to be an account."),
        QT_TRANSLATE_NOOP("Lists", "Put one account on each row and choose the file again."),
    ),
    "length": Refused(
        QT_TRANSLATE_NOOP("Lists", "No row is 2 to 100 characters long."),
        QT_TRANSLATE_NOOP("Lists", "Look whether this is the right file."),
    ),
    "quote": Refused(
        QT_TRANSLATE_NOOP("Lists", "Quotes are opened in this file and never closed."),
        QT_TRANSLATE_NOOP("Lists", "Mend the rows below, or save it again as a .txt file."),
    ),
    "columns": Refused(
        QT_TRANSLATE_NOOP("Lists", "This is a table with several columns."),
        QT_TRANSLATE_NOOP("Lists", "Choose the column with the accounts."),
    ),
    "notzip": Refused(QT_TRANSLATE_NOOP("Lists", "This is no ordinary .zip file."), _ZIP_AGAIN),
    "entries": Refused(
        QT_TRANSLATE_NOOP("Lists", "The .zip holds more than one file."), _ZIP_AGAIN
    ),
    "folder": Refused(
        QT_TRANSLATE_NOOP("Lists", "The .zip holds a folder where the list should be."),
        _ZIP_AGAIN,
    ),
    "noentry": Refused(QT_TRANSLATE_NOOP("Lists", "The .zip is empty."), _ZIP_AGAIN),
    "entryname": Refused(
        QT_TRANSLATE_NOOP("Lists", "TPNS can't take the name of the file inside the .zip."),
        QT_TRANSLATE_NOOP("Lists", "Give the list a plain name and pack it again."),
    ),
    "entryext": Refused(
        QT_TRANSLATE_NOOP("Lists", "The file inside the .zip is no .txt or .csv file."),
        _ZIP_AGAIN,
    ),
    "zlink": Refused(
        QT_TRANSLATE_NOOP("Lists", "The .zip holds a link instead of a list."), _ZIP_AGAIN
    ),
    "encrypted": Refused(
        QT_TRANSLATE_NOOP("Lists", "The .zip is locked with a password."),
        QT_TRANSLATE_NOOP("Lists", "Make it again without a password."),
    ),
    "method": Refused(
        QT_TRANSLATE_NOOP("Lists", "The .zip is packed in a way that TPNS can't read."),
        QT_TRANSLATE_NOOP("Lists", "Save it as an ordinary .zip."),
    ),
    "bomb": Refused(
        QT_TRANSLATE_NOOP("Lists", "Unpacked, this .zip would be far too large."), _ZIP_AGAIN
    ),
    "zip64": Refused(
        QT_TRANSLATE_NOOP("Lists", "The .zip has the form for files over 4 GB."), _ZIP_AGAIN
    ),
    "multidisk": Refused(
        QT_TRANSLATE_NOOP("Lists", "The .zip is one part of several."), _ZIP_AGAIN
    ),
    "trailing": Refused(
        QT_TRANSLATE_NOOP("Lists", "There is something behind the end of the .zip."), _ZIP_AGAIN
    ),
    "layout": Refused(
        QT_TRANSLATE_NOOP("Lists", "The parts of the .zip do not fit together."), _ZIP_AGAIN
    ),
    "damaged": Refused(
        QT_TRANSLATE_NOOP("Lists", "The file is damaged, or could not be understood."),
        _ASK_AGAIN,
    ),
}
"""Code of a refusal → its words."""

_KINDS: dict[str, str] = {
    "workbook": QT_TRANSLATE_NOOP("Lists", "This is an Excel workbook, whatever its name says."),
    "old_workbook": QT_TRANSLATE_NOOP(
        "Lists", "This is an old Excel workbook, whatever its name says."
    ),
    "pdf": QT_TRANSLATE_NOOP("Lists", "This is a PDF, whatever its name says."),
    "gzip": QT_TRANSLATE_NOOP("Lists", "This is packed with gzip, whatever its name says."),
    "rar": QT_TRANSLATE_NOOP("Lists", "This is a RAR archive, whatever its name says."),
    "7z": QT_TRANSLATE_NOOP("Lists", "This is a 7z archive, whatever its name says."),
    "zip": QT_TRANSLATE_NOOP("Lists", "This is a .zip file under another name."),
    "utf-16": QT_TRANSLATE_NOOP(
        "Lists", "The text seems to be UTF-16 (“Unicode”) without its mark."
    ),
    "utf-32": QT_TRANSLATE_NOOP("Lists", "The text is UTF-32, which can't be converted here."),
}
"""Kind of content in the detail of a refusal → what it really is."""

_PROBLEMS: dict[str, str] = {
    "length": QT_TRANSLATE_NOOP("Lists", "Too short or too long: 2 to 100 characters"),
    "length.token": QT_TRANSLATE_NOOP("Lists", "Not 36 characters long, as a device ID is"),
    "control": QT_TRANSLATE_NOOP("Lists", "An invisible character inside"),
    "control.named": QT_TRANSLATE_NOOP("Lists", "An invisible character inside ({0})"),
    "type": QT_TRANSLATE_NOOP("Lists", "Doesn't look like the chosen account type"),
    "columns": QT_TRANSLATE_NOOP("Lists", "More than one column"),
    "broken": QT_TRANSLATE_NOOP("Lists", "A quote without its other half"),
    "quote": QT_TRANSLATE_NOOP("Lists", "In quotes"),
    "blank": QT_TRANSLATE_NOOP("Lists", "An empty row"),
    "space": QT_TRANSLATE_NOOP("Lists", "Spaces around it"),
}
"""Reason of a finding → what is the matter with that row."""

_NOTES: dict[str, str] = {
    "crlf": QT_TRANSLATE_NOOP(
        "Lists", "Line ends of Windows were made plain in the copy that is sent."
    ),
    "dup-skipped": QT_TRANSLATE_NOOP("Lists", "Too many rows to look for repeats."),
    "formula": QT_TRANSLATE_NOOP(
        "Lists", "Some accounts begin with = or @; they stay as they are."
    ),
    "astral": QT_TRANSLATE_NOOP(
        "Lists", "Some accounts hold emoji; TPNS may count their length in another way."
    ),
    "unicode": QT_TRANSLATE_NOOP(
        "Lists", "Some accounts hold accents written in two parts; they stay as they are."
    ),
    "over-decimal": QT_TRANSLATE_NOOP(
        "Lists", "The file is a little over 100 million bytes; TPNS may refuse it."
    ),
    "large-unpacked": QT_TRANSLATE_NOOP(
        "Lists", "Unpacked, the list is over 100 MB; TPNS may refuse it."
    ),
    "entry-encoding": QT_TRANSLATE_NOOP(
        "Lists", "The name of the file inside the .zip is written in an older way."
    ),
    "original-changed": QT_TRANSLATE_NOOP(
        "Lists",
        "The original file changed or is gone since. What is sent is the copy that was checked.",
    ),
}
"""Note of an accepted list → a sentence; those with a number are in `note_words`."""

_ENCODINGS = {"gb18030": "GBK / GB18030", "utf-16": "UTF-16"}
"""Names of encodings; the same in every language."""


# ---------------------------------------------------------------------------------- refusals


def known_refusals() -> frozenset[str]:
    """The codes that have words of their own."""
    return frozenset(_REFUSALS)


def known_notes() -> frozenset[str]:
    """The notes that have a sentence, "dup" included."""
    return frozenset({*_NOTES, "dup"})


def known_reasons() -> frozenset[str]:
    """The reasons of findings that have words."""
    return frozenset(reason for reason in _PROBLEMS if "." not in reason)


def refusal_words(code: str, detail: Mapping[str, Any] | None = None) -> Refused:
    """Why a file can't be used and what to do, from the code and detail of a refusal."""
    words = _REFUSALS.get(code, _REFUSALS["damaged"])
    detail = detail or {}
    kind = _KINDS.get(str(detail.get("kind", "")))
    happened = translate("Lists", kind or words.happened)
    row = detail.get("row")
    if isinstance(row, int) and row:
        happened += " " + translate("Lists", "It is row {0}.").format(grouped(row))
    titles = detail.get("titles")
    if isinstance(titles, list) and titles:
        said = translate(
            "Lists", "%Ln push(es) to this list not settled yet: {0}.", None, len(titles)
        )
        happened = said.format(_quoted(titles))
    names = detail.get("names")
    if isinstance(names, list) and names:
        said = listed([str(name) for name in names])
        happened += " " + translate("Lists", "Inside: {0}.").format(said)
    return Refused(happened, translate("Lists", words.to_do))


def _quoted(titles: list[str]) -> str:
    """The first few titles of pushes, quoted."""
    shown = [translate("Lists", "“{0}”").format(title) for title in titles[:NAMED]]
    return listed(shown) + ("…" if len(titles) > NAMED else "")


def about(name: str, said: str) -> str:
    """What is said of a list or file: "members.csv: 48,210 accounts ready"."""
    return translate("Lists", "{0}: {1}").format(name, said)


def refusal_sentence(code: str, detail: Mapping[str, Any] | None = None) -> str:
    """`refusal_words` in one breath."""
    return " ".join(refusal_words(code, detail))


# ------------------------------------------------------------------------------------- rows


def problem_words(finding: Mapping[str, Any], kind: str = "account") -> str:
    """What is the matter with one row; `finding` as in a verdict's "findings"."""
    reason = str(finding.get("reason", ""))
    if reason == "control" and finding.get("character"):
        named = translate("Lists", _PROBLEMS["control.named"])
        return named.format(finding["character"])
    if reason == "length" and kind == "token":
        reason = "length.token"
    return translate("Lists", _PROBLEMS.get(reason, _PROBLEMS["control"]))


def more_problems(count: int) -> str:
    """How many problem rows are not shown: "and 1,204 more"."""
    return translate("Lists", "and %Ln more", None, count)


# ------------------------------------------------------------------------------- the list itself


def counted_ready(row: ListRow) -> str:
    """How many it holds, when it may be sent: "48,210 accounts ready"."""
    if row.kind == "token":
        return translate("Lists", "%Ln device(s) ready", None, row.accounts)
    return translate("Lists", "%Ln account(s) ready", None, row.accounts)


def counted(kind: str, count: int) -> str:
    """How many accounts or devices a list holds."""
    if kind == "token":
        return translate("Lists", "%Ln device(s)", None, count)
    return translate("Lists", "%Ln account(s)", None, count)


def ready_words(row: ListRow) -> str:
    """A usable list in one line: "48,210 accounts ready · 213 repeats …"."""
    parts = [counted_ready(row)]
    if row.duplicates:
        parts.append(repeats_words(row.duplicates))
    return " · ".join(parts)


def repeats_words(count: int) -> str:
    """How many rows repeat an earlier one."""
    return translate("Lists", "%Ln repeat(s), each counted once", None, count)


def not_ready_words(row: ListRow) -> str:
    """A list that needs something first, in one line."""
    if row.gone:
        return translate("Lists", "The checked copy of this list is gone. Choose the file again.")
    if row.outcome == "refuse":
        return refusal_words(row.code, row.verdict.get("detail")).happened
    if row.fixes:
        return translate("Lists", "This list can't be sent as it is. A clean copy can.")
    if len(row.open_asks) > 1:
        return translate("Lists", "A few questions before this list can be sent.")
    return translate("Lists", "One question before this list can be sent.")


def state_words(row: ListRow) -> tuple[str, str]:
    """A word for a list's state and the tone it is shown in."""
    if row.gone:
        return translate("Lists", "Copy is gone"), "danger"
    if row.usable:
        return translate("Lists", "Ready"), "ok"
    if row.outcome == "refuse":
        return translate("Lists", "Can't be used"), "danger"
    if row.fixes:
        return translate("Lists", "Needs a clean copy"), "warn"
    return translate("Lists", "Needs an answer"), "warn"


def facts_words(row: ListRow) -> str:
    """What kind of file it is and when it was checked: "41.2 MB · CSV · UTF-8 · checked 10:42"."""
    checked = translate("Lists", "checked {0}").format(when(row.checked_at))
    return " · ".join([*_facts(row), checked])


def kept_words(row: ListRow) -> str:
    """How a list is kept: "41.2 MB · CSV · GBK / GB18030 · pasted here"."""
    pasted = [translate("Lists", "pasted here")] if row.original is None else []
    return " · ".join([*_facts(row), *pasted])


def _facts(row: ListRow) -> list[str]:
    """Size, kind of file, and how its text is encoded, where that is known."""
    facts = [size_words(row.size_bytes), row.path.suffix.removeprefix(".").upper()]
    encodings = list((row.verdict.get("detail") or {}).get("encodings") or ())
    other = not {"encoding", "utf16"}.isdisjoint((row.code, *row.notes))
    if other and encodings:
        facts.append(encoding_name(str(encodings[0])))
    elif row.outcome != "refuse":
        facts.append("UTF-8")
    return facts


def size_words(size_bytes: int) -> str:
    """43198000 → "41.2 MB"."""
    return locale().formattedDataSize(
        size_bytes, 1, locale().DataSizeFormat.DataSizeTraditionalFormat
    )


def choice_words(row: ListRow) -> str:
    """A list among others: "members.csv — 48,210 accounts, Today 10:42".

    One that needs a clean copy says so: how many are in it is known of the copy.
    """
    known = row.usable or not row.fixes
    said = counted(row.kind, row.accounts) if known else state_words(row)[0]
    return translate("Lists", "{0} — {1}, {2}").format(row.name, said, when(row.created_at))


def type_words(row: ListRow) -> str:
    """What a list's rows were checked as."""
    if row.kind == "token":
        return translate("Lists", "Devices")
    return translate("Lists", "Accounts, type “{0}”").format(account_type_name(row.account_type))


def note_words(note: str, row: ListRow) -> str:
    """A note that does not stop anything, as a sentence; empty for one that is said elsewhere."""
    if note == "dup":
        return ""  # `ready_words` has it
    return translate("Lists", _NOTES[note]) if note in _NOTES else ""


def notes_of(row: ListRow) -> list[str]:
    """All notes of a list that are worth a sentence."""
    return [said for note in row.notes if (said := note_words(note, row))]


def encoding_name(encoding: str) -> str:
    """What people call an encoding."""
    return _ENCODINGS.get(encoding, encoding)


# ------------------------------------------------------------------------------ asks and repairs


def ask_words(ask: str, row: ListRow) -> str:
    """The tick by which a person answers "use the rows as they are"."""
    return _asked(ask, row.verdict)


def _asked(ask: str, verdict: Mapping[str, Any]) -> str:
    detail, invalid = verdict.get("detail") or {}, verdict.get("invalid") or {}
    if ask == "heading":
        return translate("Lists", "Row 1 is an account, not a heading: keep it")
    if ask == "sci":
        return translate(
            "Lists",
            "%Ln row(s) look as if Excel had changed a number (1.38E+10): send them as they are",
            None,
            int(detail.get("sci", 0)),
        )
    if ask == "type":
        return translate(
            "Lists",
            "%Ln row(s) don't look like the chosen account type: send them as they are",
            None,
            int(invalid.get("type", 0)),
        )
    return translate(
        "Lists", "The commas or semicolons belong to the accounts: this is not a table"
    )


def ask_hint(ask: str) -> str:
    """What else could be done about it; empty where the repairs beside it say it."""
    if ask == "sci":
        return translate(
            "Lists",
            "Better: in Excel, set the column to “Text” before you paste the numbers, then save "
            "as CSV again.",
        )
    return ""


def repair_words(repair: str, count: int = 0, name: str = "") -> str:
    """What a clean copy would do, as words for a tick or a line.

    `repair`: a field of `packages.repair.Mending` that a person chooses ("encoding", "column",
    "drop_first", "drop_bad", "drop_misfits", "drop_repeats", "country_code") or what every copy
    does ("bom", "cr", "crlf", "blank", "space", "quote", "entries", "folder", "trailing",
    "utf16"). `name`: an encoding or a country code.
    """
    match repair:
        case "encoding":
            return translate("Lists", "Convert from {0} to UTF-8").format(name)
        case "utf16":
            return translate("Lists", "Convert from UTF-16 to UTF-8")
        case "column":
            return translate("Lists", "Keep only the column with the accounts")
        case "drop_first":
            return translate("Lists", "Leave out row 1, which looks like a heading")
        case "drop_bad":
            return translate("Lists", "Leave out %Ln row(s) of a wrong length", None, count)
        case "drop_misfits":
            return translate("Lists", "Leave out %Ln row(s) that don't fit the type", None, count)
        case "drop_repeats":
            return translate("Lists", "Leave out %Ln repeat(s)", None, count)
        case "country_code":
            return translate("Lists", "Put {0} before numbers that have no country code").format(
                name
            )
        case "bom":
            return translate("Lists", "Take away the invisible mark at the beginning")
        case "cr" | "crlf":
            return translate("Lists", "Make all line ends the same")
        case "blank":
            return translate("Lists", "Leave out %Ln empty row(s)", None, count)
        case "space":
            return translate("Lists", "Take away spaces around %Ln account(s)", None, count)
        case "quote":
            return translate("Lists", "Take away quotes around %Ln account(s)", None, count)
        case "trailing":
            return translate("Lists", "Take away a comma at the end of %Ln row(s)", None, count)
        case "preamble":
            return translate("Lists", "Take away the line for Excel at the beginning (sep=)")
    return translate("Lists", "Pack the .zip anew, with only the list in it")


def mended_words(changed: Mapping[str, int], before: int, after: int) -> str:
    """What a clean copy became: "17 rows left out · saved as UTF-8 copy"; for `ListMended`."""
    parts = []
    if before > after:
        parts.append(translate("Lists", "%Ln row(s) left out", None, before - after))
    touched = sum(changed.get(key, 0) for key in ("space", "quote", "columns", "country_code"))
    if touched:
        parts.append(translate("Lists", "%Ln row(s) cleaned", None, touched))
    if changed.get("encoding"):
        parts.append(translate("Lists", "saved as UTF-8 copy"))
    else:
        parts.append(translate("Lists", "saved as a copy"))
    return " · ".join(parts)


def original_kept() -> str:
    """That the file a person chose is never written to."""
    return translate("Lists", "Your file is never changed. What is mended goes to a copy.")


# ------------------------------------------------------------------------------- whole verdicts


def verdict_lines(verdict: Mapping[str, Any], kind: str) -> list[str]:
    """A verdict, as `packages.verdict.Verdict.as_dict` gives it, in sentences.

    What it is refused for and what to do; or what a clean copy would mend and what is asked; or how
    many are ready, and every note.
    """
    outcome, code, detail = verdict["outcome"], str(verdict["code"]), verdict.get("detail") or {}
    if outcome == "refuse":
        return [refusal_sentence(code, detail)]
    points = tuple(dict.fromkeys((code, *verdict["notes"])))
    # Of a table nobody knows how many there are before its column is chosen.
    lines = [counted(kind, verdict["accounts"])] if verdict["accounts"] else []
    if lines and verdict["duplicates"]:
        lines[0] += " · " + repeats_words(verdict["duplicates"])
    if fixes := [point for point in points if point in FIXES]:
        lines.append(translate("Lists", "This list can't be sent as it is. A clean copy can."))
        lines += [f"- {_mending(fix, verdict)}" for fix in fixes]
    if asks := [point for point in points if point in ASKS]:
        lines.append(translate("Lists", "To be answered:"))
        lines += [f"- {_asked(ask, verdict)}" for ask in asks]
    return lines + [translate("Lists", _NOTES[point]) for point in points if point in _NOTES]


_ODD = ("trailing", "preamble")
"""In the detail of a table that has one column all the same."""


def _mending(fix: str, verdict: Mapping[str, Any]) -> str:
    """What a copy does about one of `FIXES`."""
    detail, invalid = verdict.get("detail") or {}, verdict.get("invalid") or {}
    if fix == "length":
        return repair_words("drop_bad", int(invalid.get("length", 0)))
    if fix == "encoding":
        return repair_words("encoding", name=encoding_name(str(detail["encodings"][0])))
    if fix == "columns":
        odd = "" if invalid.get("columns") else next((p for p in _ODD if detail.get(p)), "")
        return repair_words(odd or "column", int(detail.get(odd, 0)))
    return repair_words(fix, int(verdict.get(fix, 0) or detail.get(fix, 0)))


# ------------------------------------------------------------------------------------- progress


def reading_words(done: int, size: int) -> str:
    """How far the reading is: "Reading the file… 42 %"."""
    if size <= 0:
        return translate("Lists", "Reading the file…")
    return translate("Lists", "Reading the file… {0} %").format(done * 100 // size)


def upload_words(upload: UploadProgress | None) -> str:
    """How far the upload of a confirmed push is, and that nothing is pushed yet."""
    if upload is None or upload.total_bytes <= 0:
        return translate("Lists", "Uploading your list… No push has been requested yet.")
    said = translate("Lists", "Uploading your list… {0} %. No push has been requested yet.")
    return said.format(min(100, upload.done_bytes * 100 // upload.total_bytes))


def speed_words(bytes_per_s: float | None) -> str:
    """How fast it goes: "12.5 MB a second"; empty while nobody can tell."""
    if not bytes_per_s:
        return ""
    return translate("Lists", "{0} a second").format(size_words(round(bytes_per_s)))


def age_words(seconds: float) -> str:
    """How long ago, roughly: "3 hours ago"."""
    minutes = int(seconds // 60)
    if minutes < 1:
        return translate("Lists", "a moment ago")
    if minutes < 60:
        return translate("Lists", "%Ln minute(s) ago", None, minutes)
    if minutes < 48 * 60:
        return translate("Lists", "%Ln hour(s) ago", None, minutes // 60)
    return translate("Lists", "%Ln day(s) ago", None, minutes // (24 * 60))


def age_of(moment: datetime, now: datetime) -> str:
    """`age_words` of an aware instant."""
    return age_words((now - moment).total_seconds())
