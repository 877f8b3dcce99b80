"""The elements of a chat message (im-all-member-push.md 6).

Spellings are the service's: ``Url`` in sound and file, ``URL`` in a picture; ``Download_Flag`` with
its underscore, ``VideoDownloadFlag`` without. What is fetched by phones needs an address that can
be downloaded and a number of its own (usually the file's MD5).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field

from tpns_desktop.model.values import Natural, Said, Some, WebLink, Whole
from tpns_desktop.model.wire import WireModel

MESSAGE_BYTES_MAX = 8 * 1024
"""Of all elements as JSON; the stored error table says 8K, newer limits could not be checked."""

Downloads = Annotated[Literal[2], Whole]
Degrees = Annotated[float | int, Field(ge=-180, le=180)]


class TextContent(WireModel):
    """``TIMTextElem``."""

    Text: Said


class Location(WireModel):
    """``TIMLocationElem``."""

    Desc: str
    Latitude: Annotated[float | int, Field(ge=-90, le=90)]
    Longitude: Degrees


class Face(WireModel):
    """``TIMFaceElem``: the app decides what number and data mean."""

    Index: Natural
    Data: str


class Custom(WireModel):
    """``TIMCustomElem``; with `OfflinePushInfo` given, all but `Data` is ignored for the push."""

    Data: str
    Desc: str | None = None
    Ext: str | None = None
    Sound: str | None = None


class Sound(WireModel):
    """``TIMSoundElem``."""

    Url: WebLink
    UUID: Said
    Size: Natural | None = None
    Second: Natural | None = None
    Download_Flag: Downloads = 2


class Picture(WireModel):
    """One size of a picture."""

    Type: Annotated[Literal[1, 2, 3], Whole]
    """1 original, 2 large, 3 thumbnail."""
    Size: Natural | None = None
    Width: Natural
    Height: Natural
    URL: WebLink


class Image(WireModel):
    """``TIMImageElem``."""

    UUID: Said
    ImageFormat: Annotated[Literal[1, 2, 3, 4, 255], Whole] | None = None
    """1 JPG, 2 GIF, 3 PNG, 4 BMP, 255 other."""
    ImageInfoArray: Some[Picture]


class File(WireModel):
    """``TIMFileElem``."""

    Url: WebLink
    UUID: Said
    FileSize: Natural | None = None
    FileName: str | None = None
    Download_Flag: Downloads = 2


class Video(WireModel):
    """``TIMVideoFileElem``, with its still."""

    VideoUrl: WebLink
    VideoUUID: Said
    VideoSize: Natural | None = None
    VideoSecond: Natural | None = None
    VideoFormat: str | None = None
    VideoDownloadFlag: Downloads = 2
    ThumbUrl: WebLink
    ThumbUUID: Said
    ThumbSize: Natural | None = None
    ThumbWidth: Natural
    ThumbHeight: Natural
    ThumbFormat: str | None = None
    ThumbDownloadFlag: Downloads = 2


class TextElement(WireModel):
    """A text."""

    MsgType: Literal["TIMTextElem"]
    MsgContent: TextContent


class LocationElement(WireModel):
    """A place."""

    MsgType: Literal["TIMLocationElem"]
    MsgContent: Location


class FaceElement(WireModel):
    """A face of the app's own."""

    MsgType: Literal["TIMFaceElem"]
    MsgContent: Face


class CustomElement(WireModel):
    """Data for the app."""

    MsgType: Literal["TIMCustomElem"]
    MsgContent: Custom


class SoundElement(WireModel):
    """A recording."""

    MsgType: Literal["TIMSoundElem"]
    MsgContent: Sound


class ImageElement(WireModel):
    """A picture."""

    MsgType: Literal["TIMImageElem"]
    MsgContent: Image


class FileElement(WireModel):
    """A file."""

    MsgType: Literal["TIMFileElem"]
    MsgContent: File


class VideoElement(WireModel):
    """A video."""

    MsgType: Literal["TIMVideoFileElem"]
    MsgContent: Video


Element = Annotated[
    TextElement
    | LocationElement
    | FaceElement
    | CustomElement
    | SoundElement
    | ImageElement
    | FileElement
    | VideoElement,
    Discriminator("MsgType"),
]
"""One element; a message has any number of them, one `CustomElement` at most."""


def notification_text(elements: tuple[Element, ...]) -> str:
    """What a notification says where no text is given for it: the elements', joined by nothing.

    Empty for a message of nothing but custom data without a description: then no notification is
    shown at all. Places and faces are said in the phone's language; here in English.
    """
    said = []
    for element in elements:
        content = element.MsgContent
        if isinstance(content, TextContent):
            said.append(content.Text)
        elif isinstance(content, Custom):
            said.append(content.Desc or "")
        elif isinstance(content, Location):
            said.append("[Location]")
        elif isinstance(content, Face):
            said.append("[Face]")
    return "".join(said)
