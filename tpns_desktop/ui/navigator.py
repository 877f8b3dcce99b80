"""Who goes where: the screens are made here, and their signals become the next screen.

Owns the few wide steps of the program: opening, practising, connecting, choosing an app, language
and look. Leaves each screen's own work to the screen.
"""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, cast

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from tpns_desktop.store.errors import DiskFull, ReadOnly, StoreError
from tpns_desktop.ui.bad_days import BadDays
from tpns_desktop.ui.chat_ways import ChatWays
from tpns_desktop.ui.first_lesson import FirstLesson
from tpns_desktop.ui.help.guide import Guide
from tpns_desktop.ui.holds import Holds
from tpns_desktop.ui.i18n import Languages
from tpns_desktop.ui.key_notices import KeyNotices
from tpns_desktop.ui.notices import Notices
from tpns_desktop.ui.opening import DataControl, Opening
from tpns_desktop.ui.removal import Removal
from tpns_desktop.ui.reporting import Reporting
from tpns_desktop.ui.session import Session
from tpns_desktop.ui.theme.theme import Theme
from tpns_desktop.ui.window import MainWindow
from tpns_desktop.ui.words.drafts import again_words
from tpns_desktop.ui.words.storage import trouble_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from tpns_desktop.send.desk import AppSaved, Batch, Desk, Review
    from tpns_desktop.send.drafts import Again
    from tpns_desktop.send.practice_app import PracticeInfo
    from tpns_desktop.send.practice_worlds import PracticeWorlds
    from tpns_desktop.store.apps import App
    from tpns_desktop.store.chat_apps import ChatApp
    from tpns_desktop.store.devices import Device
    from tpns_desktop.store.drafts import DraftRow
    from tpns_desktop.store.lists import ListRow
    from tpns_desktop.ui.screens.books.phone_screen import PhoneScreen
    from tpns_desktop.ui.screens.books.screen import BooksScreen
    from tpns_desktop.ui.screens.compose.screen import ComposeScreen
    from tpns_desktop.ui.screens.results.screen import ResultScreen
    from tpns_desktop.ui.screens.review.screen import ReviewScreen
    from tpns_desktop.ui.screens.sent.screen import SentScreen
    from tpns_desktop.ui.screens.settings.screen import SettingsScreen

_SETTINGS_TOPICS = {
    "apps": "keys",
    "chat_apps": "chat",
    "safety": "hold",
    "practice": "practice",
    "messages": "message",
    "privacy": "history",
    "moving": "moving",
}
"""Card of the settings → topic of the help."""


class PracticeControl(Protocol):
    """What the window needs of the practice service (`app.Practice` is one)."""

    @property
    def info(self) -> PracticeInfo | None: ...

    def open(self, desk: Desk) -> Coroutine[Any, Any, App]: ...

    def set_pace(self, pace: float) -> Coroutine[Any, Any, None]: ...

    def act(self, name: str) -> Coroutine[Any, Any, None]: ...

    @property
    def worlds(self) -> PracticeWorlds | None: ...

    def save_world(self, name: str) -> Coroutine[Any, Any, None]: ...

    def begin_world(self, world_id: str | None) -> Coroutine[Any, Any, None]: ...


class Navigator(QObject):
    """Made once, with the window."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        theme: Theme,
        languages: Languages,
        practice: PracticeControl,
        data: DataControl,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._theme = theme
        self._languages = languages
        self._practice = practice
        self._apps: Sequence[App] = ()
        self._dialog: QDialog | None = None
        self._wanted = ""
        self._choices = 0
        self.notices = Notices(window, session)
        self.notices.batch_asked.connect(self.show_batch)
        self.notices.sent_asked.connect(self._on_sent_asked)
        self.keys = KeyNotices(window, session)
        self.keys.enter_asked.connect(self.change_app)
        self.keys.found.connect(self._read_apps)
        self.chat = ChatWays(window, session, self.keys)
        self.chat.removal.taken_back.connect(self.notices.tell_removed)
        self.chat.review_ready.connect(self._on_review_ready)
        self.chat.batch_asked.connect(self.show_batch)
        self.chat.practise_asked.connect(self.practise)
        self.chat.real_asked.connect(self._leave_practice)
        self.chat.left.connect(self._show_welcome)
        self.holds = Holds(window, session)
        self.holds.batch_asked.connect(self.show_batch)
        self.holds.taken_back.connect(self.notices.tell_taken_back)
        self.bad_days = BadDays(window, session, practice)
        self.removal = Removal(window, session)
        self.removal.taken_back.connect(self.notices.tell_removed)
        self.removal.removed.connect(self._on_removed)
        self.reporting = Reporting(window, session)
        self.guide = Guide(window)
        self.lesson = FirstLesson(window, session)
        self.guide.tips_asked.connect(self.lesson.begin_again)
        self.notices.report_asked.connect(self.reporting.ask)
        self.opening = Opening(window, session.background, data)
        window.show_frame(self._known_before())
        self._add_screens()
        session.opened.connect(self._on_opened)
        session.app_changed.connect(self._on_app_changed)
        session.failed.connect(self._on_failed)
        window.app_chosen.connect(self._on_app_chosen)
        window.chat_only_chosen.connect(self.chat.enter)
        window.connect_asked.connect(self.connect_app)
        window.screen_shown.connect(self._on_screen_shown)
        self._show_first()

    def _add_screens(self) -> None:
        add = self._window.add_screen
        add("welcome", lambda: self.tr("Welcome"), self._make_welcome)
        self._window.add_heading("push", lambda: self.tr("PUSH"))
        add("compose", lambda: self.tr("Compose"), self._make_compose, "compose")
        add("drafts", lambda: self.tr("Drafts & templates"), self._make_drafts, "drafts")
        add("sent", lambda: self.tr("Sent"), self._make_sent, "sent")
        add("plans", lambda: self.tr("Plans"), self._make_plans, "plans")
        add("lists", lambda: self.tr("Lists & tags"), self._make_lists, "lists")
        self.chat.add_screens()
        add("settings", lambda: self.tr("Settings"), self._make_settings, "settings", at_end=True)
        add("review", lambda: self.tr("Review"), self._make_review)
        add("result", lambda: self.tr("Result"), self._make_result)
        add("phone", lambda: self.tr("One phone"), self._make_phone)
        add("sms_setup", lambda: self.tr("Text messages"), self._make_sms_setup)

    def _known_before(self) -> bool:
        settings = self._session.settings
        return bool(settings.last_app or settings.last_chat_app)

    def _show_first(self) -> None:
        """The page of what was worked with last."""
        settings = self._session.settings
        chat = "chat" if settings.last_chat_app else "welcome"
        self._window.show_group("push", bool(settings.last_app) or chat == "welcome")
        self._window.show_screen("compose" if settings.last_app else chat)

    @Slot()
    def _show_welcome(self) -> None:
        self._window.show_frame(False)
        self._window.show_screen("welcome")

    # Screens, each imported and made at its first visit: the first paint pays for one

    def _make_welcome(self) -> QWidget:
        from tpns_desktop.ui.screens.welcome.screen import WelcomeScreen

        screen = WelcomeScreen(self._languages.current, self._session.settings.look)
        screen.practise_chosen.connect(self.practise)
        screen.connect_chosen.connect(self.connect_app)
        screen.connect_chat_chosen.connect(self._on_connect_chat_chosen)
        screen.language_chosen.connect(self.choose_language)
        screen.look_chosen.connect(self.choose_look)
        return screen

    def _make_compose(self) -> QWidget:
        from tpns_desktop.ui.screens.compose.screen import ComposeScreen

        # The first window is painted first; what opens by a click only may come a moment later.
        first = not self._window.isVisible()
        screen = ComposeScreen(self._session, staged=first)
        if first:
            self._window.painted.connect(screen.finish, Qt.ConnectionType.QueuedConnection)
        screen.review_ready.connect(self._on_review_ready)
        screen.status_changed.connect(self._window.set_status)
        screen.batch_asked.connect(self.show_batch)
        screen.book_asked.connect(self.show_devices)
        screen.app_page_asked.connect(self._on_app_page_asked)
        screen.keeper.recovered.connect(self.notices.tell_room)
        self.guide.add_to(screen.cards, {key: key for key in screen.cards})
        screen.message.offer_silent(self._session.settings.silent)
        screen.sms_setup_asked.connect(self.show_sms_setup)
        screen.sms_account_asked.connect(self._on_account_asked)
        return screen

    def _make_drafts(self) -> QWidget:
        from tpns_desktop.ui.screens.drafts.screen import DraftsScreen

        screen = DraftsScreen(self._session)
        screen.draft_chosen.connect(self._on_draft_chosen)
        screen.template_chosen.connect(self.begin_with)
        screen.renamed.connect(self._on_draft_renamed)
        screen.new_push_asked.connect(self.new_push)
        return screen

    def _make_sent(self) -> QWidget:
        from tpns_desktop.ui.screens.sent.screen import SentScreen

        screen = SentScreen(self._session)
        screen.batch_chosen.connect(self.show_batch)
        screen.again_asked.connect(self.send_again)
        screen.new_push_asked.connect(self.new_push)
        screen.mend_asked.connect(self.show_mending)
        screen.moved.connect(self._on_moved)
        screen.draft_asked.connect(self._on_draft_chosen)
        return screen

    def _make_plans(self) -> QWidget:
        from tpns_desktop.ui.screens.plans.screen import PlansScreen

        screen = PlansScreen(self._session)
        screen.push_asked.connect(self.push_in_plan)
        screen.batch_chosen.connect(self.show_batch)
        screen.book_changed.connect(self._on_plans_changed)
        return screen

    def _make_lists(self) -> QWidget:
        from tpns_desktop.ui.screens.books.screen import BooksScreen
        from tpns_desktop.ui.screens.lists.screen import ListsScreen

        lists = ListsScreen(self._session)
        lists.push_asked.connect(self.push_to_list)
        books = BooksScreen(self._session, lists)
        books.phone_asked.connect(self.show_phone)
        return books

    def _make_phone(self) -> QWidget:
        from tpns_desktop.ui.screens.books.phone_screen import PhoneScreen

        screen = PhoneScreen(self._session)
        screen.batch_asked.connect(self.show_batch)
        screen.back_asked.connect(self.show_devices)
        return screen

    def _make_settings(self) -> QWidget:
        from tpns_desktop.ui.screens.settings.screen import SettingsScreen
        from tpns_desktop.ui.worlds import Worlds

        screen = SettingsScreen(self._session, self._languages.current)
        screen.language_chosen.connect(self.choose_language)
        screen.look_chosen.connect(self.choose_look)
        screen.connect_asked.connect(self.connect_app)
        screen.change_asked.connect(self.change_app)
        screen.remove_asked.connect(self.removal.ask)
        screen.connect_chat_asked.connect(self.chat.connect_app)
        screen.change_chat_asked.connect(self.chat.change)
        screen.remove_chat_asked.connect(self.chat.removal.ask)
        screen.speak_asked.connect(self.chat.speak)
        screen.chat_setup_asked.connect(self.chat.show_setup)
        screen.report_asked.connect(self.reporting.ask)
        screen.books_changed.connect(self._on_books_changed)
        screen.silent_changed.connect(self._on_silent_changed)
        screen.sms_setup_asked.connect(self.show_sms_setup)
        screen.pace_chosen.connect(self._on_pace_chosen)
        self._worlds = Worlds(
            self._window, self._session, self._practice, screen.practice_card.worlds
        )
        self._worlds.begun.connect(self.practise)
        self._worlds.pace_told.connect(screen.practice_card.retranslate)
        self.guide.add_to(screen.cards, _SETTINGS_TOPICS)
        screen.set_apps(self._apps)
        screen.set_chat_apps(self.chat.apps)
        return screen

    def _make_review(self) -> QWidget:
        from tpns_desktop.ui.screens.review.screen import ReviewScreen

        screen = ReviewScreen(self._session)
        screen.change_asked.connect(self._on_change_asked)
        screen.back_asked.connect(self._on_back_asked)
        screen.confirmed.connect(self._on_confirmed)
        screen.batch_asked.connect(self.show_batch)
        screen.test_asked.connect(self._on_test_asked)
        screen.practice_asked.connect(self._on_practice_asked)
        return screen

    def _make_result(self) -> QWidget:
        from tpns_desktop.ui.screens.results.screen import ResultScreen

        screen = ResultScreen(self._session)
        screen.back_to_draft_asked.connect(self._open_draft)
        screen.mend.draft_ready.connect(self._on_draft_chosen)
        screen.again_asked.connect(self.send_again)
        screen.new_push_asked.connect(self._on_new_push_asked)
        screen.phone_asked.connect(self._on_phone_asked)
        screen.setup_asked.connect(self.chat.show_setup)
        return screen

    def _make_sms_setup(self) -> QWidget:
        from tpns_desktop.ui.screens.sms_setup.screen import SetupScreen

        screen = SetupScreen(self._session)
        screen.back_asked.connect(self._on_setup_left)
        screen.account_asked.connect(self._on_account_asked)
        return screen

    @Slot()
    def show_sms_setup(self) -> None:
        """Show what must be ready before a text can follow a push."""
        self._window.show_screen("sms_setup")

    @Slot()
    def _on_setup_left(self) -> None:
        self._window.show_screen("compose")

    @Slot()
    def _on_account_asked(self) -> None:
        self._window.show_screen("settings")
        cast("SettingsScreen", self._window.screen_widget("settings")).enter_section("texts")

    @property
    def compose(self) -> ComposeScreen:
        """The Compose screen."""
        return cast("ComposeScreen", self._window.screen_widget("compose"))

    # Opening

    @Slot()
    def _on_opened(self) -> None:
        desk = self._desk()
        self.notices.tell(desk.notes)
        if self.opening.shown:
            self._window.show_frame(self._known_before())
            self._show_first()
        self._session.run(_all_apps(desk), self, self._on_apps_at_start)
        if self._wanted == "practise":
            self.practise()
        elif self._wanted == "connect":
            self.connect_app()
        elif self._wanted == "connect_chat":
            self._on_connect_chat_chosen()

    def _on_apps_at_start(self, found: tuple[Sequence[App], Sequence[ChatApp]]) -> None:
        apps, chat_apps = found
        self._set_apps(apps)
        self.chat.take(chat_apps)
        alone = all(app.practice for app in apps) and not self._session.settings.last_app
        if alone and not self._wanted and self.chat.enter():
            return
        last = next((a for a in apps if a.id == self._session.settings.last_app), None)
        if last is None and apps and not self._wanted:
            # Another history than the one that was worked with last. Practice, if it has it:
            # where nobody has chosen, nothing is to reach real people.
            last = next((a for a in apps if a.practice), apps[-1])
            self._window.show_frame(True)
            self._window.show_screen("compose")
            self.notices.tell_other_app(last)
        if last is None and not self._wanted and self.chat.enter():
            return
        if last is None:
            if any(note.kind == "restored" for note in self._desk().notes):
                self.notices.tell_no_apps()
            if self._window.current_screen in ("compose", "chat") and not self._wanted:
                self._show_welcome()
            return
        self._open_app(last)

    # Apps

    @Slot()
    def practise(self) -> None:
        """Start the practice service and open its app."""
        self._wanted = "practise"
        if self._session.desk is None:
            return
        self._choices += 1
        self._window.set_status(self.tr("Starting the practice service…"))
        self._session.run(
            self._practice.open(self._session.desk),
            self,
            partial(self._on_practice_opened, self._choices),
            partial(self._on_practice_failed, self._choices),
        )

    def _on_practice_opened(self, choice: int, app: App) -> None:
        first_time = not self._session.settings.last_app
        self._wanted = ""
        self._window.set_status("")
        if choice != self._choices:
            # It took its time, and another app was chosen since: the later choice stands.
            self._session.run(self._desk().apps(), self, self._set_apps)
            return
        self._window.set_connection(True)
        self._session.choose_app(app)
        info = self._practice.info
        if info is not None:
            self.compose.set_examples(
                list(info.accounts), {k: list(v) for k, v in info.tokens.items()}, list(info.tags)
            )
        self._session.run(self._desk().apps(), self, self._set_apps)
        if first_time:
            from tpns_desktop.ui.example import example_draft

            self.compose.start_new(example_draft())
        self._leave_welcome()

    @Slot(float)
    def _on_pace_chosen(self, pace: float) -> None:
        self._session.run(self._practice.set_pace(pace), self)

    def _on_practice_failed(self, choice: int, error: BaseException) -> None:
        self._wanted = ""
        self._window.set_status("")
        if choice == self._choices:
            self._window.set_connection(False)
        self._window.add_banner(partial(self._practice_failed_words, error), "danger")

    def _practice_failed_words(self, error: BaseException) -> str:
        if isinstance(error, StoreError):  # the service runs; its app could not be written down
            trouble = trouble_words("full" if isinstance(error, DiskFull) else "read_only")
            return self.tr("Practice could not be opened. {0}").format(
                f"{trouble.happened} {trouble.to_do}"
                if isinstance(error, (DiskFull, ReadOnly))
                else self.tr("The data on this computer could not be read or written.")
            )
        return self.tr("The practice service did not start. Close the program and open it again.")

    @Slot()
    def connect_app(self) -> None:
        """Open the page *Connect my app*."""
        self._wanted = "connect"
        if self._session.desk is None:
            return
        self._wanted = ""
        self._open_connect_dialog(None)

    @Slot()
    def _on_connect_chat_chosen(self) -> None:
        self._wanted = "connect_chat" if self._session.desk is None else ""
        self.chat.connect_app()

    @Slot(object)
    def change_app(self, app: App, _checked: bool = False) -> None:
        """Open the same page for an app that is connected already."""
        self._open_connect_dialog(app)

    @Slot()
    def _on_app_page_asked(self) -> None:
        if self._session.app is not None:
            self.change_app(self._session.app)

    def _open_connect_dialog(self, app: App | None) -> None:
        from tpns_desktop.ui.screens.apps.connect_dialog import ConnectDialog

        dialog = ConnectDialog(self._session, self._window, app)
        dialog.connected.connect(partial(self._on_connected, app))
        dialog.finished.connect(self._on_connect_closed)
        self._dialog = dialog
        dialog.open()

    @Slot()
    def _on_connect_closed(self) -> None:
        # A test of the connection may have shown how far the clocks are apart.
        if self._window.has_screen("compose"):
            self.compose.read_again()

    def _on_connected(self, changed: App | None, saved: AppSaved) -> None:
        self.keys.close()
        if saved.secret_place == "memory":
            self.keys.tell_memory(self._desk().secret_reason)
        if saved.keys_left:
            self._window.add_banner(
                self.tr(
                    "A key that {0} needs no more may still be in this computer's password store. "
                    "Remove it there."
                ).format(saved.app.name)
            )
        self._session.run(self._desk().apps(), self, self._set_apps)
        chosen = self._session.app
        if changed is not None and chosen is not None and changed.id != chosen.id:
            return  # to mend one app is not to leave the other
        self._choices += 1
        self._window.set_connection(None)
        self._session.choose_app(saved.app)
        self._leave_welcome()

    @Slot(str)
    def _on_app_chosen(self, app_id: str) -> None:
        app = next((a for a in self._apps if a.id == app_id), None)
        if app is not None:
            self._open_app(app)

    def _open_app(self, app: App) -> None:
        if app.practice:
            self.practise()
            return
        self._choices += 1
        self._window.set_connection(None)
        self._session.choose_app(app)
        self.keys.look(app)

    @Slot()
    def _read_apps(self) -> None:
        self._session.run(self._desk().apps(), self, self._set_apps)

    def _set_apps(self, apps: Sequence[App]) -> None:
        self._apps = apps
        self._window.set_apps(apps)
        self.chat.set_others(apps)
        self._show_key_place()
        if self._window.has_screen("settings"):
            cast("SettingsScreen", self._window.screen_widget("settings")).set_apps(apps)
        self._session.apps_changed.emit()

    @Slot(object)
    def _on_app_changed(self, app: App | None) -> None:
        if app is None or app.practice:
            self.keys.close()
        self._show_key_place()

    @Slot(object)
    def _on_removed(self, app: App) -> None:
        self._read_apps()
        if self._session.app is not None and self._session.app.id == app.id:
            self._session.choose_app(None)
            if not self.chat.enter():
                self._show_welcome()

    @Slot()
    def _leave_practice(self) -> None:
        """To the real app that was connected last, or to Chat alone."""
        real = [app for app in self._apps if not app.practice]
        if real:
            self._window.show_frame(True)
            self._open_app(real[-1])
        else:
            self.chat.enter()

    def _show_key_place(self) -> None:
        """Say where the keys of the chosen app are, by the newest that is known of it."""
        chosen = self._session.app
        newest = next((a for a in self._apps if chosen is not None and a.id == chosen.id), chosen)
        # Where a key was in an earlier run says nothing while it is not at hand.
        self._window.set_key_place(None if self.keys.missing else newest)

    @Slot(bool)
    def _on_silent_changed(self, offered: bool) -> None:
        if self._window.has_screen("compose"):
            self.compose.message.offer_silent(offered)

    @Slot()
    def _on_books_changed(self) -> None:
        """What the screens show of drafts, plans and history is read anew."""
        self._session.batch_changed.emit("")
        if self._window.has_screen("compose"):
            self.compose.read_again()

    # Language and look

    @Slot(str)
    def choose_language(self, language: str) -> None:
        """Speak another language at once, and from the next start on."""
        self._session.settings.language = language
        self._session.save_settings()
        self._languages.apply(language)

    @Slot(str)
    def choose_look(self, look: str) -> None:
        """Take another look at once, and from the next start on."""
        self._session.settings.look = look
        self._session.save_settings()
        self._theme.apply(look)

    # From screen to screen

    @Slot()
    def new_push(self) -> None:
        """An empty Compose."""
        self.compose.start_new()
        self._window.show_screen("compose")

    @Slot()
    def _on_new_push_asked(self) -> None:
        """Another push of the kind that the result is about."""
        if self._window.place_of("result") == "chat":
            self.chat.screen.start_new()
            self._window.show_screen("chat")
        else:
            self.new_push()

    @Slot(object)
    def begin_with(self, draft: dict[str, Any]) -> None:
        """Compose with a new draft that says what `draft` says."""
        self.compose.start_new(draft)
        self._window.show_screen("compose")

    @Slot(str)
    def send_again(self, batch_id: str) -> None:
        """Compose, or Chat, with a copy of a sent push: a new draft for the chosen app."""
        self._session.run(self._desk().batch(batch_id), self, self._send_again)

    def _send_again(self, batch: Batch | None) -> None:
        app = self._session.app
        if batch is not None and _is_chat(batch):
            self.chat.send_again(batch.id)
        elif batch is not None and app is not None:
            self._session.run(
                self._desk().again(batch.id, app.id), self, partial(self._on_again, app.id)
            )

    def _on_again(self, app_id: str, again: Again | None) -> None:
        if again is None or self._session.app is None or self._session.app.id != app_id:
            return
        self.begin_with(again.draft)
        self._window.add_banner(partial(again_words, again, self._session.app.name), "accent")

    @Slot(str, str)
    def _on_draft_renamed(self, draft_id: str, name: str) -> None:
        if self._window.has_screen("compose"):
            self.compose.rename(draft_id, name)

    @Slot(object)
    def _on_moved(self, row: DraftRow) -> None:
        """Review a push at its new time; the old one is surely cancelled."""
        self._on_draft_chosen(row)
        app = self._session.app
        if app is not None and app.id == row.app_id:
            review = self._desk().review(app.id, row.id, row.data)
            self._session.run(review, self, self._on_review_ready)

    @Slot(object)
    def push_to_list(self, row: ListRow) -> None:
        """Compose with this list chosen."""
        from tpns_desktop.model.draft import empty_draft

        draft = empty_draft()
        chosen = {"list_id": row.id, "account_type": str(row.account_type)}
        draft["audience"] |= {"kind": "file", "file": {**draft["audience"]["file"], **chosen}}
        self.compose.start_new(draft)
        self._window.show_screen("compose")

    @Slot(str)
    def push_in_plan(self, plan_id: str) -> None:
        """Compose with this plan chosen ("": the default plan); the draft at hand is kept."""
        from tpns_desktop.model.draft import empty_draft

        self.begin_with(empty_draft() | {"plan": plan_id or None})

    @Slot()
    def _on_plans_changed(self) -> None:
        if self._window.has_screen("compose"):
            self.compose.read_again()

    @Slot()
    def show_devices(self) -> None:
        """The book of test devices."""
        self._window.show_screen("lists")
        cast("BooksScreen", self._window.screen_widget("lists")).show_tab("devices")

    @Slot(object)
    def show_phone(self, device: Device | None, batch: Batch | None = None) -> None:
        """Why a phone did not get a push: this device of the book, or one to be said."""
        phone = cast("PhoneScreen", self._window.screen_widget("phone"))
        self._window.show_screen("phone")
        phone.begin(device, batch)

    @Slot(object)
    def _on_phone_asked(self, batch: Batch) -> None:
        self.show_phone(None, batch)

    @Slot(str)
    def show_batch(self, batch_id: str, _checked: bool = False) -> None:
        """The result of one push."""
        cast("ResultScreen", self._window.screen_widget("result")).show_batch(batch_id)
        self._session.run(self._desk().batch(batch_id), self, self._place_result)
        self._window.show_screen("result")

    def _place_result(self, batch: Batch | None) -> None:
        if batch is not None:
            self._window.set_place("result", "chat" if _is_chat(batch) else "sent")

    @Slot(str)
    def show_mending(self, batch_id: str) -> None:
        """The result of one push, where it says what can still be done about it."""
        self.show_batch(batch_id)
        cast("ResultScreen", self._window.screen_widget("result")).mend.lead(batch_id)

    @Slot(str)
    def _on_sent_asked(self, state: str) -> None:
        self._window.show_screen("sent")
        sent = cast("SentScreen", self._window.screen_widget("sent"))
        sent.unsettled.setChecked(state == "unknown")

    @Slot(object)
    def _on_review_ready(self, review: Review) -> None:
        self.notices.tell_room()  # a review is written down first
        self._window.set_place("review", "chat" if review.chat is not None else "compose")
        cast("ReviewScreen", self._window.screen_widget("review")).show_review(review)
        self._window.show_screen("review")

    @Slot(object)
    def _on_test_asked(self, review: Review) -> None:
        from tpns_desktop.ui.screens.compose.test_dialog import SendTestDialog

        app = self._session.app
        if app is None or app.id != review.app_id:
            return
        dialog = SendTestDialog(
            self._session, app, review.draft_id, review.examination.draft, self._window
        )
        screen = cast("ReviewScreen", self._window.screen_widget("review"))
        dialog.tested.connect(screen.refresh)
        dialog.finished.connect(screen.refresh)
        self._dialog = dialog
        dialog.open()

    @Slot()
    def _on_practice_asked(self) -> None:
        screen = cast("ReviewScreen", self._window.screen_widget("review"))
        self._session.run(
            self._practice.open(self._desk()),
            self,
            self._on_practice_for_rehearsal,
            screen.rehearsal_failed,
        )

    def _on_practice_for_rehearsal(self, _app: App) -> None:
        self._read_apps()
        cast("ReviewScreen", self._window.screen_widget("review")).rehearse()

    @Slot(str)
    def _on_change_asked(self, step: str) -> None:
        if self._window.place_of("review") == "chat":
            self.chat.change_push(step)
            return
        self._window.show_screen("compose")
        self.compose.show_card(step)

    @Slot()
    def _on_back_asked(self) -> None:
        self._window.show_screen(self._window.place_of("review"))

    @Slot(str)
    def _on_confirmed(self, batch_id: str) -> None:
        chat = self._window.place_of("review") == "chat"
        if chat:
            self._window.set_place("result", "chat")
        self.bad_days.await_end(batch_id)
        self.lesson.await_end(batch_id)
        self.show_batch(batch_id)
        if chat:
            self.chat.screen.start_new()
        else:
            self.compose.start_new()

    @Slot(object)
    def _on_draft_chosen(self, row: DraftRow) -> None:
        self.compose.open_draft(row)
        self._window.show_screen("compose")

    @Slot(str)
    def _open_draft(self, draft_id: str) -> None:
        self._session.run(_found_draft(self._desk(), draft_id), self, self._on_draft_found)

    def _on_draft_found(self, found: tuple[DraftRow | None, bool]) -> None:
        row, chat = found
        if row is not None and chat:
            self.chat.open_draft(row)
            return
        if row is None:
            self._window.add_banner(
                self.tr(
                    "The draft of this push was removed. Its title and text stand on this page to "
                    "be copied."
                )
            )
            return
        self._on_draft_chosen(row)

    @Slot(str)
    def _on_screen_shown(self, key: str) -> None:
        if key == "sent":
            # As from the page of a push of ours, *Sent* leads to the list.
            cast("SentScreen", self._window.screen_widget("sent")).show_all()
        if key not in ("welcome", "storage"):
            self._window.show_frame(True)

    @Slot(str, object)
    def _on_failed(self, what: str, error: BaseException) -> None:
        if what == "save_settings":
            self.notices.tell_settings()
            return
        full = getattr(error, "code", None) == "disk_full"
        if full or what == "save_draft":
            self.notices.tell_unsaved(full=full)

    def _leave_welcome(self) -> None:
        if self._window.current_screen == "welcome":
            self._window.show_screen("compose")

    def _desk(self) -> Desk:
        desk = self._session.desk
        assert desk is not None  # every caller is reached only after the core was opened
        return desk


async def _all_apps(desk: Desk) -> tuple[list[App], list[ChatApp]]:
    return await desk.apps(), await desk.chat.apps()


async def _found_draft(desk: Desk, draft_id: str) -> tuple[DraftRow | None, bool]:
    """A draft, and whether it is one of Chat."""
    row = await desk.draft(draft_id)
    return (row, False) if row is not None else (await desk.chat.draft(draft_id), True)


def _is_chat(batch: Batch) -> bool:
    return batch.rows[0].platform == "chat"
