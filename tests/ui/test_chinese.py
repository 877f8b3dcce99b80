"""Walks through the program in Chinese and reads everything that it shows or says aloud."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import PySide6
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QDialogButtonBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QTableView,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot
from translations import compile_one, outdated

from tests.ui.driving import Driver, LiveHere, PracticeHere, running
from tpns_desktop.paths import translations_dir
from tpns_desktop.ui.i18n import LANGUAGES
from tpns_desktop.ui.theme.theme import Theme

HAN = re.compile("[\u3400-\u9fff]")
BLANK = re.compile(r"\\\{\w*\\\}|%Ln|%n")


@pytest.fixture(scope="module", autouse=True)
def _compiled() -> None:
    """As `dev.py` does before it runs the tests."""
    for source in outdated(translations_dir()):
        compile_one(source, Path(PySide6.__file__).with_name("lrelease"))


@pytest.fixture(scope="module")
def english() -> list[re.Pattern[str]]:
    """Every English text that reads otherwise in Chinese, filled in or not."""
    found = []
    for message in ElementTree.parse(translations_dir() / "tpns_desktop_zh_CN.ts").iter("message"):
        text, said = message.findtext("source", ""), message.find("translation")
        assert said is not None
        # Words without a letter, and those that are nothing but a blank, tell no language.
        plain = re.sub(r"\{\w*\}|%L?n", "", text)
        if re.search("[a-z]{2}", plain, re.IGNORECASE) and "".join(said.itertext()) != text:
            found.append(re.compile(BLANK.sub(".+", re.escape(text)), re.DOTALL))
    return found


@pytest.fixture
def service() -> Iterator[PracticeHere]:
    made = PracticeHere(devices=200, pace=100)
    yield made
    made.close()


@pytest.fixture
def wait(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    return lambda condition: qtbot.waitUntil(condition, timeout=15_000)


def texts(root: QWidget) -> list[str]:
    """Everything that a person can read or a screen reader says in `root`, visible or not."""
    # Rows that were drawn anew leave their old ones, hidden already, to a later turn of the loop.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    found: list[str] = [root.windowTitle()]
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.objectName().endswith("settings.language"):
            continue
        found += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        if isinstance(widget, QLabel | QAbstractButton):
            found.append(widget.text())
        elif isinstance(widget, QGroupBox):
            found.append(widget.title())
        elif isinstance(widget, QLineEdit):
            found.append(widget.placeholderText())
        elif isinstance(widget, QComboBox):
            found += [widget.itemText(row) for row in range(widget.count())]
        elif isinstance(widget, QTabWidget):
            found += [widget.tabText(place) for place in range(widget.count())]
        elif isinstance(widget, QTableView):
            model = widget.model()
            across = Qt.Orientation.Horizontal
            columns = range(model.columnCount())
            found += [str(model.headerData(column, across)) for column in columns]
            found += [
                str(model.index(row, column).data() or "")
                for row in range(model.rowCount())
                for column in columns
            ]
    return [text.strip() for text in found if text.strip()]


def left_in_english(root: QWidget, english: list[re.Pattern[str]]) -> list[str]:
    # A Chinese sentence may quote English; an English one holds no Chinese but what was typed.
    return [
        text
        for text in dict.fromkeys(texts(root))
        if not HAN.search(text) and any(one.fullmatch(text) for one in english)
    ]


def fill_in(driver: Driver) -> None:
    """Open every part of Compose that opens by a choice."""
    for kind in ("device", "tag", "all", "account"):
        driver.segment("audience.kind", kind)
    driver.click("audience.examples")
    driver.segment("message.tap.kind", "page")
    driver.segment("message.tap.kind", "web")
    driver.write("message.tap.url", "https://shop.example/11")
    driver.click("sms.on")
    driver.pick("sms.template_id", "2103")
    driver.pick("sms.sign_name", "演练商城")
    driver.pick("sms.app_id", "1400006666")
    driver.write("sms.params.1", "123456")


def test_nothing_is_left_in_english_on_the_way_of_a_push(
    home: Path,
    service: PracticeHere,
    wait: Callable[[Callable[[], bool]], None],
    english: list[re.Pattern[str]],
    theme: Theme,
) -> None:
    given = {"language": "zh_CN", "look": "light", "hold_s": "1"}
    with running(home, service, wait, settings=given) as driver:
        left: dict[str, list[str]] = {}

        def read(page: str) -> None:
            left[page] = left_in_english(driver.window, english)

        read("welcome")
        driver.practise()
        fill_in(driver)
        read("compose")
        driver.click("plan.new")
        read("new plan")
        driver.click("plan.back")
        driver.to_review()
        driver.click("review.technical")
        read("review")
        driver.click("review.send")
        driver.until_screen("result")
        read("hold")
        driver.until_words("已受理")
        driver.until_words("更新于")
        read("result")
        for page in ("sent", "drafts", "plans", "lists", "settings"):
            driver.click(f"rail.{page}")
            driver.until_screen(page)
            driver.wait_until(lambda: "正在" not in driver.words())
            read(page)
    assert {page: said for page, said in left.items() if said} == {}


def test_the_last_question_before_a_live_push_is_asked_in_chinese(
    home: Path,
    service: PracticeHere,
    wait: Callable[[Callable[[], bool]], None],
    english: list[re.Pattern[str]],
    theme: Theme,
) -> None:
    live = LiveHere()
    given = {"language": "zh_CN", "look": "light"}
    with running(home, service, wait, live.client, given) as driver:
        driver.click("welcome.connect")
        left = left_in_english(driver.window, english)
        driver.connect_live_app("商城")
        driver.segment("audience.kind", "account")
        driver.write("audience.account.text", live.world.population.known().accounts[0])
        driver.write("message.title", "双十一")
        driver.write("message.content", "今晚开始")
        driver.to_review()
        left += left_in_english(driver.window, english)
        driver.click("review.send")
        driver.find("confirm.send")
        assert "现在发送给「商城」的 1 个账号？" in driver.words()
        assert driver.text("confirm.send").startswith("发送给 1 个账号")
        left += left_in_english(driver.window, english)
        driver.click("confirm.back")
    assert left == []


def test_a_page_in_use_changes_its_language_and_back_and_keeps_what_is_typed(
    home: Path,
    service: PracticeHere,
    wait: Callable[[Callable[[], bool]], None],
    english: list[re.Pattern[str]],
    theme: Theme,
) -> None:
    with running(home, service, wait, settings={"language": "en", "look": "light"}) as driver:
        driver.practise()
        fill_in(driver)
        driver.replace("message.title", "Title of mine")
        # The plural, not "account(s)".
        driver.wait_until(lambda: "3 accounts" in driver.text("audience.reach"))
        compose = driver.program.navigator.compose
        # The last thing that is asked of the service when an app is opened.
        driver.wait_until(lambda: "(total ever)" in " ".join(texts(compose)))
        driver.until_settled()
        driver.show_tab("preview", 2)  # what is in the back is brought up to date when it is shown
        draft = compose.binding.draft
        before = set(texts(compose))
        assert len(left_in_english(compose, english)) > 50  # the reader can tell

        driver.program.languages.apply("zh_CN")
        driver.wait_until(lambda: "3 个账号" in " ".join(texts(compose)))
        assert left_in_english(driver.program.window, english) == []
        assert compose.binding.draft == draft

        driver.program.languages.apply("en")
        driver.wait_until(lambda: set(texts(compose)) == before)
        assert compose.binding.draft == draft


def test_the_calendar_of_a_page_in_use_changes_its_language_too(
    home: Path,
    service: PracticeHere,
    wait: Callable[[Callable[[], bool]], None],
    theme: Theme,
) -> None:
    with running(home, service, wait, settings={"language": "en"}) as driver:
        driver.practise()
        driver.program.languages.apply("zh_CN")
        dates = driver.program.navigator.compose.findChildren(QAbstractSpinBox)
        assert {date.locale().language() for date in dates} == {QLocale.Language.Chinese}


@pytest.mark.skipif(
    not Path(
        QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase_zh_CN.qm"
    ).is_file(),
    reason="Qt came without its own words in Chinese",
)
def test_dialog_buttons_and_calendars_of_qt_are_chinese(
    home: Path,
    service: PracticeHere,
    wait: Callable[[Callable[[], bool]], None],
    theme: Theme,
    qtbot: QtBot,
) -> None:
    with running(home, service, wait, settings={"language": "zh_CN"}):
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        assert box.buttons()[0].text() == "取消"
        calendar = QCalendarWidget()
        qtbot.addWidget(calendar)
        assert calendar.locale().standaloneMonthName(11) == "十一月"
        assert QCoreApplication.translate("QLineEdit", "&Copy").startswith("复制")
    assert set(LANGUAGES) == {"en", "zh_CN"}
