"""The table behind ``history``: two plans, and the pushes that others made in the last month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from .fields import Fields
from .push import Ended, Source
from .rules import PLATFORMS, Platform

PLANS: Final[tuple[tuple[str, str, str], ...]] = (
    ("members", "会员日", "每周会员专享活动 / Offers for members, every week"),
    ("autumn", "Autumn sale", "All pushes of the autumn sale / 秋季大促的全部推送"),
)
"""Key, name and description; made a month before the world began."""

PACKAGE_ID: Final = 900_001


@dataclass(frozen=True, slots=True)
class Made:
    """A push that somebody made. Times are those of the service's clock."""

    days_ago: int
    at: str
    """``HH:MM`` at which it was made; the seconds are drawn."""
    title: str
    content: str
    audience_type: str = "all"
    target: Fields = field(default_factory=dict)
    """Fields of the body that say whom it means."""
    more: Fields = field(default_factory=dict)
    source: Source = "console"
    plan: str = ""
    """Key in ``PLANS``."""
    platforms: Sequence[Platform] = PLATFORMS
    send_in_days: int | None = None
    """Scheduled for nine o'clock so many days after it was made."""
    replaces: str = ""
    """Title of the push whose place it took."""
    ended: tuple[Ended, int] | None = None
    """How it ended, and minutes after it was made."""


def _tagged(*tags: str, operator: str = "OR", tag_type: str = "xg_user_define") -> Fields:
    item = {
        "tags": list(tags),
        "tags_operator": operator,
        "items_operator": "OR",
        "is_not": False,
        "tag_type": tag_type,
    }
    return {"tag_rules": [{"tag_items": [item], "operator": "OR", "is_not": False}]}


PAST: Final[tuple[Made, ...]] = (
    Made(
        29, "10:05", "Welcome to Demo Mall 2.1", "Faster search, and a new home page.", source="api"
    ),
    Made(
        28,
        "09:30",
        "会员日来了",
        "黄金会员今日全场 8.8 折。",
        "tag",
        _tagged("member_gold", "member_silver"),
        plan="members",
    ),
    Made(
        27,
        "18:20",
        "Your parcel is on its way",
        "Parcel 4711 arrives tomorrow.",
        "account_list",
        {"people": 3},
        source="api",
    ),
    Made(26, "12:00", "周末电影夜", "五折电影票，仅限本周末。", "tag", _tagged("movie_fan")),
    Made(24, "08:45", "限时秒杀提醒", "今晚八点，百款好物低至一折。", more={"expire_time": 7200}),
    Made(
        23,
        "20:10",
        "Payment received",
        "Thank you. Your order is being packed.",
        "account",
        {"people": 1},
        source="api",
    ),
    Made(
        21,
        "09:30",
        "会员日来了（第二周）",
        "银牌以上会员今日免运费。",
        "tag",
        _tagged("member_gold", "member_silver"),
        plan="members",
    ),
    Made(
        20,
        "15:40",
        "版本更新",
        "1.x 版本将于月底停止服务，请更新。",
        "tag",
        _tagged("1.0.2", "1.1.0", "1.1.1", tag_type="xg_auto_version"),
    ),
    Made(
        19,
        "11:15",
        "Autumn sale: first look",
        "See what is coming on Friday.",
        "tag",
        _tagged("vip"),
        plan="autumn",
        source="api",
    ),
    Made(
        18,
        "10:00",
        "Autumn sale starts now",
        "Up to 60% off, three days only.",
        plan="autumn",
        source="api",
        more={"push_speed": 5000},
    ),
    Made(
        17,
        "10:30",
        "广东用户专享",
        "广东省内今日下单次日达。",
        "tag",
        _tagged("guangdong", tag_type="xg_auto_province"),
    ),
    Made(16, "19:00", "Autumn sale: last day", "Until midnight.", plan="autumn", source="api"),
    Made(
        15,
        "14:25",
        "问卷调查",
        "说说你的购物体验，赢取 20 元优惠券。",
        "package_account_push",
        {"upload_id": PACKAGE_ID},
        source="api",
    ),
    Made(
        14,
        "09:30",
        "会员日来了（第三周）",
        "会员积分今日双倍。",
        "tag",
        _tagged("member_gold", "member_silver"),
        plan="members",
    ),
    Made(
        13,
        "16:50",
        "夜间勿扰测试",
        "测试推送，请忽略。",
        "tag",
        _tagged("beta_tester"),
        ended=("PUSH_DELETED_PUSH_MSG", 6),
        platforms=("android",),
    ),
    Made(
        12,
        "11:30",
        "Silent refresh",
        "",
        "tag",
        _tagged("beta_tester"),
        platforms=("ios",),
        source="api",
        more={"silent": True},
    ),
    Made(10, "08:00", "早安优惠", "早餐券限时领取，10 点截至。", more={"expire_time": 7200}),
    Made(
        10,
        "08:20",
        "早安优惠（更正）",
        "早餐券限时领取，11 点截止。",
        replaces="早安优惠",
        more={"expire_time": 7200},
    ),
    Made(
        9,
        "17:30",
        "Refund completed",
        "We have sent the money back to your card.",
        "account_list",
        {"people": 2},
        source="api",
    ),
    Made(
        8,
        "10:00",
        "中秋预告",
        "活动推迟，此条不发送。",
        send_in_days=2,
        ended=("PUSH_CANCELED", 240),
    ),
    Made(
        7,
        "09:30",
        "会员日来了（第四周）",
        "老朋友专享：满 99 减 20。",
        "tag",
        _tagged("member_gold", "member_silver"),
        plan="members",
    ),
    Made(
        6,
        "13:10",
        "证书测试",
        "iOS 证书过期时的一次尝试。",
        platforms=("ios",),
        ended=("PUSH_FAILED", 0),
    ),
    Made(
        5,
        "20:00",
        "音乐节开票",
        "早鸟票今晚八点开售。",
        "tag",
        _tagged("music", "student", operator="AND"),
    ),
    Made(
        4,
        "12:30",
        "Cart reminder",
        "Three items are still waiting for you.",
        "tag",
        _tagged("cart_left"),
        source="api",
    ),
    Made(3, "18:00", "周五福利", "全场包邮，今晚十二点结束。", more={"expire_time": 21_600}),
    Made(
        2,
        "10:00",
        "Back in stock",
        "The shoes you looked at are here again.",
        "account_list",
        {"people": 4},
        source="api",
    ),
    Made(1, "09:30", "本周新品", "二十款新品上架，先到先得。", more={"expire_time": 259_200}),
    Made(1, "16:00", "双十一预热", "活动将于后天开始。", send_in_days=3, source="console"),
)
"""Oldest first; with two systems each is two pushes. The last one is still to come."""
