"""The report for support: what helps, in a file for its owner alone, and nothing a person typed."""

from __future__ import annotations

import json
import logging
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.send.builders import draft
from tests.send.conftest import Outside, Run, ended
from tpns_desktop.client import Secret
from tpns_desktop.send.connect import AppForm
from tpns_desktop.send.desk import Desk
from tpns_desktop.send.key_pair import KeyPair
from tpns_desktop.send.support import Redactor
from tpns_desktop.store.log import CRASH_FILE_NAME, FILE_NAME, ProgramLog

KEY = "keykey0a1b2c3d4e5f60718293a4b5c6"
PROXY_PASSWORD = "hush-proxy-word"

ACCOUNTS = ("zhangwei_88", "13812345678", "li.na@example.com", "王小明", "k9")
TITLE = "Midnight sale for gold members"
CONTENT = "Dear 小明, your order 4711-0815 waits."
PLANTED = (*ACCOUNTS, TITLE, CONTENT, "gold_tag_7", "Fancy Shop Ltd", "Autumn plan 26", KEY)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[ProgramLog]:
    """The program's log, running."""
    handlers = list(logging.getLogger().handlers)
    level, raising = logging.getLogger("tpns_desktop").level, logging.raiseExceptions
    made = ProgramLog(tmp_path / "log")
    assert made.open()
    yield made
    made.close()
    logging.getLogger().handlers[:] = handlers
    logging.getLogger("tpns_desktop").setLevel(level)
    logging.raiseExceptions = raising


def form() -> AppForm:
    return AppForm(
        name="Fancy Shop Ltd",
        colour="#2f7d6b",
        access_point="guangzhou",
        android=KeyPair.typed("1500012345", KEY),
        ios=None,
        ios_environment=None,
    )


def read(path: Path) -> dict[str, str]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}


def report(files: dict[str, str]) -> dict[str, Any]:
    made = json.loads(files["report.json"])
    assert isinstance(made, dict)
    return made


async def sent(desk: Desk, world: Outside) -> tuple[str, str]:
    """A push that was typed and sent; gives ids of a row and its batch."""
    saved = await desk.save_app(form())
    await desk.plan_book.add(saved.app.id, "Autumn plan 26", "48", None)
    made = draft(
        "account",
        audience__account__text="\n".join(ACCOUNTS),
        message__title=TITLE,
        message__content=CONTENT,
        name="gold_tag_7",
    )
    review = await desk.review(saved.app.id, None, made)
    batch = await desk.confirm(review, set(review.required_ticks))
    await world.clock.advance(10)
    done = await ended(desk, batch.id)
    return done.rows[0].id, batch.id


def test_it_tells_what_helps(
    world: Outside, run: Run[Any], log: ProgramLog, tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        row_id, batch_id = await sent(desk, world)
        path = await desk.save_report(tmp_path / "report.zip")
        files = read(path)
        told = report(files)
        assert told["program"]["sqlite"]
        assert told["program"]["libraries"]["httpx"]
        assert told["keyring"]["place"] == "keyring"
        assert told["settings"]["proxy"] == world.settings.proxy
        assert told["database"]["health"] == "good"
        (newest,) = told["pushes"]["newest"]
        assert (newest["id"], newest["batch"]) == (row_id, batch_id)
        assert told["pushes"]["by_state"] == {newest["state"]: 1}
        assert newest["sent_at"]
        # The steps of the push are in the log, by its id.
        assert f"push {row_id} android" in files[f"logs/{FILE_NAME}"]

    run(story)


def test_nothing_that_was_typed_and_no_key_is_in_it(
    world: Outside, run: Run[Any], log: ProgramLog, tmp_path: Path
) -> None:
    world.settings.proxy_address = "proxy.corp.example:3128"
    world.settings.proxy_user = "zhang.proxy.user"
    other = Secret(PROXY_PASSWORD)

    async def story(desk: Desk) -> None:
        await sent(desk, world)
        logger = logging.getLogger("tpns_desktop.send")
        # What our own code never does, done by force: each of them in a line of the log.
        for word in (*PLANTED, PROXY_PASSWORD):
            logger.error("it concerns %s, they say", word)
            logger.error("http://%s@host/path?usersig=%s", word, word)
        logger.error("to +86 138-1234-5678 and 04cac74a714f61bf089987a986363d88aaaa")
        planted = log.file.read_text("utf-8")
        assert all(word in planted for word in PLANTED if word != KEY)
        files = read(await desk.save_report(tmp_path / "report.zip"))
        said = "\n".join(files.values())
        for word in (*PLANTED, PROXY_PASSWORD, "proxy.corp.example", "zhang.proxy.user"):
            if word != "k9":
                assert word not in said, word
        assert " k9" not in said
        assert "1234-5678" not in said
        assert "04cac74a" not in said
        assert "1500012345" not in said
        assert str(Path.home()) not in said
        assert files[f"logs/{FILE_NAME}"].count("it concerns ****, they say") >= len(PLANTED)

    run(story)
    assert other


def test_lines_of_another_shape_and_other_files_stay_out(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text(
        "alice typed this\n"
        "2026-11-22T06:17:12Z INFO tpns_desktop.send push goes\n"
        "    [4F2A91] ValueError\n"
        "    tpns_desktop/send/outbox.py:12 _claim\n"
        "    alice typed this\n"
    )
    (tmp_path / CRASH_FILE_NAME).write_text(
        "Fatal Python error: Segmentation fault\n\n"
        "Current thread 0x00007f (most recent call first):\n"
        '  File "/home/alice/tpns_desktop/app.py", line 7 in main\n'
        "Extension modules: alice\n"
    )
    (tmp_path / "other.log").write_text("alice")
    redact = Redactor(())
    assert redact.file(tmp_path / FILE_NAME).splitlines() == [
        "2026-11-22T06:17:12Z INFO tpns_desktop.send push goes",
        "    [4F2A91] ValueError",
        "    tpns_desktop/send/outbox.py:12 _claim",
    ]
    crash = redact.file(tmp_path / CRASH_FILE_NAME)
    assert "line 7 in main" in crash
    assert "Segmentation fault" in crash
    assert "alice" not in crash
    assert redact.file(tmp_path / "other.log") == ""
    assert redact.file(tmp_path / "missing.log") == "(unreadable)\n"


@pytest.mark.skipif(sys.platform == "win32", reason="rights as on POSIX")
def test_it_is_for_its_owner_alone_and_replaces_in_one_step(
    world: Outside, run: Run[Any], tmp_path: Path
) -> None:
    async def story(desk: Desk) -> None:
        path = tmp_path / "report.zip"
        path.write_text("older")
        await desk.save_report(path)
        assert path.stat().st_mode & 0o777 == 0o600
        assert zipfile.is_zipfile(path)
        assert not [file for file in tmp_path.iterdir() if file.name.startswith(".")]
        with pytest.raises(OSError, match="nowhere"):
            await desk.save_report(tmp_path / "nowhere" / "report.zip")

    run(story)
