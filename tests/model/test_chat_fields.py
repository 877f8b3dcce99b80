"""Every field that the service takes for a push can be produced by the form, or says why not.

The names are those of im-all-member-push.md 3, 6, 7 and 9, as a person copied them from there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from tests.model.chat_drafts import full
from tpns_desktop.model.chat_dialects import DIALECTS
from tpns_desktop.model.chat_draft import chat_body
from tpns_desktop.model.chat_push import ChatPush, chat_json, parse_chat_push

PUSH = """From_Account To_Account MsgRandom MsgLifeTime OnlineOnlyFlag Condition Condition.TagsOr
Condition.TagsAnd Condition.AttrsOr Condition.AttrsAnd MsgBody OfflinePushInfo DataId"""

ELEMENTS = {
    "TIMTextElem": "Text",
    "TIMLocationElem": "Desc Latitude Longitude",
    "TIMFaceElem": "Index Data",
    "TIMCustomElem": "Data Desc Ext Sound",
    "TIMSoundElem": "Url UUID Size Second Download_Flag",
    "TIMImageElem": """UUID ImageFormat ImageInfoArray ImageInfoArray.Type ImageInfoArray.Size
        ImageInfoArray.Width ImageInfoArray.Height ImageInfoArray.URL""",
    "TIMFileElem": "Url UUID FileSize FileName Download_Flag",
    "TIMVideoFileElem": """VideoUrl VideoUUID VideoSize VideoSecond VideoFormat VideoDownloadFlag
        ThumbUrl ThumbUUID ThumbSize ThumbWidth ThumbHeight ThumbFormat ThumbDownloadFlag""",
}

NOTIFICATION = {
    "": """PushFlag Title Desc Ext MultiLanguageContent BadgeAddNum BadgeSetNum PushTemplateId
        PushTemplateParam AndroidInfo ApnsInfo HarmonyInfo""",
    "MultiLanguageContent.": "Language Title Desc",
    "AndroidInfo.": """Sound PushStyle XiaoMiChannelID OPPOChannelID OPPOCategory OPPONotifyLevel
        OPPOPrivateMsgTemplateId OPPOPrivateTitleParameters OPPOPrivateContentParameters
        VIVOClassification VIVOCategory VIVONotifyType HuaWeiChannelID HuaWeiImportance
        HuaWeiCategory HuaWeiImage ExtAsHuaweiIntentParam HonorImportance HonorImage
        GoogleChannelID GoogleImage GooglePriority MeiZuNoticeMsgType""",
    "ApnsInfo.": """Sound BadgeMode Title SubTitle Image MutableContent InterruptionLevel
        ContentAvailable IsVoipPush LiveActivity""",
    "ApnsInfo.LiveActivity.": "LaId Event ContentState DismissalDate",
    "HarmonyInfo.": "Title Category Image Sound SoundDuration",
}

LEFT = {
    "CloudCustomData": "stands beside the body of ordinary messages; not listed for this push",
}
"""Fields of the sheet that no body of ours has, and why."""


def published() -> set[str]:
    names = {
        f"OfflinePushInfo.{at}{one}" for at, row in NOTIFICATION.items() for one in row.split()
    }
    for kind, row in ELEMENTS.items():
        names |= {f"{kind}.{one}" for one in row.split()}
    return names | set(PUSH.split())


def paths(value: Any, path: str = "") -> Iterator[str]:
    """The fields of a body; elements by their kind, what an app or a maker names left out."""
    if isinstance(value, list):
        for one in value:
            yield from paths(one, path)
    if not isinstance(value, dict):
        return
    if "MsgType" in value:
        yield from paths(value["MsgContent"], f"{value['MsgType']}.")
        return
    for name, inner in value.items():
        own = f"{path}{name}"
        if own in published() or "." not in own:
            yield own
            yield from paths(inner, "" if name == "MsgBody" else f"{own}.")


def declared(model: type[BaseModel], path: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        own = f"{path}{name}"
        yield own
        for inner in models_in(field.annotation):
            yield from declared(inner, f"{own}.")


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from models_in(inner)


def variants() -> Iterator[tuple[str, dict[str, Any]]]:
    """Full drafts; of fields that exclude each other one has one and one the other."""
    for kind in ("all", "tags", "attributes", "users"):
        for dialect in DIALECTS:
            yield dialect, full(kind)
            raised, silent = full(kind), full(kind)
            raised["notification"]["badge"]["kind"] = "add"
            silent["notification"]["on"] = False
            yield dialect, raised
            yield dialect, silent


def test_every_published_field_is_produced_by_some_draft() -> None:
    made = {
        path
        for dialect, draft in variants()
        for path in paths(chat_body(draft, DIALECTS[dialect], 7))
    }
    assert made == published()
    assert not made & set(LEFT)
    assert all(LEFT.values())


def test_the_model_knows_the_published_fields_and_no_others() -> None:
    told = {path for path in declared(ChatPush) if not path.startswith("MsgBody")}
    assert told == {path for path in published() if not path.startswith("TIM")} - {"MsgBody"}


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_draft_with_everything_is_right(dialect: str) -> None:
    spoken = next(one for one in DIALECTS.values() if one.id == dialect)
    for kind in ("all", "tags", "attributes", *(["users"] if spoken.batch else [])):
        body = chat_body(full(kind), spoken, 7)
        assert json.loads(chat_json(parse_chat_push(body, spoken))) == body
