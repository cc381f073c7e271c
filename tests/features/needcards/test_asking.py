"""Does a school write a card without a name, choose whom to ask, look once more, and ask once?"""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from dekkend.needcards.actions.sending import send
from dekkend.needcards.actions.writing import choose
from dekkend.needcards.models import Inquiry, NeedCard
from dekkend.needcards.words.cards import MOST_SCHOOLS, State
from dekkend.notices.models import Outgoing
from dekkend.offers.actions.projecting import take_up
from dekkend.organisations.models import Place
from dekkend.organisations.words import Kind, Refused
from tests.factories.needcards import TEXT, TODAY, a_concept, a_question, keeper, who, written
from tests.factories.offers import a_public_offer
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db
CARD = {
    "asked": "place",
    "age": "group_4",
    "codes_language": "expertise.second_language",
    "text": TEXT,
    "area": "9999",
    "from_day": "",
    "answer_by": (TODAY + timedelta(7)).isoformat(),
    "contact": "Sanne, 0999-123456",
}


def page_of(response, status: int = 200) -> str:
    assert response.status_code == status
    return response.content.decode()


@pytest.mark.parametrize(("days", "told"), [(-1, "Deze dag is al geweest."), (367, "meer dan een jaar verder")])
def test_help_is_not_asked_from_a_day_that_has_been_or_is_far_away(ours, days, told):
    day = (TODAY + timedelta(days)).isoformat()
    assert told in page_of(ours.browser.post("/rondvragen/nieuw/", CARD | {"from_day": day}), 422)
    assert not NeedCard.anywhere.exists()
    assert ours.browser.post("/rondvragen/nieuw/", CARD | {"from_day": TODAY.isoformat()}).status_code == 302


def test_a_card_is_written_chosen_looked_over_and_sent(ours, other):
    browser = ours.browser
    page = page_of(browser.get("/rondvragen/nieuw/"))
    assert "Schrijf dit niet op" in page
    assert browser.post("/rondvragen/nieuw/", CARD)["Location"] == f"/rondvragen/{NeedCard.anywhere.get().pk}/scholen/"
    card = NeedCard.anywhere.get()
    assert (card.state, card.site, card.codes, card.area) == (State.DRAFT, ours.site, ["expertise.second_language"], "9999")
    page = page_of(browser.get(f"/rondvragen/{card.pk}/scholen/"))
    assert "De Oude Haven" in page
    assert "Afstand is de rechte lijn maal 1,25" in page
    given = {"shown": other.site.pk, "site": other.site.pk, "do": "next"}
    assert browser.post(f"/rondvragen/{card.pk}/scholen/", given)["Location"] == f"/rondvragen/{card.pk}/nakijken/"
    page = page_of(browser.get(f"/rondvragen/{card.pk}/nakijken/"))
    assert TEXT in page
    assert "Stel de vraag aan 1 school" in page
    page = page_of(browser.post(f"/rondvragen/{card.pk}/nakijken/", follow=True))
    assert "De vraag is gesteld aan 1 school." in page
    card.refresh_from_db()
    assert card.state == State.OPEN
    assert TEXT in page_of(other.browser.get(f"/rondvragen/gevraagd/{Inquiry.anywhere.get().pk}/"))


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Sem heeft moeite met lezen.", "lijkt een naam"),
        ("Het nummer is 123456782.", "burgerservicenummer"),
        ("Geboren op 3 mei 2018.", "lijkt een geboortedatum"),
        ("Bel moeder: 06-12345678.", "telefoonnummer"),
        ("Mail ouder@voorbeeld.example.", "e-mailadres"),
        ("Woont in de Kerkstraat 12.", "lijkt een adres"),
    ],
)
def test_what_tells_who_a_child_is_is_refused_and_never_stored(ours, text, why):
    page = page_of(ours.browser.post("/rondvragen/nieuw/", CARD | {"text": text}), 422)
    assert why in page
    assert not NeedCard.anywhere.exists()
    with pytest.raises(Refused):
        a_concept(ours.site, ours.person, text=text)


def test_what_may_be_a_name_is_asked_about_before_it_goes(ours, other):
    card = a_concept(ours.site, ours.person, text="Dit kind komt uit Zilverduin.")
    choose(card, [], [other.site.pk], who(ours.person))
    address = f"/rondvragen/{card.pk}/nakijken/"
    assert "kan een naam zijn" in page_of(ours.browser.get(address))
    assert "kijk na of er geen naam in de tekst staat" in page_of(ours.browser.post(address), 422)
    assert not Outgoing.objects.exists()
    assert ours.browser.post(address, {"no_name": "Zilverduin"}).status_code == 302
    assert Outgoing.objects.count() == 1


def test_what_may_be_a_name_is_said_as_soon_as_a_concept_is_kept(ours):
    made = ours.browser.post("/rondvragen/nieuw/", CARD | {"text": "jayden slaat vaak"}, follow=True)
    assert "jayden" in page_of(made)
    assert "kan een naam zijn. Is dat zo, haal het dan weg." in page_of(made)
    card = NeedCard.anywhere.get()
    again = ours.browser.post(f"/rondvragen/{card.pk}/schrijf/", CARD | {"text": "Dit kind slaat vaak."}, follow=True)
    assert "kan een naam zijn" not in page_of(again)


def test_what_was_typed_comes_back_with_the_error(ours):
    page = page_of(
        ours.browser.post("/rondvragen/nieuw/", CARD | {"area": "9999 ZA", "answer_by": TODAY.isoformat(), "codes_language": []}), 422
    )
    for told in ("Vul alleen de vier cijfers", "Kies een dag na vandaag", "ten minste één soort ondersteuning", TEXT):
        assert told in page


def test_no_mail_says_what_is_asked_of_whom_or_by_whom(ours, other):
    a_question(ours.site, ours.person, other.site, area="9999")
    mail = Outgoing.objects.get()
    assert mail.address == other.person.email
    whole = mail.subject + mail.text
    for secret in (TEXT[:20], "Nederlands", "Groep 4", "9999-", "De Vuursprot", "0999"):
        assert secret not in whole
    assert "/rondvragen/gevraagd/" in mail.text


def test_a_card_is_sent_once_and_a_school_gets_it_once(ours, other, third):
    card = a_question(ours.site, ours.person, other.site)
    with pytest.raises(Refused):
        send(card, frozenset(), who(ours.person))
    again = ours.browser.post(f"/rondvragen/{card.pk}/nakijken/")
    assert "kregen de vraag al" in page_of(again, 422)
    choose(card, [other.site.pk], [third.site.pk, other.site.pk], who(ours.person))
    assert send(card, frozenset(), who(ours.person)) == 1
    assert Outgoing.objects.filter(notice="needcards.asked").count() == 2
    choose(card, [other.site.pk, third.site.pk], [], who(ours.person))
    assert Inquiry.anywhere.filter(card=card).count() == 2  # what was asked stays asked


def test_only_so_many_schools_are_asked_and_none_where_nobody_can_answer(ours, other):
    card = a_concept(ours.site, ours.person)
    many = [a_site(ours.site.partnership, name=f"School {number}") for number in range(MOST_SCHOOLS)]
    with pytest.raises(Refused, match="kan nog niemand"):
        choose(card, [], [many[0].pk], who(ours.person))
    for site in many:
        keeper(site)
    with pytest.raises(Refused, match="hoogstens 10"):
        choose(card, [], [other.site.pk, *(site.pk for site in many)], who(ours.person))
    assert choose(card, [], [site.pk for site in many], who(ours.person)) == MOST_SCHOOLS
    page = page_of(ours.browser.post(f"/rondvragen/{card.pk}/scholen/", {"shown": other.site.pk, "site": other.site.pk}, follow=True))
    assert "Kies hoogstens 10 scholen" in page
    assert not Inquiry.anywhere.filter(card=card, site=other.site).exists()


def test_the_own_school_is_never_asked(ours):
    card = a_concept(ours.site, ours.person)
    assert choose(card, [], [ours.site.pk], who(ours.person)) == 0


def test_schools_that_have_it_come_first_and_unknown_is_no_no(ours, other, third):
    a_public_offer(third.site, on=TODAY - timedelta(30), year="2023-2024")
    take_up()
    card = a_concept(ours.site, ours.person, codes=("expertise.second_language",))
    page = page_of(ours.browser.get(f"/rondvragen/{card.pk}/scholen/"))
    assert page.index("De Zeevonkel") < page.index("De Oude Haven")
    assert "niet bekend" in page[page.index("De Oude Haven") :]


def test_a_school_for_pupils_from_twelve_is_not_offered(ours, other):
    a_site(ours.site.partnership, name="De Hoge Kade", kind=Kind.SECONDARY_SPECIAL.value)
    page = page_of(ours.browser.get(f"/rondvragen/{a_concept(ours.site, ours.person).pk}/scholen/"))
    assert "De Oude Haven" in page
    assert "De Hoge Kade" not in page


def test_a_school_of_another_region_is_found_there_and_can_be_asked(ours, elsewhere):
    card = a_concept(ours.site, ours.person)
    address = f"/rondvragen/{card.pk}/scholen/"
    assert "De Verre Akker" not in page_of(ours.browser.get(address))
    region = elsewhere.site.partnership_id
    assert "De Verre Akker" in page_of(ours.browser.get(f"{address}?regio={region}"))
    sent = ours.browser.post(
        address, {"shown": elsewhere.site.pk, "site": elsewhere.site.pk, "do": "search", "zoek": "niets", "regio": region}
    )
    assert sent["Location"] == f"{address}?zoek=niets&regio={region}"
    page = page_of(ours.browser.get(sent["Location"]))
    assert "Gekozen: 1 van 10" in page
    assert "Geen school gevonden" in page


def test_a_concept_is_changed_or_thrown_away_and_nothing_of_it_stays(ours, other):
    card = a_concept(ours.site, ours.person)
    browser = ours.browser
    assert TEXT in page_of(browser.get(f"/rondvragen/{card.pk}/schrijf/"))
    changed = CARD | {"text": "Dit kind heeft een rustige plek nodig.", "codes_behaviour": "expertise.behaviour"}
    assert browser.post(f"/rondvragen/{card.pk}/schrijf/", changed).status_code == 302
    card.refresh_from_db()
    assert card.text == "Dit kind heeft een rustige plek nodig."
    assert set(card.codes) == {"expertise.second_language", "expertise.behaviour"}
    choose(card, [], [other.site.pk], who(ours.person))
    assert "weggegooid" in page_of(browser.post(f"/rondvragen/{card.pk}/weggooien/", follow=True))
    assert not NeedCard.anywhere.exists()
    assert not Inquiry.anywhere.exists()


def test_what_was_sent_can_no_longer_be_changed_or_thrown_away(ours, other):
    card = a_question(ours.site, ours.person, other.site)
    for end in ("schrijf", "weggooien"):
        page = page_of(ours.browser.post(f"/rondvragen/{card.pk}/{end}/", CARD | {"text": "Iets anders."}, follow=True))
        assert TEXT in page
    card.refresh_from_db()
    assert card.text == TEXT


def test_someone_of_two_schools_says_for_which_one(ours, other, client):
    from dekkend.organisations.models import Membership
    from tests.factories.sessions import signed_in_fully

    Membership.objects.create(user=ours.person, role="director", site=other.site)
    browser = signed_in_fully(ours.person)
    assert "Voor welke school" in page_of(browser.get("/rondvragen/nieuw/"))
    browser.post("/rondvragen/nieuw/", CARD | {"site": other.site.pk})
    assert NeedCard.anywhere.get().site == other.site
    strange = a_site(a_region("Nog een"), name="Vreemd")
    assert browser.post("/rondvragen/nieuw/", CARD | {"site": strange.pk}).status_code == 422


def test_an_unknown_kind_or_a_day_too_far_is_refused_whatever_way_it_came(ours):
    for wrong in (
        {"codes": ("no.such",)},
        {"codes": ()},
        {"answer_by": TODAY + timedelta(90)},
        {"text": "x" * 601},
        {"contact": "123456782"},
    ):
        with pytest.raises(Refused):
            a_concept(ours.site, ours.person, **wrong)
    assert written().answer_by > timezone.localdate()


def test_nothing_of_the_question_stands_in_an_address(ours, other):
    card = a_question(ours.site, ours.person, other.site, area="9999")
    page = page_of(ours.browser.get(f"/rondvragen/{card.pk}/"))
    for link in re.findall(r'(?:href|action)="([^"]+)"', page):
        assert "9999" not in link
        assert "expertise" not in link


@pytest.mark.parametrize(
    ("area", "children", "sentence"),
    [
        ("9997", {"0-4": 10, "5-9": 20, "10-14": 10}, "minder dan 100 kinderen"),
        ("9997", {}, "Wij weten niet hoeveel kinderen in dit gebied wonen"),
        ("1234", None, "Deze postcode kennen wij niet"),
    ],
)
def test_an_area_is_refused_when_few_children_live_there_or_nobody_knows_how_many(ours, area, children, sentence):
    if children is not None:
        Place.objects.create(postcode=area, name="Zilverduin", x=1000.0, y=1000.0, children=children)
    assert sentence in page_of(ours.browser.post("/rondvragen/nieuw/", CARD | {"area": area}), 422)
    with pytest.raises(Refused):
        a_concept(ours.site, ours.person, area=area)
    assert a_concept(ours.site, ours.person, area="9999").area == "9999"


def test_distances_are_promised_only_when_they_can_be_counted(ours, other):
    known, unknown = a_concept(ours.site, ours.person, area="9999"), a_concept(ours.site, ours.person)
    assert "de dichtstbijzijnde eerst" in page_of(ours.browser.get(f"/rondvragen/{known.pk}/scholen/"))
    page = page_of(ours.browser.get(f"/rondvragen/{unknown.pk}/scholen/"))
    assert "de dichtstbijzijnde eerst" not in page
    assert "Waar uw school ligt, weten wij niet." in page
