"""A large list, from the drop to its figures, through the real window and over a real socket.

Every page is held against the numbers with which the list was made. What the service received is
hashed on its way in, by nothing that the program or the service has a part in; how many devices
the push plans is counted here, device by device, from the rows of the file. `--slow` pushes a list
of 100 MiB and leaves its pictures in build/pictures.
"""

from __future__ import annotations

import asyncio
import hashlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from starlette.types import ASGIApp

from tests.ui.driving import Driver, PracticeHere, running
from tpns_desktop.client import AccessPoint, Secret, TpnsClient
from tpns_desktop.practice import bits
from tpns_desktop.practice.population import Population
from tpns_desktop.practice.server import serve
from tpns_desktop.practice.service import PracticeService
from tpns_desktop.send.ways import system_client
from tpns_desktop.store.settings import HOLD_UNTIL_I_SAY
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.words.numbers import grouped

ROOT = Path(__file__).parent.parent.parent
PICTURES = ROOT / "build" / "pictures"
MIB = 1 << 20
PATIENCE_MS = 120_000
"""The upload of a list is looked through by a service on the same two cores."""
PLATFORMS = ("android", "ios")
KNOWN, REPEATED = 200, 31


@dataclass(frozen=True)
class Truth:
    """What is in a list, from the one who made it."""

    path: Path
    size_bytes: int
    sha256: str
    rows: int
    accounts: int


def list_of(folder: Path, size_bytes: int, known: tuple[str, ...]) -> Truth:
    """A list of strangers, with the known ones strewn in and some of these twice."""
    path, digest = folder / "double 11.txt", hashlib.sha256()
    to_strew = [*known, *known[:REPEATED]]
    per_block, written, rows = 20_000, 0, 0
    blocks = size_bytes // (per_block * 15) + 1
    with path.open("wb") as file:
        for block in range(blocks):
            room = (size_bytes - written - 4096) // 15
            lines = [b"guest%09d" % (rows + n) for n in range(min(per_block, room))]
            for place, account in enumerate(to_strew[block::blocks]):
                lines.insert(place * 7 % (len(lines) + 1), account.encode())
            data = b"\n".join(lines) + b"\n"
            file.write(data)
            digest.update(data)
            written, rows = written + len(data), rows + len(lines)
    assert written <= size_bytes
    return Truth(path, written, digest.hexdigest(), rows, rows - REPEATED)


def planned_for(path: Path, population: Population) -> dict[str, int]:
    """System → devices that a push to the accounts of this file plans, counted one by one.

    Each account's device that was seen last, if that was in the last 90 days and its owner has not
    switched notifications off. The service itself reckons with sets of people and devices.
    """
    people = population.people
    of_somebody = {people.account(0, person) for person in range(people.count)}
    with path.open(encoding="utf-8") as file:
        named = {row for line in file if (row := line.rstrip("\n")) in of_somebody}
    planned: dict[str, int] = {}
    for platform, fleet in population.fleets.items():
        latest = []
        for account in named:
            devices = people.devices(0, account, platform)
            seen = sorted(devices, key=lambda device: fleet.days_since_seen[device])
            latest += seen[:1]
        planned[platform] = sum(
            fleet.days_since_seen[device] <= 90 and bool(fleet.reachable >> device & 1)
            for device in latest
        )
    return planned


class Witness(PracticeHere):
    """A practice service with somebody at its door who hashes the files that come in."""

    def __init__(self, **given: Any) -> None:
        self.files: list[str] = []
        """SHA-256 of each uploaded file."""
        super().__init__(**given)

    async def _main(self) -> None:
        self._loop, self._stop = asyncio.get_running_loop(), asyncio.Event()
        await serve(self._door(), port=0, on_listening=self._on_listening, stop=self._stop)

    def _door(self) -> ASGIApp:
        inner = PracticeService(self.world)

        async def at_the_door(scope: Any, receive: Any, send: Any) -> None:
            if scope["type"] != "http" or not scope["path"].endswith("/package/upload"):
                await inner(scope, receive, send)
                return
            part = FilePart(dict(scope["headers"])[b"content-type"])

            async def seen() -> Any:
                message = await receive()
                if message["type"] == "http.request":
                    part.feed(message.get("body", b""))
                    if not message.get("more_body"):
                        self.files.append(part.sha256())
                return message

            await inner(scope, seen, send)

        return at_the_door


class FilePart:
    """The one part of a form, hashed as it comes. Knows no more of forms than where it ends."""

    def __init__(self, content_type: bytes) -> None:
        self._tail = b"\r\n--" + content_type.rpartition(b"boundary=")[2] + b"--\r\n"
        self._digest = hashlib.sha256()
        self._rest = b""
        self._begun = False

    def feed(self, data: bytes) -> None:
        self._rest += data
        if not self._begun:
            _head, self._begun, rest = _cut(self._rest)
            if not self._begun:
                return
            self._rest = rest
        keep = len(self._tail)
        self._digest.update(self._rest[:-keep])
        self._rest = self._rest[-keep:]

    def sha256(self) -> str:
        assert self._rest == self._tail
        return self._digest.hexdigest()


def _cut(data: bytes) -> tuple[bytes, bool, bytes]:
    head, found, rest = data.partition(b"\r\n\r\n")
    return head, bool(found), rest


class HalfWay:
    """Clients whose first upload waits in its middle until `go_on` is called."""

    def __init__(self) -> None:
        self.there = threading.Event()
        self._on = threading.Event()

    def client(self, point: AccessPoint, access_id: str, key: Secret) -> TpnsClient:
        client = system_client(point, access_id, key)
        upload_now = client.upload

        async def upload(name: str, size_bytes: int, blocks: Any, progress: Any = None) -> Any:
            return await upload_now(name, size_bytes, self._slowly(blocks, size_bytes), progress)

        client.upload = upload  # type: ignore[method-assign, assignment]
        return client

    def _slowly(self, blocks: Iterator[bytes], size_bytes: int) -> Iterator[bytes]:
        given = 0
        for block in blocks:  # on a thread of the client's
            if given * 2 >= size_bytes and not self._on.is_set():
                self.there.set()
                self._on.wait(PATIENCE_MS / 1000)
            yield block
            given += len(block)

    def go_on(self) -> None:
        """Called from the test's thread."""
        self._on.set()


@pytest.fixture
def service() -> Iterator[Witness]:
    service = Witness(devices=8000, limits=False, pace=3600)
    yield service
    service.close()


@pytest.fixture
def picture(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[Driver, str], None]:
    """Takes the window's picture, for whoever wants to see what was asserted."""
    folder = PICTURES if request.config.getoption("--slow") else tmp_path / "pictures"
    folder.mkdir(parents=True, exist_ok=True)

    def take(driver: Driver, name: str) -> None:
        assert driver.program.window.grab().save(str(folder / f"large-list-{name}.png"))

    return take


def test_a_large_list_goes_from_the_drop_to_its_figures(
    home: Path,
    tmp_path: Path,
    service: Witness,
    qtbot: QtBot,
    theme: Theme,
    size: Callable[[int, int], int],
    picture: Callable[[Driver, str], None],
) -> None:
    people = service.world.population.people
    known = tuple(str(people.account(0, person)) for person in range(KNOWN))
    assert people.on_both >= KNOWN
    truth = list_of(tmp_path, size(2 * MIB, 100 * MIB), known)
    expected = planned_for(truth.path, service.world.population)
    half_way = HalfWay()

    def wait(condition: Callable[[], bool]) -> None:
        qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    settings = {"language": "en", "look": "light", "hold_s": HOLD_UNTIL_I_SAY}
    with running(home, service, wait, client=half_way.client, settings=settings) as driver:
        driver.practise()
        count = f"{grouped(truth.accounts)} account"  # as the window's language has it
        driver.replace("message.title", "Double 11 starts tonight")
        driver.replace("message.content", "From 8 pm.")

        drop(driver, truth.path)
        panel = driver.program.navigator.compose.audience.file
        wait(lambda: panel.row is not None or laid_out(panel))
        picture(driver, "1-reading")
        wait(lambda: panel.row is not None and panel.row.usable)
        row = panel.row
        assert row is not None
        assert (row.rows, row.accounts, row.duplicates) == (truth.rows, truth.accounts, REPEATED)
        assert (row.sha256, row.size_bytes) == (truth.sha256, truth.size_bytes)
        assert hashlib.sha256(row.path.read_bytes()).hexdigest() == truth.sha256
        driver.until_words(count, f"· {REPEATED} repeat", f"exact, from {truth.path.name}")
        wait(lambda: count in driver.text("audience.reach"))
        picture(driver, "2-ready")

        driver.to_review()
        driver.until_words(count, truth.path.name, truth.sha256[:8])
        driver.write("review.contains", known[-1])
        driver.click("review.contains.ask")
        driver.until_words("Yes, it is in the list.")
        picture(driver, "3-review")

        driver.click("review.send")
        driver.until_screen("result")
        wait(half_way.there.is_set)
        driver.until_words("Uploading your list…", "No push has been requested yet.", count)
        assert [service.received(platform) for platform in PLATFORMS] == [[], []]
        picture(driver, "4-uploading")
        half_way.go_on()

        driver.until_words("Your list is uploaded. No push has been requested yet: it is on hold")
        assert service.files == [truth.sha256] * 2
        for platform in PLATFORMS:
            (upload,) = service.world.applications[platform].uploads.values()  # type: ignore[index]
            assert upload.lines == truth.rows
            assert list(bits.indexes(upload.persons[0])) == list(range(KNOWN))
        assert [service.received(platform) for platform in PLATFORMS] == [[], []]
        picture(driver, "5-held")
        driver.click("result.send_now")
        wait(lambda: driver.sees("result.state"))
        wait(lambda: driver.text("result.state") == "Accepted by TPNS")
        for platform in PLATFORMS:
            application = service.world.applications[platform]  # type: ignore[index]
            (push,) = application.pushes
            assert push.order.upload_id in application.uploads
            assert push.planned == expected[platform]
        # Some of them take no notifications, some were not seen for long.
        planned = sum(expected.values())
        assert 0 < planned < 2 * KNOWN
        card = driver.find("result.figure.planned")
        wait(lambda: grouped(planned) in driver.words(card).splitlines())
        wait(lambda: _number(driver, "result.figure.delivered") > 0)
        driver.until_words(count)
        picture(driver, "6-result")
        delivered = _number(driver, "result.figure.delivered")
    assert [len(service.received(platform)) for platform in PLATFORMS] == [1, 1]
    print(
        f"\n{truth.size_bytes / MIB:.1f} MiB, {truth.rows:,} rows, {truth.accounts:,} accounts, "
        f"sha256 {truth.sha256[:12]}…: 2 uploads with the same hash, 2 pushes, "
        f"planned {planned}, delivered {delivered}"
    )


def drop(driver: Driver, path: Path) -> None:
    """Let go of the file over the drop zone."""
    driver.segment("audience.kind", "file")
    zone = driver.find("file.drop")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    actions, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    keys = Qt.KeyboardModifier.NoModifier
    entered = QDragEnterEvent(QPoint(5, 5), actions, data, button, keys)
    QApplication.sendEvent(zone, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(zone, QDropEvent(QPointF(5, 5), actions, data, button, keys))


def laid_out(widget: QWidget) -> bool:
    """Whether a widget in which something appeared just now has the room it needs."""
    return widget.height() >= widget.minimumSizeHint().height()


def _number(driver: Driver, figure: str) -> int:
    """The figure on a card, 0 while there is none."""
    lines = driver.words(driver.find(figure)).splitlines()
    found = [line.replace(",", "") for line in lines]
    return next((int(line) for line in found if line.isdigit()), 0)
