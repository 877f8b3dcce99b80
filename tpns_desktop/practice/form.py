"""Reads the one file out of a form (``multipart/form-data``) that comes in pieces.

Owns which part is the file and what it is called; what stands in it is ``packages``'. Odd but
honest forms are read: a part without a file name, with a content type of its own, with further
parts beside it.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Final

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from .codes import BAD_UPLOAD, Refusal

FILE_BYTES_MAX: Final = 100 * 1024 * 1024
"""Bytes of an uploaded file (100 MB published, the measure inferred, tpns-rest 6)."""

_FILE_PART: Final = b"file"


class _Unusable(Exception):
    """A form, but not with one file of a permitted size."""


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file as it came."""

    name: str | None
    """``None`` when the part had no file name at all."""
    content: io.BytesIO
    """At its beginning."""


class UploadForm:
    """The reader of one form. What is no form is taken in too, and said in the end."""

    def __init__(self, content_type: str) -> None:
        self._field = b""
        self._value = b""
        self._disposition = b""
        self._file: UploadedFile | None = None
        self._reading = False
        self._ended = False
        self._parser = self._parser_for(content_type)
        """``None``: this is no form, or none that can be used."""

    def _parser_for(self, content_type: str) -> MultipartParser | None:
        kind, options = parse_options_header(content_type)
        boundary = options.get(b"boundary", b"")
        if kind != b"multipart/form-data" or not boundary:
            return None
        try:
            return MultipartParser(
                boundary,
                {
                    "on_part_begin": self._on_part_begin,
                    "on_header_field": self._on_header_field,
                    "on_header_value": self._on_header_value,
                    "on_header_end": self._on_header_end,
                    "on_headers_finished": self._on_headers_finished,
                    "on_part_data": self._on_part_data,
                    "on_end": self._on_end,
                },
            )
        except FormParserError:
            return None

    def feed(self, data: bytes) -> None:
        """Take in the next piece."""
        if self._parser is None:
            return
        try:
            self._parser.write(data)
        except (FormParserError, _Unusable):
            self._parser = self._file = None

    def file(self) -> UploadedFile:
        """The file, once everything was fed; nothing is left here.

        Raises ``Refusal`` (1008011) if there is none.
        """
        file, ended = self._file, self._ended
        self.drop()
        if file is None or not ended:
            raise Refusal(BAD_UPLOAD)
        file.content.seek(0)
        return file

    def drop(self) -> None:
        """Let go of what came: parser and form hold each other, and 100 MiB with them."""
        self._parser = self._file = None

    def _on_part_begin(self) -> None:
        self._field = self._value = self._disposition = b""
        self._reading = False

    def _on_header_field(self, data: bytes, start: int, end: int) -> None:
        self._field += data[start:end]

    def _on_header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _on_header_end(self) -> None:
        if self._field.lower() == b"content-disposition":
            self._disposition = self._value
        self._field = self._value = b""

    def _on_headers_finished(self) -> None:
        _kind, options = parse_options_header(self._disposition)
        if options.get(b"name") != _FILE_PART:
            return
        if self._file is not None:
            raise _Unusable  # Two of them: which one was meant?
        given = options.get(b"filename")
        # Bytes that are no UTF-8 count as one character each, as they would be shown.
        name = None if given is None else given.decode("utf-8", "replace")
        self._file = UploadedFile(name, io.BytesIO())
        self._reading = True

    def _on_part_data(self, data: bytes, start: int, end: int) -> None:
        if not self._reading or self._file is None:
            return
        content = self._file.content
        if content.tell() + end - start > FILE_BYTES_MAX:
            raise _Unusable
        content.write(memoryview(data)[start:end])

    def _on_end(self) -> None:
        self._ended = True
