"""The practice service with ten million devices: start, memory, pushes taken, counters asked for.

A whole process and a client over loopback, as somebody practising has it; once with the devices it
has by default, then with ten million. Packages are as large as the service takes them (100 MiB).
Reach: a push to a package accepted in <= 1 s after the upload, counters of a later instant in
<= 100 ms, <= 400 MiB. Asserts nothing.

    python packaging/dev.py bench practice [--devices N] [--mib N] [--rounds N]
"""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from tpns_desktop.client import Secret, TpnsClient, practice_access_point  # noqa: E402
from tpns_desktop.client.sms import SmsClient  # noqa: E402
from tpns_desktop.client.sms_points import SmsPoint  # noqa: E402
from tpns_desktop.practice.population import ANDROID_SHARE  # noqa: E402
from tpns_desktop.practice.rules import DEVICES_DEFAULT, DEVICES_MAX, SEED_DEFAULT  # noqa: E402
from tpns_desktop.practice.tokens import TokenScheme  # noqa: E402

LATER_PACE = 3600.0
"""Simulated seconds a second, at which the texts of a push are due when it has been counted."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--devices", type=int, default=DEVICES_MAX, help="default: %(default)s")
    parser.add_argument("--mib", type=int, default=100, help="of packages (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=5, help="default: %(default)s")
    options = parser.parse_args()
    for devices in dict.fromkeys((DEVICES_DEFAULT, options.devices)):
        print(f"{devices:,} devices")
        with tempfile.TemporaryDirectory() as folder:
            measure(devices, Path(folder), options.mib << 20, options.rounds)


def measure(devices: int, folder: Path, size: int, rounds: int) -> None:
    """One service, asked everything."""
    starts = []
    for _ in range(rounds):
        began = time.perf_counter()
        with _service(devices):
            starts.append(time.perf_counter() - began)
    _print("start to its first line", starts)
    with _service(devices) as (child, started):
        print(f"  {'memory after the start':34}{_mib(child.pid, 'VmHWM'):9.0f} MiB")
        asyncio.run(_ask(started, child, devices, folder, size, rounds))
        peak = _mib(child.pid, "VmHWM")
        print(f"  {'most memory of it all':34}{peak:9.0f} MiB  (reach <= 400)")


@contextlib.contextmanager
def _service(devices: int) -> Iterator[tuple[subprocess.Popen[bytes], Any]]:
    command = [sys.executable, "-m", "tpns_desktop.practice", "--json", "--until-stdin-closes"]
    with subprocess.Popen(
        [*command, "--no-limits", "--devices", str(devices), "--pace", str(LATER_PACE)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        try:
            yield child, json.loads(child.stdout.readline())
        finally:
            child.stdin.close()
            child.wait(60)


async def _ask(
    started: Any,
    child: subprocess.Popen[bytes],
    devices: int,
    folder: Path,
    size: int,
    rounds: int,
) -> None:
    keys = started["tpns"]["android"]
    point = practice_access_point(started["base_url"])
    async with TpnsClient(point, keys["access_id"], Secret(keys["secret_key"])) as client:
        # Once, so that what is loaded or made once is nobody's.
        await client.push_counters(await _push(client, {"audience_type": "all"}))

        async def pushed(title: str, target: dict[str, Any]) -> None:
            taken, first, again = [], [], []
            for _ in range(rounds):
                seconds, push_id = await _timed(lambda: _push(client, target))
                taken.append(seconds)
                first.append((await _timed(lambda: client.push_counters(push_id)))[0])  # noqa: B023
                again.append((await _timed(lambda: client.push_counters(push_id)))[0])  # noqa: B023
            _print(f"push to {title} accepted", taken)
            _print("  its counters, first and again", first, again)

        await pushed("everyone", {"audience_type": "all"})
        await pushed("a tag expression", {"audience_type": "tag", "tag_rules": EXPRESSION})
        await pushed("devices active on a day", {"audience_type": "tag", "tag_rules": _active()})
        for kind, write in (("accounts", _accounts), ("tokens", _tokens)):
            path = folder / f"{kind}.txt"
            rows = write(path, size, devices)
            seconds, upload_id = await _timed(lambda: _upload(client, path))  # noqa: B023
            print(f"  {f'{rows:,} {kind} uploaded and read':34}{seconds:9.3f} s")
            target = {
                "audience_type": f"package_{kind.removesuffix('s')}_push",
                "upload_id": int(upload_id),
            }
            await pushed(f"these {kind}", target)
            print(f"  {'most memory until here':34}{_mib(child.pid, 'VmHWM'):9.0f} MiB")
        texts = {"audience_type": "all", "resend_by_sms": True, "sms_info": TEXT}
        await _push(client, texts)
        # Until the wait is over: then the next question about texts works out whom they are for.
        await asyncio.sleep(1 + (TEXT["delay_trigger_time"] + 60) / LATER_PACE)
        seconds, numbers = await _timed(lambda: _texted(started))
        print(f"  {f'{numbers:,} numbers texted':34}{seconds:9.3f} s")


async def _texted(started: Any) -> int:
    """Numbers that texts were handed over for or refused."""
    keys, now = started["sms"], datetime.now(UTC)
    point = SmsPoint("china", started["base_url"])
    ids = Secret(keys["secret_id"]), Secret(keys["secret_key"])
    async with SmsClient(point, keys["region"], *ids) as sms:
        totals = await sms.send_totals(TEXT["sms_app_id"], now - timedelta(days=1), now)
    return totals.requested


EXPRESSION: list[dict[str, Any]] = [
    {
        "tag_items": [
            {"tags": ["vip", "music"], "tags_operator": "OR", "items_operator": "OR",
             "is_not": False, "tag_type": "xg_user_define"},
            {"tags": ["level:3"], "tags_operator": "AND", "items_operator": "AND",
             "is_not": True, "tag_type": "xg_user_define"},
        ],
        "operator": "OR",
        "is_not": False,
    },
    {
        "tag_items": [
            {"tags": ["guangdong", "zhejiang"], "tags_operator": "OR", "items_operator": "OR",
             "is_not": False, "tag_type": "xg_auto_province"},
            {"tags": ["huawei", "xiaomi"], "tags_operator": "OR", "items_operator": "AND",
             "is_not": False, "tag_type": "xg_auto_devicebrand"},
        ],
        "operator": "AND",
        "is_not": True,
    },
]  # fmt: skip
TEXT: dict[str, Any] = {
    "delay_trigger_time": 3600,
    "trigger_condition": 2,
    "sms_template_id": "2101",
    "sms_app_id": "1400006666",
}


def _active() -> list[dict[str, Any]]:
    day = datetime.now(UTC) - timedelta(days=3)
    item = EXPRESSION[0]["tag_items"][1] | {
        "tags": [f"{day:%Y%m%d}"],
        "is_not": False,
        "tag_type": "xg_auto_active",
    }
    return [{"tag_items": [item], "operator": "OR", "is_not": False}]


async def _push(client: TpnsClient, target: dict[str, Any]) -> str:
    message = {"title": "Order shipped", "content": "Parcel 4711"}
    body = {"message_type": "notify", "message": message, **target}
    return (await client.push(json.dumps(body).encode())).push_ids[0]


async def _upload(client: TpnsClient, path: Path) -> str:
    def blocks() -> Iterator[bytes]:
        with path.open("rb") as file:
            while block := file.read(1 << 20):
                yield block

    return await client.upload(path.name, path.stat().st_size, blocks())


async def _timed(work: Callable[[], Awaitable[Any]]) -> tuple[float, Any]:
    began = time.perf_counter()
    result = await work()
    return time.perf_counter() - began, result


def _accounts(path: Path, size: int, devices: int) -> int:
    return _write(path, size, lambda n: b"user%06d\n" % (n % devices + 1))


def _tokens(path: Path, size: int, devices: int) -> int:
    scheme, there = TokenScheme(f"{SEED_DEFAULT}/android"), devices * ANDROID_SHARE // 100
    return _write(path, size, lambda n: scheme.token(n % there).encode() + b"\n")


def _write(path: Path, size: int, line: Callable[[int], bytes]) -> int:
    rows = 0
    with path.open("wb") as file:
        while file.tell() < size - (1 << 21):
            file.write(b"".join(map(line, range(rows, rows + 50_000))))
            rows += 50_000
    return rows


def _print(title: str, *figures: list[float]) -> None:
    texts = "".join(f"{statistics.median(seconds):9.3f} s" for seconds in figures)
    most = max(max(seconds) for seconds in figures)
    print(f"  {title:34}{texts}  (most {most:.3f}, n = {len(figures[0])})")


def _mib(pid: int, field: str) -> float:
    with contextlib.suppress(OSError), open(f"/proc/{pid}/status") as file:
        return next(int(line.split()[1]) for line in file if line.startswith(field)) / 1024
    return float("nan")


if __name__ == "__main__":
    main()
