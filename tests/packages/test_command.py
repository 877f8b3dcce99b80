"""`tpns-desktop check`: what it prints, how it ends, and that no file makes it fall over."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.packages.test_hostile import CASES, Case
from tests.packages.zips import zipped
from tpns_desktop.__main__ import main
from tpns_desktop.packages.check import check
from tpns_desktop.packages.command import EXITS
from tpns_desktop.packages.command import main as command
from tpns_desktop.ui.words.lists import refusal_sentence

ROOT = Path(__file__).parent.parent.parent
KEYS = {
    "outcome",
    "code",
    "notes",
    "rows",
    "accounts",
    "blank",
    "duplicates",
    "invalid",
    "findings",
    "detail",
}
Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("data", "arguments", "code", "outcome", "exit_code"),
    [
        (b"alice01\nbob_0002\n", [], "ok", "accept", 0),
        (b"alice01\n\n", [], "blank", "fix", 1),
        (b"account\nalice01\n", [], "heading", "fix", 1),
        (b"alice01\nbob\n", ["--account-type", "1002"], "type", "fix", 1),
        (b"ali\0ce\n", [], "nul", "refuse", 2),
        (b"a" * 36 + b"\n", ["--kind", "token"], "ok", "accept", 0),
        (b"alice\n", ["--kind", "token"], "length", "refuse", 2),
    ],
)
def test_the_verdict_is_one_line_of_json_and_the_exit_code(
    tmp_path: Path,
    capsys: Captured,
    data: bytes,
    arguments: list[str],
    code: str,
    outcome: str,
    exit_code: int,
) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(data)
    assert main(["check", str(file), "--json", *arguments]) == exit_code
    (line,) = capsys.readouterr().out.splitlines()
    said = json.loads(line)
    assert set(said) == KEYS
    assert (said["outcome"], said["code"]) == (outcome, code)


def test_counts_and_findings_stand_in_the_json(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("alice01\nx\n\nalice01\nzero\u200bwidth\n".encode())
    assert main(["check", "--json", str(file)]) == 2
    said = json.loads(capsys.readouterr().out)
    assert (said["rows"], said["accounts"], said["blank"], said["duplicates"]) == (5, 1, 1, 1)
    assert said["invalid"] == {"length": 1, "control": 1}
    assert said["findings"] == [
        {"row": 2, "reason": "length", "excerpt": "x"},
        {"row": 3, "reason": "blank", "excerpt": ""},
        {"row": 5, "reason": "control", "excerpt": "ze…th", "character": "U+200B"},
    ]


def test_words_for_a_person_show_no_value_whole(tmp_path: Path, capsys: Captured) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"alice-in-wonderland\n" + b"y" * 101 + b"\n" + b"z\n" * 30)
    assert main(["check", str(file)]) == 1
    out = capsys.readouterr().out
    assert out.startswith("fix: length\n")
    assert "row 2: length yy…yy" in out
    assert "11 more findings" in out
    assert "alice" not in out


@pytest.mark.parametrize("case", CASES, ids=[f"{n:03d}-{case.id}" for n, case in enumerate(CASES)])
def test_each_case_of_the_table_is_told_as_the_window_is(
    case: Case, tmp_path: Path, capsys: Captured
) -> None:
    file = tmp_path / case.name
    file.write_bytes(case.data())
    arguments = [str(file), "--account-type", str(case.type)]
    assert main(["check", "--json", *arguments]) == EXITS[case.outcome]
    said = json.loads(capsys.readouterr().out)
    assert (said["outcome"], said["code"]) == (case.outcome, case.code)
    assert not case.note or case.note in said["notes"]
    # Counts and findings are those of the check that the program makes.
    assert said == json.loads(json.dumps(check(file, account_type=case.type).as_dict()))

    assert main(["check", *arguments]) == EXITS[case.outcome]
    first, sentence, *rest = capsys.readouterr().out.splitlines()
    assert first == f"{case.outcome}: {case.code}"
    assert " " in sentence
    assert "(s)" not in "".join([sentence, *rest])
    if case.outcome == "refuse":
        assert sentence == refusal_sentence(case.code, said["detail"])


def told(file: Path | str, capsys: Captured) -> tuple[int, str, str]:
    """Exit code, the code that is printed, and the sentence."""
    exit_code = main(["check", "--", str(file)])
    out = capsys.readouterr()
    assert out.err == ""
    first, sentence, *_ = out.out.splitlines()
    return exit_code, first.partition(": ")[2], sentence


def test_what_is_no_file_is_said_in_a_sentence(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "folder.txt").mkdir()  # F01
    assert told(tmp_path / "folder.txt", capsys)[:2] == (2, "notfile")
    assert "not a file" in told(tmp_path, capsys)[2]
    assert told(tmp_path / "gone.txt", capsys)[1:] == (  # F08
        "gone",
        "The file is no longer there. Choose the file again.",
    )
    assert told("https://example.com/list.txt", capsys)[0] == 2  # F17
    for size_bytes in ((100 << 20) + 1, 5_000_000_000):  # S04, S05
        with (tmp_path / "huge.txt").open("wb") as huge:
            huge.truncate(size_bytes)
        exit_code, code, sentence = told(tmp_path / "huge.txt", capsys)
        assert (exit_code, code) == (2, "size")
        assert "100 MB" in sentence
    if os.name == "posix":
        (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")  # F03, F04
        assert told(tmp_path / "link.txt", capsys)[:2] == (2, "link")
        os.mkfifo(tmp_path / "pipe.txt")  # F05
        assert told(tmp_path / "pipe.txt", capsys)[:2] == (2, "notfile")


@pytest.mark.skipif(os.name != "posix", reason="rights of Unix")
def test_a_file_that_may_not_be_read_is_said_to_be(tmp_path: Path, capsys: Captured) -> None:  # F07
    file = tmp_path / "a.txt"
    file.write_bytes(b"alice\n")
    assert told(file, capsys)[0] == 0  # and everything is loaded
    file.chmod(0)
    root = os.geteuid() == 0
    if root:  # who may read everything
        os.seteuid(65534)
    try:
        exit_code, code, sentence = told(file, capsys)
    finally:
        if root:
            os.seteuid(0)
    assert (exit_code, code) == (2, "unreadable")
    assert "can't be read" in sentence


def test_without_qt_the_codes_are_printed(tmp_path: Path, capsys: Captured) -> None:
    def none(verdict: Mapping[str, Any], kind: str) -> list[str]:
        raise ImportError("libGL.so.1")

    file = tmp_path / "a.txt"
    file.write_bytes(b"alice\n")
    assert command([str(file)], none) == 0
    assert capsys.readouterr().out.splitlines() == ["accept: ok", "rows: 1", "accounts: 1"]


def test_repairs_and_questions_are_said_beside_their_codes(
    tmp_path: Path, capsys: Captured
) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(b"account\nalice\nx\n\nbob\nbob\n")
    assert main(["check", str(file)]) == 1
    assert capsys.readouterr().out.splitlines()[:7] == [
        "fix: length",
        "3 accounts · 1 repeat, each counted once",
        "This list can't be sent as it is. A clean copy can.",
        "- Leave out 1 row of a wrong length",
        "- Leave out 1 empty row",
        "To be answered:",
        "- Row 1 is an account, not a heading: keep it",
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--json"],
        ["a.txt", "--account-type"],
        ["a.txt", "--account-type", "x"],
        ["a.txt", "--kind", "people"],
        ["a.txt", "--colour"],
    ],
)
def test_wrong_arguments_are_refused_with_the_usage(capsys: Captured, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check", *arguments])
    assert ended.value.code == 2
    assert "usage: tpns-desktop check" in capsys.readouterr().err


def test_of_several_files_none_is_chosen(tmp_path: Path, capsys: Captured) -> None:  # F02
    """What is dropped on the window is refused by its panel; here it is the same for a shell."""
    files = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for file in files:
        file.write_bytes(b"alice01\n")
    with pytest.raises(SystemExit) as ended:
        main(["check", *map(str, files)])
    said = capsys.readouterr()
    assert (ended.value.code, said.out) == (2, "")
    assert "b.txt" in said.err


def test_an_account_type_of_no_table_is_refused_in_words(tmp_path: Path, capsys: Captured) -> None:
    assert main(["check", str(tmp_path / "a.txt"), "--account-type", "77"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert "no account type 77" in said.err


@pytest.mark.parametrize("name", ["gone.txt", "", ".", "a\0.txt", "--", "x" * 5000 + ".txt", "é😀"])
def test_an_odd_name_is_a_verdict_too(tmp_path: Path, capsys: Captured, name: str) -> None:
    assert main(["check", "--json", "--", f"{tmp_path}/{name}"]) == 2
    said = json.loads(capsys.readouterr().out)
    assert said["outcome"] == "refuse"
    assert "unforeseen" not in said["detail"]


@pytest.mark.parametrize("data", [b"PK", zipped()[:-3], b"\xff\xfe\0", b"\xd0\xcf\x11\xe0"])
def test_a_broken_file_gives_no_traceback_in_a_process_of_its_own(
    tmp_path: Path, data: bytes
) -> None:
    file = tmp_path / "a.zip"
    file.write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-m", "tpns_desktop", "check", str(file)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (2, "")


def test_names_of_another_script_are_printed_on_any_terminal(tmp_path: Path) -> None:
    file = tmp_path / "a.zip"
    file.write_bytes(zipped(name="名单.exe".encode(), flags=0x800))
    done = subprocess.run(
        [sys.executable, "-m", "tpns_desktop", "check", str(file)],
        cwd=ROOT,
        env={"PATH": "", "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (2, b"")


def test_the_window_and_the_start_load_no_numpy() -> None:
    code = (
        "import sys, tpns_desktop.app, tpns_desktop.packages.worker, tpns_desktop.send.desk\n"
        "print([name for name in ('numpy', 'tpns_desktop.packages.scan') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.strip() == "[]", done.stderr
