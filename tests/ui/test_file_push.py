"""A push to the accounts of a file, through the real window, over a real socket.

What the practice service resolves is exactly what the file holds, mended where it had to be, and
nothing at all leaves while a list is still being uploaded.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.driving import WAIT_MS, Driver, PracticeHere, running
from tests.ui.list_files import choose_path, choose_row
from tpns_desktop.client import AccessPoint, Secret, TpnsClient
from tpns_desktop.practice import bits
from tpns_desktop.practice.packages import Upload
from tpns_desktop.send.ways import system_client
from tpns_desktop.ui.theme.theme import Theme

FAST = {"language": "en", "look": "light", "hold_s": "0"}

Open = Callable[..., AbstractContextManager[Driver]]


class HeldUpload:
    """Clients whose uploads begin and then wait until `go_on` is called."""

    def __init__(self) -> None:
        self.begun = 0
        self._waiting: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []

    def client(self, point: AccessPoint, access_id: str, key: Secret) -> TpnsClient:
        client = system_client(point, access_id, key)
        upload_now = client.upload

        async def upload(name: str, size_bytes: int, blocks: Any, progress: Any = None) -> int:
            if progress is not None:
                progress(size_bytes * 42 // 100)
            await self.wait()
            return await upload_now(name, size_bytes, blocks, progress)

        client.upload = upload  # type: ignore[method-assign]
        return client

    async def wait(self) -> None:
        event = asyncio.Event()
        self._waiting.append((asyncio.get_running_loop(), event))
        self.begun += 1
        await event.wait()

    def go_on(self) -> None:
        """Called from the test's thread."""
        waiting, self._waiting = self._waiting, []
        for loop, event in waiting:
            loop.call_soon_threadsafe(event.set)


@pytest.fixture
def service() -> Iterator[PracticeHere]:
    service = PracticeHere(devices=800, limits=False)
    yield service
    service.close()


@pytest.fixture
def open_program(home: Path, service: PracticeHere, qtbot: QtBot, theme: Theme) -> Open:
    """Gives one run after the other of the program in this test's home."""

    def start(**given: Any) -> AbstractContextManager[Driver]:
        def wait(condition: Callable[[], bool]) -> None:
            qtbot.waitUntil(condition, timeout=WAIT_MS)

        return running(home, service, wait, **{"settings": FAST} | given)

    return start


def file_of(folder: Path, name: str, data: str | bytes) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def rows_of(accounts: tuple[str, ...]) -> str:
    return "".join(f"{account}\n" for account in accounts)


def drop(driver: Driver, *urls: QUrl, text: str = "") -> None:
    """Let go of these over the drop zone."""
    zone = driver.find("file.drop")
    data = QMimeData()
    if urls:
        data.setUrls(list(urls))
    if text:
        data.setText(text)
    actions, button, keys = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    entered = QDragEnterEvent(QPoint(5, 5), actions, data, button, keys)
    QApplication.sendEvent(zone, entered)
    if entered.isAccepted():
        QApplication.sendEvent(zone, QDropEvent(QPointF(5, 5), actions, data, button, keys))


def drop_file(driver: Driver, path: Path) -> None:
    driver.segment("audience.kind", "file")
    drop(driver, QUrl.fromLocalFile(str(path)))


def write(driver: Driver) -> None:
    driver.replace("message.title", "Sale tonight")
    driver.replace("message.content", "From 8 pm.")


def until_ready(driver: Driver, count: int) -> None:
    """Wait until the panel says that the list is ready, with this many accounts."""
    panel = driver.program.navigator.compose.audience.file
    driver.wait_until(lambda: panel.row is not None and panel.row.usable)
    assert panel.row.accounts == count
    driver.until_words(f"{count} account")
    driver.wait_until(lambda: f"{count} account" in driver.text("audience.reach"))


def send(driver: Driver) -> None:
    driver.click("review.send")
    driver.until_screen("result")


def until_accepted(driver: Driver) -> None:
    driver.wait_until(
        lambda: driver.sees("result.state") and driver.text("result.state") == "Accepted by TPNS"
    )


def received(service: PracticeHere) -> dict[str, int]:
    return {platform: len(service.received(platform)) for platform in ("android", "ios")}


def resolved(service: PracticeHere, platform: str) -> list[set[str]]:
    """Whom the service found for each push of a platform, by the upload that it names."""
    application = service.world.applications[platform]  # type: ignore[index]
    return [
        accounts_of(service, application.uploads[p.order.upload_id]) for p in application.pushes
    ]


def accounts_of(service: PracticeHere, upload: Upload) -> set[str]:
    people = service.world.population.people
    named = {people.account(0, person) for person in bits.indexes(upload.persons.get(0, 0))}
    return {*filter(None, named), *upload.bound.get(0, ())}


def uploads(service: PracticeHere) -> int:
    return sum(len(app.uploads) for app in service.world.applications.values())


def stops(driver: Driver, first: str, last: str) -> list[str]:
    """Object names of the Tab stops from one widget to another."""
    driver.find(first).setFocus(Qt.FocusReason.TabFocusReason)
    names = [first]
    while names[-1] != last and len(names) < 60:
        driver.press(Qt.Key.Key_Tab)
        focused = driver.window.focusWidget()
        assert focused is not None
        names.append(focused.objectName())
    return names


# ------------------------------------------------------------------------------------- tests


def test_a_push_goes_to_exactly_the_accounts_of_the_dropped_file(
    open_program: Open, service: PracticeHere, tmp_path: Path
) -> None:
    with open_program() as driver:
        driver.practise()
        accounts = tuple(service.info.accounts[:3])
        path = file_of(tmp_path / "lists", "members.csv", rows_of((*accounts, accounts[0])))
        drop_file(driver, path)
        until_ready(driver, 3)
        write(driver)
        driver.to_review()
        driver.until_words("members.csv", "SHA-256", "After you confirm and before the hold")
        driver.write("review.contains", accounts[1])
        driver.click("review.contains.ask")
        driver.until_words("Yes, it is in the list.")
        driver.replace("review.contains", "nobody-at-all")
        driver.press(Qt.Key.Key_Return)
        driver.until_words("No, it is not in the list")
        assert driver.screen == "review"
        send(driver)
        until_accepted(driver)
        assert driver.find_as(QPushButton, "result.new_push").isEnabled()
    assert received(service) == {"android": 1, "ios": 1}
    assert uploads(service) == 2
    for platform in ("android", "ios"):
        assert resolved(service, platform) == [set(accounts)]


def test_a_faulty_file_is_mended_first_and_the_copy_is_what_goes_out(
    open_program: Open, service: PracticeHere, tmp_path: Path
) -> None:
    with open_program() as driver:
        driver.practise()
        accounts = tuple(service.info.accounts[:4])
        faulty = "account\r\n" + "\r\n".join([*accounts, "x", "", f" {accounts[0]} "]) + "\r\n"
        path = file_of(tmp_path / "lists", "from excel.txt", faulty)
        drop_file(driver, path)
        driver.until_row("file.table", "6", "x", "Too short")
        driver.until_row("file.table", "7", "empty row")
        write(driver)
        driver.click("bottom.review")  # leads to the panel instead
        assert driver.screen == "compose"
        driver.click("file.repair.drop_first")
        driver.click("file.mend")
        until_ready(driver, 4)
        driver.until_words("saved as a copy: from excel (clean).txt")
        assert path.read_bytes() == faulty.encode()
        assert path.with_name("from excel (clean).txt").read_text() == rows_of(
            (*accounts, accounts[0])
        )
        driver.to_review()
        send(driver)
        until_accepted(driver)
    assert resolved(service, "android") == [set(accounts)]


def test_a_list_in_gbk_is_converted_only_when_a_person_says_so(
    open_program: Open, tmp_path: Path
) -> None:
    names = [f"会员{place:04}" for place in range(30)]
    path = file_of(tmp_path / "lists", "会员.csv", "\n".join(names).encode("gb18030"))
    with open_program() as driver:
        driver.practise()
        drop_file(driver, path)
        driver.until_words("The first rows would then read: 会员…00")
        driver.click("file.mend")  # leads to the tick
        assert driver.window.focusWidget().objectName() == "file.repair.encoding"
        assert not path.with_name("会员 (clean).csv").exists()
        driver.click("file.repair.encoding")
        driver.click("file.mend")
        until_ready(driver, 30)
        driver.until_words("saved as UTF-8 copy")
    assert path.with_name("会员 (clean).csv").read_text("utf-8").split() == names


def test_the_column_with_the_accounts_is_chosen_by_a_person(
    open_program: Open, service: PracticeHere, tmp_path: Path
) -> None:
    with open_program() as driver:
        driver.practise()
        accounts = tuple(service.info.accounts[:3])
        table = "".join(f"{place},{account},gold\n" for place, account in enumerate(accounts, 10))
        drop_file(driver, file_of(tmp_path / "lists", "members.csv", table))
        driver.find("file.column")
        driver.click("file.mend")
        assert driver.window.focusWidget().objectName() == "file.column"
        combo = driver.find("file.column")
        driver.press(Qt.Key.Key_Down)
        driver.press(Qt.Key.Key_Down)
        assert "Column 2" in combo.currentText()  # type: ignore[attr-defined]
        driver.click("file.mend")
        until_ready(driver, 3)
        write(driver)
        driver.to_review()
        send(driver)
        until_accepted(driver)
    assert resolved(service, "android") == [set(accounts)]


def test_rows_of_another_type_go_only_after_an_answer(
    open_program: Open, service: PracticeHere, tmp_path: Path
) -> None:
    with open_program() as driver:
        driver.practise()
        drop_file(
            driver, file_of(tmp_path / "lists", "odd.txt", "alice0001\nbob@x.com\ncarol0003\n")
        )
        until_ready(driver, 3)
        driver.choose("audience.file.account_type", "1005")
        driver.find("file.answer.type")
        write(driver)
        driver.click("bottom.review")
        driver.wait_until(
            lambda: not driver.program.navigator.compose.binding.examination.can_review
        )
        assert driver.screen == "compose"
        driver.click("file.answer.type")
        until_ready(driver, 3)
        driver.to_review()
        driver.until_words("type “Email”")


def test_a_cancel_while_the_list_is_uploaded_sends_nothing(
    open_program: Open, service: PracticeHere, tmp_path: Path
) -> None:
    held = HeldUpload()
    with open_program(client=held.client) as driver:
        driver.practise()
        path = file_of(tmp_path / "lists", "members.txt", rows_of(service.info.accounts[:3]))
        drop_file(driver, path)
        until_ready(driver, 3)
        write(driver)
        driver.to_review()
        send(driver)
        driver.until_words("Uploading your list…", "No push has been requested yet.")
        driver.wait_until(lambda: held.begun == 1)
        assert not driver.sees("result.send_now")
        driver.click("result.cancel")
        driver.wait_until(lambda: not driver.sees("result.hold"))
        driver.until_words("You took it back")
        held.go_on()
    assert received(service) == {"android": 0, "ios": 0}
    assert uploads(service) == 0


def test_after_the_upload_the_hold_says_so_and_can_be_taken_back(
    open_program: Open, service: PracticeHere, tmp_path: Path
) -> None:
    held = HeldUpload()
    with open_program(client=held.client, settings=FAST | {"hold_s": "120"}) as driver:
        driver.practise()
        path = file_of(tmp_path / "lists", "members.txt", rows_of(service.info.accounts[:3]))
        drop_file(driver, path)
        until_ready(driver, 3)
        write(driver)
        driver.to_review()
        send(driver)
        for number in (1, 2):
            driver.wait_until(lambda number=number: held.begun == number)  # type: ignore[misc]
            driver.until_words("Uploading your list…")
            held.go_on()
        driver.until_words("Your list is uploaded. No push has been requested yet.")
        driver.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        driver.until_words("You took it back")
        # The upload that is there may be used again, when a person wants it.
        driver.click("result.draft")
        driver.until_composed()
        until_ready(driver, 3)
        driver.to_review()
        driver.until_words("SHA-256")
        driver.click("review.reuse")
        assert driver.find_as(QPushButton, "review.send").isVisible()
        send(driver)
        driver.until_words("Your list is uploaded.")
    assert received(service) == {"android": 0, "ios": 0}
    assert uploads(service) == 2
    assert held.begun == 2


def test_several_files_an_address_and_a_workbook_are_refused_and_the_list_stays(
    open_program: Open, service: PracticeHere, tmp_path: Path
) -> None:
    with open_program() as driver:
        driver.practise()
        path = file_of(tmp_path / "lists", "members.txt", rows_of(service.info.accounts[:3]))
        drop_file(driver, path)
        until_ready(driver, 3)
        panel = driver.program.navigator.compose.audience.file
        chosen = panel.row
        workbook = file_of(tmp_path / "lists", "book.csv", b"PK\x03\x04" + b"xl/workbook" * 9)
        cases: list[tuple[list[QUrl], str]] = [
            ([QUrl.fromLocalFile(str(path)), QUrl.fromLocalFile(str(workbook))], "several files"),
            ([QUrl("https://example.com/members.txt")], "not a file on this computer"),
            ([QUrl.fromLocalFile(str(tmp_path))], "not a"),
            ([QUrl.fromLocalFile(str(workbook))], "Excel workbook"),
            ([], "not a file on this computer"),
        ]
        for urls, said in cases:
            drop(driver, *urls, text="" if urls else "members.txt")
            driver.wait_until(
                lambda said=said: (
                    driver.sees("file.problem")  # type: ignore[misc]
                    and said in driver.text("file.problem")
                )
            )
            assert panel.row is chosen or panel.row.id == chosen.id
        until_ready(driver, 3)


def test_the_whole_way_goes_by_keyboard_alone_and_every_stop_has_a_name(
    open_program: Open, service: PracticeHere, tmp_path: Path
) -> None:
    with open_program() as driver:
        driver.practise()
        faulty = "account\nx\n" + rows_of(service.info.accounts[:3])
        path = file_of(tmp_path / "lists", "members.txt", faulty)
        drop_file(driver, path)
        driver.find("file.table")
        parts = driver.program.navigator.compose.audience.file.findChildren(QWidget)
        for widget in parts:
            if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
                face = QAccessible.queryAccessibleInterface(widget)
                assert face.text(QAccessible.Text.Name), widget.objectName()
        order = stops(driver, "file.choose", "file.mend")
        wanted = ["file.choose", "file.table", "file.repair.drop_bad", "file.repair.drop_first"]
        wanted += ["file.answer.heading", "file.mend"]
        assert [name for name in order if name in wanted] == wanted


def test_choosing_opens_a_dialog_that_does_not_wait(
    open_program: Open, service: PracticeHere, tmp_path: Path
) -> None:
    path = file_of(tmp_path / "lists", "members.txt", rows_of(service.info.accounts[:3]))
    with open_program() as driver:
        driver.practise()
        driver.segment("audience.kind", "file")
        driver.click("file.choose")
        choose_path(driver, path)
        until_ready(driver, 3)


def test_the_example_is_a_list_that_can_be_used(
    open_program: Open, service: PracticeHere, tmp_path: Path
) -> None:
    path = tmp_path / "example.txt"
    with open_program() as driver:
        driver.practise()
        driver.segment("audience.kind", "file")
        driver.click("file.example")
        choose_path(driver, path)
        driver.until_words("The example is saved in example.txt")
        drop(driver, QUrl.fromLocalFile(str(path)))
        until_ready(driver, len(service.info.accounts[:5]))


def test_a_draft_comes_back_with_its_list_and_problem_rows_can_be_saved(
    open_program: Open, service: PracticeHere, tmp_path: Path
) -> None:
    faulty = "x\n=cmd\u200b\n" + rows_of(service.info.accounts[:3])
    bad = file_of(tmp_path / "lists", "bad.txt", faulty)
    short = file_of(tmp_path / "lists", "short.txt", "x\n" + rows_of(service.info.accounts[:3]))
    saved = tmp_path / "problems.csv"
    with open_program() as driver:
        driver.practise()
        drop_file(driver, bad)  # an invisible character is no account of anybody's
        driver.until_words("invisible characters")
        driver.until_row("file.refused.table", "2", "U+200B")
        drop(driver, QUrl.fromLocalFile(str(short)))
        driver.until_row("file.table", "1", "Too short")
        driver.click("file.save_problems")
        choose_path(driver, saved)
        driver.until_words("saved in problems.csv")
        driver.click("file.mend")
        until_ready(driver, 3)
        driver.replace("message.title", "Sale tonight")
        compose = driver.program.navigator.compose
        driver.wait_until(lambda: compose.draft_id is not None)
        compose.keeper.save_edits()
    assert saved.read_text("utf-8-sig").splitlines()[1] == "1,length,x"
    with open_program() as driver:
        driver.until_composed()
        driver.click("rail.drafts")
        driver.until_row("drafts.table", "those of a file")
        driver.find("drafts.table").setFocus()
        driver.press(Qt.Key.Key_Down)
        driver.press(Qt.Key.Key_Return)
        driver.until_composed()
        until_ready(driver, 3)


def test_a_refused_file_is_named_and_the_list_chosen_before_can_still_be_answered(
    open_program: Open, service: PracticeHere, tmp_path: Path
) -> None:
    with open_program() as driver:
        driver.practise()
        accounts = tuple(service.info.accounts[:3])
        damaged = "account\n1.38E+10\n" + rows_of(accounts)
        drop_file(driver, file_of(tmp_path / "lists", "from excel.csv", damaged))
        driver.until_words("A few questions before this list can be sent.")
        bad = file_of(tmp_path / "lists", "bad.txt", "alice0001\nbo\u200bb\n")
        drop(driver, QUrl.fromLocalFile(str(bad)))
        driver.until_row("file.refused.table", "2", "U+200B")
        said = driver.text("file.problem")
        assert said.startswith("bad.txt: There are invisible characters")
        assert said.endswith("The list chosen before stays: from excel.csv.")
        assert not driver.sees("file.table")  # those rows are not of the chosen list
        driver.click("file.answer.heading")
        driver.until_words("One question before this list can be sent.")
        driver.click("file.answer.sci")
        until_ready(driver, 5)


def test_a_list_removed_meanwhile_is_not_shown_as_ready(
    open_program: Open, service: PracticeHere, tmp_path: Path
) -> None:
    with open_program() as driver:
        driver.practise()
        path = file_of(tmp_path / "lists", "members.txt", rows_of(service.info.accounts[:3]))
        drop_file(driver, path)
        until_ready(driver, 3)
        write(driver)
        driver.to_review()
        driver.click("rail.lists")
        driver.until_row("lists.table", "members.txt")
        choose_row(driver, "members.txt")
        driver.click("lists.remove")
        driver.click("remove_list.do")
        driver.find("lists.first")
        driver.click("rail.compose")
        driver.wait_until(lambda: driver.sees("file.problem"))
        assert "The list is no longer on this computer." in driver.text("file.problem")
        assert not driver.sees("file.summary")
        driver.click("bottom.review")
        choose = driver.find("file.choose")
        driver.wait_until(lambda: driver.window.focusWidget() is choose)
        assert driver.screen == "compose"
    assert received(service) == {"android": 0, "ios": 0}
