"""What the made-up devices are made from: models, places, versions, custom tags and their shares.

Plain tables; weights are relative. Values are spelt as the service's tag tables show them
(provinces in lower-case pinyin, countries in upper case).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from .rules import Platform


@dataclass(frozen=True, slots=True)
class Model:
    """A phone model; ``channel`` is the vendor's way to it, ``xg`` where there is none."""

    weight: int
    name: str
    brand: str
    channel: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a device is, and what language it is set to."""

    weight: int
    province: str
    city: str
    country: str = "CN"
    language: str = "zh"


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the app, the TPNS SDK or the system."""

    weight: int
    name: str


MODELS: Final[dict[Platform, tuple[Model, ...]]] = {
    "android": (
        Model(14, "Mate 60 Pro", "huawei", "hw"),
        Model(12, "P60", "huawei", "hw"),
        Model(8, "nova 12", "huawei", "hw"),
        Model(10, "Magic6", "honor", "honor"),
        Model(9, "HONOR 90", "honor", "honor"),
        Model(12, "MI 9 SE", "xiaomi", "xm"),
        Model(14, "Xiaomi 14", "xiaomi", "xm"),
        Model(12, "Redmi K70", "redmi", "xm"),
        Model(15, "Reno11", "oppo", "oppo"),
        Model(8, "Find X7", "oppo", "oppo"),
        Model(5, "OnePlus 12", "oneplus", "oppo"),
        Model(5, "realme GT5", "realme", "oppo"),
        Model(16, "vivo X100", "vivo", "vivo"),
        Model(10, "iQOO 12", "vivo", "vivo"),
        Model(6, "Meizu 21", "meizu", "mz"),
        Model(8, "Galaxy S24", "samsung", "fcm"),
        Model(3, "Pixel 8", "google", "fcm"),
        Model(4, "ZTE Axon 50", "zte", "xg"),
        Model(3, "Lenovo K14", "lenovo", "xg"),
    ),
    "ios": (
        Model(22, "iPhone 15", "apple", "apns"),
        Model(18, "iPhone 14", "apple", "apns"),
        Model(16, "iPhone 13", "apple", "apns"),
        Model(14, "iPhone 15 Pro Max", "apple", "apns"),
        Model(10, "iPhone 12", "apple", "apns"),
        Model(8, "iPhone SE", "apple", "apns"),
        Model(6, "iPad Air", "apple", "apns"),
    ),
}

PLACES: Final[tuple[Place, ...]] = (
    Place(17, "guangdong", "guangzhou"),
    Place(18, "guangdong", "shenzhen"),
    Place(2, "guangdong", "shenzhen", language="en"),
    Place(6, "guangdong", "dongguan"),
    Place(5, "guangdong", "foshan"),
    Place(15, "beijing", "beijing"),
    Place(2, "beijing", "beijing", language="en"),
    Place(16, "shanghai", "shanghai"),
    Place(2, "shanghai", "shanghai", language="en"),
    Place(7, "zhejiang", "hangzhou"),
    Place(5, "zhejiang", "ningbo"),
    Place(4, "zhejiang", "wenzhou"),
    Place(7, "jiangsu", "nanjing"),
    Place(7, "jiangsu", "suzhou"),
    Place(4, "jiangsu", "wuxi"),
    Place(6, "shandong", "jinan"),
    Place(6, "shandong", "qingdao"),
    Place(9, "sichuan", "chengdu"),
    Place(2, "sichuan", "mianyang"),
    Place(7, "hubei", "wuhan"),
    Place(2, "hubei", "yichang"),
    Place(6, "hunan", "changsha"),
    Place(2, "hunan", "zhuzhou"),
    Place(7, "henan", "zhengzhou"),
    Place(3, "henan", "luoyang"),
    Place(4, "hebei", "shijiazhuang"),
    Place(3, "hebei", "baoding"),
    Place(4, "fujian", "fuzhou"),
    Place(4, "fujian", "xiamen"),
    Place(7, "chongqing", "chongqing"),
    Place(5, "tianjin", "tianjin"),
    Place(5, "anhui", "hefei"),
    Place(5, "shaanxi", "xian"),
    Place(4, "liaoning", "shenyang"),
    Place(3, "liaoning", "dalian"),
    Place(3, "jiangxi", "nanchang"),
    Place(3, "guangxi", "nanning"),
    Place(3, "yunnan", "kunming"),
    Place(2, "guizhou", "guiyang"),
    Place(2, "shanxi", "taiyuan"),
    Place(2, "jilin", "changchun"),
    Place(2, "heilongjiang", "haerbin"),
    Place(1, "gansu", "lanzhou"),
    Place(1, "hainan", "haikou"),
    Place(1, "neimenggu", "huhehaote"),
    Place(1, "xinjiang", "wulumuqi"),
    Place(1, "ningxia", "yinchuan"),
    Place(1, "qinghai", "xining"),
    Place(1, "xizang", "lasa"),
    Place(2, "hongkong", "hongkong", "HK", "zh"),
    Place(1, "hongkong", "hongkong", "HK", "en"),
    Place(1, "macau", "macau", "MO", "zh"),
    Place(2, "singapore", "singapore", "SG", "en"),
    Place(1, "singapore", "singapore", "SG", "zh"),
    Place(1, "kuala lumpur", "kuala lumpur", "MY", "en"),
    Place(1, "california", "san francisco", "US", "en"),
    Place(1, "tokyo", "tokyo", "JP", "ja"),
)

APP_VERSIONS: Final[tuple[Version, ...]] = (
    Version(4, "1.0.2"),
    Version(8, "1.1.0"),
    Version(12, "1.1.1"),
    Version(18, "1.2.0"),
    Version(48, "2.0.0"),
    Version(10, "2.1.0"),
)

SDK_VERSIONS: Final[tuple[Version, ...]] = (
    Version(10, "1.1.6.1"),
    Version(20, "1.3.5.1"),
    Version(30, "1.3.9.0"),
    Version(40, "1.4.3.1"),
)

SYSTEM_VERSIONS: Final[dict[Platform, tuple[Version, ...]]] = {
    "android": (
        Version(8, "10.0.0"),
        Version(12, "11.0.0"),
        Version(24, "12.0.0"),
        Version(26, "13.0.0"),
        Version(30, "14.0.0"),
    ),
    "ios": (
        Version(10, "15.8"),
        Version(20, "16.7"),
        Version(40, "17.5"),
        Version(30, "18.1"),
    ),
}

DAYS_SINCE_SEEN: Final[tuple[tuple[int, int], ...]] = (
    (96, 0),
    (46, 1),
    (24, 2),
    (18, 3),
    (14, 5),
    (12, 7),
    (10, 14),
    (8, 21),
    (6, 30),
    (5, 45),
    (4, 60),
    (3, 80),
    (6, 120),
    (4, 200),
)
"""``(weight, days)`` since a device was last seen; up to 255."""

TAG_SHARES: Final[tuple[tuple[str, int], ...]] = (
    ("new_user", 31),
    ("vip", 18),
    ("member_gold", 8),
    ("member_silver", 23),
    ("gamer", 61),
    ("coupon_hunter", 46),
    ("sports", 51),
    ("music", 72),
    ("movie_fan", 56),
    ("traveller", 26),
    ("reader", 41),
    ("parent", 33),
    ("student", 38),
    ("cart_left", 15),
    ("beta_tester", 3),
    ("city:first_tier", 77),
)
"""Custom tags that a device has or not, each by itself: devices out of 256."""

TAG_CHOICES: Final[tuple[tuple[tuple[str, int], ...], ...]] = (
    (("female", 108), ("male", 112), ("", 36)),
    (("level:1", 90), ("level:2", 62), ("level:3", 44), ("level:4", 26), ("level:5", 10), ("", 24)),
)
"""Custom tags of which a device has one of a group, or none: out of 256."""

KNOWN_TAGS: Final[tuple[str, ...]] = (
    "vip",
    "new_user",
    "member_gold",
    "member_silver",
    "gamer",
    "coupon_hunter",
    "female",
    "male",
    "level:1",
    "level:2",
    "level:3",
    "level:4",
    "level:5",
    "sports",
    "music",
    "student",
)
"""Custom tags shown to people: each has many devices."""


ATTRIBUTES: Final[dict[str, tuple[str, ...]]] = {
    "nickname": ("Ming", "小雨", "阿杰", "Lily", "晨曦", "大海", "", ""),
    "age": tuple(str(age) for age in range(18, 66)),
    "gender": ("female", "male", ""),
    "member_level": ("bronze", "silver", "gold", "", ""),
    "points": tuple(str(points) for points in range(0, 12_000, 37)),
    "birthday_month": tuple(str(month) for month in range(1, 13)),
    "favourite": ("手机", "sports", "图书", "music", "美食", ""),
}
"""User attributes declared in the console, and values that devices begin with; "" is none."""


def byte_table(weights: Sequence[int]) -> bytes:
    """A table from random byte to choice, each choice by its weight and at least one byte.

    ``random bytes.translate(byte_table(...))`` makes a column of choices in one step. Raises
    ``ValueError`` for more than 256 choices.
    """
    if not 1 <= len(weights) <= 256:
        raise ValueError("1 to 256 choices")
    spare = 256 - len(weights)
    total = sum(weights)
    slots = [1 + weight * spare // total for weight in weights]
    by_remainder = sorted(range(len(weights)), key=lambda at: (-(weights[at] * spare % total), at))
    for at in by_remainder[: 256 - sum(slots)]:
        slots[at] += 1
    return b"".join(bytes([choice]) * count for choice, count in enumerate(slots))
