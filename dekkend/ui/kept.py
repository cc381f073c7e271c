"""Is a part of a page the same as the last time, so that it need not be drawn again, or sent again?

It is when everything that is shown in it is the same. Nothing has to be thrown away when something changes: the new content has
another digest. A part that is kept must be drawn from what was digested, and from nothing else (not from who looks).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import Model
from django.db.models.fields.files import FieldFile
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import get_language

from dekkend import __version__


def digest_of(shown: Mapping[str, Any]) -> str:
    """A name for this content. Raises TypeError for what has no content of its own, such as a query that was not asked yet."""
    text = json.dumps([__version__, get_language(), shown], default=content, ensure_ascii=False)
    return hashlib.blake2b(text.encode(), digest_size=20).hexdigest()


def content(value: object) -> Any:
    """Of a record its fields, with the records that were fetched along."""
    if isinstance(value, Model):
        along = {name: record for name, record in value._state.fields_cache.items() if isinstance(record, Model)}
        return {name: value.__dict__[name] for name in sorted(value.__dict__) if not name.startswith("_")} | along
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, date | Decimal | UUID | FieldFile):
        return str(value)
    raise TypeError(f"{type(value).__name__} cannot be digested")


def answer(request: HttpRequest, digest: str, draw: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """The page; to a visitor who has it already only that it is the same, without drawing it.

    For a public page that `digest` says all of. The parts around it differ for who signed in, chose a day of the demo or was told
    something: whoever brings a cookie besides that of the language gets the whole page.
    """
    if settings.DEMO or request.COOKIES.keys() - {settings.LANGUAGE_COOKIE_NAME}:
        return draw()
    etag = f'"{digest}"'
    response = get_conditional_response(request, etag=etag) or draw()
    response.headers["ETag"] = etag
    patch_cache_control(response, no_cache=True)
    return response
