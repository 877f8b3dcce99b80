"""A practice world on the disk: saved under a name, and made again.

A gzip file of lines of JSON: first ``{"format", "name", "saved_at", "seed", "devices", "began",
"pace", "act", "pushes"}``, then an entry of the `journal` a line. Nothing in it is secret: keys are
made anew at each start. Times are seconds since 1970.
"""

from __future__ import annotations

import base64
import gzip
import io
import json
import os
import zlib
from pathlib import Path
from typing import Any, Final

from .acts import ACTS
from .calls import CALLS, Call
from .chat_calls import Call as ChatCall
from .chat_codes import ChatRefusal
from .chat_service import COMMANDS
from .chat_task_calls import run_due
from .codes import Refusal
from .envelope import parse_object
from .form import UploadedFile
from .history import give_past
from .journal import CHAT, PACE, PUSH, UPLOAD, Entry
from .order import read_order
from .phone_wall_calls import PhoneWallCalls
from .population import Population
from .rules import DEVICES_MAX, DEVICES_MIN, PACE_MAX, Rules
from .state import World

FORMAT: Final = 1


class CannotOpen(Exception):
    """The file is not a saved world, or not one of this program."""


def save_world(world: World, path: Path, name: str, *, now: float) -> int:
    """Write ``world`` to ``path``; gives how many pushes it holds. Raises ``OSError``.

    Whatever was there is replaced once all of the new file is written.
    """
    head = {
        "format": FORMAT,
        "name": name,
        "saved_at": now,
        "seed": world.population.seed,
        "devices": sum(fleet.size for fleet in world.population.fleets.values()),
        "began": world.began,
        "pace": world.timeline.pace,
        "act": next((key for key, act in ACTS.items() if act is world.act), ""),
        "pushes": world.journal.pushes,
    }
    part = path.with_name(f"{path.name}.part")
    with gzip.open(part, "wt", encoding="utf-8", newline="\n") as file:
        for line in (head, *map(_told, world.journal.entries)):
            file.write(json.dumps(line, separators=(",", ":")) + "\n")
    os.replace(part, path)
    return world.journal.pushes


def open_world(path: Path, rules: Rules) -> World:
    """The world that was saved, with everything in it done again at its own time.

    Raises ``CannotOpen``. What cannot be done any more is left out.
    """
    try:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            lines = [json.loads(line) for line in file]
        head = lines[0]
        devices, seed, began = int(head["devices"]), int(head["seed"]), float(head["began"])
        if head["format"] != FORMAT or not DEVICES_MIN <= devices <= DEVICES_MAX:
            raise CannotOpen(str(path))
        entries = [_entry(line) for line in lines[1:]]
    except (OSError, EOFError, ValueError, KeyError, TypeError, IndexError, zlib.error):
        raise CannotOpen(str(path)) from None
    world = World(Population(seed=seed, devices=devices), rules, began=began)
    give_past(world, now=began)
    calls = {call.path: call for call in (*CALLS, *PhoneWallCalls(world).calls)}
    for entry in entries:
        try:
            _do(world, calls, entry)
        except (Refusal, ChatRefusal):
            continue
        world.journal.add(entry.at, entry.kind, entry.body, entry.platform)
    world.timeline.set_pace(rules.pace, now=entries[-1].at if entries else began)
    return world


def _do(world: World, calls: dict[str, Call], entry: Entry) -> None:
    now, kind, body = entry.at, entry.kind, entry.body
    if kind == PACE:
        pace = float(body)
        if 0 < pace <= PACE_MAX:
            world.timeline.set_pace(pace, now=now)
        return
    if kind.startswith(CHAT):
        service, _, command = kind.removeprefix(CHAT).partition("/")
        run_due(world.chat, now)
        newer = service == "timpush"
        COMMANDS[service, command](ChatCall(world.chat, newer, parse_object(body), len(body), now))
        return
    application = next(one for key, one in world.applications.items() if key == entry.platform)
    application.settle(now)
    if kind == UPLOAD:
        name, _, content = body.partition(b"\n")
        file = UploadedFile(name.decode() or None, io.BytesIO(zlib.decompress(content)))
        application.keep_upload(application.read_package(file))
    elif kind == PUSH:
        platform = application.platform
        order = read_order(parse_object(body), platform=platform, now=now, rules=world.rules)
        application.accept(order, body, now=now)
    else:
        calls[kind].work(application, parse_object(body), now)


def _told(entry: Entry) -> dict[str, Any]:
    body = base64.b64encode(entry.body).decode()
    return {"at": entry.at, "kind": entry.kind, "platform": entry.platform, "body": body}


def _entry(told: dict[str, Any]) -> Entry:
    entry = Entry(
        float(told["at"]),
        str(told["kind"]),
        str(told["platform"]),
        base64.b64decode(told["body"], validate=True),
    )
    chat = tuple(entry.kind.removeprefix(CHAT).split("/"))
    if entry.kind.startswith(CHAT) and chat not in COMMANDS:
        raise ValueError(entry.kind)
    return entry
