"""Every secret that exists, in fourteen encodings, at every surface: found nowhere.

The table of secrets stands in `canary_scene.py`, that of encodings in `canary.py`, that of surfaces
in both and in `surfaces.py`; later work adds its keys there. Each surface has a positive control:
a text that is planted there is found by the same reader.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.secrets.canary import ENCODINGS, found, found_in_files
from tests.secrets.canary_scene import CONTROL

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Seen:
    """What a day with the program left to see."""

    secrets: dict[str, str]
    surfaces: list[str]
    folder: Path
    home: Path

    def at(self, folder: str, surface: str) -> bytes:
        return (self.folder / folder / str(self.surfaces.index(surface))).read_bytes()


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    folder = tmp_path_factory.mktemp("canaries")
    home, out = folder / "home", folder / "seen"
    for made in (home, home / "tmp", home / "run", out):
        made.mkdir(mode=0o700)
    # Nothing of this process's own but what Python and Qt need.
    kept = ("PATH", "LANG", "LC_ALL", "SYSTEMROOT", "LD_LIBRARY_PATH", "PYTHONPATH")
    here = {name: os.environ[name] for name in kept if name in os.environ}
    here |= {name: str(home) for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")}
    here |= {name: str(home / "tmp") for name in ("TMPDIR", "TEMP", "TMP")}
    here |= {
        "XDG_RUNTIME_DIR": str(home / "run"),
        "TPNS_DESKTOP_HOME": str(home / "app"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    with (out / "stdout").open("wb") as stdout, (out / "stderr").open("wb") as stderr:
        done = subprocess.run(
            [sys.executable, "-m", "tests.secrets.canary_scene", str(out)],
            cwd=home,
            env=here,
            stdout=stdout,
            stderr=stderr,
            stdin=subprocess.DEVNULL,
            timeout=120,
        )
    assert done.returncode == 0, (out / "stderr").read_text("utf-8")[-4000:]
    secrets = json.loads((out / "secrets.json").read_text())
    surfaces = json.loads((out / "surfaces.json").read_text())
    return Seen(secrets, surfaces, out, home)


def test_no_secret_is_at_any_surface(seen: Seen) -> None:
    hits = [
        f"{surface}: {hit}"
        for surface in seen.surfaces
        for hit in found(seen.secrets, seen.at("seen", surface))
    ]
    # Once more when everything is closed, over every file there is.
    hits += found_in_files(seen.secrets, seen.home)
    print(
        f"\n{len(seen.secrets)} secrets × {len(ENCODINGS)} encodings × {len(seen.surfaces)} "
        f"surfaces: {len(hits)} hits"
    )
    assert hits == [], "\n".join(hits)
    assert len(seen.secrets) >= 7
    assert len(set(seen.surfaces)) == len(seen.surfaces) >= 30
    assert all(len(secret) >= 24 for secret in seen.secrets.values())


def test_what_is_planted_is_found_at_every_surface(seen: Seen) -> None:
    control = {"control": CONTROL}
    before = [name for name in seen.surfaces if found(control, seen.at("seen", name))]
    missed = [name for name in seen.surfaces if not found(control, seen.at("planted", name))]
    print(f"\n{len(seen.surfaces) - len(missed)} of {len(seen.surfaces)} positive controls found")
    assert before == []
    assert missed == []


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_each_encoding_is_found_where_it_is(seen: Seen, encoding: str) -> None:
    for name, secret in seen.secrets.items():
        hits = found({name: secret}, b"before " + ENCODINGS[encoding](secret) + b" after")
        assert f"{name}, {encoding}" in hits


def test_a_basic_log_in_is_found_wherever_base64_puts_the_key(seen: Seen) -> None:
    import base64

    for user in ("1", "12", "123", "1500099001"):
        pair = f"{user}:{seen.secrets['Secret Key, Android']}".encode()
        assert found(seen.secrets, b"Basic " + base64.b64encode(pair))
