"""Words about the way to the service: proxies and extra certificates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from tpns_desktop.send.connect import FieldProblem

_PROBLEMS: dict[tuple[str, str], str] = {
    ("proxy_address", "required"): QT_TRANSLATE_NOOP(
        "Network", "Enter the proxy's address, such as proxy.example.com:8080."
    ),
    ("proxy_address", "socks"): QT_TRANSLATE_NOOP(
        "Network", "This program does not speak SOCKS. Ask for the address of an HTTP proxy."
    ),
    ("proxy_address", "pac"): QT_TRANSLATE_NOOP(
        "Network",
        "This is a PAC script, which this program does not read. The script names a proxy: enter "
        "that one's address.",
    ),
    ("proxy_address", "kind"): QT_TRANSLATE_NOOP(
        "Network", "Only HTTP proxies can be used. Enter host and port, without https://."
    ),
    ("proxy_address", "login"): QT_TRANSLATE_NOOP(
        "Network", "Leave user and password out of the address; they have their own fields."
    ),
    ("proxy_address", "port"): QT_TRANSLATE_NOOP(
        "Network", "The port is missing or too large. It stands after a colon, such as :8080."
    ),
    ("proxy_user", "required"): QT_TRANSLATE_NOOP("Network", "The password needs a user name."),
    ("proxy_user", "colon"): QT_TRANSLATE_NOOP("Network", "A user name has no colon in it."),
    ("proxy_password", "type_again"): QT_TRANSLATE_NOOP(
        "Network",
        "Address or user changed. Type the password again; the stored one is not shown to another "
        "proxy.",
    ),
    ("ca_file", "not_found"): QT_TRANSLATE_NOOP("Network", "The file is not there any more."),
    ("ca_file", "unreadable"): QT_TRANSLATE_NOOP("Network", "The file may not be read."),
    ("ca_file", "too_large"): QT_TRANSLATE_NOOP(
        "Network", "The file is too large to be a file of certificates."
    ),
    ("ca_file", "no_certificate"): QT_TRANSLATE_NOOP(
        "Network", "There is no certificate in PEM form in this file."
    ),
    ("ca_file", "damaged"): QT_TRANSLATE_NOOP(
        "Network", "A certificate in this file cannot be read. Ask for a new copy."
    ),
    ("ca_file", "not_ca"): QT_TRANSLATE_NOOP(
        "Network", "This certificate belongs to a single server. Ask for that of the authority."
    ),
}

_REASONS: dict[str, str] = {
    "length": QT_TRANSLATE_NOOP("Network", "This is too long."),
    "control": QT_TRANSLATE_NOOP("Network", "There is an invisible character inside."),
}

_OTHER = QT_TRANSLATE_NOOP("Network", "This is not an address of the form host:port.")


def network_problem_words(problem: FieldProblem) -> str:
    """What is wrong with one field of the card *Network*."""
    text = _PROBLEMS.get((problem.field, problem.reason)) or _REASONS.get(problem.reason, _OTHER)
    return QCoreApplication.translate("Network", text)
