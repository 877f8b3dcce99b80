"""A push to users of a Chat app while it is written: each card, each preview, drafts, gaps."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.screens.shots import Studio
    from tests.ui.driving import PracticeHere

HOST = "https://cdn.example.com"
ELEMENTS: tuple[tuple[str, dict[str, str]], ...] = (
    ("image", {"url": f"{HOST}/a.png", "uuid": "a1", "width": "800", "height": "600"}),
    ("file", {"url": f"{HOST}/m.pdf", "uuid": "a2", "name": "menu.pdf", "size": "123456"}),
    ("sound", {"url": f"{HOST}/m.mp3", "uuid": "a3", "seconds": "12"}),
    ("location", {"description": "Civic Center", "latitude": "22.54", "longitude": "114.05"}),
    ("face", {"index": "3", "data": "smile"}),
    ("custom", {"data": '{"page":"sale"}'}),
    (
        "video",
        {
            "url": f"{HOST}/m.mp4",
            "uuid": "a4",
            "seconds": "30",
            "thumb_url": f"{HOST}/t.jpg",
            "thumb_uuid": "a5",
            "thumb_width": "320",
            "thumb_height": "180",
        },
    ),
)


def chat_push(studio: Studio, home: Path, practice: PracticeHere) -> None:
    """The three examples, every kind of element, the notification, and what is missing."""
    from PySide6.QtWidgets import QApplication

    from tpns_desktop.model.chat_draft import empty_chat_draft, new_element
    from tpns_desktop.ui.screens.chat.examples import EXAMPLES, example_draft

    with studio.program(home, practice) as driver:
        driver.practise()
        driver.wait_until(lambda: driver.program.session.chat_app is not None)
        driver.click("rail.chat")
        screen: Any = driver.program.window.screen_widget("chat")

        def begin(draft: dict[str, Any]) -> None:
            screen.start_new(draft)
            screen.keeper.save()
            driver.wait_until(lambda: screen.settled)
            screen.sides.form.verticalScrollBar().setValue(0)

        begin(empty_chat_draft())
        studio.take(driver, "chat-empty")
        for name in EXAMPLES:
            begin(example_draft(name))
            studio.take(driver, f"chat-{name}")
        draft = example_draft("tags")
        draft["message"]["elements"] += [new_element(kind) | said for kind, said in ELEMENTS]
        draft["notification"]["title"] = studio.title * 3
        begin(draft)
        screen.sides.form.ensureWidgetVisible(screen.what.elements.parts[1], 0, 200)
        studio.take(driver, "chat-elements")
        screen.notification.more.set_open(True)
        screen.notification.options.groups["vendor.oppo"].set_open(True)
        screen.show_card("notification")
        screen.preview.show_phone("meizu")
        studio.take(driver, "chat-notification")
        screen.preview.setCurrentWidget(screen.preview.json)
        studio.take(driver, "chat-json")
        draft["message"]["elements"][1]["uuid"] = ""
        draft["audience"]["tags"]["all"] = ["stock A"]
        begin(draft)
        driver.click("bottom.review")
        studio.take(driver, "chat-gaps")
        driver.click("chat.drafts")
        dialog: Any = QApplication.activeModalWidget()
        driver.wait_until(lambda: dialog.list.count() > 0)
        studio.take(driver, "chat-drafts")
        dialog.reject()
