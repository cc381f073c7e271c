"""Does a region ask a school something about one answer, and is it answered and closed where both see it?"""

from __future__ import annotations

import pytest
from django.utils import timezone

from dekkend.audit.models import Entry
from dekkend.notices.models import Outgoing
from dekkend.organisations.words import Refused, Role
from dekkend.profiles.actions import make_draft
from dekkend.profiles.actions.questions import add_from_school, close
from dekkend.profiles.models import Question
from tests.corpus.school import vuursprot
from tests.factories.organisations import a_region, a_site
from tests.factories.region_forms import a_question

pytestmark = pytest.mark.django_db
YEAR = "2024-2025"


@pytest.fixture
def draft(site):
    return make_draft(site, vuursprot() | {"school_year": YEAR}, evidence={}, source=None, made_by=None, now=timezone.now())


def test_a_question_goes_there_and_back_and_is_closed(signed_in, site, draft):
    region, school = signed_in(Role.ADVISER, site), signed_in(Role.COORDINATOR, site)
    asked = region.post(f"/scholen/vragen/{site.brin6}/{YEAR}/stel/", {"path": "expertise.autism", "text": "Hoeveel uur is dit?"})
    question = Question.anywhere.get()
    assert asked["Location"] == f"/scholen/vragen/{question.pk}/"
    assert "Hoeveel uur is dit?" in school.get(f"/scholen/aanbod/{site.brin6}/{YEAR}/deel/expertise/").content.decode()
    assert f"/scholen/vragen/{question.pk}/" in school.get("/mijn-dag/").content.decode()
    assert Outgoing.objects.filter(notice="profiles.question_asked").count() == 1
    assert school.post(f"/scholen/vragen/{question.pk}/", {"text": "Vier uur per week."}).status_code == 302
    question.refresh_from_db()
    assert question.state == "answered"
    assert Outgoing.objects.filter(notice="profiles.question_answered").count() == 1
    assert "Lees het antwoord" in region.get("/mijn-dag/").content.decode()
    assert f"/scholen/vragen/{question.pk}/" not in school.get("/mijn-dag/").content.decode()
    assert region.post(f"/scholen/vragen/{question.pk}/", {"text": "Voor hoeveel kinderen?"}).status_code == 302
    question.refresh_from_db()
    assert question.state == "open"
    assert school.post(f"/scholen/vragen/{question.pk}/sluit/").status_code == 403
    assert region.post(f"/scholen/vragen/{question.pk}/sluit/").status_code == 302
    assert "Hoeveel uur is dit?" not in school.get(f"/scholen/aanbod/{site.brin6}/{YEAR}/deel/expertise/").content.decode()
    assert Entry.objects.filter(event__startswith="profile.question").count() == 4


def test_a_closed_question_takes_no_more_words(site, draft):
    question = a_question(site, YEAR)
    close(question, by=None, now=timezone.now())
    close(question, by=None, now=timezone.now())
    with pytest.raises(Refused):
        add_from_school(question, "Nog iets.", by=None, now=timezone.now())


def test_a_number_of_a_citizen_is_refused(signed_in, site, draft):
    client = signed_in(Role.ADVISER, site)
    assert client.post(f"/scholen/vragen/{site.brin6}/{YEAR}/stel/", {"path": "", "text": "Wie is 123456782?"}).status_code == 422
    assert not Question.anywhere.exists()


def test_nobody_from_elsewhere_sees_or_asks(signed_in, site, draft):
    question = a_question(site, YEAR)
    for role, place in ((Role.ADVISER, a_site(a_region("SWV Elders"))), (Role.COORDINATOR, a_site(site.partnership))):
        client = signed_in(role, place)
        assert client.get(f"/scholen/vragen/{question.pk}/").status_code == 404
        assert client.post(f"/scholen/vragen/{question.pk}/", {"text": "Hoi"}).status_code == 404
        assert "zorg op maat" not in client.get("/scholen/vragen/").content.decode()
        assert client.post(f"/scholen/vragen/{question.pk}/sluit/").status_code in (403, 404)
    assert signed_in(Role.ADVISER, a_site(a_region("SWV Ver"))).get(f"/scholen/vragen/{site.brin6}/{YEAR}/stel/").status_code == 404
    assert question.sayings.count() == 1


def test_many_questions_cost_no_more_than_one(signed_in, site, draft, django_assert_max_num_queries):
    client = signed_in(Role.ADVISER, site)
    a_question(site, YEAR)
    client.get("/scholen/vragen/")
    for path in ("limits", "evaluation", "spending"):
        a_question(site, YEAR, path)
    with django_assert_max_num_queries(9):
        assert client.get("/scholen/vragen/").status_code == 200
    with django_assert_max_num_queries(16):
        assert client.get(f"/scholen/aanbod/{site.brin6}/{YEAR}/deel/vision/").status_code == 200
