"""Has this very file been handed in before?"""

from __future__ import annotations

import hashlib

from django.core.files.base import File


def sha256_of(file: File) -> str:
    """The fingerprint of the bytes, in hexadecimal; the file is left at its start."""
    digest = hashlib.sha256()
    file.seek(0)
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()
