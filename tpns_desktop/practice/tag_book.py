"""Custom tags of a fleet: what was drawn at first, and what calls have changed since.

Drawn tags are sets of ``bits`` with devices by the thousand; changes are few and kept device by
device, so ten thousand tags on a device each cost no more than that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from . import bits


class TagBook:
    """The custom tags of a fleet of ``size`` devices; ``drawn``: devices of each at first."""

    def __init__(self, drawn: Mapping[str, int], size: int) -> None:
        self._drawn = dict(drawn)
        self._changed: dict[str, dict[int, bool]] = {tag: {} for tag in drawn}
        """Tag → device → whether it has it now; every tag of the app is a key."""
        self._size = size

    @property
    def names(self) -> frozenset[str]:
        """All tags of the app, also those that no device has any more."""
        return frozenset(self._changed)

    def in_use(self) -> set[str]:
        """The tags that some device has, or was drawn to have."""
        return {
            tag
            for tag, changed in self._changed.items()
            if tag in self._drawn or any(changed.values())
        }

    def devices(self, tag: str) -> int:
        """The devices that have a tag, as a set of ``bits``."""
        changed = self._changed.get(tag)
        drawn = self._drawn.get(tag, 0)
        if not changed:
            return drawn
        on = bits.of_indexes((at for at, has in changed.items() if has), self._size)
        off = bits.of_indexes((at for at, has in changed.items() if not has), self._size)
        return (drawn | on | off) ^ off

    def tags_of(self, device: int) -> set[str]:
        """The tags of a device."""
        return {
            tag
            for tag, changed in self._changed.items()
            if (changed[device] if device in changed else self._drew(tag, device))
        }

    def _drew(self, tag: str, device: int) -> bool:
        drawn = self._drawn.get(tag)
        return drawn is not None and bits.has(drawn, device)

    def add(self, device: int, tags: Iterable[str]) -> None:
        """Bind tags to a device."""
        for tag in tags:
            self._changed.setdefault(tag, {})[device] = True

    def remove(self, device: int, tags: Iterable[str]) -> None:
        """Unbind tags from a device."""
        for tag in tags:
            if tag in self._changed:
                self._changed[tag][device] = False

    def overwrite(self, device: int, tags: Iterable[str]) -> None:
        """Give a device these tags instead of its own; see ``overwritten``."""
        before = self.tags_of(device)
        after = overwritten(before, tags)
        self.remove(device, before - after)
        self.add(device, after - before)

    def delete(self, tags: Iterable[str]) -> None:
        """Take tags off every device and out of the app."""
        for tag in tags:
            self._changed.pop(tag, None)
            self._drawn.pop(tag, None)


def overwritten(before: Iterable[str], tags: Iterable[str]) -> set[str]:
    """The tags after an overwriting call (type 6, tpns-rest 9.1).

    Where every tag of the call has a class (text before its first colon), only tags of the same
    classes go; otherwise all do.
    """
    tags = set(tags)
    if not all(":" in tag for tag in tags):
        return tags
    classes = {_class(tag) for tag in tags}
    return tags | {tag for tag in before if _class(tag) not in classes}


def _class(tag: str) -> str | None:
    head, colon, _rest = tag.partition(":")
    return head if colon else None
