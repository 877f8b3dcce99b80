"""A picture of every screen and state, in each look, language and size: `dev.py shots [folder]`.

The real program, offscreen, driven by clicks; live states talk to a service in this process, so
nothing leaves this machine. Each variation is a process of its own, since Qt reads its scale once.
Pictures are named <state>--<variation>.png. Ends with 1 when one could not be made.

    python tests/screens/shots.py FOLDER [--only VARIATION[,…]] [--states STATE[,…]]
"""

from __future__ import annotations

import argparse
import contextlib
import os
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Callable, Collection
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent.parent

if TYPE_CHECKING:
    from tests.ui.driving import Driver, LiveHere, PracticeHere
    from tpns_desktop.send.ways import ClientFactory


@dataclass(frozen=True)
class Variation:
    """One look of everything."""

    language: str = "en"
    look: str = "light"
    size: tuple[int, int] = (1360, 900)
    """Of the window, in Qt's points."""
    scale: str = "1"


VARIATIONS = {
    "light": Variation(),
    "dark": Variation(look="dark"),
    "zh": Variation(language="zh_CN"),
    "1280x720": Variation(size=(1280, 720)),
    # What is left of 1920 x 1080 at 150 %.
    "150": Variation(size=(1280, 720), scale="1.5"),
}

TITLES = {"en": "Double 11 is tonight", "zh_CN": "双11今晚8点开抢"}
TEXTS = {
    "en": "Your cart is waiting: 30% off from 8 pm, members from 7 pm.",
    "zh_CN": "购物车里的宝贝等你带走：今晚8点全场7折起，会员7点提前进场。",
}


def main() -> int:
    """Make the pictures; gives the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path, default=ROOT / "build" / "shots")
    parser.add_argument("--only", help=f"of {', '.join(VARIATIONS)}; default: all")
    parser.add_argument("--states", help=f"of {', '.join(STORIES)}; default: all")
    parser.add_argument("--here", choices=VARIATIONS, help=argparse.SUPPRESS)
    options = parser.parse_args()
    folder = options.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    if options.here:
        return _shoot(folder, options.here, _listed(options.states, STORIES))
    code = 0
    for name in _listed(options.only, VARIATIONS):
        command = [sys.executable, __file__, str(folder), "--here", name]
        if options.states:
            command += ["--states", options.states]
        code |= subprocess.call(command, cwd=ROOT, env=_environment(VARIATIONS[name]))
    print(f"Pictures: {folder}")
    return code


def _listed(given: str | None, known: Collection[str]) -> list[str]:
    names = given.split(",") if given else list(known)
    for name in names:
        if name not in known:
            sys.exit(f"shots: no {name!r}; there are {', '.join(known)}")
    return names


def _environment(variation: Variation) -> dict[str, str]:
    environment = {**os.environ, "QT_SCALE_FACTOR": variation.scale}
    environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    environment["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"
    return environment


# ---------------------------------------------------------------------------------- one look


class Studio:
    """A program a story, all in one look, and the camera."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder
        self.name = name
        self.variation = VARIATIONS[name]
        self.made: list[str] = []
        self.title = TITLES[self.variation.language]
        self.text = TEXTS[self.variation.language]

    def program(
        self,
        home: Path,
        practice: PracticeHere,
        live: LiveHere | None = None,
        hold_s: str = "0",
        client: ClientFactory | None = None,
        tips: bool = False,
    ) -> AbstractContextManager[Driver]:
        """The program in `home`; `tips`: with the first lesson."""
        from tests.ui.driving import running

        settings = {
            "language": self.variation.language,
            "look": self.variation.look,
            "hold_s": hold_s,
            "tips": tips,
        }
        client = live.client if live is not None else client
        given: dict[str, Any] = {"client": client} if client is not None else {}
        if live is not None:
            given["chat_client"] = live.chat_client
        return running(home, practice, settings=settings, **given)

    def take(self, driver: Driver, state: str) -> None:
        """Picture the window, or the dialog upon it, once nothing moves any more."""
        from PySide6.QtWidgets import QApplication

        from tests.ui.driving import pause

        window, dialog = driver.program.window, QApplication.activeModalWidget()
        if window.size().toTuple() != self.variation.size:
            window.resize(*self.variation.size)
        pause(250)
        picture = window.grab()
        if dialog is not None:
            _lay_upon(picture, dialog, window)
        picture.save(str(self.folder / f"{state}--{self.name}.png"))
        self.made.append(state)


def _lay_upon(picture: object, dialog: object, window: object) -> None:
    from PySide6.QtGui import QColor, QPainter, QPixmap
    from PySide6.QtWidgets import QWidget

    assert isinstance(picture, QPixmap)
    assert isinstance(dialog, QWidget)
    assert isinstance(window, QWidget)
    painter = QPainter(picture)
    painter.fillRect(window.rect(), QColor(0, 0, 0, 90))
    left = (window.width() - dialog.width()) // 2
    top = (window.height() - dialog.height()) // 2
    painter.drawPixmap(left, top, dialog.grab())
    painter.setPen(QColor(0, 0, 0, 120))
    painter.drawRect(left, top, dialog.width(), dialog.height())
    painter.end()


def _shoot(folder: Path, name: str, states: list[str]) -> int:
    sys.path.insert(0, str(ROOT))
    from PySide6.QtCore import qInstallMessageHandler
    from PySide6.QtWidgets import QApplication

    from tests.ui.driving import PracticeHere

    qInstallMessageHandler(_tell)
    app = QApplication([])
    app.setApplicationName("TPNS Desktop")
    studio = Studio(folder, name)
    failed = []
    for state in states:
        # A service a story: what one does leaves no trace in another's pictures.
        practice = PracticeHere(devices=20_000, pace=3600.0)
        with tempfile.TemporaryDirectory(prefix="tpns-desktop-shots-") as home:
            try:
                STORIES[state](studio, Path(home), practice)
            except Exception:
                traceback.print_exc()
                failed.append(state)
        practice.close()
    print(f"{name}: {len(studio.made)} pictures", flush=True)
    if failed:
        print(f"{name}: could not be made: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def _tell(_kind: object, _where: object, text: str) -> None:
    if not text.startswith("This plugin does not support "):  # what a window manager gives
        print(text, file=sys.stderr)


# ------------------------------------------------------------------------------------ stories


def welcome(studio: Studio, home: Path, practice: PracticeHere) -> None:
    from tests.ui.driving import LIVE_KEY

    with studio.program(home, practice) as driver:
        studio.take(driver, "welcome")
        driver.click("welcome.connect")
        driver.find("connect.name")
        studio.take(driver, "connect")
        driver.click("connect.save")
        studio.take(driver, "connect-errors")
        driver.write("connect.name", "Demo Mall")
        driver.choose("connect.access_point", "shanghai")
        for platform in ("android", "ios"):
            driver.click(f"connect.{platform}")
            driver.write(f"connect.{platform}.secret_key", LIVE_KEY)
        studio.take(driver, "connect-both")


def compose(studio: Studio, home: Path, practice: PracticeHere) -> None:
    from PySide6.QtCore import Qt

    info = practice.info
    with studio.program(home, practice) as driver:
        driver.practise()
        screen = driver.program.navigator.compose
        driver.wait_until(lambda: screen.audience._size is not None)
        studio.take(driver, "compose-empty")
        driver.segment("audience.kind", "account")
        driver.write("audience.account.text", "\n".join([*info.accounts[:12], info.accounts[0]]))
        driver.replace("message.title", studio.title)
        driver.replace("message.content", studio.text)
        screen.form.verticalScrollBar().setValue(0)
        studio.take(driver, "compose-accounts")
        _show_preview(driver, 2)
        studio.take(driver, "compose-json")
        _show_preview(driver, 3)
        studio.take(driver, "compose-checks")
        _show_preview(driver, 0)
        driver.segment("audience.kind", "all")
        screen.form.verticalScrollBar().setValue(0)
        studio.take(driver, "compose-everyone")
        driver.segment("audience.kind", "device")
        driver.segment("audience.device.platform", "ios")
        driver.write("audience.device.text", "\n".join(info.tokens["ios"][:3]))
        screen.form.verticalScrollBar().setValue(0)
        studio.take(driver, "compose-devices")
        driver.segment("audience.kind", "tag")
        groups = "audience.tag.groups"
        for tag in info.tags[:2]:
            driver.write(driver.part(f"{groups}.0.0.tags", "entry"), tag)
            driver.press(Qt.Key.Key_Return)
        driver.click(f"{groups}.0.add_row")
        driver.choose(f"{groups}.0.1.match", "none")
        driver.write(driver.part(f"{groups}.0.1.tags", "entry"), info.tags[4])
        driver.press(Qt.Key.Key_Return)
        driver.click(f"{groups}.add_group")
        driver.write(driver.part(f"{groups}.1.0.tags", "entry"), info.tags[8])
        driver.press(Qt.Key.Key_Return)
        screen.form.verticalScrollBar().setValue(0)
        studio.take(driver, "compose-tags")
        driver.segment("schedule.kind", "at")
        driver.segment("message.tap.kind", "web")
        driver.write("message.tap.url", "https://shop.example.com/d11")
        driver.program.window.setFocus()
        screen.form.ensureWidgetVisible(screen.timing)
        studio.take(driver, "compose-time")


def compose_sms(studio: Studio, home: Path, practice: PracticeHere) -> None:
    from datetime import UTC, datetime, timedelta

    with studio.program(home, practice) as driver:
        driver.practise()
        screen = driver.program.navigator.compose
        driver.segment("audience.kind", "account")
        driver.click("audience.examples")
        driver.click("sms.on")
        studio.take(driver, "compose-sms-empty")
        driver.click("sms.template_id")
        driver.wait_until(lambda: len(driver.picks()) == 8)
        driver.show_pick("2105")
        studio.take(driver, "compose-sms-pick")
        driver.click("sms.pick.type")
        driver.write("sms.type.template_id", "110011")
        driver.write("sms.type.content", "{1}")
        studio.take(driver, "compose-sms-type")
        driver.click("sms.type.back")
        driver.show_pick("2102")
        driver.click("sms.pick.change")
        driver.choose("sms.type.kind", "marketing")
        driver.click("sms.type.do")
        driver.wait_until(lambda: not driver.sees("sms.type.do"))
        driver.show_pick("2102")
        driver.click("sms.pick.do")
        driver.pick("sms.sign_name", "演练商城")
        driver.pick("sms.app_id", "1400006666")
        driver.write("sms.params.1", "双十一大促")
        # As many hours as it takes to come in the night of Beijing.
        night = (datetime.now(UTC) + timedelta(hours=8)).hour
        driver.replace("sms.delay_s.number", str((23 - night) % 24 or 24))
        driver.choose("sms.delay_s.unit", "3600")
        driver.until_settled()
        screen.show_card("sms")
        driver.program.window.setFocus()
        studio.take(driver, "compose-sms")
        driver.click("plan.new")
        driver.find("plan.add")
        studio.take(driver, "plan-new")
        driver.click("plan.add")
        studio.take(driver, "plan-new-error")
        driver.click("plan.back")
        driver.wait_until(lambda: not driver.sees("plan.back"))
        driver.click("plan.known")
        driver.find("plan.add")
        studio.take(driver, "plan-known")


def compose_sms_alone(studio: Studio, home: Path, practice: PracticeHere) -> None:
    from tests.ui.driving import LiveHere

    with studio.program(home, practice, LiveHere()) as driver:
        driver.click("welcome.connect")
        driver.connect_live_app("Demo Mall", ios=False)
        driver.click("sms.on")
        driver.until_settled()
        driver.program.navigator.compose.show_card("sms")
        studio.take(driver, "compose-sms-no-account")
        driver.click("sms.template_id")
        driver.find("sms.pick.account")
        studio.take(driver, "compose-sms-pick-no-account")


def texts(studio: Studio, home: Path, practice: PracticeHere) -> None:
    """The text that follows: on the phone, in the review, and on the result."""
    with studio.program(home, practice) as driver:
        driver.practise()
        driver.segment("audience.kind", "all")
        driver.replace("message.title", studio.title)
        driver.replace("message.content", studio.text)
        driver.click("sms.on")
        driver.pick("sms.template_id", "2107")
        driver.pick("sms.sign_name", "DemoMall")
        driver.pick("sms.app_id", "1400006666")
        driver.write("sms.params.1", "A1042")
        driver.until_settled()
        driver.show_tab("preview", 1)
        studio.take(driver, "texts-global")
        driver.pick("sms.template_id", "2101")
        driver.pick("sms.sign_name", "演练商城")
        for place, value in enumerate(("会员", "50元券", "周日"), 1):
            driver.replace(f"sms.params.{place}", value)
        driver.replace("sms.delay_s.number", "5")
        driver.choose("sms.delay_s.unit", "60")
        driver.until_settled()
        driver.segment("preview.text.platform", "ios")
        driver.segment("preview.text.look", "dark")
        studio.take(driver, "texts-mainland")
        driver.show_tab("preview", 0)
        studio.take(driver, "texts-phone")
        driver.to_review()
        studio.take(driver, "texts-review")
        page = driver.program.window.screen_widget("review")._page  # type: ignore[attr-defined]
        page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
        studio.take(driver, "texts-review-below")
        driver.click("review.send")
        driver.wait_until(lambda: driver.sees("result.sms.phone"))
        card = driver.find("result.sms")
        screen = driver.program.window.screen_widget("result")
        screen._page.ensureWidgetVisible(card)  # type: ignore[attr-defined]
        studio.take(driver, "texts-result")


def compose_errors(studio: Studio, home: Path, practice: PracticeHere) -> None:
    with studio.program(home, practice) as driver:
        driver.practise()
        screen = driver.program.navigator.compose
        driver.segment("audience.kind", "device")
        driver.write("audience.device.text", "too-short")
        driver.replace("message.title", "")
        driver.replace("message.content", "")
        driver.segment("message.tap.kind", "web")
        driver.write("message.tap.url", "http://shop.example.com")
        driver.click("bottom.review")
        screen.form.verticalScrollBar().setValue(0)
        studio.take(driver, "compose-errors")


def practice_push(studio: Studio, home: Path, practice: PracticeHere) -> None:
    from tests.ui.driving import pause

    with studio.program(home, practice, hold_s="30") as driver:
        driver.practise()
        driver.click("rail.sent")
        studio.take(driver, "sent-empty")
        driver.click("rail.drafts")
        studio.take(driver, "drafts-empty")
        driver.click("rail.compose")
        driver.segment("audience.kind", "all")
        driver.replace("message.title", studio.title)
        driver.replace("message.content", studio.text)
        driver.to_review()
        studio.take(driver, "review-practice")
        driver.click("review.technical")
        pause(100)  # the page grows by what it opened
        page = driver.program.window.screen_widget("review")._page  # type: ignore[attr-defined]
        page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
        studio.take(driver, "review-json")
        driver.click("review.send")
        driver.find("result.cancel")
        studio.take(driver, "hold")
        driver.click("result.cancel")
        driver.find("result.draft")
        studio.take(driver, "cancelled")


def accepted(studio: Studio, home: Path, practice: PracticeHere) -> None:
    with studio.program(home, practice) as driver:
        driver.practise()
        driver.segment("audience.kind", "all")
        driver.replace("message.title", studio.title)
        driver.replace("message.content", studio.text)
        driver.to_review()
        driver.click("review.send")
        driver.wait_until(lambda: driver.sees("result.channels"))
        table = driver.table("result.channels")
        driver.wait_until(lambda: driver.table("result.channels") != table)
        studio.take(driver, "accepted")
        driver.click("result.new_push")
        driver.until_composed()
        driver.segment("audience.kind", "all")
        driver.click("schedule.more")
        driver.click("schedule.replaces.choose")
        driver.wait_until(lambda: driver.sees("replace.back"))
        studio.take(driver, "replace")
        driver.click("replace.back")
        driver.wait_until(lambda: driver.window is driver.program.window)
        driver.segment("audience.kind", "account")
        driver.write("audience.account.text", "nobody_here_0001")
        driver.write("message.title", studio.title)
        driver.write("message.content", studio.text)
        driver.to_review()
        driver.click("review.send")
        driver.find("result.draft")
        studio.take(driver, "refused")
        driver.click("result.draft")
        driver.until_composed()
        driver.replace("name", "VIP")
        driver.segment("audience.kind", "device")
        driver.segment("audience.device.platform", "android")
        driver.write("audience.device.text", "f" * 36)
        driver.to_review()
        driver.click("review.send")
        driver.until_screen("result")
        driver.wait_until(lambda: not driver.sees("result.cancel") and driver.sees("result.state"))
        studio.take(driver, "unknown")
        driver.click("rail.sent")
        driver.wait_until(lambda: len(driver.table("sent.table")) == 3)
        studio.take(driver, "sent")
        driver.click("rail.compose")
        driver.replace("message.title", studio.title)
        driver.click("rail.drafts")
        driver.find("drafts.table")
        studio.take(driver, "drafts")
        driver.click("rail.settings")
        studio.take(driver, "settings")


def results(studio: Studio, home: Path, practice: PracticeHere) -> None:
    """Results on both systems, Android, iOS; a line as its table; made elsewhere; none at all."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QTableView

    from tpns_desktop.ui.screens.sent.sent_model import RECORD_ROLE

    with studio.program(home, practice) as driver:
        driver.practise()
        driver.click("rail.sent")
        studio.take(driver, "results-none")
        driver.click("rail.compose")
        for state in ("both", "android", "ios"):
            driver.segment("audience.kind", "all" if state == "both" else "device")
            if state != "both":
                driver.segment("audience.device.platform", state)
                driver.replace("audience.device.text", "\n".join(practice.info.tokens[state][:20]))
            driver.replace("message.title", studio.title)
            driver.replace("message.content", studio.text)
            driver.to_review()
            driver.click("review.send")
            driver.wait_until(lambda: driver.sees("result.channels"))
            page = driver.program.window.screen_widget("result")
            course = page.figures.course  # type: ignore[attr-defined]
            enough = partial(_has_places, course.chart, 3 if state == "both" else 2)
            driver.wait_until(enough)
            studio.take(driver, f"results-{state}")
            if state == "both":
                page._page.ensureWidgetVisible(course.line)  # type: ignore[attr-defined]
                studio.take(driver, "results-line")
                driver.segment("result.time.switch", "table")
                studio.take(driver, "results-table")
                driver.segment("result.time.switch", "chart")
            driver.click("result.new_push")
            driver.until_composed()
        _push_elsewhere(practice, f"{studio.title} 2", studio.text)
        driver.click("rail.sent")
        driver.click("sent.refresh")
        driver.wait_until(lambda: len(driver.table("sent.table")) == 4)
        studio.take(driver, "results-sent")
        table = driver.find_as(QTableView, "sent.table")
        theirs = next(
            row for row in range(4) if table.model().index(row, 0).data(RECORD_ROLE).elsewhere
        )
        table.setCurrentIndex(table.model().index(theirs, 0))
        table.setFocus()
        driver.press(Qt.Key.Key_Return)
        record = driver.program.window.screen_widget("sent").record  # type: ignore[attr-defined]
        driver.wait_until(lambda: record.figures.isVisible())
        studio.take(driver, "results-elsewhere")


def _has_places(chart: object, least: int) -> bool:
    return chart.drawn and chart.places() >= least  # type: ignore[attr-defined]


def _push_elsewhere(practice: PracticeHere, title: str, text: str) -> None:
    """Another program pushes with the same keys."""
    import asyncio
    import json

    from tpns_desktop.client import TpnsClient
    from tpns_desktop.client.endpoints import access_point_at

    async def push() -> None:
        info = practice.info
        keys, point = info.keys["android"], access_point_at(info.base_url)
        message = {"title": title, "content": text}
        body = {"audience_type": "all", "message_type": "notify", "message": message}
        async with TpnsClient(point, keys.access_id, keys.secret_key) as client:
            await client.push(json.dumps(body).encode())

    asyncio.run(push())


def sent(studio: Studio, home: Path, practice: PracticeHere) -> None:
    """The Sent page, its calendar, and what can be made right."""
    from tests.screens import sent_stories

    sent_stories.sent(studio, home, practice)


def chat_users(studio: Studio, home: Path, practice: PracticeHere) -> None:
    """The users of a Chat app, looked after."""
    from tests.screens import users_stories

    users_stories.chat_users(studio, home, practice)


def unsettled(studio: Studio, home: Path, practice: PracticeHere) -> None:
    """What nobody knows, each way it can go on, and what was taken back."""
    from PySide6.QtWidgets import QPushButton

    from tests.ui.relay import BadLine

    line = BadLine(practice)
    with studio.program(home, line) as driver:  # type: ignore[arg-type]
        driver.practise()
        numbers = iter(range(1, 10))

        def send(loss: str, only: tuple[str, ...] = ("android", "ios")) -> None:
            line.loss, line.only = loss, frozenset(only)  # type: ignore[assignment]
            driver.program.navigator.new_push()
            driver.until_composed()
            driver.segment("audience.kind", "account")
            driver.write("audience.account.text", line.info.accounts[0])
            driver.write("message.title", f"{studio.title} {next(numbers)}")
            driver.write("message.content", studio.text)
            driver.to_review()
            driver.click("review.send")
            driver.until_screen("result")
            driver.find("result.state")

        send("answer")
        driver.find("result.check_now")
        studio.take(driver, "unknown-new")
        body = practice.received("android")[0]
        driver.ask(line.sent_elsewhere("android", body))
        driver.click("result.check_now")
        driver.find("result.conflict")
        studio.take(driver, "conflict")
        driver.click("result.saw_it")
        driver.wait_until(driver.find("settle.do").isEnabled)
        studio.take(driver, "settle-saw")
        driver.click("settle.do")
        driver.wait_until(lambda: not driver.sees("result.check_now"))
        studio.take(driver, "settled-by-person")
        send("request")
        driver.click("result.check_now")
        driver.wait_until(lambda: driver.find("result.check_now").isEnabled())
        studio.take(driver, "unknown-no-record")
        driver.click("result.did_not_go")
        driver.wait_until(driver.find("settle.do").isEnabled)
        studio.take(driver, "settle-gone")
        driver.click("settle.do")
        driver.find("result.send_again")
        studio.take(driver, "not-found")
        send("answer", ("ios",))
        driver.find("result.check_now")
        studio.take(driver, "partly")

        def found() -> bool:
            # Once more where the whole seconds of a few answers leave a doubt.
            for check in driver.all("result.check_now", QPushButton):
                if check.isEnabled():
                    check.click()
            return not driver.sees("result.check_now")

        with contextlib.suppress(TimeoutError):  # some doubts no answer takes away
            driver.wait_until(found)
        studio.take(driver, "found")
        send("answer")
        driver.find("result.check_now")
        line.cut()
        driver.click("result.check_now")
        driver.find("result.look.trouble")
        studio.take(driver, "unknown-not-asked")
        driver.program.navigator.new_push()
        driver.until_composed()
        driver.program.session.settings.hold_s = "manual"
        driver.segment("audience.kind", "account")
        driver.write("audience.account.text", line.info.accounts[1])
        driver.write("message.title", studio.title)
        driver.write("message.content", studio.text)
        driver.to_review()
        driver.click("review.send")
        driver.find("result.cancel")
        desk = driver.program.session.desk
        assert desk is not None
        driver.ask(desk.switch_app("another"))
        driver.find("result.draft")
        studio.take(driver, "withdrawn")
        driver.click("rail.sent")
        driver.wait_until(lambda: len(driver.table("sent.table")) == 5)
        studio.take(driver, "sent-unsettled")


def live(studio: Studio, home: Path, practice: PracticeHere) -> None:
    from tests.ui.driving import LiveHere
    from tpns_desktop.practice.command import start_line

    service = LiveHere(devices=20_000)
    with studio.program(home, practice, service) as driver:
        driver.click("welcome.connect")
        driver.connect_live_app("Demo Mall")
        screen = driver.program.navigator.compose
        driver.wait_until(lambda: screen.audience._size is not None)
        driver.segment("audience.kind", "all")
        driver.write("message.title", studio.title)
        driver.write("message.content", studio.text)
        screen.form.verticalScrollBar().setValue(0)
        studio.take(driver, "compose-live")
        driver.click("bottom.test")
        driver.find("test.name")
        studio.take(driver, "test-empty")
        driver.write("test.name", "QA 1")
        driver.segment("test.platform", "android")
        token = next(iter(start_line(service.world, "")["known"]["tokens"]["android"]))
        driver.write("test.token", token)
        driver.click("test.add")
        driver.wait_until(lambda: not driver.sees("test.add"))
        driver.click("test.send")
        driver.find("test.answer.android")
        driver.wait_until(driver.find("test.send").isEnabled)
        studio.take(driver, "test-accepted")
        driver.click("test.back")
        driver.wait_until(lambda: driver.window is driver.program.window)
        driver.write("message.title", "!")
        driver.to_review()
        driver.click("review.rehearse")
        driver.find("review.rehearsed.android")
        studio.take(driver, "review-live")
        driver.click("review.send")
        studio.take(driver, "review-live-missing")
        for tick in ("who", "what", "when", "test.none"):
            driver.click(f"review.tick.{tick}")
        driver.write("review.name", "Demo Mall")
        driver.click("review.send")
        driver.wait_until(driver.find("confirm.send").isEnabled)
        studio.take(driver, "confirm")
        driver.click("confirm.send")
        driver.find("result.cancel")
        studio.take(driver, "hold-live")
        driver.click("result.cancel")
        driver.find("result.draft")
        driver.click("rail.settings")
        studio.take(driver, "settings-apps")


def restart(studio: Studio, home: Path, practice: PracticeHere) -> None:
    from tests.ui.leftovers import leave

    with studio.program(home, practice) as driver:
        driver.practise()
        driver.find("audience.kind")
    leave(home, studio.title, *(f"{studio.title} {n}" for n in range(2, 6)))
    leave(home, studio.title, state="held")
    with studio.program(home, practice) as driver:
        driver.until_composed()
        driver.find("restart.more.unknown")
        studio.take(driver, "restart")


def storage(studio: Studio, home: Path, practice: PracticeHere) -> None:
    from datetime import UTC, datetime, timedelta

    from tests.ui.driving import Driver, end, start
    from tpns_desktop.store import backups

    with studio.program(home, practice) as driver:
        driver.practise()
        driver.find("audience.kind")
    database = home / "data" / "tpns-desktop.db"
    for hours in (80, 52, 27, 3):
        backups.take(database, datetime.now(UTC) - timedelta(hours=hours))
    kept = database.read_bytes()
    database.write_bytes(b"")
    driver = Driver(start(home, practice))
    driver.find("storage.restore.0")
    studio.take(driver, "storage-gone")
    driver.click("storage.afresh")
    driver.find("afresh.back")
    studio.take(driver, "storage-afresh")
    end(driver.program)
    database.write_bytes(b"not a database" * 1000)
    driver = Driver(start(home, practice))
    driver.find("storage.restore.0")
    studio.take(driver, "storage-damaged")
    end(driver.program)
    for backup in backups.backups_of(database):
        backup.path.unlink()
    with studio.program(home, practice) as driver:
        driver.find("note.seen.damaged")
        driver.program.session.broke.emit("4F2A91")
        studio.take(driver, "damaged")
    database.write_bytes(kept)


def storage_folder(studio: Studio, home: Path, practice: PracticeHere) -> None:
    from tests.ui.driving import Driver, end, start, write_settings

    write_settings(home, language=studio.variation.language, look=studio.variation.look)
    (home / "data").mkdir()
    (home / "data" / "tpns-desktop.db").mkdir()
    driver = Driver(start(home, practice))
    driver.find("storage.retry")
    studio.take(driver, "storage-folder")
    end(driver.program)


def network(studio: Studio, home: Path, practice: PracticeHere) -> None:
    from tests.ui.driving import LIVE_KEY, LiveHere

    live = LiveHere()
    with studio.program(home, practice, live) as driver:
        driver.click("welcome.connect")
        driver.find("keyring.how")
        studio.take(driver, "connect-no-keyring")
        driver.click("keyring.how")
        studio.take(driver, "connect-keyring-how")
        driver.connect_live_app("Demo Mall", ios=False)
        studio.take(driver, "key-in-memory")
        driver.click("rail.settings")
        driver.segment("network.proxy", "own")
        driver.write("network.proxy_address", "socks5://proxy.example.com:1080")
        driver.write("network.proxy_password", LIVE_KEY)
        driver.click("network.save")
        driver.wait_until(driver.find("network.save").isEnabled)
        studio.take(driver, "settings-network")
    with studio.program(home, practice, live) as driver:
        driver.find("keys.enter")
        studio.take(driver, "key-missing")


def lists(studio: Studio, home: Path, practice: PracticeHere) -> None:
    """Every kind of list, and what is asked of one."""
    from tests.ui.list_files import FILES, add, answer, choose_row

    with studio.program(home, practice) as driver:
        driver.practise()
        driver.click("rail.lists")
        driver.find("lists.first")
        studio.take(driver, "lists-empty")
        files = home / "files"
        files.mkdir()
        for name, data in FILES.items():
            (files / name).write_bytes(data)
            add(driver, files / name)
        driver.click("lists.check")
        driver.find("role.do")
        studio.take(driver, "lists-check")
        driver.click("role.back")
        answer(driver, "lists.compare", "compare.do")
        driver.find("compare.both")
        studio.take(driver, "lists-compare")
        driver.click("compare.back")
        choose_row(driver, "members.csv")
        driver.click("lists.find_accounts")
        driver.write("find.text", "user_00007\nuser_00019\nnobody_01")
        driver.click("find.do")
        driver.find("find.said")
        studio.take(driver, "lists-find")
        driver.click("find.back")
        driver.click("lists.rename")
        driver.find("rename.do")
        studio.take(driver, "lists-rename")
        driver.click("rename.back")
        driver.click("lists.remove")
        driver.find("remove_list.do")
        studio.take(driver, "lists-remove")
        driver.click("remove_list.back")
        driver.click("lists.paste")
        driver.write("paste.name", "VIP")
        driver.write("paste.text", "user_00001\nuser_00002")
        studio.take(driver, "lists-paste")
        driver.click("paste.back")
        choose_row(driver, "会员.txt")
        studio.take(driver, "lists")
        driver.click("lists.clean")
        driver.find("clean.do")
        studio.take(driver, "lists-clean")
        driver.click("clean.back")


def file_push(studio: Studio, home: Path, practice: PracticeHere) -> None:
    """Compose with a file, its faults and their repair, the review of it, the upload."""
    from tests.ui.driving import pause
    from tests.ui.test_file_push import HeldUpload, drop_file

    held = HeldUpload()
    accounts = practice.info.accounts[:5]
    good = [*accounts, *(f"user_{place:05}" for place in range(1500))]
    files = home / "files"
    files.mkdir()
    faulty = files / "members-export.csv"
    rows = ["account", *good[:900], *["x"] * 17, "", " spaced ", *good[:13], *good[900:]]
    faulty.write_text("\n".join(rows) + "\n", "utf-8")
    table = files / "会员.csv"
    cells = (f"{place},会员{place:05},黄金" for place in range(60))
    table.write_bytes("\n".join(cells).encode("gb18030"))
    workbook = files / "book.csv"
    workbook.write_bytes(b"PK\x03\x04" + b"xl/workbook" * 9)

    with studio.program(home, practice, client=held.client, hold_s="120") as driver:
        driver.practise()
        form = driver.program.navigator.compose.form
        driver.segment("audience.kind", "file")
        driver.find("file.choose")
        studio.take(driver, "file-empty")
        drop_file(driver, workbook)
        driver.find("file.problem")
        studio.take(driver, "file-refused")
        drop_file(driver, table)
        driver.find("file.column")
        form.verticalScrollBar().setValue(250)
        studio.take(driver, "file-table")
        drop_file(driver, faulty)
        driver.find("file.answer.heading")
        studio.take(driver, "file-problems")
        form.verticalScrollBar().setValue(520)
        studio.take(driver, "file-repairs")
        driver.click("file.repair.drop_first")
        driver.click("file.mend")
        driver.wait_until(lambda: driver.sees("file.summary") and not driver.sees("file.table"))
        pause(200)
        form.verticalScrollBar().setValue(200)
        studio.take(driver, "file-ready")
        driver.replace("message.title", studio.title)
        driver.replace("message.content", studio.text)
        driver.to_review()
        driver.write("review.contains", accounts[2])
        driver.click("review.contains.ask")
        pause(900)
        page = driver.program.window.screen_widget("review")._page  # type: ignore[attr-defined]
        page.verticalScrollBar().setValue(0)
        studio.take(driver, "file-review")
        driver.click("review.send")
        driver.wait_until(lambda: held.begun == 1)
        driver.find("result.cancel")
        studio.take(driver, "file-uploading")
        held.go_on()
        driver.wait_until(lambda: held.begun == 2)
        held.go_on()
        pause(1500)
        studio.take(driver, "file-uploaded")
        driver.click("result.cancel")
        driver.find("result.draft")


def _show_preview(driver: Driver, tab: int) -> None:
    driver.show_tab("preview", tab)


Story = Callable[[Studio, Path, "PracticeHere"], None]


def keeping(studio: Studio, home: Path, practice: PracticeHere) -> None:
    """Help, templates, each section of the settings, and what comes from another computer."""
    from PySide6.QtWidgets import QApplication

    from tests.send.builders import draft
    from tests.ui.driving import pause
    from tpns_desktop.ui.screens.settings.screen import SettingsScreen

    with studio.program(home, practice) as driver:
        driver.practise()
        desk = driver.program.session.desk
        assert desk is not None
        driver.click("window.help")
        studio.take(driver, "help")
        driver.click("help.close")
        for kind, name in (("all", studio.title), ("tag", "VIP")):
            driver.ask(desk.save_template("practice", draft(kind, name=name)))
        driver.ask(desk.save_draft("practice", None, draft("account", name=studio.title)))
        driver.click("rail.drafts")
        driver.wait_until(lambda: len(driver.table("drafts.table")) == 3)
        studio.take(driver, "drafts-templates")
        driver.click("drafts.delete")
        driver.write("drafts.search", studio.title[:4])
        driver.wait_until(lambda: len(driver.table("drafts.table")) == 2)
        studio.take(driver, "drafts-found")
        driver.ask(desk.export_book(home / "book.json"))
        driver.click("rail.settings")
        screen = driver.program.window.screen_widget("settings")
        assert isinstance(screen, SettingsScreen)
        for key in screen.cards:
            screen.show_section(key)
            studio.take(driver, f"settings-{key}")
        screen.moving.import_from(str(home / "book.json"))
        driver.find("arrival.back")
        pause(100)
        studio.take(driver, "arrival")
        QApplication.activeModalWidget().close()


def everything(studio: Studio, home: Path, practice: PracticeHere) -> None:
    """A push that uses what there is: its cards, its review, its result, and a pasted request."""
    import json

    from tests.ui.driving import pause
    from tpns_desktop.ui.widgets.phones.styles import OFFERED, STYLES

    with studio.program(home, practice, hold_s="120") as driver:
        driver.practise()
        window, screen = driver.program.window, driver.program.navigator.compose
        desk = driver.program.session.desk
        assert desk is not None
        driver.ask(desk.save_draft("practice", None, _full_draft(studio, practice)))
        driver.click("rail.drafts")
        driver.wait_until(lambda: len(driver.table("drafts.table")) == 1)
        driver.click("drafts.open")
        driver.until_composed()
        window.resize(*studio.variation.size)

        def at(card: object, state: str, past: int = 0) -> None:
            bar, top = screen.form.verticalScrollBar(), card.y()  # type: ignore[attr-defined]
            bar.setValue(top + past)
            studio.take(driver, state)

        pause(200)
        at(screen.message, "compose-message")
        for page in range(1, 4):
            at(screen.message, f"compose-options-{page}", page * 640)
        at(screen.timing, "compose-repeat")
        at(screen.timing, "compose-delivery", 560)
        for platform, styles in OFFERED.items():
            driver.segment("preview.phone.platform", platform)
            pause(50)  # the other phones come into sight
            for style in styles:
                driver.segment("preview.phone.strip", style)
                studio.take(driver, f"phone-{STYLES[style].id}")
        driver.segment("preview.phone.look", "dark")
        studio.take(driver, "phone-dark")
        _show_preview(driver, 2)
        driver.click("preview.json.import")
        driver.find("import.text")
        body = {
            "audience_type": "tag",
            "tag_list": {"tags": ["vip"], "op": "OR"},
            "message_type": "notify",
            "message": {"title": studio.title, "content": studio.text},
            "push_speed": 5000,
            "brand_new": 1,
        }
        text = json.dumps(body, ensure_ascii=False, indent=1)
        driver.find("import.text").setPlainText(text)  # type: ignore[attr-defined]
        pause(600)
        studio.take(driver, "import")
        driver.click("import.back")
        driver.to_review()
        studio.take(driver, "review-everything")
        bar = window.screen_widget("review")._page.verticalScrollBar()  # type: ignore[attr-defined]
        for page in (1, 2):
            bar.setValue(page * 640)
            studio.take(driver, f"review-everything-{page}")
        driver.click("review.send")
        driver.find("result.cancel")
        studio.take(driver, "hold-everything")
        driver.click("result.cancel")
        driver.find("result.draft")
        driver.click("rail.settings")
        driver.click("settings.silent")
        driver.click("rail.compose")
        driver.until_composed()
        driver.segment("message.kind", "message")
        at(screen.message, "compose-silent")


def _full_draft(studio: Studio, practice: PracticeHere) -> dict[str, object]:
    from datetime import UTC, datetime, timedelta

    from tests.send.builders import draft

    tomorrow = datetime.now(UTC) + timedelta(days=1, hours=8)
    made = draft("tag", name="Double 11", message__title=studio.title)
    made["audience"]["tag"]["groups"][0][0]["tags"] = practice.info.tags[:2]
    made["message"].update(
        content=studio.text,
        subtitle="Demo Mall",
        picture="https://img.example.com/d11/banner.jpg",
        tap={**made["message"]["tap"], "kind": "web", "url": "https://shop.example.com/d11"},
        group={"id": "double11", "summary": "Double 11"},
        custom=[["order", "4711"], ["source", "d11"]],
        accept=[{"start": "09:00", "end": "21:00"}],
        personal={"on": True, "title": studio.title, "content": studio.text, "subtitle": ""},
        in_app_too=True,
    )
    made["message"]["android"].update(
        ring="1", vibrate="0", badge_type="-2", n_ch_id="sales", n_ch_name="Sales",
        hw_category="MARKETING", xm_ch_id="110245", oppo_ch_id="promo", vivo_category="IM",
        icon_color="#0a5bd6",
    )  # fmt: skip
    made["message"]["ios"].update(interruption_level="time-sensitive", category="SALE")
    loop = {
        "every": "2",
        "days": ["1", "5"],
        "times": ["09:30", "20:00"],
        "start": f"{tomorrow:%Y-%m-%d}",
        "end": f"{tomorrow + timedelta(days=30):%Y-%m-%d}",
    }
    made["schedule"].update(
        kind="loop", loop=loop, speed="5000", channels_off=["mz", "fcm"], online_type="0",
        all_packages=True,
    )  # fmt: skip
    return made


def timing(studio: Studio, home: Path, practice: PracticeHere) -> None:
    """Each way of starting, and what is written too long for some phones."""
    with studio.program(home, practice) as driver:
        driver.practise()
        screen = driver.program.navigator.compose
        driver.program.window.resize(*studio.variation.size)
        driver.segment("audience.kind", "all")
        for kind, every in (("now", ""), ("at", ""), ("loop", "1"), ("loop", "3")):
            driver.segment("schedule.kind", kind)
            if every:
                driver.segment("schedule.loop.every", every)
            screen.form.ensureWidgetVisible(screen.timing)
            screen.form.verticalScrollBar().setValue(screen.timing.y())
            studio.take(driver, f"timing-{kind}{every}")
        driver.replace("message.content", studio.text * 4)
        driver.segment("preview.phone.strip", "vivo")
        screen.form.verticalScrollBar().setValue(screen.message.y())
        studio.take(driver, "message-long")


def books(studio: Studio, home: Path, practice: PracticeHere) -> None:
    """The book of tags and that of test devices, and a push to devices by their names."""
    from PySide6.QtCore import Qt

    from tpns_desktop.send.device_book import DeviceForm

    with studio.program(home, practice) as driver:
        driver.practise()
        driver.click("rail.lists")
        for key in ("tags", "devices"):
            driver.segment("books.tabs", key)
            driver.find(f"{key}.add" if driver.sees(f"{key}.add") else f"{key}.first")
            studio.take(driver, f"book-{key}")
        driver.click("devices.first" if driver.sees("devices.first") else "devices.add")
        studio.take(driver, "device-add")
        driver.press(Qt.Key.Key_Escape)
        driver.segment("books.tabs", "tags")
        driver.click("tags.add" if driver.sees("tags.add") else "tags.first")
        studio.take(driver, "tag-add")
        driver.press(Qt.Key.Key_Escape)
        desk = driver.program.session.desk
        assert desk is not None
        for platform, name in (("android", "QA Mi 14"), ("ios", "iPhone 15")):
            token = practice.info.tokens[platform][0]
            driver.ask(desk.save_device("practice", DeviceForm(name, platform, token)))
        driver.segment("books.tabs", "lists")
        driver.segment("books.tabs", "devices")
        driver.wait_until(lambda: len(driver.table("devices.table")) == 2)
        studio.take(driver, "book-devices-two")
        driver.click("rail.compose")
        driver.until_composed()
        driver.segment("audience.kind", "device")
        studio.take(driver, "compose-named")
        driver.click("bottom.test")
        driver.find("test.send")
        studio.take(driver, "test-two")


def levels(studio: Studio, home: Path, practice: PracticeHere) -> None:
    """What is asked before sending, from a few accounts to quiet hours and a second time."""
    from datetime import UTC, datetime, timedelta

    from tests.ui.driving import LiveHere
    from tpns_desktop.practice.command import start_line

    service = LiveHere()
    accounts = start_line(service.world, "")["known"]["accounts"]
    with studio.program(home, practice, service) as driver:
        driver.click("welcome.connect")
        driver.connect_live_app("Demo Mall", ios=False)
        settings = driver.program.session.settings

        def review(kind: str) -> None:
            driver.program.navigator.new_push()
            driver.until_composed()
            driver.segment("audience.kind", kind)
            if kind == "account":
                driver.write("audience.account.text", "\n".join(accounts[:3]))
            else:
                driver.write(driver.part("audience.tag.groups.0.0.tags", "entry"), "vip")
                driver.type("\n")
            driver.write("message.title", studio.title)
            driver.write("message.content", studio.text)
            driver.to_review()

        def confirm(state: str, *ticks: str) -> None:
            for tick in ticks:
                if driver.sees(f"review.tick.{tick}"):
                    driver.click(f"review.tick.{tick}")
            driver.click("review.send")
            driver.wait_until(driver.find("confirm.send").isEnabled)
            studio.take(driver, state)

        review("account")
        studio.take(driver, "level-2")
        confirm("level-2-confirm", "test.none")
        driver.click("confirm.send")
        driver.until_screen("result")
        driver.wait_until(lambda: driver.sees("result.again"))
        review("account")
        studio.take(driver, "level-again")
        review("tag")
        studio.take(driver, "level-3")
        now = datetime.now(UTC) + timedelta(hours=8)
        settings.quiet = "on"
        settings.quiet_from = f"{now - timedelta(hours=1):%H:%M}"
        settings.quiet_to = f"{now + timedelta(hours=6):%H:%M}"
        review("tag")
        studio.take(driver, "level-3-night")


def chat_apps(studio: Studio, home: Path, practice: PracticeHere) -> None:
    """A Chat app connected, with each thing that can be wrong; what must be ready; alone."""
    from tests.screens import chat_app_stories

    chat_app_stories.chat_apps(studio, home, practice)


def chat_push(studio: Studio, home: Path, practice: PracticeHere) -> None:
    """A push to users of a Chat app while it is written."""
    from tests.screens import chat_stories

    chat_stories.chat_push(studio, home, practice)


def chat_results(studio: Studio, home: Path, practice: PracticeHere) -> None:
    """A Chat push read back and what came of it, in two generations; its lists."""
    from datetime import UTC, datetime, timedelta

    from tests.ui.chat_hands import speak, to_review
    from tests.ui.driving import pause
    from tpns_desktop.model.limits import SERVICE_ZONE
    from tpns_desktop.ui.screens.chat.header import SCHEDULED, SENT

    users = {"kind": "users", "users": {"text": "user000001\nnobody_here\nnobody_else"}}
    with studio.program(home, practice) as driver:
        chat = driver.program.navigator.chat
        driver.practise()
        speak(driver, "all_member_push")
        to_review(driver)
        studio.take(driver, "chat-review")
        driver.click("review.send")
        driver.until_screen("result")
        driver.wait_until(lambda: driver.sees("result.chat"))
        studio.take(driver, "chat-result-untold")
        speak(driver, "timpush_chat")
        pause(1100)  # the service takes a push a second
        to_review(driver, audience=users)
        driver.click("review.send")
        driver.until_screen("result")
        driver.click("result.chat.read")
        driver.write("result.chat.user", "user000001")
        driver.click("result.chat.look")
        driver.wait_until(lambda: driver.sees("result.chat.devices"))
        studio.take(driver, "chat-result-told")
        driver.click("result.chat.withdraw")
        driver.wait_until(lambda: driver.sees("withdraw.do"))
        studio.take(driver, "chat-withdraw")
        driver.click("withdraw.back")
        at = datetime.now(UTC).astimezone(SERVICE_ZONE) + timedelta(days=2)
        to_review(driver, schedule={"kind": "at", "at": at.strftime("%Y-%m-%dT%H:%M")})
        studio.take(driver, "chat-review-scheduled")
        driver.program.window.show_screen("chat")
        for tab in (SENT, SCHEDULED):
            chat.screen.show_tab(tab)
            pause(400)
            studio.take(driver, f"chat-{tab}")


def wall(studio: Studio, home: Path, practice: PracticeHere) -> None:
    """The phones of practice beside a result."""
    from tests.screens import wall_stories

    wall_stories.wall(studio, home, practice)


def bad_days(studio: Studio, home: Path, practice: PracticeHere) -> None:
    """What practice acts out, and where it is said."""
    from tests.screens import practice_stories

    practice_stories.bad_days(studio, home, practice)


def first_lesson(studio: Studio, home: Path, practice: PracticeHere) -> None:
    """The tips on the way to a first push."""
    from tests.screens import practice_stories

    practice_stories.first_lesson(studio, home, practice)


STORIES: dict[str, Story] = {
    "bad_days": bad_days,
    "first_lesson": first_lesson,
    "wall": wall,
    "chat_results": chat_results,
    "welcome": welcome,
    "compose": compose,
    "compose_sms": compose_sms,
    "compose_sms_alone": compose_sms_alone,
    "texts": texts,
    "compose_errors": compose_errors,
    "practice_push": practice_push,
    "accepted": accepted,
    "results": results,
    "sent": sent,
    "unsettled": unsettled,
    "live": live,
    "restart": restart,
    "storage": storage,
    "storage_folder": storage_folder,
    "network": network,
    "lists": lists,
    "file_push": file_push,
    "keeping": keeping,
    "everything": everything,
    "timing": timing,
    "books": books,
    "levels": levels,
    "chat_apps": chat_apps,
    "chat_push": chat_push,
    "chat_users": chat_users,
}


if __name__ == "__main__":
    sys.exit(main())
