"""What is stored about a file that someone handed in?"""

from __future__ import annotations

from django.core.files.storage import storages
from django.core.files.storage.base import Storage
from django.db import models

from dekkend.files.gateways import unguessable_path


def private() -> Storage:
    return storages["default"]


class StoredFile(models.Model):
    """One kept file. `sha256` is that of its bytes in hexadecimal; `media_type` was judged by content, not by name.

    After `destroyed_at` the bytes are gone and only this line is left, so that we can say what happened to them.
    """

    sha256 = models.CharField(max_length=64, db_index=True)
    name = models.CharField("naam", max_length=150)
    size = models.PositiveBigIntegerField("grootte in bytes")
    media_type = models.CharField(max_length=100)
    content = models.FileField(storage=private, upload_to=unguessable_path, max_length=120)
    kept_at = models.DateTimeField(auto_now_add=True)
    destroyed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name
