"""The cloud account in a day with the program: typed, refused, shown, tried, and repeated back."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final

import httpx
from PySide6.QtWidgets import QLineEdit

from tests.secrets.surfaces import emptied, undone
from tpns_desktop.client.sms import SmsClient
from tpns_desktop.client.sms_points import SmsPoint
from tpns_desktop.model.secret import Secret
from tpns_desktop.send.sms_desk import CloudForm, SmsFailed

if TYPE_CHECKING:
    from tests.secrets.canary_scene import Day

SECRETS: Final = {
    "SecretId of the cloud": 'AKID&c"l0ud<id>/+%3e4r5t6y7u8i9oP',
    "SecretKey of the cloud": "cl0ud+KEY'\\/<&>%z1x2c3v4b5n6m7Q8",
    "SecretKey of the cloud, refused": "r3fused/cl0ud+k3y&%9a8s7d6f5g4hJ",
}
_REFUSED: Final = "SecretKey of the cloud, refused"


class Cloud:
    """Plays the SMS service; repeats in its answers what it was told."""

    def __init__(self) -> None:
        self.signs: list[str] = []
        self.requests: list[bytes] = []
        self.way = "refuse"
        """How it answers: "refuse" with an error, "break" off, send "page" of something else."""

    def client(
        self, point: SmsPoint, region: str, secret_id: Secret, secret_key: Secret
    ) -> SmsClient:
        transport = None if point.practice else httpx.MockTransport(self._handle)
        return SmsClient(point, region, secret_id, secret_key, transport=transport)

    def _handle(self, request: httpx.Request) -> httpx.Response:
        told = request.headers["Authorization"]
        self.signs.append(told.rpartition("=")[2])
        self.requests.append(str(request.url).encode() + b"\n" + request.content)
        if self.way == "break":
            raise httpx.ReadError(f"cut {dict(request.headers)}")
        if self.way == "page":
            return httpx.Response(502, content=f"<{dict(request.headers)}>".encode())
        error = {"Code": "AuthFailure.SignatureFailure", "Message": f"bad {told}"}
        content = json.dumps({"Response": {"Error": error, "RequestId": told}})
        return httpx.Response(200, content=content.encode())


def live_through(day: Day) -> None:
    """Type the account's keys in Settings and let everything fail that can."""
    driver, names = day.driver, list(SECRETS)
    driver.click("rail.settings")
    driver.program.window.screen_widget("settings").enter_section("texts")  # type: ignore[attr-defined]
    driver.click("settings.cloud.change")
    fields = [driver.find_as(QLineEdit, f"cloud.{key}") for key in ("secret_id", "secret_key")]
    for field in fields:
        driver.write(field, SECRETS[_REFUSED])
        day.pry(field)
    driver.write(fields[1], " x")
    driver.click("cloud.save")
    driver.wait_until(lambda: driver.find("cloud.save").isEnabled())
    day.screen.look()
    for field, name in zip(fields, names, strict=False):
        emptied(field)
        day.screen.note("undo", undone(field))
        emptied(field)
        driver.write(field, SECRETS[name])
        day.pry(field)
    for way in ("refuse", "break", "page"):
        day.cloud.way = way
        driver.click("cloud.test")
        driver.wait_until(lambda: driver.find("cloud.test").isEnabled())
        day.screen.look()
    window: Any = driver.program.window
    dialog = driver.window
    driver.click("cloud.save")
    driver.wait_until(lambda: driver.window is not dialog)
    driver.wait_until(lambda: driver.sees("settings.cloud.test"))
    driver.click("settings.cloud.test")
    driver.wait_until(lambda: driver.find("settings.cloud.test").isEnabled())
    day.screen.look()
    window.show_screen("sms_setup")
    driver.until_screen("sms_setup")
    driver.wait_until(lambda: driver.find("sms_setup.read").isEnabled())
    driver.click("sms_setup.read")
    driver.wait_until(lambda: driver.find("sms_setup.read").isEnabled())
    day.screen.look()
    day.driver.ask(_asked(day))
    window.show_screen("compose")
    assert len(day.cloud.signs) >= 4


async def _asked(day: Day) -> None:
    desk = day.desk
    form = CloudForm(
        "china",
        "ap-guangzhou",
        Secret(SECRETS["SecretId of the cloud"]),
        Secret(SECRETS["SecretKey of the cloud"]),
    )
    day.objects += [form, await desk.sms.account(), await desk.sms.save_account(form)]
    for way in ("refuse", "break", "page"):
        day.cloud.way = way
        await day.caught(desk.sms.number_info(None, ["+8613711112222"]))
        day.objects += [await desk.sms.test_account(form), await desk.sms.refresh_book(None)]
        day.objects.append(await desk.sms.balance(None, "1400006666"))
    assert all(isinstance(error, SmsFailed) for error in day.errors[-3:])
    broken = CloudForm("china", "ap-guangzhou", form.secret_id, Secret(SECRETS[_REFUSED] + "\nx"))
    day.objects.append(broken)
    await day.caught(desk.sms.save_account(broken))


async def practised(day: Day, app_id: str) -> None:
    """Practice's own account, over real sockets."""
    desk = day.desk
    day.objects += [await desk.sms.account(app_id), await desk.sms.refresh_book(app_id)]
    day.objects.append(await desk.sms.number_info(app_id, ["+8613711112222"]))
