"""Where one goes with Chat apps: which one is worked with, and the pages about them.

Owns the choice of the Chat app, which follows the app in the top bar: while that is practice there
is practice's Chat app alone, else the real ones. Leaves what a Chat push is to its screen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from tpns_desktop.ui.key_notices import KeyNotices
from tpns_desktop.ui.removal import ChatRemoval
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.window import MainWindow
from tpns_desktop.ui.words.drafts import again_words

if TYPE_CHECKING:
    from tpns_desktop.model.chat_dialects import DialectId
    from tpns_desktop.send.chat_apps import ChatSaved
    from tpns_desktop.send.chat_drafts import ChatAgain
    from tpns_desktop.send.desk import Desk
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.chat_apps import ChatApp
    from tpns_desktop.store.drafts import DraftRow
    from tpns_desktop.ui.screens.chat.screen import ChatScreen
    from tpns_desktop.ui.screens.chat_setup.screen import SetupScreen
    from tpns_desktop.ui.screens.settings.screen import SettingsScreen


class ChatWays(QObject):
    """Made once, with the window.

    Signals:
    review_ready(Review): a Chat push is to be reviewed.
    batch_asked(str): the result of a push is to be shown.
    practise_asked: practice is to be opened.
    real_asked: a real app, or Chat alone, is to be worked with; practice is left.
    left: there is nothing more to work with.
    """

    review_ready = Signal(object)
    batch_asked = Signal(str)
    practise_asked = Signal()
    real_asked = Signal()
    left = Signal()

    def __init__(self, window: MainWindow, session: Session, keys: KeyNotices) -> None:
        """`keys` says, for apps and Chat apps together, that a key lives in memory alone."""
        super().__init__(window)
        self._memory_keys = keys
        self._window = window
        self._session = session
        self._all: Sequence[ChatApp] = ()
        self._others: Sequence[App] = ()
        self._dialog: QDialog | None = None
        self._to_practice = False
        self.keys = KeyNotices(window, session, "chat_keys", _missing_key)
        self.keys.enter_asked.connect(self.change)
        self.keys.found.connect(self.read)
        self.removal = ChatRemoval(window, session)
        self.removal.removed.connect(self._on_removed)
        session.app_changed.connect(self._on_app_changed)
        session.chat_app_changed.connect(self._on_chat_app_changed)

    def add_screens(self) -> None:
        """Register the group of the rail and the screens."""
        add = self._window.add_screen
        self._window.add_heading("chat", lambda: self.tr("CHAT (IM)"))
        add("chat", lambda: self.tr("Push to all users"), self._make_screen, "chat")
        add("chat_setup", lambda: self.tr("What must be ready"), self._make_setup)

    # Screens

    def _make_screen(self) -> QWidget:
        from tpns_desktop.ui.screens.chat.screen import ChatScreen

        screen = ChatScreen(self._session)
        screen.review_ready.connect(self.review_ready)
        screen.batch_asked.connect(self.batch_asked)
        screen.setup_asked.connect(self.show_setup)
        screen.connect_asked.connect(self.connect_app)
        return screen

    def _make_setup(self) -> QWidget:
        from tpns_desktop.ui.screens.chat_setup.screen import SetupScreen

        screen = SetupScreen(self._session)
        screen.back_asked.connect(self.show)
        self._lead_on(screen)
        return screen

    def _lead_on(self, screen: SetupScreen) -> None:
        screen.connect_asked.connect(self.connect_app)
        screen.change_asked.connect(self.change)
        screen.practise_asked.connect(self._on_practise_asked)

    @property
    def screen(self) -> ChatScreen:
        """The Chat screen."""
        return cast("ChatScreen", self._window.screen_widget("chat"))

    @Slot()
    def show(self) -> None:
        """The Chat screen, as it was left."""
        self._window.show_screen("chat")

    @Slot(str)
    def show_tab(self, tab: str) -> None:
        """One of its pages: "new", "sent", "scheduled" or "users"."""
        self.show()
        self.screen.show_tab(tab)

    @Slot()
    def show_setup(self) -> None:
        """What must be ready before a Chat push can reach anybody."""
        self._window.show_screen("chat_setup")

    @Slot(str)
    def change_push(self, step: str) -> None:
        """Back from its review to a step of the push."""
        self.show()
        self.screen.show_card(step)

    def send_again(self, batch_id: str) -> None:
        """The Chat screen with a copy of a sent push: a new draft for the chosen Chat app."""
        desk, app = self._session.desk, self._session.chat_app
        if desk is not None and app is not None:
            again = desk.chat.again(batch_id, app.id)
            self._session.run(again, self, partial(self._on_again, app.id))

    def _on_again(self, app_id: str, again: ChatAgain | None) -> None:
        app = self._session.chat_app
        if again is not None and app is not None and app.id == app_id:
            self.show()
            self.screen.start_new(again.draft)
            said = partial(again_words, again, app.name, plans=False)
            self._window.add_banner(said, "accent")

    def open_draft(self, row: DraftRow) -> None:
        """The Chat screen with this draft."""
        self.show()
        self.screen.open_draft(row)

    # Which one is worked with

    @property
    def real(self) -> list[ChatApp]:
        """The Chat apps that reach people."""
        return [app for app in self._all if not app.practice]

    @Slot()
    def read(self) -> None:
        """Read anew which ones there are."""
        if self._session.desk is not None:
            self._session.run(self._session.desk.chat.apps(), self, self.take)

    def take(self, apps: Sequence[ChatApp]) -> None:
        """These are all there are now."""
        self._all = apps
        if self._window.has_screen("settings"):
            settings = cast("SettingsScreen", self._window.screen_widget("settings"))
            settings.set_chat_apps(apps)
        self._offer()
        self._follow()

    def set_others(self, apps: Sequence[App]) -> None:
        """These TPNS apps there are; Chat alone is offered to those who have no real one."""
        self._others = apps
        self._offer()

    def _offer(self) -> None:
        alone = all(app.practice for app in self._others)
        self._window.offer_chat_only(alone and bool(self.real))

    @property
    def apps(self) -> Sequence[ChatApp]:
        """Every Chat app, of both worlds."""
        return self._all

    def enter(self) -> bool:
        """Work with Chat apps alone; False where there is no real one."""
        if not self.real:
            return False
        settings = self._session.settings
        if settings.last_app:
            settings.last_app = ""
            self._session.save_settings()
        self._session.choose_app(None)
        self._window.show_frame(True)
        self.show()
        return True

    def _follow(self) -> None:
        """Keep to the world of the top bar, and there to what was chosen last."""
        app, now = self._session.app, self._session.chat_app
        practice = app is not None and app.practice
        mine = [one for one in self._all if one.practice == practice]
        if list(self._session.chat_apps) != mine:
            self._session.show_chat_apps(mine)
        wanted = (now.id if now is not None else "", self._session.settings.last_chat_app)
        found = [one for key in wanted for one in mine if one.id == key]
        chosen = next(iter([*found, *mine]), None)
        if chosen != now:
            self._session.choose_chat_app(chosen)

    @Slot(object)
    def _on_app_changed(self, app: App | None) -> None:
        self._window.show_group("push", app is not None)
        self._follow()
        self.read()  # practice may have made its own meanwhile

    @Slot(object)
    def _on_chat_app_changed(self, app: ChatApp | None) -> None:
        if app is None or app.practice:
            self.keys.close()
        else:
            self.keys.look(app)
        if app is not None and app.practice and self._to_practice:
            self._to_practice = False
            self.show()

    @Slot()
    def _on_practise_asked(self) -> None:
        if self._session.chat_app is not None and self._session.chat_app.practice:
            self.show()
            return
        self._to_practice = True
        self.practise_asked.emit()

    # Connecting, changing, removing

    @Slot()
    def connect_app(self) -> None:
        """Open the page *Connect a Chat app*."""
        self._open_dialog(None)

    @Slot(object)
    def change(self, app: ChatApp) -> None:
        """Open the same page for one that is connected already."""
        self._open_dialog(app)

    def _open_dialog(self, app: ChatApp | None) -> None:
        from tpns_desktop.ui.screens.apps.chat_dialog import ChatDialog

        if self._session.desk is None:
            return
        dialog = ChatDialog(self._session, self._window, app)
        dialog.saved.connect(partial(self._on_saved, app))
        dialog.setup_asked.connect(partial(self._lay_setup_upon, dialog))
        self._dialog = dialog
        dialog.open()

    def _lay_setup_upon(self, dialog: QDialog) -> None:
        """What must be ready, above the form: nothing that was typed is lost."""
        from tpns_desktop.ui.screens.chat_setup.screen import SetupScreen

        above = QDialog(dialog)
        above.setWindowTitle(self.tr("What must be ready"))
        above.resize(dialog.size())
        screen = SetupScreen(self._session, alone=True)
        screen.back_asked.connect(above.reject)
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(screen)
        above.finished.connect(above.deleteLater)
        above.open()

    def _on_saved(self, changed: ChatApp | None, saved: ChatSaved) -> None:
        desk = self._session.desk
        if desk is None:
            return
        self.keys.close()
        if saved.key_place == "memory":
            self._memory_keys.tell_memory(desk.secret_reason)
        self._session.run(desk.chat.apps(), self, partial(self._on_apps_after, changed, saved.app))

    def _on_apps_after(
        self, changed: ChatApp | None, saved: ChatApp, apps: Sequence[ChatApp]
    ) -> None:
        self.take(apps)
        if changed is not None:
            return  # to mend one is not to leave the other
        app = self._session.app
        self._session.settings.last_chat_app = saved.id
        self._session.save_settings()
        if app is not None and not app.practice:
            self._session.choose_chat_app(saved)
        else:
            self._session.chat_app = None  # the one connected last is the one to work with
            self.real_asked.emit()
        self.show()

    @Slot(object, str)
    def speak(self, app: ChatApp, dialect: DialectId) -> None:
        """Let an app use another generation of the service."""
        if self._session.desk is not None:
            step = self._session.desk.chat.speak(app.id, dialect)
            self._session.run(step, self, self._on_spoken)

    def _on_spoken(self, _app: ChatApp | None) -> None:
        self.read()

    @Slot(object)
    def _on_removed(self, _app: ChatApp) -> None:
        if self._session.desk is not None:
            self._session.run(self._session.desk.chat.apps(), self, self._on_apps_left)

    def _on_apps_left(self, apps: Sequence[ChatApp]) -> None:
        self.take(apps)
        if self._session.app is None and not self.real:
            self.left.emit()


async def _missing_key(desk: Desk, app_id: str) -> Mapping[str, str]:
    reason = await desk.chat.missing_key(app_id)
    return {"chat": reason} if reason else {}
