"""Where do the bytes of a kept file lie? In a private folder, or in private S3-compatible storage, under names that cannot be guessed."""

from __future__ import annotations

import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.files.base import File
from django.core.files.storage import FileSystemStorage, Storage
from django.utils.deconstruct import deconstructible

if TYPE_CHECKING:
    from django.db.models.fields.files import FieldFile

NO_ADDRESS = "This file is not accessible via a URL: let a view ask who wants it."


@deconstructible
class PrivateStorage(FileSystemStorage):
    """Files outside every folder that a web server serves. It has no addresses: asking for one raises."""

    def __init__(self) -> None:
        super().__init__(location=settings.PRIVATE_ROOT)

    def url(self, name: str | None) -> str:
        raise ValueError(NO_ADDRESS)


@deconstructible
class PrivateBucket(Storage):
    """The same in a bucket of S3-compatible storage, with the library django-storages (the extra `s3`).

    Objects are private, encrypted by the storage, and never replaced. It has no addresses either: every file leaves through a view.
    """

    def __init__(self, **options: Any) -> None:
        s3 = import_module("storages.backends.s3")  # only when it is asked for
        fixed = {"default_acl": "private", "file_overwrite": False, "querystring_auth": True, "gzip": False, "signature_version": "s3v4"}
        self._bucket: Storage = s3.S3Storage(**options, **fixed)

    def _open(self, name: str, mode: str = "rb") -> File:
        return self._bucket.open(name, mode)

    def _save(self, name: str, content: File) -> str:
        return str(self._bucket.save(name, content))

    def exists(self, name: str) -> bool:
        return bool(self._bucket.exists(name))

    def delete(self, name: str) -> None:
        self._bucket.delete(name)

    def size(self, name: str) -> int:
        return int(self._bucket.size(name))

    def url(self, name: str | None) -> str:
        raise ValueError(NO_ADDRESS)


@contextmanager
def on_disk(content: FieldFile) -> Iterator[Path]:
    """A path under which the bytes can be read for as long as it lasts: their own, or that of a private copy that goes afterwards."""
    if isinstance(content.storage, FileSystemStorage):
        yield Path(content.path)
        return
    with tempfile.NamedTemporaryFile(prefix="dekkend-") as copy:
        with content.storage.open(content.name or "") as source:
            for chunk in source.chunks():
                copy.write(chunk)
        copy.flush()
        yield Path(copy.name)


def unguessable_path(instance: object, filename: str) -> str:
    """256 random bits; the given name plays no part. Two levels of folders keep each folder small."""
    name = secrets.token_urlsafe(32)
    return f"{secrets.token_hex(1)}/{secrets.token_hex(1)}/{name}"
