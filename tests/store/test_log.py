"""The log: what happened and where, never what was typed; and no error is lost or shown raw."""

from __future__ import annotations

import asyncio
import logging
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tpns_desktop.model.secret import Secret, without_secrets
from tpns_desktop.store import log
from tpns_desktop.store.errors import DiskFull
from tpns_desktop.store.log import Lines, ProgramLog, code_of, failed_loop, frames_of, redacted

CANARY = "canary0a1b2c3d4e5f60718293a4b5c6d7"
LIVING = "living9z8y7x6w5v4u3t2s1r0q9p8o7n6m"
posix = pytest.mark.skipif(sys.platform == "win32", reason="rights and limits as on POSIX")


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def running(tmp_path: Path, told: list[str]) -> Iterator[ProgramLog]:
    before = {name: logging.getLogger(name).level for name in (None, "tpns_desktop", "keyring")}
    handlers, raising = list(logging.getLogger().handlers), logging.raiseExceptions
    made = ProgramLog(tmp_path / "logs", told.append)
    made.watch()
    assert made.open()
    yield made
    made.close()
    logging.getLogger().handlers[:] = handlers
    logging.raiseExceptions = raising
    for name, level in before.items():
        logging.getLogger(name).setLevel(level)


def text(running: ProgramLog) -> str:
    return running.file.read_text("utf-8")


def failing(typed: str) -> None:
    local = typed
    raise ValueError(f"not a number: {local}")


def caught(typed: str = CANARY) -> ValueError:
    with pytest.raises(ValueError, match=typed) as raised:
        failing(typed)
    return raised.value


# ------------------------------------------------------------------------------------ records


def test_an_error_is_logged_by_its_type_and_frames_alone(running: ProgramLog) -> None:
    logging.getLogger("tpns_desktop.send").error("it failed", exc_info=caught())
    said = text(running)
    assert "ERROR tpns_desktop.send it failed" in said
    assert "ValueError" in said
    assert "store/test_log.py" in said
    assert "failing" in said
    assert CANARY not in said
    assert "not a number" not in said


def test_the_short_word_of_our_own_errors_is_kept(running: ProgramLog) -> None:
    logging.getLogger("tpns_desktop").error("x", exc_info=DiskFull(CANARY))
    assert "DiskFull disk_full" in text(running)
    assert CANARY not in text(running)


def test_one_record_is_one_line_whatever_it_says(running: ProgramLog) -> None:
    logging.getLogger("tpns_desktop").warning("a\r\n2026-01-01T00:00:00Z INFO fake\u2028b\x1b[2J")
    assert len(text(running).splitlines()) == 1


def test_a_record_that_does_not_fit_its_arguments_keeps_them_out(
    running: ProgramLog, capfd: pytest.CaptureFixture[str]
) -> None:
    logging.getLogger("tpns_desktop").warning("two %s %s", CANARY)
    assert "two %s %s" in text(running)
    assert CANARY not in text(running)
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("name", ["httpx", "httpcore.http11", "asyncio", "keyring.backend"])
def test_talkative_libraries_are_heard_from_warning_on(running: ProgramLog, name: str) -> None:
    logging.getLogger(name).info("GET https://example.invalid/?usersig=x")
    logging.getLogger("tpns_desktop.send").info("ours")
    logging.getLogger(name).warning("loud")
    said = text(running)
    assert "GET" not in said
    assert "ours" in said
    assert "loud" in said


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("http://me:pass@word/@proxy:8080/a", "http://****@proxy:8080/a"),
        ("POST https://h/v4/x?usersig=abc&sdkappid=1 done", "POST https://h/v4/x?**** done"),
        ("Authorization: Basic MTUwMDox", "Authorization: ****"),
        ("{'Sign': 'YWJj'}", "{'Sign': ****"),
        ("x " + "A" * 88, "x ****"),
        ("a UserSig: eJw1" + "aB3*-_" * 20 + " of today", "a UserSig: **** of today"),
        ("in an address: eJxN" + "aB3%2A-_" * 20, "in an address: ****"),
        ("407 refused Basic cHJveHktdXNlcjpQYTU1", "407 refused Basic ****"),
        ("why? because", "why? because"),
        ("https://api.tpns.tencent.com/v3/push/app", "https://api.tpns.tencent.com/v3/push/app"),
    ],
)
def test_addresses_lose_users_and_queries_and_headers_their_values(said: str, kept: str) -> None:
    assert redacted(said) == kept


@pytest.mark.parametrize("form", ["plain", "cut", "hex", "percent", "base64 inside", "json"])
def test_a_living_secret_is_taken_out_of_any_text(form: str) -> None:
    import base64
    import json
    from urllib.parse import quote

    # One of its own: other tests' secrets may still be alive.
    key = 'S3cr&t"Key/+' + LIVING
    made = {
        "plain": key,
        "cut": key[:20],
        "hex": key.encode().hex(),
        "percent": quote(key, safe=""),
        "base64 inside": base64.b64encode(f"1500012345:{key}".encode()).decode(),
        "json": json.dumps({"k": key}),
    }[form]
    assert without_secrets(made) == made
    secret = Secret(key)
    hidden = without_secrets(f"before {made} after")
    assert "****" in hidden
    assert hidden.startswith("before ")
    assert hidden.endswith(" after")
    assert LIVING[-12:] not in hidden
    assert secret
    del secret
    assert without_secrets(made) == made  # nothing is remembered of it


def test_a_short_secret_does_not_eat_honest_words() -> None:
    secret = Secret("key")
    assert without_secrets("the key is missing") == "the key is missing"
    assert secret


def test_formatting_never_raises() -> None:
    record = logging.LogRecord("x", 20, "f", 1, "%d", ("no number",), None)
    assert "%d" in Lines().format(record)


# -------------------------------------------------------------------------- what nobody catches


def test_the_same_fault_has_the_same_code_whatever_was_typed() -> None:
    one, other = (caught(typed) for typed in ("one", "other"))
    assert code_of(one) == code_of(other)
    assert len(code_of(one)) == 6
    assert all("other" not in line for line in frames_of(other))
    with pytest.raises(KeyError) as elsewhere:
        {}["one"]
    assert code_of(elsewhere.value) != code_of(one)


def test_an_error_on_the_window_s_thread_is_logged_and_told(
    running: ProgramLog, told: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    error = caught()
    sys.excepthook(type(error), error, error.__traceback__)
    assert told == [code_of(error)]
    assert told[0] in text(running)
    printed = capfd.readouterr().err
    assert told[0] in printed
    assert "Traceback" not in printed
    assert CANARY not in printed + text(running)


def test_an_error_on_another_thread_is_logged_and_told(
    running: ProgramLog, told: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    thread = threading.Thread(target=failing, args=(CANARY,))
    thread.start()
    thread.join()
    assert len(told) == 1
    assert told[0] in text(running)
    assert CANARY not in capfd.readouterr().err + text(running)


def test_an_error_of_a_loop_is_logged_and_told(
    running: ProgramLog, told: list[str], capfd: pytest.CaptureFixture[str]
) -> None:
    async def scene() -> None:
        asyncio.get_running_loop().set_exception_handler(failed_loop)
        asyncio.get_running_loop().call_soon(failing, CANARY)
        await asyncio.sleep(0)
        await asyncio.sleep(0)

    asyncio.run(scene())
    assert len(told) == 1
    assert told[0] in text(running)
    assert CANARY not in capfd.readouterr().err + text(running)


def test_closing_gives_the_hooks_back(tmp_path: Path) -> None:
    before = (sys.excepthook, threading.excepthook, sys.unraisablehook)
    handlers = list(logging.getLogger().handlers)
    made = ProgramLog(tmp_path / "logs")
    made.watch()
    assert made.open()
    assert sys.excepthook is not before[0]
    made.close()
    made.close()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    assert logging.getLogger().handlers == handlers


# ----------------------------------------------------------------------------------- the files


@posix
def test_the_files_are_for_their_owner_alone_and_older_ones_go(
    running: ProgramLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    logger = logging.getLogger("tpns_desktop")
    line = "x " * 900
    for _ in range((log.KEPT_FILES + 2) * log.SIZE_MAX_BYTES // len(line)):
        logger.info(line)
    files = sorted(running.folder.glob("*.log*"))
    newest = [file for file in files if file.name != log.CRASH_FILE_NAME]
    assert len(newest) == log.KEPT_FILES + 1
    assert all(file.stat().st_size <= log.SIZE_MAX_BYTES for file in newest)
    assert {file.stat().st_mode & 0o777 for file in files} == {0o600}
    assert running.folder.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_cannot_be_used_costs_the_log_not_the_program(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    handlers = list(logging.getLogger().handlers)
    made = ProgramLog(blocked / "logs")
    made.watch()
    try:
        assert not made.open()
        logging.getLogger("tpns_desktop").error("unheard")
    finally:
        made.close()
        logging.getLogger().handlers[:] = handlers
    assert capfd.readouterr().err == ""


@posix
def test_a_crash_leaves_frames_without_locals_and_no_memory_image(tmp_path: Path) -> None:
    code = (
        "import faulthandler, sys\n"
        "from pathlib import Path\n"
        "from tpns_desktop.store.log import ProgramLog, no_core_dumps\n"
        "no_core_dumps()\n"
        "import resource\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE))\n"
        "sys.stdout.flush()\n"
        "ProgramLog(Path(sys.argv[1])).watch()\n"
        "def falling(key):\n"
        "    faulthandler._sigsegv()\n"
        "falling(sys.stdin.read())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "logs")],
        input=CANARY,
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ},
        timeout=60,
    )
    assert done.returncode < 0
    assert done.stdout.strip() == "(0, 0)"
    crash = (tmp_path / "logs" / log.CRASH_FILE_NAME).read_text()
    assert "in falling" in crash
    assert CANARY not in crash + done.stderr
    assert done.stderr == ""
