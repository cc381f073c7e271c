"""Is what someone sends bounded while it comes in, without losing what did fit?"""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from dekkend.organisations.words import Role
from dekkend.reading import forms
from dekkend.reading.models import SourceDocument

pytestmark = pytest.mark.django_db


@pytest.fixture
def client(signed_in, site):
    return signed_in(Role.ADVISER, site)


def send(client, site, *files: tuple[str, bytes]):
    documents = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post("/documenten/", {"documents": documents, "partnership": site.partnership.pk})


def test_of_a_file_that_is_too_large_only_a_little_more_than_its_limit_is_kept(client, site, settings, monkeypatch):
    settings.LARGEST_FILE = 100_000
    seen = []
    monkeypatch.setattr(forms, "LARGEST", 100_000)
    monkeypatch.setattr(forms.UploadForm, "clean", lambda form: seen.extend(form.files.getlist("documents")) or form.cleaned_data)
    answer = send(client, site, ("groot.txt", b"a" * 1_000_000), ("klein.txt", b"klein"))
    assert answer.status_code == 422
    assert "Te groot: groot.txt" in answer.content.decode()
    assert 100_000 < seen[0].size <= 100_000 + 2 * 65_536
    assert seen[1].size == 5


def test_more_in_one_go_than_allowed_is_broken_off_and_nothing_is_kept(client, site, settings):
    settings.LARGEST_UPLOAD = 200_000
    assert send(client, site, ("een.txt", b"a" * 150_000), ("twee.txt", b"b" * 150_000)).status_code in (400, 413)
    assert not SourceDocument.anywhere.exists()


def test_what_fits_is_taken_in_whole(client, site):
    assert send(client, site, ("een.txt", b"a" * 150_000)).status_code == 302
    assert SourceDocument.anywhere.get().file.size == 150_000
