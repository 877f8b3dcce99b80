"""The window: top bar, rail, one screen at a time, status strip. It holds no logic of pushes.

Owns navigation: which screen is shown and how one gets there. Screens register with a factory and
are made at their first visit, so that the first paint pays for the first screen only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tpns_desktop.ui.plate import IOS_TEST, LIVE, Plate, environment_of, plate_words
from tpns_desktop.ui.questions_left import QuestionsLeft
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.icons import icon
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.widgets.banner import Banner
from tpns_desktop.ui.widgets.help_button import HelpButton
from tpns_desktop.ui.words.apps import key_place_words

if TYPE_CHECKING:
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.chat_apps import ChatApp

CONNECT = "connect"
"""The last entry of the app switcher."""
CHAT_ONLY = "chat_only"
"""The one before it, for people who have a Chat app and no TPNS app."""

NARROW = 1000
"""Below this width (large scale, small screen) the frame gives its room to the screen."""
TOP = 52
RAIL, RAIL_NARROW = 200, 156
"""Width of the rail; its entries keep their words in both."""
LOW = 480
"""Below this height the rail's entries need the room of its headings, and banners scroll."""

_MOVES = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)
"""Keys that would change a closed combo box."""
_SHORT_ROLE = Qt.ItemDataRole.UserRole + 1
"""What the closed switcher shows of an item."""

_RAIL_PLACES = {"review": "compose", "result": "sent", "phone": "lists", "chat_setup": "chat"}
"""Screen without a place in the rail → the one it belongs to, unless `set_place` says otherwise."""


@runtime_checkable
class Parted(Protocol):
    """A screen that F6 goes through part by part."""

    def regions(self) -> Sequence[QWidget]:
        """The parts in reading order; one may stand inside another before it."""

    def show_region(self, region: QWidget) -> None:
        """Bring one of them in sight."""


Words = Callable[[], str]
"""Gives a title in the present language."""


class AppSwitcher(QComboBox):
    """Another app only by choosing it in the open list, never in passing.

    The wheel, an arrow or a letter would take the push at hand to another app unnoticed. The list
    says of each app where its pushes go; closed, the plate beside it does.
    """

    def add_app(self, name: str, where: str, key: str) -> None:
        """Offer an app: `name` as shown when closed, `where` besides in the list."""
        self.addItem(f"{name} · {where}", key)
        self.setItemData(self.count() - 1, name, _SHORT_ROLE)

    def showPopup(self) -> None:
        view = self.view()
        view.setMinimumWidth(max(self.width(), view.sizeHintForColumn(0) + 24))
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox,
            option,
            QStyle.SubControl.SC_ComboBoxEditField,
            self,
        )
        text = str(self.currentData(_SHORT_ROLE) or self.currentText())
        option.currentText = self.fontMetrics().elidedText(
            text, Qt.TextElideMode.ElideRight, room.width() - 4
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _MOVES:
            self.showPopup()
        elif event.text().strip():
            event.ignore()
        else:
            super().keyPressEvent(event)


class _Banners(QScrollArea):
    """Banners below each other, as high as they are; none takes no room at all.

    In a low window they scroll, the newest in sight: the page below would be squeezed into itself.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("window.banners")
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(24, 12, 24, 0)
        self._column.setSpacing(8)
        self.setWidget(inner)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner.setAutoFillBackground(False)  # setWidget turns it on
        inner.installEventFilter(self)
        self.verticalScrollBar().rangeChanged.connect(self._on_grown)
        self.fit()

    def add(self, banner: Banner) -> None:
        """Show one more, below the others."""
        self._column.addWidget(banner)
        self.fit()

    def fit(self) -> None:
        """Take the height that the banners need, or that a low window has for them."""
        column, wanted = self._column, 0
        if not column.isEmpty():
            width = self.viewport().width()
            by_width = column.hasHeightForWidth()
            wanted = column.heightForWidth(width) if by_width else column.sizeHint().height()
        height = self.window().height()
        self.setFixedHeight(min(wanted, height // 4) if height < LOW else wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    @Slot(int, int)
    def _on_grown(self, _least: int, most: int) -> None:
        self.verticalScrollBar().setValue(most)


class MainWindow(QMainWindow):
    """The frame around every screen.

    Signals:
    painted: the complete window was painted for the first time.
    screen_shown(str): another screen came to the front.
    app_chosen(str): the id of an app chosen in the switcher.
    chat_only_chosen: no TPNS app, but the Chat apps, were chosen in it.
    connect_asked: "Connect another app…" was chosen in the switcher.
    closing: the window is about to close.
    """

    painted = Signal()
    screen_shown = Signal(str)
    app_chosen = Signal(str)
    chat_only_chosen = Signal()
    connect_asked = Signal()
    closing = Signal()

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session = session
        self._painted = False
        self._factories: dict[str, Callable[[], QWidget]] = {}
        self._screens: dict[str, QWidget] = {}
        self._titles: dict[str, Words] = {}
        self._rail_buttons: dict[str, QToolButton] = {}
        self._rail_icons: dict[str, str] = {}
        self._headings: dict[str, tuple[QLabel, Words]] = {}
        self._groups: dict[str, str] = {}
        self._hidden_groups: set[str] = set()
        self._shortcuts: dict[str, QShortcut] = {}
        self._places = dict(_RAIL_PLACES)
        self._chat_only = False
        self._current = ""
        self._apps: Sequence[App] = ()
        self._keys_of: App | None = None
        self.setObjectName("window")
        self.resize(QSize(1280, 860).boundedTo(self.screen().availableGeometry().size()))
        # 1280 × 720 at 200 % are 640 × 360.
        self.setMinimumSize(640, 360)
        self._build()
        theme.changed.connect(self._show_icons)
        session.app_changed.connect(self._on_app_changed)
        session.chat_app_changed.connect(self._on_chat_app_changed)
        QShortcut(QKeySequence("F6"), self, self._cycle_regions)
        self._show_words()

    def _build(self) -> None:
        self._build_top_bar()
        middle = QWidget()
        across = QHBoxLayout(middle)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        self.rail = QFrame()
        self.rail.setObjectName("rail")
        self.rail.setFixedWidth(RAIL)
        self._rail_column = QVBoxLayout(self.rail)
        self._rail_column.setContentsMargins(10, 14, 10, 14)
        self._rail_column.setSpacing(4)
        self._rail_column.addStretch(1)
        across.addWidget(self.rail)
        page = QVBoxLayout()
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        self._banners = _Banners()
        page.addWidget(self._banners)
        self._stack = QStackedWidget()
        page.addWidget(self._stack, 1)
        across.addLayout(page, 1)
        self._across = across
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._live_line = QFrame()
        self._live_line.setObjectName("live_line")
        self._live_line.setFixedHeight(4)
        self._live_line.hide()
        column.addWidget(self.top_bar)
        column.addWidget(self._live_line)
        column.addWidget(middle, 1)
        column.addWidget(self._build_strip())
        self.setCentralWidget(whole)

    def _build_top_bar(self) -> None:
        self.top_bar = QFrame()
        self.top_bar.setObjectName("top_bar")
        self.top_bar.setFixedHeight(TOP)
        line = QHBoxLayout(self.top_bar)
        line.setContentsMargins(16, 0, 24, 0)
        line.setSpacing(12)
        self._brand = QLabel("TPNS Desktop")
        self._brand.setProperty("role", "card-title")
        self._title = QLabel()
        self._title.setObjectName("window.title")
        self._title.setProperty("role", "card-title")
        self.apps = AppSwitcher()
        self.apps.setObjectName("window.apps")
        self.apps.setMinimumWidth(240)
        self.apps.activated.connect(self._on_app_activated)
        self.plate = Plate()
        self.plate.setObjectName("window.plate")
        self._link = QLabel()
        self._link.setObjectName("window.connection")
        self._link.setProperty("role", "muted")
        self._brand.setFixedWidth(184)
        line.addWidget(self._brand)
        line.addWidget(self._title, 1)
        line.addWidget(self.apps)
        line.addWidget(self.plate)
        line.addWidget(self._link)
        self.help = QToolButton()
        self.help.setObjectName("window.help")
        self.help.setText("?")
        self.help.setProperty("role", "help")
        line.addWidget(self.help)
        self.plate.show_environment(None)

    def _build_strip(self) -> QWidget:
        strip = QFrame()
        strip.setProperty("role", "bar")
        line = QHBoxLayout(strip)
        line.setContentsMargins(16, 3, 24, 3)
        self.status = QLabel()
        self.status.setObjectName("window.status")
        self.status.setProperty("role", "hint")
        self.key_place = QLabel()
        self.key_place.setObjectName("window.key_place")
        self.key_place.setProperty("role", "hint")
        self.questions = QuestionsLeft(self._session)
        line.addWidget(self.status, 1)
        line.addWidget(self.questions)
        line.addWidget(self.key_place)
        self._strip = strip
        return strip

    # Screens

    def add_heading(self, group: str, words: Words) -> None:
        """Begin a group of the rail: screens with a place in it follow, up to the next heading."""
        label = QLabel()
        label.setObjectName(f"rail.{group}.heading")
        label.setProperty("role", "overline")
        label.setContentsMargins(4, 8 if self._headings else 0, 0, 2)
        self._headings[group] = (label, words)
        self._rail_column.insertWidget(self._rail_column.count() - 1, label)
        label.setText(words())

    def add_screen(
        self,
        key: str,
        title: Words,
        factory: Callable[[], QWidget],
        icon_name: str = "",
        *,
        at_end: bool = False,
    ) -> None:
        """Register a screen; with an icon it gets a place in the rail (`Ctrl+1…`).

        `at_end`: at the bottom of the rail, outside its groups.
        """
        self._factories[key] = factory
        self._titles[key] = title
        if not icon_name:
            return
        button = QToolButton()
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setObjectName(f"rail.{key}")
        button.clicked.connect(partial(self._on_rail_clicked, key))
        self._rail_buttons[key] = button
        self._rail_icons[key] = icon_name
        if at_end:
            self._rail_column.addWidget(button)
        else:
            self._rail_column.insertWidget(self._rail_column.count() - 1, button)
            self._groups[key] = next(reversed(self._headings), "")
        shortcut = QShortcut(QKeySequence(f"Ctrl+{len(self._rail_buttons)}"), self)
        shortcut.activated.connect(partial(self.show_screen, key))
        self._shortcuts[key] = shortcut
        self._name_rail_button(key)
        self._show_icons()

    def screen_widget(self, key: str) -> QWidget:
        """The screen, made now if this is its first use."""
        if key not in self._screens:
            screen = self._factories[key]()
            self._screens[key] = screen
            self._stack.addWidget(screen)
        return self._screens[key]

    def has_screen(self, key: str) -> bool:
        """Whether this screen was made already."""
        return key in self._screens

    def show_screen(self, key: str) -> None:
        """Bring a screen to the front."""
        self._stack.setCurrentWidget(self.screen_widget(key))
        self._current = key
        self._show_world()
        self.screen_shown.emit(key)

    def set_place(self, key: str, place: str) -> None:
        """Let a screen without a place in the rail belong to this one from now on."""
        if self._places.get(key) != place:
            self._places[key] = place
            self._show_world()

    def place_of(self, key: str) -> str:
        """The entry of the rail to which a screen belongs."""
        return self._places.get(key, key)

    @property
    def current_screen(self) -> str:
        """Key of the screen in front."""
        return self._current

    def show_frame(self, shown: bool) -> None:
        """Show rail, switcher and strip, or (on Welcome) only the screen."""
        self.rail.setVisible(shown)
        self.top_bar.setVisible(shown)
        self._strip.setVisible(shown)
        self._show_icons()

    def show_group(self, group: str, shown: bool) -> None:
        """Show a group of the rail or not; its keys go with it."""
        self._hidden_groups.discard(group)
        if not shown:
            self._hidden_groups.add(group)
        for key, of in self._groups.items():
            if of == group:
                self._rail_buttons[key].setVisible(shown)
                self._shortcuts[key].setEnabled(shown)
        self._fit_rail(self.size())

    # What the frame says

    def set_apps(self, apps: Sequence[App]) -> None:
        """Offer these apps in the switcher."""
        self._apps = apps
        self._show_apps()

    def offer_chat_only(self, offered: bool) -> None:
        """Offer, or no more, to work with Chat apps alone."""
        self._chat_only = offered
        self._show_apps()

    def set_status(self, text: str) -> None:
        """Say something in the strip ("Saved 10:42")."""
        self.status.setText(text)

    def set_key_place(self, app: App | None) -> None:
        """Say where the keys of this app live."""
        self._keys_of = app
        self.key_place.setText(key_place_words(app))

    def set_connection(self, connected: bool | None) -> None:
        """Show whether the service answered last; None while nobody knows."""
        self._link.setProperty("connected", connected)
        self._show_words()

    def add_banner(self, text: str | Callable[[], str], tone: str = "warn") -> Banner:
        """Show a message above the screens until it is put away."""
        banner = Banner(tone, text)
        banner.set_dismissible(True)
        self._banners.add(banner)
        banner.dismissed.connect(banner.deleteLater)
        return banner

    def set_side(self, side: QWidget) -> None:
        """Give `side` a place at the right of the screens, from top to bottom."""
        self._across.addWidget(side)

    # Events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if not self._painted and handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Not our own paint event: Qt leaves it out where the screens cover the whole window.
        if event.type() == QEvent.Type.Expose and not self._painted:
            self._painted = True
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.painted.emit)  # after the paint that this event brings
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = event.size().width() < NARROW
        self.rail.setFixedWidth(RAIL_NARROW if narrow else RAIL)
        self._brand.setVisible(not narrow)
        self.apps.setMinimumWidth(120 if narrow else 240)
        self._fit_rail(event.size())
        self._banners.fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
            self._show_world()
        super().changeEvent(event)

    # Inner works

    @Slot(object)
    def _on_app_changed(self, _app: App | None) -> None:
        self._show_world()
        self._show_apps()

    @Slot(object)
    def _on_chat_app_changed(self, _app: ChatApp | None) -> None:
        self._show_world()

    @Slot(int)
    def _on_app_activated(self, _index: int) -> None:
        chosen = str(self.apps.currentData())
        self._show_apps()  # the switcher shows what is chosen once it is
        if chosen == CONNECT:
            self.connect_asked.emit()
        elif chosen == CHAT_ONLY:
            self.chat_only_chosen.emit()
        else:
            self.app_chosen.emit(chosen)

    def _on_rail_clicked(self, key: str, _checked: bool = False) -> None:
        self.show_screen(key)

    def _show_world(self) -> None:
        environment = self._environment()
        self.plate.show_environment(environment)
        self._live_line.setVisible(environment == LIVE)
        self._show_title()

    def _environment(self) -> str | None:
        """Where a push from the screen in front would go."""
        app = self._session.app
        if app is None:
            return LIVE if self._session.chat_app is not None else None
        environment = environment_of(app)
        # A Chat app has no environment for test builds: its pushes reach everybody.
        return (
            LIVE
            if environment == IOS_TEST and self.place_of(self._current) == "chat"
            else environment
        )

    def _show_apps(self) -> None:
        with QSignalBlocker(self.apps):
            self.apps.clear()
            for app in self._apps:
                # Practice and a real app may have the same name.
                where = plate_words(environment_of(app))
                self.apps.add_app(self.tr("App: {0}").format(app.name), where, app.id)
            if self._chat_only:
                self.apps.add_app(self.tr("Chat only"), plate_words(LIVE), CHAT_ONLY)
            self.apps.insertSeparator(self.apps.count())
            self.apps.addItem(self.tr("Connect another app…"), CONNECT)
            chosen = self._session.app
            self.apps.setCurrentIndex(
                self.apps.findData(chosen.id if chosen is not None else CHAT_ONLY)
            )

    def _show_title(self) -> None:
        screen = self._titles[self._current]() if self._current in self._titles else ""
        self._title.setText(screen)
        place, environment = self.place_of(self._current), self._environment()
        app = self._session.chat_app if place == "chat" else self._session.app
        parts = [screen, "TPNS Desktop"]
        if app is not None and environment is not None:
            parts = [app.name, plate_words(environment), screen]
        self.setWindowTitle(" — ".join(part for part in parts if part))
        for key, button in self._rail_buttons.items():
            button.setChecked(key == place)

    def _name_rail_button(self, key: str) -> None:
        # An ampersand in a title is one, not the mark of a key.
        self._rail_buttons[key].setText("  " + self._titles[key]().replace("&", "&&"))
        self._rail_buttons[key].setAccessibleName(self._titles[key]())

    def _show_words(self) -> None:
        for key in self._rail_buttons:
            self._name_rail_button(key)
        for heading, words in self._headings.values():
            heading.setText(words())
        self.apps.setAccessibleName(self.tr("App"))
        self.top_bar.setAccessibleName(self.tr("App and environment"))
        self.help.setAccessibleName(self.tr("Help on this page"))
        self.help.setToolTip(self.tr("Help on this page (F1 at any field)"))
        self.key_place.setText(key_place_words(self._keys_of))
        connected = self._link.property("connected")
        links = {True: self.tr("● Connected"), False: self.tr("○ Offline")}
        self._link.setText(links.get(connected, ""))
        self._link.setVisible(connected is not None)
        self._show_apps()
        self._show_title()

    @Slot()
    def _show_icons(self) -> None:
        if self.rail.isHidden():
            return  # Welcome needs none of them drawn
        for key, button in self._rail_buttons.items():
            button.setIcon(icon(self._rail_icons[key]))

    def _fit_rail(self, size: QSize) -> None:
        low = size.height() < LOW
        self._rail_column.setContentsMargins(10, 6 if low else 14, 10, 6 if low else 14)
        self._rail_column.setSpacing(1 if low else 4)
        for group, (heading, _words) in self._headings.items():
            heading.setVisible(not low and group not in self._hidden_groups)

    def _cycle_regions(self) -> None:
        """Move the focus to the next of: rail, then what the screen in front consists of."""
        parts = [one for key, one in self._screens.items() if key == self._current]
        parted = _parted(*parts)
        regions = [self.rail, *(parts if parted is None else parted.regions())]
        focused = self.focusWidget()
        # Of regions inside each other the innermost is where one is.
        here = [
            n
            for n, region in enumerate(regions)
            if focused is not None and (region is focused or region.isAncestorOf(focused))
        ]
        place = (max(here, default=-1) + 1) % len(regions)
        target = regions[place]
        if place and parted is not None:
            parted.show_region(target)
        for stop in _stops(target):
            stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if self.focusWidget() is stop:
                return


def _parted(screen: object = None) -> Parted | None:
    return screen if isinstance(screen, Parted) else None


def _stops(region: QWidget) -> Iterator[QWidget]:
    """Where the keyboard can go into a region: what it names itself, then what stands in it."""
    first = region.focusProxy()
    if first is not None and first.isVisible():
        yield first
    for child in region.findChildren(QWidget):
        stop = child.isVisible() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        if stop and not isinstance(child, HelpButton):  # nobody goes there to ask what it is
            yield child
    yield region


def app_mark() -> QIcon:
    """The program's own icon."""
    return icon("tpns-desktop")
