"""Can two schools help each other around one child, from the question to the counted reasons, without anyone learning who it is?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.audit.models import Entry
from dekkend.needcards.actions.caring import care
from dekkend.needcards.models import Inquiry, NeedCard
from dekkend.notices.models import Outgoing
from dekkend.offers.actions.projecting import take_up
from dekkend.organisations.models import Membership
from dekkend.organisations.words import Role
from dekkend.signals.models import Signal
from tests.factories.ground import a_large_area
from tests.factories.needcards import keeper
from tests.factories.offers import a_public_offer
from tests.factories.organisations import a_region, a_site
from tests.factories.sessions import signed_in_fully

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
NEED = "Dit kind leert de taal snel en heeft elke dag taalhulp nodig in een kleine groep."


def text_of(response) -> str:
    assert response.status_code == 200
    return response.content.decode()


@pytest.fixture
def schools():
    """A school that asks, one with a public offer, one that stays silent, and an adviser of their region."""
    region = a_region()
    sites = [a_site(region, name=name) for name in ("De Vuursprot", "De Oude Haven", "De Zeevonkel")]
    a_public_offer(sites[1], on=TODAY - timedelta(30), year="2023-2024")
    take_up()
    people = [keeper(site, role) for site, role in zip(sites, (Role.COORDINATOR, Role.DIRECTOR, Role.COORDINATOR), strict=True)]
    adviser = User.objects.create_user("adviseur@zilverkust.example", "goed-wachtwoord", name="Marieke Terlinden")
    Membership.objects.create(user=adviser, role=Role.ADVISER.value, partnership=region)
    return sites, people, [signed_in_fully(person) for person in (*people, adviser)]


def test_from_a_question_to_counted_reasons(schools):
    sites, people, (asks, helps, silent, region) = schools
    a_large_area("9999")
    written = {
        "asked": "place",
        "age": "group_5",
        "codes_language": "expertise.second_language",
        "area": "9999",
        "contact": "Sanne, 0999-123456",
    }
    written |= {"answer_by": (TODAY + timedelta(5)).isoformat()}
    assert "lijkt een naam" in asks.post("/rondvragen/nieuw/", written | {"text": "Fatima leert snel."}).content.decode()
    page = asks.post("/rondvragen/nieuw/", written | {"text": NEED})["Location"]
    ticked = [site.pk for site in sites[1:]]
    assert text_of(asks.get(page)).index("De Oude Haven") < text_of(asks.get(page)).index("De Zeevonkel")
    look_over = asks.post(page, {"shown": ticked, "site": ticked, "do": "next"})["Location"]
    assert NEED in text_of(asks.get(look_over))
    card_page = asks.post(look_over)["Location"]

    mails = Outgoing.objects.filter(notice="needcards.asked")
    assert {mail.address for mail in mails} == {person.email for person in people[1:]}
    assert not any("taal" in mail.subject + mail.text for mail in mails)
    own = {inquiry.site_id: f"/rondvragen/gevraagd/{inquiry.pk}/" for inquiry in Inquiry.anywhere.all()}
    assert "Vraag van De Vuursprot" in text_of(helps.get("/mijn-dag/"))
    assert NEED in text_of(helps.get(own[sites[1].pk]))
    helps.post(own[sites[1].pk], {"reply": "question", "text": "Hoeveel uur hulp is er nu?"})
    inquiry = Inquiry.anywhere.get(site=sites[1])
    assert "Een school vraagt iets terug." in text_of(asks.get("/mijn-dag/"))
    asks.post(f"{card_page}antwoord/{inquiry.pk}/", {"text": "Vier uur in de week."})
    assert "Vier uur in de week." in text_of(helps.get(own[sites[1].pk]))
    helps.post(own[sites[1].pk], {"reply": "no", "reasons": ["full", "staff_absent"], "text": "De taalgroep is vol tot de zomer."})

    card = NeedCard.anywhere.get()
    care(weeks=4, today=card.answer_by - timedelta(1), now=timezone.now())
    care(weeks=4, today=card.answer_by + timedelta(1), now=timezone.now())
    for kind in ("due", "late"):
        assert list(Outgoing.objects.filter(notice=f"needcards.{kind}").values_list("address", flat=True)) == [people[2].email]
    answers = text_of(asks.get(card_page))
    assert "De taalgroep is vol tot de zomer." in answers
    assert "Geen antwoord: 1" in answers
    assert "De taalgroep is vol" not in text_of(silent.get(own[sites[2].pk]))
    assert region.get(card_page).status_code == 403

    asks.post(f"{card_page}sluit/", {"outcome": "not_found"})
    asks.post(f"{card_page}terug/")
    asks.post(f"{card_page}sluit/", {"outcome": "elsewhere"})
    assert NEED not in text_of(helps.get(own[sites[1].pk]))
    care(weeks=4, today=TODAY + timedelta(7), now=timezone.now())
    counted = Signal.anywhere.values_list("code", "area", "reason")
    assert list(counted) == [("expertise.second_language", "9999", "full")], "one question counts once, with the reason given most"
    care(weeks=4, today=TODAY + timedelta(28), now=timezone.now())
    left = text_of(asks.get(card_page))
    assert "Gevraagde scholen" in left
    assert NEED not in left
    assert helps.get(own[sites[1].pk]).status_code == 404
    told = " ".join(str(entry) for entry in Entry.objects.all())
    assert "las rondvraag" in told
    assert not any(secret in told for secret in (NEED, "taalgroep", "Vier uur"))
