"""The cloud account of practice: keys, signatures, templates, SMS apps and bought packages.

Made up, and all of it stands here. A China-site account with everything in one region, so another
region is as empty as it would be in earnest. There is one of each that may be sent with, and some
that may not: in review, refused, approved but not in force.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Final

MAINLAND: Final = 0
GLOBAL: Final = 1
BOTH: Final = 3
"""``International`` of signatures and templates; 3 stands on templates alone."""

USABLE: Final = 0
IN_REVIEW: Final = 1
NOT_IN_FORCE: Final = 2
REFUSED: Final = -1
"""``StatusCode``."""

REGION: Final = "ap-guangzhou"

_YEAR_S: Final = 365 * 86_400


@dataclass(frozen=True, slots=True)
class CloudKeys:
    """SecretId and SecretKey, made up for this run. The key is never shown by ``repr``."""

    secret_id: str
    secret_key: str = field(repr=False)


def new_keys() -> CloudKeys:
    """Keys as long as real ones."""
    return CloudKeys(f"AKID{secrets.token_hex(16)}", secrets.token_hex(16))


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature, as DescribeSmsSignList tells it."""

    sign_id: int
    name: str
    international: int = MAINLAND
    status: int = USABLE
    reply: str = ""


@dataclass(frozen=True, slots=True)
class Template:
    """A template, as DescribeSmsTemplateList tells it, and what only its owner knows."""

    template_id: int
    name: str
    content: str
    international: int = MAINLAND
    status: int = USABLE
    reply: str = ""
    marketing: bool = False
    """May go out from 08:00 to 22:00 only."""


@dataclass(frozen=True, slots=True)
class Package:
    """A package of texts. Ages in seconds before the service began."""

    package_id: int
    amount: int
    used: int
    bought: bool
    made_before_s: int
    lasts_s: int = _YEAR_S


SIGNATURES: Final = (
    Signature(1101, "演练商城"),
    Signature(1102, "商城会员"),
    Signature(1103, "双十一活动", status=IN_REVIEW),
    Signature(1104, "商城客服", status=NOT_IN_FORCE),
    Signature(1105, "好运连连", status=REFUSED, reply="签名与营业执照不符"),
    Signature(1106, "DemoMall", GLOBAL),
    Signature(1107, "Aurora", GLOBAL, REFUSED, "document unreadable"),
)

TEMPLATES: Final = (
    Template(2101, "到账通知", "{1}，你的{2}已到账，请在{3}前打开应用查看。"),
    Template(
        2102,
        "活动推广",
        "{1}今晚八点开始，低至五折，打开应用领券。拒收请回复R",
        marketing=True,
    ),
    Template(2103, "验证码", "验证码 {1}，10分钟内有效，不要告诉他人。"),
    Template(2104, "发货通知", "订单{1}已发货，预计{2}送达。", status=IN_REVIEW),
    Template(2105, "开奖通知", "{1}", status=REFUSED, reply="模板不能只有变量"),
    Template(2106, "会员日", "会员日福利已到账，打开应用领取。", status=NOT_IN_FORCE),
    Template(2107, "Order shipped", "Your order {1} is on its way.", GLOBAL),
    Template(2108, "Reminder", "Open the app to see the news.", BOTH),
)

APPS: Final = {"1400006666": "商城补发", "1400007777": "Demo Mall global"}
"""SMS app ID → its name in the console; no call tells the name."""

PACKAGES: Final = {
    "1400006666": (
        Package(1000791745, 100_000, 12_500, True, 40 * 86_400),
        Package(1000791746, 1_000, 1_000, False, 200 * 86_400),
        Package(1000791747, 50_000, 49_000, True, 500 * 86_400),
    ),
    "1400007777": (Package(1000791748, 100, 0, False, 10 * 86_400),),
}
"""SMS app ID → its packages; the third of the first is over."""
