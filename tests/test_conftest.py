"""The isolation that every other test relies on."""

from __future__ import annotations

import asyncio
import os
import socket
from pathlib import Path

import keyring
import pytest

from tests.conftest import NetworkRefused
from tpns_desktop.paths import find_paths


def test_a_connection_to_another_machine_is_refused():
    with socket.socket() as sock, pytest.raises(NetworkRefused):
        sock.connect(("192.0.2.1", 443))


def test_a_name_on_the_network_is_not_looked_up():
    with pytest.raises(NetworkRefused):
        socket.create_connection(("push.example", 443))


def test_asyncio_is_held_back_too():
    with pytest.raises(NetworkRefused):
        asyncio.run(asyncio.open_connection("192.0.2.1", 443))


def test_listening_on_all_interfaces_is_refused():
    with socket.socket() as sock, pytest.raises(NetworkRefused):
        sock.bind(("0.0.0.0", 0))


def test_loopback_is_open():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()


def test_the_program_keeps_its_files_in_the_tests_own_folder(home: Path, tmp_path: Path):
    assert find_paths().data_dir.is_relative_to(tmp_path)
    assert not home.exists()


def test_the_real_keyring_is_never_used():
    assert type(keyring.get_keyring()).__module__ == "keyring.backends.null"


def test_windows_are_drawn_without_a_screen(qapp):
    assert qapp.platformName() == os.environ["QT_QPA_PLATFORM"]
