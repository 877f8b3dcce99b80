"""Whom a push to users of a Chat app meets, as one sentence."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.audience import listed, quoted

Rows = Sequence[tuple[str, str]]
"""Name and value of attributes."""


def audience_sentence(
    kind: str | None,
    *,
    tags_any: Sequence[str] = (),
    tags_all: Sequence[str] = (),
    attributes_any: Rows = (),
    attributes_all: Rows = (),
    users: int = 0,
) -> str:
    """The sentence; empty while nobody is chosen. `kind`: as in the draft."""
    if kind == "all":
        return QCoreApplication.translate("ChatAudience", "All users of the app.")
    if kind == "users":
        return (
            QCoreApplication.translate("ChatAudience", "%Ln named user(s).", None, users)
            if users
            else ""
        )
    if kind == "tags":
        return _both(_with_tags(tags_all, every=True), _with_tags(tags_any, every=False))
    if kind == "attributes":
        return _both(_whose(attributes_all, every=True), _whose(attributes_any, every=False))
    return ""


def _both(first: str, second: str) -> str:
    parts = [part for part in (first, second) if part]
    if not parts:
        return ""
    between = QCoreApplication.translate("ChatAudience", ", and ")
    return QCoreApplication.translate("ChatAudience", "All users {0}.").format(between.join(parts))


def _with_tags(tags: Sequence[str], *, every: bool) -> str:
    if not tags:
        return ""
    said = _series([quoted(tag) for tag in tags], every=every)
    if len(tags) == 1:
        return QCoreApplication.translate("ChatAudience", "with the tag {0}").format(said)
    if every:
        return QCoreApplication.translate("ChatAudience", "with all the tags {0}").format(said)
    return QCoreApplication.translate("ChatAudience", "with any of the tags {0}").format(said)


def _whose(rows: Rows, *, every: bool) -> str:
    held = [(name, value) for name, value in rows if name and value]
    if not held:
        return ""
    one = QCoreApplication.translate("ChatAudience", "{0} is {1}")
    said = _series([one.format(name, quoted(value)) for name, value in held], every=every)
    if every or len(held) == 1:
        return QCoreApplication.translate("ChatAudience", "whose {0}").format(said)
    return QCoreApplication.translate("ChatAudience", "of whom one of these holds: {0}").format(
        said
    )


def _series(parts: Sequence[str], *, every: bool) -> str:
    joint = (
        QCoreApplication.translate("Words", " and ")
        if every
        else QCoreApplication.translate("Words", " or ")
    )
    *before, last = parts
    return joint.join((listed(before), last)) if before else last
