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
import time
from collections.abc import Sequence
from pathlib import Path

from . import sms_account
from .acts import play
from .chat_auth import ADMINISTRATOR
from .history import give_past
from .journal import PACE
from .population import Population
from .rules import (
    DEVICES_DEFAULT,
    DEVICES_MAX,
    DEVICES_MIN,
    PACE_DEFAULT,
    PACE_MAX,
    PLATFORMS,
    SEED_DEFAULT,
    Rules,
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
        "--world", type=Path, help="go on with a world that was saved; its seed and devices count"
    )
    parser.add_argument(
        "--until-stdin-closes", action="store_true", help="end when standard input ends"
    )


def run(args: argparse.Namespace) -> int:
    """Serve until ended. Gives the exit code: 0, or 1 when the port cannot be had."""
    logging.basicConfig(
        stream=sys.stderr, level=logging.INFO, format="%(asctime)s %(message)s", datefmt="%H:%M:%S"
    )
    logging.getLogger("uvicorn").setLevel(logging.WARNING)
    rules = Rules(
        limits=not args.no_limits,
        pace=args.pace,
        login_failure_status=403 if args.login_failure_status == 403 else 200,
    )
    if args.world is not None:
        try:
            world = open_world(args.world, rules)
        except CannotOpen as error:
            print(f"not a saved world: {error}", file=sys.stderr)
            return 1
    else:
        population = Population(seed=args.seed, devices=args.devices)
        world = World(population, rules, began=time.time())
        if args.past:
            give_past(world, now=world.began)

    def announce(base_url: str) -> None:
        if args.json:
            _print(json.dumps(start_line(world, base_url), separators=(",", ":")))
        else:
            _print(_words(world, base_url))
        # Now that nobody waits for the line any more.
        for application in world.applications.values():
            application.settle(time.time())

    try:
        asyncio.run(
            serve(
                PracticeService(world),
                port=args.port,
                on_listening=announce,
                until_stdin_closes=args.until_stdin_closes,
                on_line=lambda line: obey(world, line, now=time.time()),
            )
        )
    except CannotListen as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        pass
    return 0


def obey(world: World, line: bytes, *, now: float) -> None:
    """Do what the parent says on standard input; what is something else is passed over.

    ``{"pace": number}`` lets time run so fast from now on, ``{"chat_act": text}`` acts out a bad
    day of the Chat service alone, see `ChatApp.play`, ``{"act": text}`` one of all services, see
    `acts.play`, ``{"save": path, "name": text}`` has the world written down. Its own way in, which
    nobody has who can only reach the port.
    """
    try:
        said = json.loads(line)
        act, chat_act = said.get("act"), said.get("chat_act")
        if isinstance(act, str):
            play(world, act)
        if isinstance(chat_act, str):
            world.chat.play(chat_act)
        saved = said.get("save")
        if isinstance(saved, str):
            _save(world, Path(saved), str(said.get("name", "")), now)
        pace = float(said["pace"])
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        return
    if 0 < pace <= PACE_MAX:
        world.timeline.set_pace(pace, now=now)
        world.journal.add(now, PACE, str(pace).encode())


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
        "",
        "Ctrl+C ends it.",
    ]
    return "\n".join(lines)


def _print(text: str) -> None:
    if sys.stdout is None:
        # A windowed program on Windows has no sys.stdout, yet its parent may read a pipe.
        os.write(1, f"{text}\n".encode())
    else:
        print(text, flush=True)


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
