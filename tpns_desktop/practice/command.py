"""``tpns-desktop practice``: the service alone, from the command line.

Owns its arguments and what it prints. ``--json`` puts one line on standard output, first and
flushed; everything else goes to standard error.
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import logging
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from starlette.types import ASGIApp

from . import sms_account
from .acts import ACTS, play
from .certificate import Certificate, make_certificate
from .chat_auth import ADMINISTRATOR
from .chat_state import CHAT_ACTS
from .guide import guide
from .history import give_past
from .journal import PACE
from .population import Population
from .record import Exchange, Recorder, request_clock, secrets_in
from .replay import CannotReplay, first_line, replay
from .rules import (
    DEVICES_DEFAULT,
    DEVICES_MAX,
    DEVICES_MIN,
    PACE_DEFAULT,
    PACE_MAX,
    PLATFORMS,
    SEED_DEFAULT,
    Rules,
    choices,
    settings,
    switched,
)
from .saved import CannotOpen, open_world, save_world
from .server import CannotListen, serve
from .service import PracticeService
from .state import World


def main(arguments: Sequence[str]) -> int:
    """Parse what stands after ``practice`` and serve; gives the exit code."""
    parser = argparse.ArgumentParser(
        prog="tpns-desktop practice", description="Play the service on this machine."
    )
    add_arguments(parser)
    return run(parser.parse_args(arguments))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments on a parser or subparser."""
    parser.add_argument(
        "--port", type=_port, default=0, help="port on 127.0.0.1 (default: a free one)"
    )
    parser.add_argument(
        "--json",
        action="store_true",
        help="print address, keys and known targets as one line of JSON",
    )
    parser.add_argument("--no-limits", action="store_true", help="switch all frequency limits off")
    parser.add_argument(
        "--seed",
        type=int,
        default=SEED_DEFAULT,
        help=f"of the made-up devices (default: {SEED_DEFAULT})",
    )
    parser.add_argument(
        "--devices",
        type=_devices,
        default=DEVICES_DEFAULT,
        help=f"how many, both platforms together (default: {DEVICES_DEFAULT})",
    )
    parser.add_argument(
        "--pace",
        type=_pace,
        default=PACE_DEFAULT,
        help=f"simulated seconds in a second (default: {PACE_DEFAULT:g})",
    )
    parser.add_argument(
        "--login-failure-status",
        type=int,
        choices=(200, 403),
        default=200,
        help="HTTP status of a failed log-in (default: 200 with code 1008003)",
    )
    parser.add_argument(
        "--no-past",
        dest="past",
        action="store_false",
        help="begin with no push made elsewhere in the last month",
    )
    parser.add_argument(
        "--set",
        dest="switches",
        type=_switch,
        action="append",
        default=[],
        metavar="NAME=VALUE",
        help="another reading of what the documents leave open; may be given often",
    )
    parser.add_argument(
        "--switches", dest="list", action="store_true", help="print what can be set, and end"
    )
    parser.add_argument(
        "--act",
        choices=[name for name in ACTS if name],
        metavar="NAME",
        help=f"act out a bad day: {', '.join(filter(None, ACTS))}",
    )
    parser.add_argument(
        "--chat-act",
        type=_chat_act,
        metavar="NAME",
        help="act out a bad day of Chat alone: slow, cut, or the code that every push gets",
    )
    parser.add_argument(
        "--log",
        nargs="?",
        const="",
        metavar="FILE",
        help="show every request and answer, keys masked; with a name, keep them in a new file",
    )
    parser.add_argument(
        "--replay",
        metavar="FILE",
        help="ask again what --log has kept, tell which answers differ, and end",
    )
    parser.add_argument(
        "--tls",
        action="store_true",
        help="speak https, with a certificate made for this run",
    )
    parser.add_argument(
        "--world", type=Path, help="go on with a world that was saved; its seed and devices count"
    )
    parser.add_argument(
        "--until-stdin-closes", action="store_true", help="end when standard input ends"
    )


def run(args: argparse.Namespace) -> int:
    """Serve until ended. Gives the exit code: 0, or 1 when the port cannot be had."""
    if args.list:
        # Who reads only the first lines has closed the pipe by then.
        with contextlib.suppress(BrokenPipeError):
            _print(_switches())
        return 0
    if args.replay is not None:
        return _replay(args.replay)
    logging.basicConfig(
        stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S"
    )
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
    rules = Rules(
        limits=not args.no_limits,
        pace=args.pace,
        login_failure_status=403 if args.login_failure_status == 403 else 200,
    )
    for name, text in args.switches:
        rules = switched(rules, name, text)
    began = time.time()
    if args.world is not None:
        try:
            world = open_world(args.world, rules)
        except CannotOpen as error:
            print(f"not a saved world: {error}", file=sys.stderr)
            return 1
    else:
        world = World(Population(seed=args.seed, devices=args.devices), rules, began=began)
        if args.past:
            give_past(world, now=began)
    with contextlib.ExitStack() as ends:
        try:
            certificate = _certificate(ends) if args.tls else None
            log = _log(args, world, began, ends)
        except OSError as error:
            print(f"cannot write {error.filename}: {error.strerror}", file=sys.stderr)
            return 1
        return _serve(args, world, certificate, log)


def _serve(
    args: argparse.Namespace, world: World, certificate: Certificate | None, log: Log | None
) -> int:
    app: ASGIApp = PracticeService(world, clock=request_clock)
    if log is not None:
        app = Recorder(app, world, secrets_in(start_line(world, "")), log.keep)

    def announce(base_url: str) -> None:
        line = start_line(world, base_url)
        if certificate is not None:
            line["certificate"] = str(certificate.authority)
        if args.json:
            _print(json.dumps(line, separators=(",", ":")))
        else:
            _print(
                f"{_words(world, base_url)}\n\n{guide(line, now=time.time())}\n\nCtrl+C ends it."
            )
        # Now that nobody waits for the line any more.
        for application in world.applications.values():
            application.settle(time.time())

    def hear(line: bytes) -> None:
        now = time.time()
        for name, value in obey(world, line, now=now).items():
            if log is not None:
                log.keep_said(now, name, value)

    for name in ("act", "chat_act"):
        hear(json.dumps({name: getattr(args, name)}).encode())

    try:
        asyncio.run(
            serve(
                app,
                port=args.port,
                on_listening=announce,
                until_stdin_closes=args.until_stdin_closes,
                on_line=hear,
                certificate=certificate,
            )
        )
    except CannotListen as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        pass
    return 0


def _certificate(ends: contextlib.ExitStack) -> Certificate:
    folder = tempfile.TemporaryDirectory(prefix="tpns-practice-", ignore_cleanup_errors=True)
    return make_certificate(Path(ends.enter_context(folder)))


class Log:
    """Where exchanges go: to standard error for somebody who watches, and to a file that keeps."""

    def __init__(self, file: IO[str] | None) -> None:
        self._file = file

    def keep(self, exchange: Exchange) -> None:
        """Show and keep one exchange."""
        print(exchange.words(), file=sys.stderr, flush=True)
        self.write(exchange.line())

    def keep_said(self, at: float, name: str, value: object) -> None:
        """Keep what the parent said, which holds from now on; see `obey`."""
        self.write(json.dumps({"at": at, name: value}))

    def write(self, line: str) -> None:
        """Keep one line; a full disk ends the keeping, not the practising."""
        if self._file is None:
            return
        try:
            print(line, file=self._file, flush=True)
        except OSError as error:
            self._file = None
            print(f"the log is kept no further: {error.strerror}", file=sys.stderr, flush=True)


def _log(
    args: argparse.Namespace, world: World, began: float, ends: contextlib.ExitStack
) -> Log | None:
    if args.log is None:
        return None
    if not args.log:
        return Log(None)
    # Never over an older one, and only for the person who keeps it.
    descriptor = os.open(args.log, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    log = Log(ends.enter_context(os.fdopen(descriptor, "w", encoding="utf-8")))
    switches = settings(world.rules)
    log.write(
        first_line(world, devices=args.devices, past=args.past, began=began, switches=switches)
    )
    return log


def _replay(name: str) -> int:
    try:
        with open(name, encoding="utf-8") as lines:
            differ = replay(lines, lambda done: _print(done.words()))
    except (OSError, UnicodeDecodeError, CannotReplay) as error:
        print(f"cannot replay {name}: {error}", file=sys.stderr)
        return 2
    return 1 if differ else 0


def obey(world: World, line: bytes, *, now: float) -> dict[str, object]:
    """Do what the parent says on standard input; what is something else is passed over.

    ``{"pace": number}`` lets time run so fast from now on, ``{"chat_act": text}`` acts out a bad
    day of the Chat service alone, see `ChatApp.play`, ``{"act": text}`` one of all services, see
    `acts.play`, ``{"save": path, "name": text}`` has the world written down. Its own way in, which
    nobody has who can only reach the port. Gives what was done to the service, by the same names.
    """
    done: dict[str, object] = {}
    try:
        said = json.loads(line)
        act, chat_act = said.get("act"), said.get("chat_act")
        if isinstance(act, str) and play(world, act):
            done["act"] = act
        if isinstance(chat_act, str) and world.chat.play(chat_act):
            done["chat_act"] = chat_act
        saved = said.get("save")
        if isinstance(saved, str):
            _save(world, Path(saved), str(said.get("name", "")), now)
        pace = float(said["pace"])
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        return done
    if 0 < pace <= PACE_MAX:
        world.timeline.set_pace(pace, now=now)
        world.journal.add(now, PACE, str(pace).encode())
        done["pace"] = pace
    return done


def _save(world: World, path: Path, name: str, now: float) -> None:
    """Save, and tell the parent in a line: ``{"saved": pushes}``, or ``{"saved": null}``."""
    pushes: int | None = None
    with contextlib.suppress(OSError):
        pushes = save_world(world, path, name, now=now)
    _print(json.dumps({"saved": pushes}))


def start_line(world: World, base_url: str) -> dict[str, object]:
    """What ``--json`` prints.

    ``{"base_url", "tpns": {"android", "ios": {"access_id", "secret_key"}}, "sms": {"secret_id",
    "secret_key", "region", "apps": {id: name}}, "known": {"accounts": [text], "tokens": {"android":
    [text], "ios": [text]}, "tags": [text]}, "chat": {"sdkappid": number, "identifier",
    "secret_key", "url"}}``.
    """
    known = world.population.known()
    return {
        "base_url": base_url,
        "tpns": {
            platform: {
                "access_id": application.credentials.access_id,
                "secret_key": application.credentials.secret_key,
            }
            for platform, application in world.applications.items()
        },
        "sms": {
            "secret_id": world.cloud_keys.secret_id,
            "secret_key": world.cloud_keys.secret_key,
            "region": sms_account.REGION,
            "apps": sms_account.APPS,
        },
        "chat": {
            "sdkappid": world.chat.keys.sdkappid,
            "identifier": ADMINISTRATOR,
            "secret_key": world.chat.keys.secret_key,
            "url": base_url,
        },
        "known": {
            "accounts": list(known.accounts),
            "tokens": {platform: list(tokens) for platform, tokens in known.tokens.items()},
            "tags": list(known.tags),
        },
    }


def _words(world: World, base_url: str) -> str:
    known = world.population.known()
    lines = [f"Practice service at {base_url}", "Nothing sent here reaches anybody.", ""]
    for platform in PLATFORMS:
        application = world.applications[platform]
        name = {"android": "Android", "ios": "iOS"}[platform]
        lines += [
            f"{name}: {application.fleet.size:,} devices",
            f"  AccessId   {application.credentials.access_id}",
            f"  SecretKey  {application.credentials.secret_key}",
            f"  a token    {known.tokens[platform][0]}",
        ]
    lines += [
        "SMS of the cloud, at the same address:",
        f"  SecretId   {world.cloud_keys.secret_id}",
        f"  SecretKey  {world.cloud_keys.secret_key}",
        f"  region     {sms_account.REGION}, SMS apps {', '.join(sms_account.APPS)}",
        "Chat app, at the same address:",
        f"  SDKAppID   {world.chat.keys.sdkappid}",
        f"  Key        {world.chat.keys.secret_key}",
        f"  account    {ADMINISTRATOR}, {world.chat.people.count:,} users",
        "",
        f"Accounts: {', '.join(known.accounts[:5])}, …",
        f"Tags: {', '.join(known.tags[:8])}, …",
    ]
    return "\n".join(lines)


def _switches() -> str:
    """Each switch with its value and what else it may have; UNSETTLED.md says what they mean."""
    now = settings(Rules())
    lines = []
    for name, values in choices().items():
        others = [value for value in values if value != now[name]] or ["another number"]
        lines.append(f"{name + '=' + now[name]:40} or {', '.join(others)}")
    return "\n".join(lines)


def _switch(text: str) -> tuple[str, str]:
    name, _equals, value = text.partition("=")
    try:
        switched(Rules(), name, value)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None
    return name, value


def _print(text: str) -> None:
    if sys.stdout is None:
        # A windowed program on Windows has no sys.stdout, yet its parent may read a pipe.
        os.write(1, f"{text}\n".encode())
    else:
        print(text, flush=True)


def _chat_act(text: str) -> str:
    if text not in CHAT_ACTS:
        raise argparse.ArgumentTypeError("slow, cut, or a published code")
    return text


def _port(text: str) -> int:
    return _between(text, 0, 65_535)


def _devices(text: str) -> int:
    return _between(text, DEVICES_MIN, DEVICES_MAX)


def _between(text: str, low: int, high: int) -> int:
    number = int(text)
    if not low <= number <= high:
        raise argparse.ArgumentTypeError(f"{low} to {high}")
    return number


def _pace(text: str) -> float:
    pace = float(text)
    if not 0 < pace <= PACE_MAX:  # Also refuses NaN.
        raise argparse.ArgumentTypeError(f"above 0, at most {PACE_MAX:g}")
    return pace
