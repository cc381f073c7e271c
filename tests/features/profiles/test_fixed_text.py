"""Does a region write its fixed text once, do all schools show it, and is a school that writes it otherwise judged with a reason?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from dekkend.audit.models import Entry
from dekkend.notices.models import Outgoing
from dekkend.organisations.words import Refused, Role
from dekkend.profiles.actions import make_draft, publish_draft
from dekkend.profiles.actions.fixed_text import judge_wording, tell_found_wordings
from dekkend.profiles.models import FixedText, OwnWording
from dekkend.profiles.queries.fixed_text import in_force, shared_texts
from dekkend.profiles.words.fixed_text import Verdict
from dekkend.reading.actions.accepting import accept
from dekkend.reading.models import SourceDocument
from tests.corpus.school import vuursprot
from tests.factories.documents import profile_text, read_document
from tests.factories.organisations import a_region, a_site
from tests.factories.region_forms import SHARED, a_fixed_text, a_wording

pytestmark = pytest.mark.django_db
YEAR = "2024-2025"
TODAY = timezone.localdate()


@pytest.fixture
def draft(site):
    profile = vuursprot() | {"school_year": YEAR}
    return make_draft(site, profile, evidence={}, source=None, made_by=None, now=timezone.now())


def test_a_text_is_shown_before_it_counts_and_then_holds(signed_in, site):
    client, address = signed_in(Role.ADVISER, site), f"/scholen/vaste-tekst/{YEAR}/vision/"
    given = {"text": SHARED, "effective_on": TODAY.isoformat()}
    assert "Zo komt het er te staan" in client.post(address, given | {"do": "preview"}).content.decode()
    assert not FixedText.anywhere.exists()
    assert client.post(address, given | {"do": "set"}).status_code == 302
    assert in_force(site.partnership_id, YEAR, today=TODAY)["vision"].text == SHARED
    assert client.post(address, given | {"do": "set"}).status_code == 422  # the same once more
    page = client.get(f"/scholen/vaste-tekst/?jaar={YEAR}").content.decode()
    assert "Geen kind zit thuis." in page
    assert Entry.objects.filter(event="profile.fixed_text_set").count() == 1


def test_a_text_never_holds_before_its_day_nor_in_an_earlier_year(site):
    a_fixed_text(site.partnership, YEAR, text="Oud.")
    a_fixed_text(site.partnership, YEAR, text="Nieuw.", effective_on=TODAY + timedelta(3))
    assert in_force(site.partnership_id, YEAR, today=TODAY)["vision"].text == "Oud."
    assert in_force(site.partnership_id, YEAR, today=TODAY + timedelta(3))["vision"].text == "Nieuw."
    assert in_force(site.partnership_id, "2025-2026", today=TODAY)["vision"].text == "Oud."
    assert in_force(site.partnership_id, "2023-2024", today=TODAY) == {}


def test_a_day_in_the_past_and_a_number_of_a_citizen_are_refused(signed_in, site):
    client, address = signed_in(Role.PARTNERSHIP_DIRECTOR, site), f"/scholen/vaste-tekst/{YEAR}/vision/"
    yesterday = {"text": SHARED, "effective_on": (TODAY - timedelta(1)).isoformat(), "do": "set"}
    assert client.post(address, yesterday).status_code == 422
    number = {"text": "Bel over 123456782.", "effective_on": TODAY.isoformat(), "do": "set"}
    assert client.post(address, number).status_code == 422
    assert client.get(f"/scholen/vaste-tekst/{YEAR}/bestaat_niet/").status_code == 404
    assert client.get("/scholen/vaste-tekst/2024-2027/vision/").status_code == 404
    assert not FixedText.anywhere.exists()


def test_everyone_sees_the_text_with_the_school_and_its_writer_above_the_own_text(signed_in, client, site, draft):
    a_fixed_text(site.partnership, YEAR)
    a_fixed_text(site.partnership, YEAR, "duty_of_care", "De plicht om te zorgen geldt overal in de regio.")
    editor = signed_in(Role.COORDINATOR, site)
    part = editor.get(f"/scholen/aanbod/{site.brin6}/{YEAR}/deel/vision/").content.decode()
    assert part.index("Geen kind zit thuis.") < part.index("<textarea")
    assert "De plicht om te zorgen" in editor.get(f"/scholen/aanbod/{site.brin6}/{YEAR}/").content.decode()
    publish_draft(draft, on=TODAY)
    page = client.get(f"/scholen/{site.brin6}/").content.decode()
    assert "Geen kind zit thuis." in page
    assert "De plicht om te zorgen" in page


def test_a_new_text_is_seen_at_once_on_a_page_that_was_kept(client, site, draft):
    publish_draft(draft, on=TODAY)
    assert "Geen kind zit thuis." not in client.get(f"/scholen/{site.brin6}/").content.decode()
    a_fixed_text(site.partnership, YEAR)
    assert "Geen kind zit thuis." in client.get(f"/scholen/{site.brin6}/").content.decode()


def test_a_school_proposes_its_own_words_and_keeps_them_when_the_region_agrees(signed_in, site):
    a_fixed_text(site.partnership, YEAR)
    school, address = signed_in(Role.DIRECTOR, site), f"/scholen/aanbod/{site.brin6}/{YEAR}/vaste-tekst/vision/"
    assert school.post(address, {"text": SHARED}).status_code == 422
    assert school.post(address, {"text": SHARED.replace("Geen", "Bijna geen")}).status_code == 302
    wording = OwnWording.anywhere.get()
    [shown] = shared_texts(site, YEAR, today=TODAY)
    assert (shown.text, shown.own, shown.asked) == (SHARED, False, True)
    region = signed_in(Role.ADVISER, site)
    page = region.get(f"/scholen/afwijkingen/{wording.pk}/").content.decode()
    assert "<del" in page
    answer = {"verdict": "accepted", "reason": "Dit past bij een school met reizende kinderen."}
    assert region.post(f"/scholen/afwijkingen/{wording.pk}/", answer).status_code == 302
    [shown] = shared_texts(site, YEAR, today=TODAY)
    assert (shown.own, "Bijna geen" in shown.text) == (True, True)
    assert Outgoing.objects.filter(notice="profiles.wording_judged").count() == 1
    assert "reizende kinderen" in school.get(address).content.decode()


def test_a_refused_wording_leaves_the_text_of_the_region_and_nobody_judges_twice(site):
    a_fixed_text(site.partnership, YEAR)
    wording = a_wording(site, YEAR)
    judge_wording(wording, Verdict.REFUSED, "Dit mag niet.", by=None, now=timezone.now())
    [shown] = shared_texts(site, YEAR, today=TODAY)
    assert (shown.text, shown.own) == (SHARED, False)
    with pytest.raises(Refused):
        judge_wording(wording, Verdict.ACCEPTED, "Toch wel.", by=None, now=timezone.now())


def test_a_new_text_of_the_region_takes_the_place_of_an_accepted_wording(site):
    a_fixed_text(site.partnership, YEAR)
    judge_wording(a_wording(site, YEAR), Verdict.ACCEPTED, "Goed.", by=None, now=timezone.now())
    a_fixed_text(site.partnership, YEAR, text="Iets nieuws voor iedereen.")
    [shown] = shared_texts(site, YEAR, today=TODAY)
    assert (shown.text, shown.own) == ("Iets nieuws voor iedereen.", False)


def test_a_changed_sentence_in_a_document_is_told_once_with_the_name_of_the_document(site):
    a_fixed_text(site.partnership, YEAR)
    given = {"source": "profiel.txt", "by": None, "now": timezone.now()}
    changed = ["Samen zoeken wij soms een plek als het niet lukt."]
    assert tell_found_wordings(site, YEAR, changed, **given) == 1
    wording = OwnWording.anywhere.get()
    assert (wording.source, wording.text) == ("profiel.txt", SHARED.replace("wij een plek", "wij soms een plek"))
    judge_wording(wording, Verdict.REFUSED, "Nee.", by=None, now=timezone.now())
    assert tell_found_wordings(site, YEAR, changed, **given) == 0


def test_the_reader_recognises_what_a_region_pasted_and_hands_over_what_a_school_changed(site, person):
    a_fixed_text(site.partnership, YEAR)
    adviser = person(Role.ADVISER, site)
    text = profile_text().decode()
    changed = SHARED.replace("zoeken wij een plek", "zoeken wij snel een plek")
    at = text.index("\n", text.lower().index("visie")) + 1
    document = read_document(adviser, site, content=(text[:at] + changed + "\n" + text[at:]).encode())
    document = SourceDocument.anywhere.get(pk=document.pk)
    values = document.as_reading().profile["values"]
    assert "Geen kind zit thuis." not in (values["vision"] or "")
    accept(document, site, YEAR, by=adviser, now=timezone.now())
    assert OwnWording.anywhere.get().text == changed


def test_another_region_finds_neither_text_nor_wording(signed_in, site):
    a_fixed_text(site.partnership, YEAR)
    wording = a_wording(site, YEAR)
    elsewhere = a_site(a_region("SWV Elders"))
    client = signed_in(Role.ADVISER, elsewhere)
    assert client.get(f"/scholen/afwijkingen/{wording.pk}/").status_code == 404
    assert client.post(f"/scholen/afwijkingen/{wording.pk}/", {"verdict": "accepted", "reason": "Hoi"}).status_code == 404
    assert "Geen kind zit thuis." not in client.get(f"/scholen/vaste-tekst/?jaar={YEAR}").content.decode()
    assert shared_texts(elsewhere, YEAR, today=TODAY) == ()
    school = signed_in(Role.DIRECTOR, elsewhere)
    assert school.get(f"/scholen/aanbod/{site.brin6}/{YEAR}/vaste-tekst/vision/").status_code == 404
    assert OwnWording.anywhere.get().verdict == "open"


def test_many_wordings_cost_no_more_questions_than_one(signed_in, site, django_assert_max_num_queries):
    client = signed_in(Role.ADVISER, site)
    a_fixed_text(site.partnership, YEAR)
    a_wording(site, YEAR)
    client.get("/scholen/afwijkingen/")
    for _ in range(3):
        a_wording(a_site(site.partnership, site.board), YEAR)
    with django_assert_max_num_queries(9):
        assert client.get("/scholen/afwijkingen/").status_code == 200
    assert client.get("/scholen/afwijkingen/?als=csv").status_code == 200
