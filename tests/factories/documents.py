"""How does a test get a handed-in document, read or not yet?"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.organisations.models import Site
from dekkend.profiles.gateways.templates import load_template
from dekkend.reading.actions.reading_files import read_waiting
from dekkend.reading.actions.taking_in import take_in
from dekkend.reading.models import SourceDocument
from tests.corpus.school import vuursprot
from tests.rendering.style import Style
from tests.rendering.tika_text import as_tika_text

# The rows in which someone typed a blank too many, so that two columns are possible.
DOUBTFUL = frozenset({"external_experts.physiotherapy", "external_experts.speech_therapy"})


@cache
def profile_text(seed: int = 5, ending: str = "") -> bytes:
    """A whole made-up profile as a text dump, with two doubtful rows; another `ending` makes other bytes."""
    text = as_tika_text(load_template(), vuursprot(), Style(seed=seed, typed_blanks=DOUBTFUL))
    return (text + ending).encode()


def uploaded(content: bytes | None = None, name: str = "sop.txt") -> ContentFile:
    return ContentFile(profile_text() if content is None else content, name=name)


def waiting_document(by: User, site: Site, content: bytes | None = None, name: str = "sop.txt") -> SourceDocument:
    taken = take_in([uploaded(content, name)], by=by, partnership=site.partnership, now=timezone.now())
    return taken.documents[0]


def read_document(by: User, site: Site, **given: Any) -> SourceDocument:
    """A document that went through the real reader."""
    document = waiting_document(by, site, **given)
    read_waiting(document.pk, now=timezone.now())
    document.refresh_from_db()
    return document
