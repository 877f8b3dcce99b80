"""Words and links of the page *Before a text can follow a push*."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import grouped, when_inside

if TYPE_CHECKING:
    from tpns_desktop.send.sms_desk import SmsSetup

STEPS: Final = ("numbers", "authorise", "texts", "package")

_DOCS = "https://intl.cloud.tencent.com/document/product"
_CHINA = "https://console.cloud.tencent.com"
_WORLD = "https://console.tencentcloud.com"

LINKS: Final[dict[str, dict[str, tuple[tuple[str, str], ...]]]] = {
    site: {
        "numbers": (
            (QT_TRANSLATE_NOOP("Texts", "Guide for Android"), f"{_DOCS}/1024/30715"),
            (QT_TRANSLATE_NOOP("Texts", "Guide for iOS"), f"{_DOCS}/1024/30727"),
        ),
        "authorise": (
            (QT_TRANSLATE_NOOP("Texts", "API keys"), f"{console}/cam/capi"),
            (QT_TRANSLATE_NOOP("Texts", "TPNS console"), f"{console}/tpns"),
        ),
        "texts": (
            (QT_TRANSLATE_NOOP("Texts", "SMS console"), f"{console}/smsv2"),
            (QT_TRANSLATE_NOOP("Texts", "About signatures"), f"{_DOCS}/382/{signature}"),
            (QT_TRANSLATE_NOOP("Texts", "About templates"), f"{_DOCS}/382/{template}"),
        ),
        "package": (
            (QT_TRANSLATE_NOOP("Texts", "SMS console"), f"{console}/smsv2"),
            (QT_TRANSLATE_NOOP("Texts", "About prices"), f"{_DOCS}/382/18052"),
        ),
    }
    for site, console, signature, template in (
        ("china", _CHINA, "35456", "35457"),
        ("international", _WORLD, "35460", "35461"),
    )
}
"""Site → step → (words, address) of each page to open. The consoles of the international site are
inferred from those of the China site; the guides are the service's own."""

_STATES: Final[dict[str, tuple[str, str]]] = {
    "done": (QT_TRANSLATE_NOOP("Texts", "✓ Done"), "ok"),
    "not": (QT_TRANSLATE_NOOP("Texts", "! Not yet"), "warn"),
    "unknown": (QT_TRANSLATE_NOOP("Texts", "? Not known"), "neutral"),
}

_TITLES: Final[dict[str, str]] = {
    "numbers": QT_TRANSLATE_NOOP("Texts", "Bind a mobile number to each user"),
    "authorise": QT_TRANSLATE_NOOP("Texts", "Let TPNS use your SMS account"),
    "texts": QT_TRANSLATE_NOOP("Texts", "Get a signature and a template approved"),
    "package": QT_TRANSLATE_NOOP("Texts", "Buy a package of messages"),
}

_HOW: Final[dict[str, str]] = {
    "numbers": QT_TRANSLATE_NOOP(
        "Texts",
        "The app tells TPNS each user's number, such as +8613711112222. A developer adds one call "
        "to the app; nobody gets a text before that.",
    ),
    "authorise": QT_TRANSLATE_NOOP(
        "Texts",
        "Create a key pair under “API keys”. Then, in the TPNS console, open “Third-Party Service "
        "Authorization”, click “Authorize Now” and enter the pair.",
    ),
    "texts": QT_TRANSLATE_NOOP(
        "Texts",
        "Every text is a signature and a template. Apply for both in the SMS console: one kind for "
        "numbers of mainland China, another for all other places.",
    ),
    "package": QT_TRANSLATE_NOOP(
        "Texts",
        "Texts are paid for by the message; a long one counts as several. Without a package none "
        "is sent.",
    ),
}


def state_words(state: str) -> tuple[str, str]:
    """Words and tone of a step's state."""
    text, tone = _STATES[state]
    return _said(text), tone


def title_of(step: str) -> str:
    """What a step is called."""
    return _said(_TITLES[step])


def how_words(step: str) -> str:
    """What there is to do."""
    return _said(_HOW[step])


def links_of(step: str, site: str) -> list[tuple[str, str]]:
    """Pages of a step as (words, address)."""
    return [(_said(text), address) for text, address in LINKS[site][step]]


def known_words(step: str, setup: SmsSetup) -> str:
    """What is known of a step on this computer."""
    return {
        "numbers": _numbers,
        "authorise": _authorise,
        "texts": _texts,
        "package": _package,
    }[step](setup)


def _numbers(setup: SmsSetup) -> str:
    if setup.practice:
        return _said(QT_TRANSLATE_NOOP("Texts", "In practice people have numbers already."))
    if setup.numbers is None:
        return _said(
            QT_TRANSLATE_NOOP(
                "Texts", "TPNS doesn't tell how many users have a number. Ask a developer."
            )
        )
    return QCoreApplication.translate(
        "Texts",
        "Your largest list of mobile numbers has %Ln. Whether they are bound is not told by TPNS.",
        None,
        setup.numbers,
    )


def _authorise(setup: SmsSetup) -> str:
    if setup.practice:
        return _said(QT_TRANSLATE_NOOP("Texts", "In practice this is done already."))
    if setup.texted:
        return _said(
            QT_TRANSLATE_NOOP(
                "Texts",
                "TPNS took on a push with texts before. That its keys work shows in the SMS "
                "console only.",
            )
        )
    return _said(QT_TRANSLATE_NOOP("Texts", "TPNS doesn't tell whether it has keys."))


def _texts(setup: SmsSetup) -> str:
    if setup.templates.read_at is None and not setup.templates.nothing_found:
        typed = len(setup.templates.rows)
        if typed:
            return QCoreApplication.translate(
                "Texts",
                "%Ln template(s) typed in by hand; the account was not asked about them.",
                None,
                typed,
            )
        return _said(QT_TRANSLATE_NOOP("Texts", "The account was not read yet."))
    text = QT_TRANSLATE_NOOP("Texts", "Approved signatures: {0} · approved templates: {1}")
    said = _said(text).format(grouped(setup.usable_signatures), grouped(setup.usable_templates))
    if setup.templates.read_at is not None:
        said += " · " + _said(QT_TRANSLATE_NOOP("Texts", "read {0}")).format(
            when_inside(setup.templates.read_at)
        )
    return said


def _package(setup: SmsSetup) -> str:
    if setup.left is None:
        if setup.site == "international":
            return _said(
                QT_TRANSLATE_NOOP(
                    "Texts", "The international site doesn't tell what is left. See its console."
                )
            )
        return _said(QT_TRANSLATE_NOOP("Texts", "What is left was not read yet."))
    return "\n".join(
        _said(QT_TRANSLATE_NOOP("Texts", "SMS app {0}: {1} messages left · read {2}")).format(
            app.sms_app_id, grouped(app.balance), when_inside(app.balance_at)
        )
        for app in setup.apps
        if app.balance is not None and app.balance_at is not None
    )


def developer_note() -> str:
    """What to hand to a developer for the first step."""
    return _said(
        QT_TRANSLATE_NOOP(
            "Texts",
            "We want TPNS to send a text message where a push does not arrive. For that the app "
            "has to bind each user's mobile number.\n"
            "1. After log-in, call the TPNS SDK's method that binds a mobile number.\n"
            "2. Use the form +[country code][number], for example +8613711112222, without spaces.\n"
            "3. Unbind it at log-out, so that nobody gets another person's texts.\n"
            "Android: {0}\n"
            "iOS: {1}",
        )
    ).format(f"{_DOCS}/1024/30715", f"{_DOCS}/1024/30727")


def _said(text: str) -> str:
    return QCoreApplication.translate("Texts", text)
