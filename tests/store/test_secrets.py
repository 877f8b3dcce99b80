"""Keys: in a keyring that encrypts or in memory, never elsewhere, never at the window's cost."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any, TypeVar

import keyring.backends.chainer
import keyring.backends.fail
import keyring.backends.null
import keyring.backends.SecretService
import keyring.errors
import pytest

from tests.store.keyrings import (
    CountingKeyring,
    ForgetfulKeyring,
    HangingKeyring,
    MemoryKeyring,
    OtherKeyring,
    RaisingKeyring,
    StubbornKeyring,
)
from tests.store.rows import app
from tpns_desktop.model.secret import Secret
from tpns_desktop.store.apps import Apps
from tpns_desktop.store.database import open_database
from tpns_desktop.store.drafts import Drafts
from tpns_desktop.store.secrets import (
    ALLOWED_BACKENDS,
    FIELD,
    IDLE_S,
    LENGTH_MAX,
    SecretError,
    SecretRefused,
    SecretStore,
    SecretsUnavailable,
    choose_backend,
    installed_backends,
    is_allowed,
    service_name,
)
from tpns_desktop.store.settings import Settings

T = TypeVar("T")
CANARY = "canary0a1b2c3d4e5f60718293a4b5c6d7"
NAME = ("tpns-desktop/app-1/android", FIELD)


def run(test: Callable[[], Coroutine[Any, Any, T]]) -> T:
    async def bounded() -> T:
        async with asyncio.timeout(30):
            return await test()

    return asyncio.run(bounded())


# ----------------------------------------------------------------------------- what works


def test_a_key_goes_to_the_keyring_under_the_name_of_its_app_and_platform() -> None:
    backend = MemoryKeyring()

    async def test() -> None:
        store = SecretStore(lambda: backend)
        assert await store.save("app-1", "android", Secret(CANARY)) == "keyring"
        assert (store.place, store.reason) == ("keyring", None)
        assert backend.entries == {NAME: CANARY}
        assert await store.get("app-1", "android") == Secret(CANARY)
        assert await store.get("app-1", "ios") is None
        # another run
        assert await SecretStore(lambda: backend).get("app-1", "android") == Secret(CANARY)

    run(test)


def test_removing_forgets_it_everywhere_and_more_than_once_is_fine() -> None:
    backend = MemoryKeyring()

    async def test() -> None:
        store = SecretStore(lambda: backend)
        await store.save("app-1", "android", Secret(CANARY))
        await store.save("app-1", "ios", Secret("other"))
        assert await store.remove("app-1", "android")
        assert await store.remove("app-1", "android")
        assert await store.get("app-1", "android") is None
        assert backend.entries == {(service_name("app-1", "ios"), FIELD): "other"}

    run(test)


def test_the_keyring_is_called_on_one_daemon_thread_alone() -> None:
    backend = MemoryKeyring()

    async def test() -> None:
        store = SecretStore(lambda: backend)
        await asyncio.gather(
            *(store.save("app-1", platform, Secret(platform)) for platform in ("android", "ios"))
        )
        await asyncio.gather(*(store.get("app-1", platform) for platform in ("android", "ios")))

    run(test)
    assert len(backend.threads) == 1
    assert all(thread.daemon for thread in backend.threads)


def test_looking_finds_out_without_touching_a_key() -> None:
    backend = MemoryKeyring()

    async def test() -> None:
        assert await SecretStore(lambda: backend).look() == "keyring"
        without = SecretStore(lambda: None)
        assert await without.look() == "memory"
        assert without.reason == "no_keyring"

    run(test)
    assert backend.threads == set()


# ------------------------------------------------------------------------- what does not


def test_without_a_keyring_a_key_lives_for_this_run() -> None:
    async def test() -> None:
        store = SecretStore(lambda: None)
        assert await store.save("app-1", "android", Secret(CANARY)) == "memory"
        assert (store.place, store.reason) == ("memory", "no_keyring")
        assert await store.get("app-1", "android") == Secret(CANARY)
        assert await store.get("app-1", "ios") is None
        assert await store.remove("app-1", "android")
        assert await store.get("app-1", "android") is None
        # A key of an earlier run may lie in a keyring that is not here today.
        assert not await store.remove("app-1", "ios")

    run(test)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (keyring.errors.KeyringLocked(CANARY), "locked"),
        (type("PromptDismissedException", (Exception,), {})(CANARY), "locked"),
        (keyring.errors.PasswordSetError(CANARY), "failed"),
        (OSError(5, CANARY), "failed"),
        (ValueError(CANARY), "failed"),
        (keyring.errors.NoKeyringError(CANARY), "no_keyring"),
    ],
)
def test_a_keyring_that_fails_is_named_and_the_key_lives_for_this_run(
    error: Exception, reason: str
) -> None:
    backend = RaisingKeyring(error)

    async def test() -> None:
        store = SecretStore(lambda: backend)
        assert await store.save("app-1", "android", Secret(CANARY)) == "memory"
        assert (store.place, store.reason) == ("memory", reason)
        assert await store.get("app-1", "android") == Secret(CANARY)
        if reason == "no_keyring":
            assert await store.get("app-1", "ios") is None
        else:
            with pytest.raises(SecretsUnavailable) as caught:
                await store.get("app-1", "ios")
            assert caught.value.reason == reason
            assert CANARY not in repr(caught.value)
            assert caught.value.__cause__ is None
            assert not await store.remove("app-1", "android")
        backend.error = None
        assert await store.save("app-1", "android", Secret("next")) == "keyring"
        assert (store.place, store.reason) == ("keyring", None)

    run(test)


def test_choosing_that_raises_is_a_failure_not_a_crash() -> None:
    def choose() -> MemoryKeyring:
        raise RuntimeError(CANARY)

    async def test() -> None:
        store = SecretStore(choose)
        assert await store.look() == "memory"
        assert store.reason == "failed"

    run(test)


def test_a_key_that_reads_back_differently_is_not_left_in_the_keyring() -> None:
    backend = ForgetfulKeyring()

    async def test() -> None:
        store = SecretStore(lambda: backend)
        assert await store.save("app-1", "android", Secret(CANARY)) == "memory"
        assert store.reason == "failed"
        assert await store.get("app-1", "android") == Secret(CANARY)

    run(test)
    assert backend.entries == {}


def test_a_key_that_could_not_be_removed_is_told() -> None:
    backend = StubbornKeyring()

    async def test() -> None:
        store = SecretStore(lambda: backend)
        await store.save("app-1", "android", Secret(CANARY))
        assert not await store.remove("app-1", "android")
        assert store.reason == "failed"

    run(test)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("a" * (LENGTH_MAX + 1), "too_long"),
        ("🎉" * (LENGTH_MAX // 2 + 1), "too_long"),
        ("a\ud83d", "not_text"),
    ],
)
def test_a_key_no_keyring_could_hold_is_refused_before_any_call(text: str, reason: str) -> None:
    backend = MemoryKeyring()

    async def test() -> None:
        store = SecretStore(lambda: backend)
        with pytest.raises(SecretRefused) as caught:
            await store.save("app-1", "android", Secret(text))
        assert str(caught.value) == reason
        assert await store.get("app-1", "android") is None
        assert await store.save("app-1", "android", Secret("a" * LENGTH_MAX)) == "keyring"

    run(test)


# ------------------------------------------------------------------------ what hangs


@pytest.fixture
def hanging() -> Iterator[HangingKeyring]:
    backend = HangingKeyring()
    yield backend
    backend.release.set()


async def settled(store: SecretStore) -> None:
    """Wait until the call that was left behind has come back."""
    while await store.look() != "keyring":
        await asyncio.sleep(0)


def test_a_silent_keyring_costs_the_deadline_once_and_the_loop_goes_on(
    hanging: HangingKeyring,
) -> None:
    async def test() -> None:
        store = SecretStore(lambda: hanging, deadline_s=0.5)
        turns = 0

        async def others() -> None:
            nonlocal turns
            while True:
                turns += 1
                await asyncio.sleep(0)

        async with asyncio.TaskGroup() as group:
            beside = group.create_task(others())
            assert await store.save("app-1", "android", Secret(CANARY)) == "memory"
            beside.cancel()
        assert turns > 10
        assert (store.place, store.reason) == ("memory", "silent")
        assert await store.get("app-1", "android") == Secret(CANARY)
        before = time.monotonic()
        with pytest.raises(SecretsUnavailable) as caught:
            await store.get("app-1", "ios")
        assert caught.value.reason == "silent"
        assert not await store.remove("app-1", "ios")
        assert time.monotonic() - before < 0.5  # asked at once, not after the deadline again
        assert hanging.calls == 1  # never a second call beside the one left behind

    run(test)


def test_a_person_who_takes_their_time_at_the_keyrings_window_has_the_key_kept(
    hanging: HangingKeyring,
) -> None:
    async def test() -> None:
        store = SecretStore(lambda: hanging, deadline_s=0.02)
        assert await store.save("app-1", "android", Secret(CANARY)) == "memory"
        hanging.release.set()
        await settled(store)
        assert hanging.entries == {NAME: CANARY}
        assert await store.get("app-1", "android") == Secret(CANARY)

    run(test)


def test_a_late_save_of_a_key_removed_meanwhile_leaves_nothing_behind(
    hanging: HangingKeyring,
) -> None:
    async def test() -> None:
        store = SecretStore(lambda: hanging, deadline_s=0.02)
        await store.save("app-1", "android", Secret(CANARY))
        assert not await store.remove("app-1", "android")
        hanging.release.set()
        await settled(store)
        assert hanging.entries == {}
        assert await store.get("app-1", "android") is None

    run(test)


def test_a_late_save_of_a_key_changed_meanwhile_does_not_come_up_at_the_next_start(
    hanging: HangingKeyring,
) -> None:
    async def test() -> None:
        store = SecretStore(lambda: hanging, deadline_s=0.02)
        await store.save("app-1", "android", Secret("old"))
        await store.save("app-1", "android", Secret("new"))
        hanging.release.set()
        await settled(store)
        assert hanging.entries == {}
        assert await store.get("app-1", "android") == Secret("new")

    run(test)


def test_the_next_one_to_ask_waits_for_a_call_whose_asker_went_away(
    hanging: HangingKeyring,
) -> None:
    async def test() -> None:
        store = SecretStore(lambda: hanging, deadline_s=10)
        async with asyncio.TaskGroup() as group:
            asked = group.create_task(store.get("app-1", "android"))
            while not hanging.calls:
                await asyncio.sleep(0)
            asked.cancel()
        async with asyncio.TaskGroup() as group:
            following = group.create_task(store.get("app-1", "android"))
            await asyncio.sleep(0)
            hanging.release.set()
        assert following.result() is None
        assert store.place == "keyring"

    run(test)


def test_a_hanging_keyring_does_not_hold_the_program_open() -> None:
    script = (
        "import asyncio\n"
        "from tests.store.keyrings import HangingKeyring\n"
        "from tpns_desktop.model.secret import Secret\n"
        "from tpns_desktop.store.secrets import SecretStore\n"
        "store = SecretStore(HangingKeyring, deadline_s=0.05)\n"
        "print(asyncio.run(store.save('app-1', 'android', Secret('x'))), store.reason)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        timeout=20,
        check=True,
        cwd=Path(__file__).parents[2],
    )
    assert (done.stdout, done.stderr) == ("memory silent\n", "")


# -------------------------------------------------------------------- choosing a backend


def backend_class(module: str, name: str, priority: object = 5, broken: bool = False) -> type:
    def start(self: object) -> None:
        if broken:
            raise RuntimeError("not here")

    made = type(name, (), {"priority": priority, "__module__": module, "__init__": start})
    made.__qualname__ = name
    return made


def test_every_backend_on_the_list_is_allowed_and_those_beside_it_are_not() -> None:
    assert all(is_allowed(backend_class(*pair)) for pair in ALLOWED_BACKENDS)
    for refused in (
        keyring.backends.chainer.ChainerBackend,
        keyring.backends.null.Keyring,
        keyring.backends.fail.Keyring,
        backend_class("keyrings.alt.file", "PlaintextKeyring"),
        backend_class("keyrings.alt.file", "EncryptedKeyring"),
        backend_class("keyring.backends.SecretService", "PlaintextKeyring"),
        type("Keyring", (keyring.backends.SecretService.Keyring,), {"__module__": "evil"}),
    ):
        assert not is_allowed(refused), refused
        assert choose_backend(lambda refused=refused: [refused]) is None  # type: ignore[misc]


def test_the_best_that_works_here_is_taken() -> None:
    vault, mac, service, lib, wallet = (
        backend_class(module, name, priority, broken)
        for (module, name), priority, broken in zip(
            ALLOWED_BACKENDS,
            (0.5, None, 5, 4.8, 9),
            (False, False, False, False, True),
            strict=True,
        )
    )
    chosen = choose_backend(lambda: [vault, mac, lib, service, wallet])
    assert type(chosen) is service
    assert choose_backend(lambda: [vault, mac]) is None
    assert choose_backend(lambda: [wallet]) is None
    assert choose_backend(list) is None


def test_what_environment_and_configuration_file_ask_for_is_not_followed(tmp_path: Path) -> None:
    config = tmp_path / "python_keyring"
    config.mkdir()
    (config / "keyringrc.cfg").write_text(
        "[backend]\ndefault-keyring=keyring.backends.null.Keyring\n"
    )
    script = (
        "from tpns_desktop.store.secrets import choose_backend, is_allowed\n"
        "backend = choose_backend()\n"
        "print(backend is None or is_allowed(type(backend)))"
    )
    environment = {
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        "XDG_CONFIG_HOME": str(tmp_path),
        "HOME": str(tmp_path),
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
    }
    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env=environment,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout == "True\n"


def test_the_library_brings_at_least_one_backend_of_the_list_on_every_system() -> None:
    assert installed_backends()
    assert all(is_allowed(backend) for backend in installed_backends())


def test_importing_the_store_of_keys_does_not_load_keyring() -> None:
    script = "import sys, tpns_desktop.store.secrets\nprint('keyring' in sys.modules)"
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


# --------------------------------------------------------------- one keyring, another, none


def test_a_key_that_lies_in_another_keyring_is_not_called_missing() -> None:
    backend = MemoryKeyring()

    async def test() -> None:
        store = SecretStore(lambda: backend)
        await store.save("app-1", "android", Secret(CANARY))
        place = store.key_place("app-1", "android")
        assert place == store.backend == "keyrings"
        other = SecretStore(OtherKeyring)
        with pytest.raises(SecretsUnavailable) as caught:
            await other.get("app-1", "android", place)
        assert caught.value.reason == "other"
        assert not await other.remove("app-1", "android", place)
        without = SecretStore(lambda: None)
        with pytest.raises(SecretsUnavailable) as caught:
            await without.get("app-1", "android", place)
        assert caught.value.reason == "gone"
        assert not await without.remove("app-1", "android", place)
        # Removed by hand from the keyring it was in, or never known: that is missing.
        backend.entries.clear()
        again = SecretStore(lambda: backend)
        assert await again.get("app-1", "android", place) is None
        assert await other.get("app-1", "android") is None

    run(test)


def test_a_key_that_stood_in_memory_is_gone_with_its_run() -> None:
    async def test() -> None:
        store = SecretStore(lambda: None)
        await store.save("app-1", "android", Secret(CANARY))
        place = store.key_place("app-1", "android")
        assert place == "memory"
        later = SecretStore(lambda: None)
        assert await later.get("app-1", "android", place) is None
        assert await later.remove("app-1", "android", place)
        assert later.key_place("app-1", "android") is None

    run(test)


# -------------------------------------------------------------------------------- unlocking


def test_unlocking_hands_over_the_keys_that_waited_in_memory() -> None:
    backend = RaisingKeyring(keyring.errors.KeyringLocked())

    async def test() -> None:
        store = SecretStore(lambda: backend)
        for platform in ("android", "ios"):
            assert await store.save("app-1", platform, Secret(CANARY + platform)) == "memory"
        assert await store.unlock() == "memory"
        assert store.reason == "locked"
        backend.error = None  # the person has typed the keyring's password
        assert await store.unlock() == "keyring"
        assert set(backend.entries.values()) == {CANARY + "android", CANARY + "ios"}
        assert store.key_place("app-1", "android") == "keyrings"

    run(test)


def test_a_person_at_the_keyrings_window_is_waited_for_and_nobody_else_waits(
    hanging: HangingKeyring,
) -> None:
    async def test() -> None:
        store = SecretStore(lambda: hanging, deadline_s=0.02)
        assert await store.save("app-1", "android", Secret(CANARY)) == "memory"
        async with asyncio.TaskGroup() as group:
            unlocking = group.create_task(store.unlock(30))
            with pytest.raises(SecretsUnavailable) as caught:
                await store.get("app-1", "ios")
            assert caught.value.reason == "silent"
            assert not unlocking.done()
            hanging.release.set()
        assert unlocking.result() == "keyring"
        assert hanging.entries == {NAME: CANARY}

    run(test)


def test_a_keyring_that_never_opens_is_left_after_the_wait(hanging: HangingKeyring) -> None:
    async def test() -> None:
        store = SecretStore(lambda: hanging, deadline_s=0.02)
        assert await store.unlock(0.02) == "memory"
        assert store.reason == "silent"
        assert hanging.calls == 1

    run(test)


def test_a_late_answer_is_news_without_another_question(hanging: HangingKeyring) -> None:
    async def test() -> None:
        store = SecretStore(lambda: hanging, deadline_s=0.02)
        await store.save("app-1", "android", Secret(CANARY))
        assert store.place == "memory"
        hanging.release.set()
        while store.place != "keyring":
            await asyncio.sleep(0)
        assert store.reason is None

    run(test)


# ------------------------------------------------------------------------------ idle keys


def test_a_key_is_asked_for_once_while_it_is_used_and_again_after_it_was_idle() -> None:
    backend = CountingKeyring()
    passed = 0.0

    async def test() -> None:
        nonlocal passed
        await SecretStore(lambda: backend).save("app-1", "android", Secret(CANARY))
        store = SecretStore(lambda: backend, monotonic=lambda: passed)
        backend.asked = 0
        for _ in range(3):
            assert await store.get("app-1", "android") == Secret(CANARY)
            passed += IDLE_S - 1
        assert (backend.asked, store.fetched) == (1, 1)
        passed += 1
        store.drop_idle()
        assert store.fetched == 0
        assert await store.get("app-1", "android") == Secret(CANARY)
        assert backend.asked == 2

    run(test)


def test_an_idle_key_is_dropped_without_anybody_asking() -> None:
    async def test() -> None:
        store = SecretStore(MemoryKeyring, idle_s=0.01)
        await store.save("app-1", "android", Secret(CANARY))
        while store.fetched:
            await asyncio.sleep(0)

    run(test)


def test_a_key_that_only_memory_has_is_never_dropped() -> None:
    passed = 0.0

    async def test() -> None:
        nonlocal passed
        store = SecretStore(lambda: None, monotonic=lambda: passed)
        await store.save("app-1", "android", Secret(CANARY))
        passed += 10 * IDLE_S
        store.drop_idle()
        assert await store.get("app-1", "android") == Secret(CANARY)

    run(test)


@pytest.mark.parametrize("change", ["save", "remove"])
def test_a_held_key_follows_what_is_saved_and_removed(change: str) -> None:
    backend = MemoryKeyring()

    async def test() -> None:
        store = SecretStore(lambda: backend)
        await store.save("app-1", "android", Secret("old"))
        assert await store.get("app-1", "android") == Secret("old")
        if change == "save":
            await store.save("app-1", "android", Secret("new"))
            assert await store.get("app-1", "android") == Secret("new")
        else:
            assert await store.remove("app-1", "android")
            assert await store.get("app-1", "android") is None

    run(test)


# ----------------------------------------------------------------------------- no traces


@pytest.mark.parametrize("backend", [None, MemoryKeyring(), RaisingKeyring(OSError(CANARY))])
def test_no_key_is_in_any_file_or_in_what_is_printed(
    tmp_path: Path, backend: MemoryKeyring | None
) -> None:
    async def test() -> None:
        database = open_database(tmp_path / "data" / "tpns.db")
        preferences = Settings(tmp_path / "data" / "settings.ini", last_app="app-1")
        store = SecretStore(lambda: backend)
        await store.save("app-1", "android", Secret(CANARY))
        with database.transaction() as conn:
            Apps(conn).add(app())
            Drafts(conn).save("app-1", None, {"name": "x"})
        assert preferences.save()
        shown = [repr(store), str(vars(store)), repr(preferences), repr(database)]
        try:
            await store.save("app-1", "android", Secret(CANARY * 100))
        except SecretError as error:
            shown += [repr(error), str(error)]
        assert CANARY not in "".join(shown)
        for file in (tmp_path / "data").iterdir():
            assert CANARY.encode() not in file.read_bytes(), file.name
        database.close()

    run(test)


def test_a_quiet_look_asks_no_keyring_that_would_ask_a_person() -> None:
    backend = MemoryKeyring()
    locked = [True]

    async def test() -> None:
        await SecretStore(lambda: backend).save("app-1", "android", Secret(CANARY))
        backend.threads.clear()
        store = SecretStore(lambda: backend, asks=lambda _: locked[0])
        with pytest.raises(SecretsUnavailable) as refused:
            await store.get("app-1", "android", "keyring", quiet=True)
        assert (refused.value.reason, backend.threads) == ("locked", set())
        assert await store.get("app-1", "android", "keyring") == Secret(CANARY)  # at first need
        locked[0] = False
        other = SecretStore(lambda: backend, asks=lambda _: locked[0])
        assert await other.get("app-1", "android", "keyring", quiet=True) == Secret(CANARY)

    run(test)
