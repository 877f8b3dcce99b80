"""A day with the program and keys that can be recognised anywhere, in a process of its own.

    python -m tests.secrets.canary_scene FOLDER

Connects an app by hand, practises, sends over sockets and through a proxy that repeats what it was
told, and makes everything fail that can. Then it writes into FOLDER what could be seen at each
surface, in `seen/`, and the same again after a text was planted there, in `planted/`. It looks for
nothing itself. `surfaces.json` has the surfaces' names, `secrets.json` all secrets there were.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import faulthandler
import json
import logging
import os
import socket
import sys
import threading
import traceback
import warnings
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.secrets import canary_chat, canary_cloud
from tests.secrets.surfaces import (
    Heard,
    Screen,
    Surface,
    emptied,
    error_surfaces,
    file_surface,
    lines,
    object_surfaces,
    screen_surfaces,
    undone,
    unzipped,
)
from tests.store.keyrings import MemoryKeyring, RaisingKeyring
from tests.ui.driving import Driver, LiveHere, wait_until
from tpns_desktop.app import Program, lock_of
from tpns_desktop.client import AccessPoint, Secret, TpnsClient
from tpns_desktop.client.endpoints import access_point
from tpns_desktop.client.network import Network
from tpns_desktop.model.push import parse_push
from tpns_desktop.paths import find_paths
from tpns_desktop.practice.population import Population
from tpns_desktop.practice.process import PracticeProcess
from tpns_desktop.practice.rules import Rules
from tpns_desktop.practice.service import PracticeService
from tpns_desktop.practice.state import Credentials, World
from tpns_desktop.send.connect import AppForm
from tpns_desktop.send.core import open_core
from tpns_desktop.send.desk import Note
from tpns_desktop.send.key_pair import KeyPair
from tpns_desktop.send.network import NetworkForm
from tpns_desktop.send.practice_app import PracticeInfo
from tpns_desktop.store import backups
from tpns_desktop.store.log import CRASH_FILE_NAME, ProgramLog, no_core_dumps
from tpns_desktop.store.secrets import SecretStore
from tpns_desktop.store.settings import Settings

SECRETS = {
    "Secret Key, Android": 'A1&dr"id<k>/+%Q7w8e9r0t1y2u3Z',
    "Secret Key, iOS": "i5+OS'key\\/<&>%m4n3b2v1c0x9z8L",
    "Secret Key, typed and refused": "R3fu/sed k3y+with&gap=7h6g5f4d",
    "Secret Key, replaced": "0ld&ReplaCed/key+2w3e4r5t6y7uW",
    "proxy password": "Pr0xy:pa55/w&rd@+%j8k7l6h5g4fT",
    "practice key, Android": "",
    "practice key, iOS": "",
    "practice SecretId": "",
    "practice SecretKey": "",
    **canary_cloud.SECRETS,
    **canary_chat.SECRETS,
    **canary_chat.SECRETS_OF_PRACTICE,
}
"""Every secret that a person types or the program is given. Later kinds of keys (the token of a
team's database) are added here, and typed in `Day`. Those of
practice are made up by its service; what is made from secrets comes from `derived`."""

CONTROL = "cOntrol4x7k2m9q5w8z1v6"
"""What is planted; no secret."""

ACCESS_IDS = {"android": "1500099001", "ios": "1600099001"}
ACCOUNT = "user_0001"


def derived(secrets: dict[str, str], signs: list[str]) -> dict[str, str]:
    """What is made from secrets and is as good as one: log-ins of the Basic kind, signatures."""
    made = {}
    users = {
        "Secret Key, Android": ACCESS_IDS["android"],
        "Secret Key, iOS": ACCESS_IDS["ios"],
        "proxy password": "proxy-user",
    }
    for name, user in users.items():
        pair = f"{user}:{secrets[name]}"
        made[f"Basic log-in of {name}"] = base64.b64encode(pair.encode()).decode()
    for number, sign in enumerate(signs[:4]):
        made[f"signature {number + 1}"] = sign
    return made


class Live(LiveHere):
    """A live app's service; keeps what came in the headers."""

    def __init__(self) -> None:
        super().__init__()
        keys = {"android": "Secret Key, Android", "ios": "Secret Key, iOS"}
        self.world = World(
            Population(devices=500),
            Rules(limits=False),
            credentials={
                platform: Credentials(ACCESS_IDS[platform], SECRETS[name])
                for platform, name in keys.items()
            },  # type: ignore[arg-type]
        )
        self._service = PracticeService(self.world)
        self.signs: list[str] = []
        self.requests: list[bytes] = []

    async def handle(self, request: httpx.Request) -> httpx.Response:
        self.signs.append(request.headers["Sign"])
        self.requests.append(str(request.url).encode() + b"\n" + await request.aread())
        return await super().handle(request)


class RepeatingProxy:
    """A proxy on this machine that refuses, and repeats in its answer what it was told."""

    def __init__(self) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = self._listening.getsockname()[1]
        self.heard: list[bytes] = []
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            with contextlib.suppress(OSError):
                conn, _ = self._listening.accept()
                with conn:
                    told = conn.recv(65536)
                    self.heard.append(told)
                    said = told.split(b"Proxy-Authorization: ")[-1].split(b"\r\n")[0]
                    conn.sendall(
                        b"HTTP/1.1 407 refused " + said + b"\r\nX-Told: " + said
                        + b"\r\nSet-Cookie: told=" + said.replace(b" ", b"_")
                        + b"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    )  # fmt: skip


class PracticeChild:
    """The practice service as the program starts it, with its log kept."""

    def __init__(self, log: Path) -> None:
        self.log = log
        self._file = log.open("wb")
        self.process = PracticeProcess.start(PracticeInfo.from_line, devices=100, log=self._file)

    @property
    def info(self) -> PracticeInfo:
        return self.process.info

    async def open(self, desk: Any) -> Any:
        return await desk.use_practice(self.info)

    @property
    def worlds(self) -> None:
        """None are kept here."""

    def close(self) -> None:
        self.process.stop()
        self._file.close()


class Day:
    """One run of the program, from the first key to the last."""

    def __init__(self) -> None:
        self.app = QApplication(["canary", "-style", "fusion"])
        self.paths = find_paths()
        self.lock = lock_of(self.paths)
        settings = Settings.load(self.paths.settings_file)
        settings.language, settings.hold_s = "en", "0"
        settings.save()
        self.errors: list[BaseException] = []
        self.objects: list[object] = []
        self.screen = Screen()
        self.live = Live()
        self.cloud = canary_cloud.Cloud()
        self.chat = canary_chat.ChatHost(self)
        self.proxy = RepeatingProxy()
        self.keyring = MemoryKeyring()
        self.secrets = SecretStore(lambda: self.keyring)
        self.practice = PracticeChild(self.paths.log_dir / "practice.log")
        for platform, name in (("android", "Android"), ("ios", "iOS")):
            key = self.practice.info.keys[platform].secret_key
            SECRETS[f"practice key, {name}"] = key.reveal()
        account = self.practice.info.sms
        assert account is not None
        SECRETS["practice SecretId"] = account.secret_id.reveal()
        SECRETS["practice SecretKey"] = account.secret_key.reveal()
        chat = self.practice.info.chat
        assert chat is not None
        for name in canary_chat.SECRETS_OF_PRACTICE:
            canary_chat.SECRETS_OF_PRACTICE[name] = SECRETS[name] = chat.secret_key.reveal()
        self.records = Heard()
        self.wire_records = Heard()
        logging.getLogger().addHandler(self.records)
        self.log = ProgramLog(self.paths.log_dir)
        no_core_dumps()
        self.log.watch()
        logging.getLogger("tpns_desktop").setLevel(logging.DEBUG)
        self.program = Program(
            self.app,
            self.paths,
            core=self._core,
            practice=self.practice,
            log=self.log,  # type: ignore[arg-type]
        )
        self.driver = Driver(self.program)
        self.program.window.resize(1280, 860)
        self.program.show()
        wait_until(lambda: self.program.session.desk is not None)
        self.log.open()
        # Somebody is curious: everything is heard of whoever did not make itself quiet.
        logging.getLogger().setLevel(logging.DEBUG)
        logging.getLogger("tpns_desktop").setLevel(logging.DEBUG)
        for name in ("httpx", "httpcore"):
            logging.getLogger(name).addHandler(self.wire_records)

    async def _core(self, paths: Any, settings: Settings) -> Any:
        return await open_core(
            paths,
            settings,
            client=self._client,
            secrets=self.secrets,
            sms_client=self.cloud.client,
            chat_client=self.chat.client,
        )

    def _client(self, point: AccessPoint, access_id: str, key: Secret) -> TpnsClient:
        made = self.live.client(point, access_id, key)
        self.objects.append(made)
        return made

    @property
    def desk(self) -> Any:
        assert self.program.session.desk is not None
        return self.program.session.desk

    # ------------------------------------------------------------------------------ the steps

    def run(self) -> None:
        self.connect()
        self.send()
        canary_cloud.live_through(self)
        canary_chat.live_through(self)
        self.practise()
        self.through_the_proxy()
        self.fail_everywhere()
        self.break_down()
        self.keep()
        self.screen.look()

    def connect(self) -> None:
        """Keys typed, shown, refused, changed, saved; and every way tried to get them back."""
        driver = self.driver
        driver.click("welcome.connect")
        driver.write("connect.name", "Shop")
        driver.choose("connect.access_point", "guangzhou")
        for platform in ("android", "ios"):
            driver.click(f"connect.{platform}")
            driver.write(f"connect.{platform}.access_id", ACCESS_IDS[platform])
            driver.write(f"connect.{platform}.secret_key", SECRETS["Secret Key, typed and refused"])
            self.pry(driver.find_as(QLineEdit, f"connect.{platform}.secret_key"))
        driver.segment("connect.ios_environment", "product")
        driver.click("connect.save")
        driver.wait_until(lambda: driver.find("connect.save").isEnabled())
        self.screen.look()
        for key in ("Secret Key, replaced", ""):
            for platform, name in (("android", "Android"), ("ios", "iOS")):
                field = driver.find_as(QLineEdit, f"connect.{platform}.secret_key")
                emptied(field)
                self.screen.note("undo", undone(field))
                emptied(field)
                driver.write(field, SECRETS[key or f"Secret Key, {name}"])
                self.pry(field)
        driver.click("connect.save")
        driver.wait_until(lambda: self.program.session.app is not None)
        driver.until_composed()
        self.screen.look()

    def pry(self, field: QLineEdit) -> None:
        """Try to carry a key off, as dots and shown."""
        eye = field.actions()[0]
        for shown in (True, False):
            eye.setChecked(shown)
            self.grab(field, *(("clipboard", "selection", "input method") if shown else ()))
        assert field.text()

    def grab(self, field: QLineEdit, *only: str) -> None:
        """All the keys by which a text is copied."""
        for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X, Qt.Key.Key_Insert):
            QTest.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
            self.screen.look(*only)

    def send(self) -> None:
        """A push by hand, looked at in the technical view and copied from it."""
        driver = self.driver
        driver.segment("audience.kind", "account")
        driver.write("audience.account.text", self.live.world.population.known().accounts[0])
        driver.replace("message.title", "Sale")
        driver.replace("message.content", "From eight")
        driver.to_review()
        self.screen.look()
        driver.click("review.technical")
        for platform in ("android", "ios"):
            for part in ("copy", "curl"):
                driver.click(f"review.json.{platform}.{part}")
                copied = QGuiApplication.clipboard().text()
                assert copied
                self.screen.note("curl and JSON as copied", copied)
        review = driver.program.window.screen_widget("review").review  # type: ignore[attr-defined]
        self.objects.append(review)
        driver.click("review.send")
        driver.click("confirm.send")
        driver.until_screen("result")
        driver.wait_until(lambda: driver.sees("result.state") and self.is_accepted())
        self.screen.look()
        assert len(self.live.signs) >= 2
        window: Any = driver.program.window
        window.screen_widget("settings").remove_asked.emit(self.program.session.app)
        # What is still open of the app is looked up first.
        driver.wait_until(lambda: driver.window is not window)
        box: Any = driver.window
        self.screen.look()
        box.reject()

    def is_accepted(self) -> bool:
        return "Accepted" in self.driver.text("result.state")

    def practise(self) -> None:
        """Over real sockets, with keys that the service made up; and once with a wrong one."""
        self.objects.append(self.practice.info)
        info = self.practice.info

        async def some() -> None:
            app = await self.desk.use_practice(info)
            await self.desk.audiences.read(app.id, {"audience": {"kind": "all"}})
            await self.desk.plan_book.create(app.id, "A plan", "of ours")
            await canary_cloud.practised(self, app.id)
            await canary_chat.practised(self)
            point = self.live_point(info.base_url)
            wrong = self._client(point, info.keys["android"].access_id, Secret("0" * 32))
            async with wrong:
                await self.caught(wrong.push(b'{"audience_type":"all"}'))

        self.driver.ask(some())

    @staticmethod
    def live_point(url: str) -> AccessPoint:
        from tpns_desktop.client.endpoints import access_point_at

        return access_point_at(url)

    def through_the_proxy(self) -> None:
        """The proxy's password is typed and used; the proxy repeats it in its refusal."""
        form = NetworkForm(
            proxy="own",
            proxy_address=f"127.0.0.1:{self.proxy.port}",
            proxy_user="proxy-user",
            proxy_password=Secret(SECRETS["proxy password"]),
        )
        network = Network(
            f"http://127.0.0.1:{self.proxy.port}", "proxy-user", Secret(SECRETS["proxy password"])
        )

        async def some() -> None:
            self.objects.append(await self.desk.save_network(form))
            self.objects.append(await self.desk.network())
            for scheme in ("signature", "basic"):
                client = TpnsClient(
                    access_point("guangzhou"),
                    ACCESS_IDS["android"],
                    Secret(SECRETS["Secret Key, Android"]),
                    scheme=scheme,  # type: ignore[arg-type]
                    network=network,
                )
                self.objects.append(client)
                async with client:
                    await self.caught(client.push(b"{}"))

        self.objects += [form, network]
        self.driver.ask(some())
        assert any(b"Proxy-Authorization: Basic" in told for told in self.proxy.heard)

    async def caught(self, work: Any) -> None:
        try:
            await work
        except Exception as error:
            self.errors.append(error)
        else:
            raise AssertionError("this should have failed")

    def fail_everywhere(self) -> None:
        """Errors with a key as near as it can be."""
        key = Secret(SECRETS["Secret Key, Android"])
        ids = ACCESS_IDS["android"]

        def answering(answer: Callable[[httpx.Request], httpx.Response], scheme: Any) -> TpnsClient:
            return TpnsClient(
                access_point("guangzhou"), ids, key, scheme=scheme,
                transport=httpx.MockTransport(answer),
            )  # fmt: skip

        def repeating(request: httpx.Request) -> httpx.Response:
            told = request.headers.get("Sign") or request.headers["Authorization"]
            return httpx.Response(200, json={"ret_code": 1008003, "err_msg": f"bad sign {told}"})

        def raising(request: httpx.Request) -> httpx.Response:
            raise httpx.ReadError(f"cut {request.headers!r} {dict(request.headers)}")

        def broken(request: httpx.Request) -> httpx.Response:
            return httpx.Response(200, content=f"<{dict(request.headers)}>".encode())

        async def some() -> None:
            for answer in (repeating, raising, broken):
                for scheme in ("signature", "basic"):
                    async with answering(answer, scheme) as client:
                        await self.caught(client.push(b"{}"))
            for text in (
                f"{SECRETS['Secret Key, replaced']}\nx",
                "ключ" + SECRETS["proxy password"],
            ):
                try:
                    TpnsClient(access_point("guangzhou"), ids, Secret(text))
                except Exception as error:
                    self.errors.append(error)
                form = AppForm("Shop", "#2f7d6b", "guangzhou", KeyPair.typed(ids, text), None, None)
                self.objects.append(form)
                await self.caught(self.desk.save_app(form))
                await self.caught(self.secrets.save("x", "android", Secret(text * 50)))
            refusing = SecretStore(lambda: RaisingKeyring(OSError(5, SECRETS["proxy password"])))
            await refusing.save("x", "ios", key)
            await self.caught(refusing.get("y", "ios"))
            self.objects.append(refusing)

        self.driver.ask(some())
        # A key where a model expects a text: pydantic would quote it.
        for body in ({"message": {"title": key}}, {"audience_type": key, "message": key}):
            try:
                parse_push(body, platform="android", now=datetime.now(UTC))
            except Exception as error:
                self.errors.append(error)
        from tpns_desktop.model.message import Message

        self.pydantic: list[str] = []
        for values in ({"title": key, "content": "x"}, {"title": "x", "content": {"a": key}}):
            try:
                Message.model_validate(values)
            except Exception as error:
                told: Any = error
                self.pydantic += [str(error), repr(error), repr(told.errors()), told.json()]
                self.errors.append(error)
        assert len(self.pydantic) == 8

    def break_down(self) -> None:
        """Faults of the program itself, on every thread, with a key in their text and locals."""
        logger = logging.getLogger("tpns_desktop.canary")
        for level in (10, 20, 30, 40, 50):
            for error in self.errors:
                logger.log(level, "it failed", exc_info=error)
            for thing in self.objects:
                logger.log(level, "%s %r", thing, thing)
        # From here on keys are put into texts by force; other handlers would print them.
        logging.getLogger().removeHandler(self.records)
        told = SECRETS["Secret Key, iOS"]
        alive = [Secret(told)]

        def fault() -> None:
            local = told
            raise RuntimeError(f"with {local}")

        QTimer.singleShot(0, fault)
        wait_until(lambda: "RuntimeError" in self.log.file.read_text("utf-8"))
        thread = threading.Thread(target=fault)
        thread.start()
        thread.join()

        async def loop() -> None:
            asyncio.get_running_loop().call_soon(fault)
            await asyncio.sleep(0)
            await asyncio.sleep(0)

        self.driver.ask(loop())
        assert self.log.file.read_text("utf-8").count("RuntimeError") == 3
        with (
            contextlib.suppress(RuntimeError),
            (self.log.folder / CRASH_FILE_NAME).open("a") as crash,
        ):
            local = told
            faulthandler.dump_traceback(crash)
            raise RuntimeError(local)
        self.objects += [self.secrets, self.desk, self.program.session, self.log]
        self.objects += [vars(self.secrets), self.live.client]
        # By force, what no code of ours does: the file must be clean all the same.
        for text in SECRETS.values():
            alive.append(Secret(text))
            basic = base64.b64encode(f"{ACCESS_IDS['ios']}:{text}".encode()).decode()
            logger.error("key %s, %r", text, [text])
            logger.error("Authorization: Basic %s", basic)
            logger.error("http://user:%s@proxy/?usersig=%s", text, text)
            warnings.warn(f"careful with {text}", stacklevel=1)
        for sign in self.live.signs + self.cloud.signs:
            logger.error("Sign: %s; %s", sign, sign)
        for sign in self.chat.signs[:4]:
            logger.error("https://host/v4/x?sdkappid=1&usersig=%s&random=2", sign)
            logger.error("a UserSig alone: %s", sign)
        assert alive

    def keep(self) -> None:
        """Backups, the report, and a damaged settings file."""
        import sqlite3

        conn = sqlite3.connect(self.paths.database_file)
        # Not at this second: the program's own backup of the day may be taken in it.
        later = datetime.now(UTC) + timedelta(minutes=1)
        assert backups.take(self.paths.database_file, later, conn) is not None
        conn.close()
        self.program.session.save_settings()
        self.report()

    def report(self) -> Path:
        path = self.paths.data_dir.parent / "report.zip"
        made: Path = self.driver.ask(self.desk.save_report(path))
        return made

    # --------------------------------------------------------------------------- the surfaces

    def surfaces(self, said: Path) -> Iterator[Surface]:
        """Every surface; `said` is the folder with this process's stdout and stderr."""
        yield from screen_surfaces(self.screen, self.program.window)
        yield from error_surfaces(self.errors)
        yield from object_surfaces(self.objects)
        yield Surface(
            "pydantic errors", lambda: lines(self.pydantic), lambda text: self.pydantic.append(text)
        )
        logger = logging.getLogger("tpns_desktop.planted")
        data, log = self.paths.data_dir, self.paths.log_dir
        database = self.paths.database_file

        def draft(text: str) -> None:
            app = self.program.session.app
            assert app is not None
            self.driver.ask(self.desk.save_draft(app.id, None, {"name": text}))

        def backup(text: str) -> None:
            draft(text)
            import sqlite3

            conn = sqlite3.connect(database)
            newer = datetime(2030, 1, 1, tzinfo=UTC)
            assert backups.take(database, newer, conn) is not None
            conn.close()

        def into(path: Path) -> Callable[[str], None]:
            def plant(text: str) -> None:
                with path.open("a") as file:
                    file.write(text)

            return plant

        def noted(text: str) -> None:
            self.desk.notes = (Note(text),)
            self.report()

        def heard(kept: Heard) -> Callable[[str], None]:
            def plant(text: str) -> None:
                kept.handle(logging.makeLogRecord({"msg": "%s", "args": (text,)}))

            return plant

        def env(text: str) -> None:
            os.environ["TPNS_PLANTED"] = text
            self.others.append(PracticeProcess.start(lambda line: line, devices=100))

        def argument(text: str) -> None:
            import subprocess

            code = "import sys; sys.stdin.read()"
            child = subprocess.Popen([sys.executable, "-c", code, text], stdin=subprocess.PIPE)
            self.others.append(child)

        def named(text: str) -> None:
            threading.Thread(target=self.stopping.wait, name=text, daemon=True).start()

        def task(text: str) -> None:
            async def waiting(key: str) -> None:
                await asyncio.sleep(600)

            self.program.background.start(waiting(text))

        yield file_surface("log file, every level", lambda: log.glob("tpns*.log*"), logger.error)
        yield Surface("log records", lambda: lines(self.records.texts), heard(self.records))
        yield Surface(
            "httpx and httpcore",
            lambda: lines(self.wire_records.texts),
            logging.getLogger("httpcore.planted").warning,
        )
        yield file_surface("warnings", lambda: log.glob("tpns*.log*"), warnings.warn)
        yield file_surface("stderr", lambda: [said / "stderr"], lambda t: _print(sys.stderr, t))
        yield file_surface("stdout", lambda: [said / "stdout"], lambda t: _print(sys.stdout, t))
        crash = log / CRASH_FILE_NAME
        yield file_surface("faulthandler", lambda: [crash], into(crash))
        yield file_surface("practice log", lambda: [self.practice.log], into(self.practice.log))
        yield file_surface(
            "database", lambda: [database], lambda t: (draft(t), _settle(database))[0]
        )
        yield file_surface("write-ahead log", lambda: data.glob("*-wal"), draft)
        yield file_surface("backups", lambda: _below(data, "backup"), backup)
        yield file_surface("other data files", lambda: _rest(data), into(data / "other"))
        settings = self.paths.settings_file
        yield file_surface("settings", lambda: [settings], into(settings))
        yield file_surface("lock file", lambda: data.glob("*.lock"), into(data / "planted.lock"))
        temp = Path(os.environ["TMPDIR"])
        yield file_surface("temporary files", lambda: _rest(temp), into(temp / "planted"))
        home = Path(os.environ["HOME"])
        yield file_surface("the rest of home", lambda: _rest(home), into(home / ".planted"))
        report = data.parent / "report.zip"
        yield Surface("report for support", lambda: unzipped(report), noted)
        self.others: list[Any] = []
        self.stopping = threading.Event()
        if sys.platform.startswith("linux"):
            yield Surface("arguments of processes", lambda: self._of_processes("cmdline"), argument)
            yield Surface("environments of processes", lambda: self._of_processes("environ"), env)
        yield Surface("names of threads", _threads, named)
        yield Surface("tasks", self._tasks, task)
        requests = self.live.requests + self.cloud.requests + self.chat.requests
        yield Surface(
            "addresses and bodies of requests",
            lambda: b"\n".join(requests),
            lambda text: requests.append(text.encode()),
        )

    def _of_processes(self, what: str) -> bytes:
        """Of this process and its children."""
        parts = []
        for folder in Path("/proc").iterdir():
            if folder.name.isdigit():
                with contextlib.suppress(OSError, IndexError):
                    parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
                    if os.getpid() in (int(folder.name), int(parent)):
                        parts.append((folder / what).read_bytes())
        assert len(parts) >= 2
        return b"\n".join(parts)

    def _tasks(self) -> bytes:
        async def all_of_them() -> str:
            return "\n".join(
                repr(t) + repr(t.get_stack()) + _locals(t) for t in asyncio.all_tasks()
            )

        return str(self.driver.ask(all_of_them())).encode()

    def close(self) -> None:
        self.stopping.set()
        for other in self.others:
            if isinstance(other, PracticeProcess):
                other.stop()
            else:
                other.stdin.close()
                other.wait()
        self.program.window.close()
        self.program.close()
        self.practice.close()
        self.log.close()


def _locals(task: Any) -> str:
    coroutine, said = task.get_coro(), []
    while coroutine is not None and getattr(coroutine, "cr_frame", None) is not None:
        said.append(repr(coroutine.cr_frame.f_locals))
        coroutine = coroutine.cr_await
    return "".join(said)


def _threads() -> bytes:
    return lines(thread.name for thread in threading.enumerate())


def _print(stream: Any, text: str) -> None:
    stream.write(text)
    stream.flush()


def _settle(database: Path) -> None:
    """Bring the write-ahead log into the database's file."""
    import sqlite3

    conn = sqlite3.connect(database)
    conn.execute("PRAGMA wal_checkpoint(PASSIVE)")
    conn.close()


def _below(folder: Path, part: str) -> list[Path]:
    return [p for p in sorted(folder.rglob("*")) if p.is_file() and part in str(p).lower()]


def _rest(folder: Path) -> list[Path]:
    # A socket of a D-Bus daemon, say, is no file.
    return [p for p in sorted(folder.rglob("*")) if p.is_file() and not p.is_symlink()]


def main(out: Path) -> int:
    try:
        return _all_day(out)
    except Exception:
        # The program's own hook says a code and no more; here somebody has to mend it.
        traceback.print_exc()
        return 1


def _all_day(out: Path) -> int:
    day = Day()
    day.run()
    made = list(day.surfaces(out))
    for folder in ("seen", "planted"):
        (out / folder).mkdir()
    for number, surface in enumerate(made):
        (out / "seen" / str(number)).write_bytes(surface.read())
    for number, surface in enumerate(made):
        surface.plant(CONTROL)
        (out / "planted" / str(number)).write_bytes(surface.read())
    secrets = SECRETS | derived(SECRETS, day.live.signs)
    secrets |= {f"cloud signature {n}": sign for n, sign in enumerate(day.cloud.signs[:4])}
    secrets |= canary_chat.derived(day.chat.signs)
    (out / "secrets.json").write_text(json.dumps(secrets))
    (out / "surfaces.json").write_text(json.dumps([surface.name for surface in made]))
    day.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
