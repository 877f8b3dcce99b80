"""What calls have bound to devices, over the accounts that are worked out.

Kept for each device and account type that was touched, with the way back from an account to its
devices. Owns no rule of who has which account at first.
"""

from __future__ import annotations

from .rules import Platform


class Bindings:
    """Accounts of devices as they were put; whatever was never put is not known here."""

    def __init__(self) -> None:
        self._accounts: dict[tuple[Platform, int, int], tuple[str, ...]] = {}
        self._devices: dict[tuple[int, str], dict[Platform, list[int]]] = {}

    def accounts(
        self, platform: Platform, device: int, account_type: int
    ) -> tuple[str, ...] | None:
        """The accounts of a type that a device has; ``None`` where nothing was put."""
        return self._accounts.get((platform, device, account_type))

    def devices(self, platform: Platform, account_type: int, account: str) -> list[int]:
        """The devices that an account was put on and is still, in that order."""
        return self._devices.get((account_type, account), {}).get(platform, [])

    def names(self) -> list[tuple[int, str]]:
        """Every account that was ever put, with its type before it."""
        return list(self._devices)

    def types(self) -> set[int]:
        """The account types of ``names``."""
        return {account_type for account_type, _account in self._devices}

    def put_on(self, platform: Platform, account_type: int) -> dict[int, tuple[str, ...]]:
        """Device → its accounts of a type, of the devices on which some were put, or none."""
        return {
            device: accounts
            for (where, device, kind), accounts in self._accounts.items()
            if (where, kind) == (platform, account_type)
        }

    def put(
        self, platform: Platform, device: int, account_type: int, accounts: tuple[str, ...]
    ) -> None:
        """Let a device have these accounts of a type, and no others of it."""
        key = (platform, device, account_type)
        for account in self._accounts.get(key, ()):
            self._devices[account_type, account][platform].remove(device)
        self._accounts[key] = accounts
        for account in accounts:
            of_platform = self._devices.setdefault((account_type, account), {})
            of_platform.setdefault(platform, []).append(device)
