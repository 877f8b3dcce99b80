"""What a person sets on the page reaches the next real connection, and practice never."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import pytest

from tests.net.servers import AUTHORITY, MakeServer, after_body, answer, secured
from tests.send.conftest import MemoryKeyring
from tpns_desktop.client import Secret
from tpns_desktop.paths import Paths
from tpns_desktop.send.core import open_core
from tpns_desktop.send.desk import AppForm, Desk, KeyPair, NetworkForm
from tpns_desktop.store.secrets import SecretStore
from tpns_desktop.store.settings import Settings

FORM = AppForm(
    name="Demo Mall",
    colour="#2f7d6b",
    access_point="guangzhou",
    android=KeyPair("1500012345", Secret("0123456789abcdef0123456789abcdef")),
    ios=None,
    ios_environment=None,
)
NO_DEVICES = b'{"retCode":0,"errMsg":"NO_ERROR","deviceOverview":[]}'


@pytest.mark.skipif(
    sys.platform == "darwin", reason="macOS refuses certificates that are valid for 100 years"
)
def test_a_saved_network_counts_from_the_next_connection_on(
    tmp_path: Path, fault_server: MakeServer
) -> None:
    proxy = fault_server(secured(after_body(answer(NO_DEVICES))))

    async def reason(desk: Desk) -> str | None:
        (test,) = (await desk.test_connection(FORM)).platforms
        return test.reason

    async def story() -> None:
        keyring = MemoryKeyring()
        desk = await open_core(
            Paths(tmp_path / "data", tmp_path / "log", tmp_path / "settings.ini"),
            Settings(tmp_path / "settings.ini"),
            secrets=SecretStore(choose=lambda: keyring),
        )
        try:
            assert await desk.network() == NetworkForm()
            own = NetworkForm("own", proxy.url, "me", Secret("hunter2hunter2"))
            assert (await desk.save_network(own)).secret_place == "keyring"
            assert await reason(desk) == "certificate"
            shown = await desk.network()
            assert shown.proxy_password is None
            await desk.save_network(
                NetworkForm("own", shown.proxy_address, "me", ca_file=str(AUTHORITY))
            )
            assert await reason(desk) is None
        finally:
            await desk.close(grace_s=0)

    asyncio.run(story())
    proxy.stop()
    assert len(proxy.bodies) == 1
    connects = [head for head in proxy.heads if head.startswith(b"CONNECT")]
    assert len(connects) == 2
    assert all(b"Proxy-Authorization: Basic " in head for head in connects)
