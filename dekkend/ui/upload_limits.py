"""How much may someone send? Counted while it comes in, so that the disk is never filled first and looked at later."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler


class BoundedUpload(FileUploadHandler):
    """Passes on one file up to its limit and a little more, and drops the rest: the form then says which file is too large.

    A whole request above its own limit is broken off. Stands before the handlers that write.
    """

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self._whole, self._file = 0, 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self._file = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        self._whole += len(raw_data)
        if self._whole > settings.LARGEST_UPLOAD:
            raise RequestDataTooBig("more files in one go than settings.LARGEST_UPLOAD allows")
        passed_on = self._file <= settings.LARGEST_FILE
        self._file += len(raw_data)
        return raw_data if passed_on else None

    def file_complete(self, file_size: int) -> None:
        return None
