"""Ways to the Review page of a Chat push that are shorter than typing it; pictures use them too."""

from __future__ import annotations

from typing import Any

from tests.ui.driving import Driver
from tpns_desktop.model.chat_draft import empty_chat_draft


def speak(driver: Driver, dialect: str) -> None:
    """Let the practice Chat app use this generation of the service."""
    session = driver.program.session
    driver.wait_until(lambda: session.chat_app is not None)
    assert session.desk is not None
    assert session.chat_app is not None
    spoken: Any = dialect
    changed = driver.ask(session.desk.chat.speak(session.chat_app.id, spoken))
    assert changed is not None
    session.choose_chat_app(changed)


def to_review(driver: Driver, **changes: dict[str, Any]) -> None:
    """Let the program freeze a push and put it on the Review page, as the Chat page does."""
    data = empty_chat_draft()
    data["audience"]["kind"] = "all"
    data["message"]["sender"] = "administrator"
    data["message"]["elements"] = [{"kind": "text", "text": "The sale opens tonight"}]
    data["notification"].update(title="Preview sale", text="Tonight at 20:00")
    for name, values in changes.items():
        data[name].update(values)
    session = driver.program.session
    assert session.desk is not None
    assert session.chat_app is not None
    review = driver.ask(session.desk.chat.review(session.chat_app.id, None, data))
    assert review.rows, review.examination.findings
    driver.program.navigator.chat.review_ready.emit(review)
    driver.until_screen("review")
