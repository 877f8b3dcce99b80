"""Words about Chat apps: regions, generations, what is odd about an entry, how a test went."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.chat_codes import chat_refusal_words
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.sentences import together
from tpns_desktop.ui.words.states import reason_words

if TYPE_CHECKING:
    from tpns_desktop.send.chat_apps import ChatTest
    from tpns_desktop.send.connect import FieldProblem
    from tpns_desktop.store.chat_apps import ChatApp

CLOCK_WARN_S: Final = 60.0
"""As `send.connect.CLOCK_WARN_S`; a test holds them together."""

OTHER_HOST: Final = "other"
"""The choice besides the regions: a host is typed."""

HOST_REGIONS: Final[dict[str, str]] = {
    "china": QT_TRANSLATE_NOOP("ChatApps", "Mainland China"),
    "singapore": QT_TRANSLATE_NOOP("ChatApps", "Singapore"),
    "seoul": QT_TRANSLATE_NOOP("ChatApps", "Seoul"),
    "tokyo": QT_TRANSLATE_NOOP("ChatApps", "Tokyo"),
    "jakarta": QT_TRANSLATE_NOOP("ChatApps", "Jakarta"),
    "mumbai": QT_TRANSLATE_NOOP("ChatApps", "Mumbai"),
    "frankfurt": QT_TRANSLATE_NOOP("ChatApps", "Frankfurt"),
    "silicon_valley": QT_TRANSLATE_NOOP("ChatApps", "Silicon Valley"),
    "riyadh": QT_TRANSLATE_NOOP("ChatApps", "Riyadh"),
}
"""Preset of a host → where it stands; a test holds it against `client.chat_points`."""

HOSTS: Final[dict[str, str]] = {
    "china": "console.tim.qq.com",
    "singapore": "adminapisgp.im.qcloud.com",
    "seoul": "adminapikr.im.qcloud.com",
    "tokyo": "adminapijpn.im.qcloud.com",
    "jakarta": "adminapiidn.im.qcloud.com",
    "mumbai": "adminapiind.im.qcloud.com",
    "frankfurt": "adminapiger.im.qcloud.com",
    "silicon_valley": "adminapiusa.im.qcloud.com",
    "riyadh": "adminapiksa.im.qcloud.com",
}
"""The same presets → host: the window may not load the client to name them."""

GENERATIONS: Final[dict[str, tuple[str, str]]] = {
    "all_member_push": (
        QT_TRANSLATE_NOOP("ChatApps", "Push to all users"),
        QT_TRANSLATE_NOOP(
            "ChatApps",
            "A chat message that can wait up to 7 days for people who are offline. It can't be "
            "taken back, and there are no figures.",
        ),
    ),
    "timpush_chat": (
        QT_TRANSLATE_NOOP("ChatApps", "Push plug-in, with a chat message"),
        QT_TRANSLATE_NOOP(
            "ChatApps",
            "A chat message that stays in people's conversations. It can be planned, taken back "
            "for 24 hours and looked up in figures.",
        ),
    ),
    "timpush_push": (
        QT_TRANSLATE_NOOP("ChatApps", "Push plug-in, notification only"),
        QT_TRANSLATE_NOOP(
            "ChatApps",
            "No chat message, a notification alone. It can be planned, taken back for 24 hours "
            "and looked up in figures.",
        ),
    ),
}
"""Dialect → what it is called, and what is special about it; a test holds it to the model."""

_PROBLEMS: dict[tuple[str, str], str] = {
    ("", "required"): QT_TRANSLATE_NOOP("ChatApps", "This is needed."),
    ("", "control"): QT_TRANSLATE_NOOP(
        "ChatApps", "There is a line end or an invisible character inside. Copy it again."
    ),
    ("", "space"): QT_TRANSLATE_NOOP("ChatApps", "There is a space inside. Copy it again."),
    ("", "non_ascii"): QT_TRANSLATE_NOOP(
        "ChatApps", "There is a character in it that can't be there. Copy it from the console."
    ),
    ("", "length"): QT_TRANSLATE_NOOP("ChatApps", "It is too long. Copy it again."),
    ("", "unknown"): QT_TRANSLATE_NOOP("ChatApps", "Choose one of the list."),
    ("sdkappid", ""): QT_TRANSLATE_NOOP("ChatApps", "An SDKAppID is a number, such as 1400000001."),
    ("sdkappid", "repeated"): QT_TRANSLATE_NOOP(
        "ChatApps", "This Chat app is connected already, with another name."
    ),
    ("identifier", "length"): QT_TRANSLATE_NOOP(
        "ChatApps",
        "An account takes 32 bytes at most: 32 letters or digits, or 10 Chinese characters.",
    ),
    ("key", "length"): QT_TRANSLATE_NOOP(
        "ChatApps", "Its length is not that of a key. Copy it again."
    ),
    ("host", ""): QT_TRANSLATE_NOOP(
        "ChatApps",
        "This is no host of Tencent's Chat service. They look like adminapisgp.im.qcloud.com.",
    ),
}
"""(Field, reason) of a problem → what is to be mended; "" stands for any other."""

_REASONS: dict[str, str] = {
    "bad_key": QT_TRANSLATE_NOOP(
        "ChatApps", "The secret key can't be used as it is. Copy it again from the Chat console."
    ),
    "bad_access_id": QT_TRANSLATE_NOOP(
        "ChatApps", "SDKAppID or administrator can't be used as they are. Enter them again."
    ),
    "dns": QT_TRANSLATE_NOOP(
        "ChatApps",
        "The host could not be found. Check its spelling, and whether this computer is online.",
    ),
    "no_key": QT_TRANSLATE_NOOP("ChatApps", "The Chat app's secret key is not at hand. Enter it."),
}

_NOT_CHAT = QT_TRANSLATE_NOOP(
    "ChatApps",
    "Something else than the Chat service answered: perhaps a log-in page of the network, a proxy, "
    "or a host of another service. Check the region, then Settings, Network.",
)
_NO_ANSWER_OF_CHAT = frozenset(
    {
        "http_status",
        "encoding",
        "answer_too_large",
        "not_json",
        "not_object",
        "repeated_keys",
        "no_code",
        "bad_fields",
    }
)


def host_choices() -> list[tuple[str, str]]:
    """Regions as (preset, words with the host), and the way to type another host."""
    choices = [(key, f"{_said(name)} · {HOSTS[key]}") for key, name in HOST_REGIONS.items()]
    return [*choices, (OTHER_HOST, _said(QT_TRANSLATE_NOOP("ChatApps", "Another host…")))]


def preset_of(url: str) -> str | None:
    """The preset of an app's address; None for a host that was typed."""
    host = url.removeprefix("https://")
    return next((key for key, known in HOSTS.items() if known == host), None)


def place_name(url: str) -> str:
    """Where an app is, in words: its region, or the host that was typed."""
    preset = preset_of(url)
    return _said(HOST_REGIONS[preset]) if preset else url.removeprefix("https://")


def generation_name(dialect: str) -> str:
    """What a generation of the service is called."""
    return _said(GENERATIONS[dialect][0])


def generation_words(dialect: str) -> str:
    """What is special about it."""
    return _said(GENERATIONS[dialect][1])


def chat_problem_words(problem: FieldProblem) -> str:
    """What is to be mended in one field of the form."""
    field, reason = problem.field, problem.reason
    for key in (
        (field, reason),
        ("", reason) if reason == "required" else (field, ""),
        ("", reason),
    ):
        if key in _PROBLEMS:
            return _said(_PROBLEMS[key])
    return _said(_PROBLEMS["", "unknown"])


def chat_app_words(app: ChatApp) -> str:
    """A Chat app in a line: number, administrator, region, generation, and where its key is."""
    parts = [str(app.sdkappid), app.identifier]
    if app.practice:
        parts.append(_said(QT_TRANSLATE_NOOP("ChatApps", "practice")))
        return " · ".join(parts)
    parts += [place_name(app.url), generation_name(app.dialect)]
    if app.key_place == "memory":
        parts.append(_said(QT_TRANSLATE_NOOP("ChatApps", "key kept until you close the program")))
    elif app.key_place:
        parts.append(_said(QT_TRANSLATE_NOOP("ChatApps", "key in the password store")))
    else:
        parts.append(_said(QT_TRANSLATE_NOOP("ChatApps", "no key")))
    return " · ".join(parts)


def chat_reason_words(reason: str | None) -> str:
    """Why the Chat service could not be asked, and how to go on."""
    if reason in _NO_ANSWER_OF_CHAT:
        return _said(_NOT_CHAT)
    text = _REASONS.get(reason or "")
    return _said(text) if text else reason_words(reason)


def chat_test_words(test: ChatTest) -> str:
    """How a test of a Chat app went, with what is to be mended."""
    if test.ok:
        said = [
            _said(QT_TRANSLATE_NOOP("ChatApps", "✓ The Chat service knows this app and its key."))
        ]
        names = list((test.names or {}).values())
        if names:
            text = QT_TRANSLATE_NOOP("ChatApps", "Its attributes: {0}.")
            said.append(_said(text).format(", ".join(names)))
        else:
            said.append(
                _said(QT_TRANSLATE_NOOP("ChatApps", "No attributes are declared in it yet."))
            )
    elif test.code is not None:
        said = [*chat_refusal_words(test.code)]
    else:
        said = [chat_reason_words(test.reason)]
    off = clock_off_words(test.skew_s)
    return together([*said, off]) if off else together(said)


def clock_off_words(skew_s: float | None) -> str:
    """How far this computer's clock is off; empty when it is right. Above 0: ahead."""
    if skew_s is None or abs(skew_s) <= CLOCK_WARN_S:
        return ""
    minutes = max(1, round(abs(skew_s) / 60))
    if skew_s > 0:
        return QCoreApplication.translate(
            "ChatApps", "This computer's clock is %Ln minute(s) ahead; set it right.", None, minutes
        )
    return QCoreApplication.translate(
        "ChatApps", "This computer's clock is %Ln minute(s) behind; set it right.", None, minutes
    )


def _said(text: str) -> str:
    return QCoreApplication.translate("ChatApps", text)
