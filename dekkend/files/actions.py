"""How is a file kept, and how is it destroyed?"""

from __future__ import annotations

import hashlib
from datetime import datetime
from functools import partial

from django.core.files.base import File
from django.db import transaction

from dekkend.files.models import StoredFile
from dekkend.files.rules import HEAD, media_type, safe_name


@transaction.atomic
def keep(file: File) -> StoredFile:
    """Keep the bytes of an uploaded file; its name is only remembered for people.

    When the surrounding transaction is undone the bytes stay behind without a record, which harms nobody; the other way
    round, a record without bytes, would be a broken promise.
    """
    digest, size = hashlib.sha256(), 0
    file.seek(0)
    head = file.read(HEAD)
    file.seek(0)
    for chunk in file.chunks():
        digest.update(chunk)
        size += len(chunk)
    file.seek(0)
    kind = media_type(head)
    stored = StoredFile(sha256=digest.hexdigest(), name=safe_name(file.name or "", kind), size=size, media_type=kind)
    stored.content.save("", file, save=False)
    stored.save()
    return stored


@transaction.atomic
def destroy(stored: StoredFile, *, now: datetime) -> None:
    """Remove the bytes for good, once this transaction holds. The record stays and says when."""
    if stored.destroyed_at:
        return
    path = stored.content.name
    stored.content = ""
    stored.destroyed_at = now
    stored.save(update_fields=["content", "destroyed_at"])
    transaction.on_commit(partial(stored.content.storage.delete, path))
