"""The page of a Chat app's users: empty, a file, a question, at work, done but for some, paused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.screens.shots import Studio
    from tests.ui.driving import PracticeHere

_USERS = 900
_SLOW_USERS = 4000


def chat_users(studio: Studio, home: Path, practice: PracticeHere) -> None:
    """Tagging from a file, what came of it, names of attributes, and a job that was cut off."""
    from PySide6.QtCore import Qt

    from tpns_desktop.send.chat_job_kinds import ChatJob, Pasted
    from tpns_desktop.ui.screens.chat.users_page import ChatUsersPage

    users = [f"user{number + 1:06d}" for number in range(_SLOW_USERS)]
    for number in (3, 77, 150):
        practice.world.chat.people.set_tags(number, {f"tag{n}" for n in range(100)})
    file = home / "VIP.csv"
    rows = "".join(
        f"gold,{user}\n" for user in (*users[:_USERS], "nobody1", "nobody2", *users[:40])
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"membership,account\n{rows}", "utf-8")
    with studio.program(home, practice) as driver:
        driver.practise()
        driver.click("rail.chat")
        driver.segment("chat.tabs", "users")
        driver.wait_until(lambda: driver.sees("users.go"))
        studio.take(driver, "chat-users-empty")
        (page,) = driver.program.window.findChildren(ChatUsersPage)
        page.names.read.click()
        driver.wait_until(page.names.change.isEnabled)
        driver.segment("users.source", "file")
        page.work.tags.set_values(["stock A", "双十一预热会员专享超长标签名字示例"])
        page.work.tags.edited.emit()
        page.work.choose_file(file)
        driver.wait_until(lambda: driver.sees("users.column"))
        studio.take(driver, "chat-users-file")
        page.work.tags.set_values(["stock A", "vip"])
        page.work.tags.edited.emit()
        driver.click("users.go")
        driver.wait_until(lambda: driver.window is not driver.program.window)
        driver.wait_until(driver.find("users.begin.do").isEnabled)
        studio.take(driver, "chat-users-begin")
        driver.click("users.begin.do")
        driver.wait_until(
            lambda: (
                [seen.row.state for seen in page.jobs.model.rows()] == ["done"]
                and page.jobs.said.text().count("\n") == 2
            )
        )
        page.area.ensureWidgetVisible(page.jobs.buttons, 0, 60)
        studio.take(driver, "chat-users-done")
        driver.click("users.jobs.open")
        driver.wait_until(lambda: driver.sees("users.report.table"))
        studio.take(driver, "chat-users-report")
        driver.press(Qt.Key.Key_Escape)
        page.names.change.click()
        driver.wait_until(lambda: driver.sees("users.names_dialog.1"))
        driver.replace("users.names_dialog.1", "Town")
        studio.take(driver, "chat-users-names")
        driver.press(Qt.Key.Key_Escape)
        desk, app = driver.program.session.desk, driver.program.session.chat_app
        assert desk is not None
        assert app is not None
        slow = ChatJob("add_tags", Pasted("\n".join(users)), tags=("news",), calls_per_s=2)
        job_id = driver.ask(desk.chat.people.start_job(app.id, slow))
        page.jobs.choose(job_id)
        driver.wait_until(lambda: "·" in page.jobs.progress.text())
        studio.take(driver, "chat-users-running")
        driver.ask(desk.chat.people.use(None))
        driver.wait_until(lambda: driver.sees("users.waiting"))
        page.area.verticalScrollBar().setValue(0)
        studio.take(driver, "chat-users-paused")
