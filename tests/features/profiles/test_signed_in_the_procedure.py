"""Is who adopted asked of the procedure here, and only looked for in a text where the text comes from elsewhere?"""

from __future__ import annotations

from datetime import date

import pytest
from django.utils import timezone

from dekkend.files.models import StoredFile
from dekkend.profiles.actions import correct, freeze_draft, make_draft
from dekkend.profiles.gateways.comparing import compare_profiles
from dekkend.profiles.queries import findings_of
from tests.corpus.school import vuursprot

DAY = date(2026, 10, 5)
UNSIGNED = dict.fromkeys(vuursprot()["values"]["adoption"])


def codes(draft) -> set[str]:
    return {finding.code for finding in findings_of(draft, today=DAY).open}


def a_draft(site, source):
    profile = vuursprot(adoption=UNSIGNED)
    return make_draft(site, profile, evidence={}, source=source, made_by=None, now=timezone.now())


@pytest.fixture
def document(site) -> StoredFile:
    return StoredFile.objects.create(name="sop.pdf", sha256="0" * 64, size=3, content="sop.pdf", kept_at=timezone.now())


def test_what_is_written_here_is_not_asked_who_adopted_it(site):
    assert "adoption_missing" not in codes(a_draft(site, None))


def test_a_document_that_does_not_say_who_adopted_it_is_told_so(site, document):
    assert "adoption_missing" in codes(a_draft(site, document))


def test_a_correction_of_what_was_handed_in_comes_from_the_procedure(site, document):
    version = freeze_draft(a_draft(site, document), by=None, now=timezone.now())
    assert "adoption_missing" not in codes(correct(version, by=None, now=timezone.now()))


def test_who_signed_last_year_is_no_loss_in_a_year_that_nobody_signed_yet():
    signed = UNSIGNED | {"drafted_by": "Truus Verzonnen", "adopted_on": "2026-05-12"}
    before, after, other = (vuursprot(adoption=value) for value in (signed, UNSIGNED, signed | {"drafted_by": "Joost Verzonnen"}))
    assert compare_profiles(before, after).changes == compare_profiles(after, before).changes == ()
    assert [change.path for change in compare_profiles(before, other).changes] == ["adoption.drafted_by"]
