"""Where do the bytes of a kept file lie? In a private folder with names that cannot be guessed."""

from __future__ import annotations

import secrets

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.utils.deconstruct import deconstructible


@deconstructible
class PrivateStorage(FileSystemStorage):
    """Files outside every folder that a web server serves. It has no addresses: asking for one raises."""

    def __init__(self) -> None:
        super().__init__(location=settings.PRIVATE_ROOT)

    def url(self, name: str | None) -> str:
        raise ValueError("This file is not accessible via a URL: let a view ask who wants it.")


def unguessable_path(instance: object, filename: str) -> str:
    """256 random bits; the given name plays no part. Two levels of folders keep each folder small."""
    name = secrets.token_urlsafe(32)
    return f"{secrets.token_hex(1)}/{secrets.token_hex(1)}/{name}"
