"""Are handed-in files kept out of reach, and really gone after destroying?"""

import hashlib
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from dekkend.files.actions import destroy, keep
from dekkend.files.models import StoredFile
from dekkend.files.queries import sha256_of

pytestmark = pytest.mark.django_db


def a_file(content: bytes = b"%PDF-1.7 iets", name: str = "sop.pdf") -> ContentFile:
    return ContentFile(content, name=name)


def test_a_kept_file_has_the_fingerprint_and_kind_of_its_content(settings):
    stored = keep(a_file())
    assert stored.sha256 == hashlib.sha256(b"%PDF-1.7 iets").hexdigest() == sha256_of(a_file())
    assert (stored.size, stored.media_type, stored.name) == (13, "application/pdf", "sop.pdf")
    assert stored.content.read() == b"%PDF-1.7 iets"


def test_the_place_of_a_file_tells_nothing_and_cannot_be_guessed(settings):
    first, second = keep(a_file()), keep(a_file())
    assert "sop" not in first.content.name
    assert first.content.name != second.content.name
    assert len(Path(first.content.name).name) >= 43


def test_a_private_file_has_no_address():
    with pytest.raises(ValueError, match="not accessible via a URL"):
        keep(a_file()).content.url  # noqa: B018


def test_private_files_lie_outside_the_static_files(settings):
    assert not Path(keep(a_file()).content.path).is_relative_to(settings.STATIC_ROOT)


@pytest.mark.django_db(transaction=True)
def test_destroying_removes_the_bytes_and_remembers_that_it_was_done():
    stored = keep(a_file())
    path = Path(stored.content.path)
    now = timezone.now()
    destroy(stored, now=now)
    assert not path.exists()
    again = StoredFile.objects.get()
    assert (again.destroyed_at, again.content.name) == (now, "")
    destroy(again, now=timezone.now())
