"""Words about newer versions of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tpns_desktop import __version__
from tpns_desktop.ui.words.numbers import day

if TYPE_CHECKING:
    from tpns_desktop.client.updates import Release


def state_words(state: str) -> str:
    """What holds here; `state` is one of `send.updates.State`."""
    translate = QCoreApplication.translate
    if state == "managed":
        return translate(
            "Updates",
            "Whoever looks after this computer decides when the program is renewed, so it does "
            "not look for newer versions.",
        )
    if state == "nowhere":
        return translate(
            "Updates",
            "This copy does not know where newer versions are told. Get them where you got it.",
        )
    return translate(
        "Updates",
        "It reads a few signed lines and tells nothing about you. Nothing is ever installed by "
        "itself.",
    )


def release_words(release: Release) -> str:
    """That there is a newer version."""
    return QCoreApplication.translate(
        "Updates", "TPNS Desktop {0} is out ({1}). You have {2}."
    ).format(release.version, day(release.date), __version__)


def newest_words() -> str:
    """That there is none."""
    return QCoreApplication.translate("Updates", "You have the newest version.")


def problem_words(reason: str) -> str:
    """Why nothing is known of one; `reason` is `FeedProblem`'s."""
    translate = QCoreApplication.translate
    if reason == "network":
        return translate(
            "Updates", "Nobody could be asked: what is set under Network above does not work."
        )
    if reason == "no_answer":
        return translate(
            "Updates",
            "No answer came. Look at this computer's connection and at Network above, or try again "
            "later.",
        )
    return translate(
        "Updates",
        "The answer is not signed by the program's publisher, so it was not believed. Try again "
        "later; if it stays so, tell whoever gave you the program.",
    )
