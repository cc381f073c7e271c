"""Is a piece that a school leaves out gone on every way out, while the frozen version stays whole?"""

from __future__ import annotations

import datetime

import pytest
from django.db.models import Q
from django.utils import timezone

from dekkend.audit.models import Entry
from dekkend.offers.actions.projecting import project
from dekkend.offers.models import Offer
from dekkend.offers.queries import offers_of
from dekkend.organisations.words import Role
from dekkend.profiles.actions import make_draft, publish_draft
from dekkend.profiles.actions.redacting import leave_out, show_again
from dekkend.profiles.gateways.exchange import load_profile
from dekkend.profiles.models import ProfileVersion
from dekkend.profiles.queries import as_profile
from dekkend.profiles.rules.values import fingerprint
from tests.corpus.school import vuursprot
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db
DAY = datetime.date(2024, 11, 4)
NAME = "Saskia Kokmeeuw"
NOTE = {"choice": "yes", "note": f"2 uur per week door {NAME}"}


def publish(site, year="2024-2025", **blocks) -> ProfileVersion:
    texts = {
        "vision": f"Wij helpen elk kind. Vraag het aan  {NAME}.\n\nSlot.",
        "expertise": {"rows": {"autism": NOTE}, "own_rows": [{"label": f"Zwemles van {NAME}", "choice": "yes", "note": None}]},
        "limits": [{"text": f"Alleen als {NAME} er is."}],
    }
    proof = {"expertise.autism.note": {"quote": NOTE["note"], "page": 1, "line": 2, "certainty": "certain", "by": "reader"}}
    draft = make_draft(
        site, vuursprot(**texts | blocks) | {"school_year": year}, evidence=proof, source=None, made_by=None, now=timezone.now()
    )
    return publish_draft(draft, on=DAY)


PLACES = ("vision", "expertise.autism", "expertise.own_rows[0]", "limits")


def cover(version, places=PLACES, quote=NAME) -> None:
    for path in places:
        leave_out(version, path, quote, reason="Een naam hoort hier niet.", by=None, now=timezone.now())


def ways_out(site) -> list[str]:
    home = f"/scholen/{site.brin6}/"
    version = f"{home}2024-2025/versie/1/"
    return [home, f"{home}2024-2025/", f"{home}2024-2025/profiel.json", version, f"{version}profiel.json", f"{home}wijzigingen/"]


@pytest.mark.parametrize("quote", [NAME, NAME.upper(), ""])
def test_strangers_see_it_on_no_way_out(client, site, quote):
    publish(site, "2023-2024", **vuursprot()["values"])
    cover(publish(site), quote=quote)
    for address in ways_out(site):
        page = client.get(address)
        assert page.status_code == 200
        assert "Kokmeeuw" not in page.content.decode(), address


def test_before_that_they_did_see_it(client, site):
    publish(site, "2023-2024", **vuursprot()["values"])
    publish(site)
    assert all("Kokmeeuw" in client.get(address).content.decode() for address in ways_out(site))


@pytest.mark.parametrize("role", [Role.ADVISER, Role.PARTNERSHIP_DIRECTOR])
def test_the_partnership_is_outside_the_school(signed_in, site, role):
    cover(publish(site))
    page = signed_in(role, site).get(f"/scholen/{site.brin6}/2024-2025/versie/1/").content.decode()
    assert "Kokmeeuw" not in page
    assert "Een naam hoort hier niet." in page


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.COUNCIL, Role.BOARD])
def test_who_belongs_to_the_school_sees_the_whole_and_what_is_covered(signed_in, site, role):
    version = publish(site)
    cover(version)
    client, address = signed_in(role, site), f"/scholen/{site.brin6}/2024-2025/versie/1/"
    assert "Kokmeeuw" in client.get(address).content.decode()
    whole = load_profile(client.get(f"{address}profiel.json").content)
    assert fingerprint(whole) == version.fingerprint


def test_the_version_itself_stays_whole(site):
    version = publish(site)
    cover(version)
    stored = ProfileVersion.anywhere.select_related("site").get(pk=version.pk)
    assert fingerprint(as_profile(stored)) == stored.fingerprint


def test_the_public_data_say_what_is_left_out_and_stay_valid(client, site):
    cover(publish(site), ["vision"])
    profile = load_profile(client.get(f"/scholen/{site.brin6}/2024-2025/profiel.json").content)
    assert profile["values"]["vision"] == "Wij helpen elk kind. Vraag het aan  [weggelaten].\n\nSlot."
    assert {"path": "vision", "reason": "Een naam hoort hier niet."} in profile["left_out"]
    assert [piece["path"] for piece in profile["left_out"] if "functie" in piece["reason"]] == [
        f"adoption.{who}_by" for who in ("drafted", "advised", "adopted")
    ]


def test_a_choice_and_what_cannot_hold_words_keep_their_shape(client, site):
    cover(publish(site), ["expertise.autism", "budget.school_year", "limits", "inspection.judged_on"], quote="")
    values = load_profile(client.get(f"/scholen/{site.brin6}/2024-2025/profiel.json").content)["values"]
    assert values["expertise"]["rows"]["autism"] == {"choice": "yes", "note": "[weggelaten]"}
    assert values["limits"] == [{"text": "[weggelaten]"}]
    assert values["inspection"]["judged_on"] is None


def test_the_page_is_drawn_anew_when_something_is_left_out_and_when_it_comes_back(client, site):
    version, address = publish(site), f"/scholen/{site.brin6}/"
    assert "Kokmeeuw" in client.get(address).content.decode()
    cover(version)
    assert "Kokmeeuw" not in client.get(address).content.decode()
    for laid_over in version.redactions.all():
        show_again(laid_over, by=None, now=timezone.now())
    assert "Kokmeeuw" in client.get(address).content.decode()


def test_offers_that_were_made_before_lose_it_too(client, site):
    version = publish(site)
    project([version])
    assert "Kokmeeuw" in repr(offers_of(site, today=DAY))
    cover(version)
    assert "Kokmeeuw" not in repr(offers_of(site, today=DAY))
    assert not Offer.anywhere.filter(Q(note__contains="Kokmeeuw") | Q(quote__contains="Kokmeeuw") | Q(label__contains="Kokmeeuw")).exists()


def form_address(site) -> str:
    return f"/scholen/{site.brin6}/2024-2025/versie/1/weglaten/"


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.BOARD])
def test_director_and_board_leave_out_and_show_again_and_the_log_tells(signed_in, site, role):
    version, client = publish(site), signed_in(role, site)
    given = {"path": "vision", "quote": "Saskia\nKokmeeuw", "reason": "Een naam van een kind."}
    page = client.post(form_address(site), given, follow=True).content.decode()
    assert "Dit stuk is weggelaten voor iedereen buiten de school." in page
    assert "Dezelfde woorden staan ook nog bij: Extra expertise binnen het team, Grenzen aan de ondersteuning." in page
    laid_over = version.redactions.get()
    client.post(f"{form_address(site)}{laid_over.pk}/terug/")
    assert not version.redactions.exists()
    assert list(Entry.objects.order_by("-number").values_list("event", flat=True)[:2]) == ["profile.shown_again", "profile.left_out"]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"path": "vision", "quote": "Niet te vinden", "reason": "x"}, "Deze woorden staan daar niet."),
        ({"path": "vision", "quote": NAME, "reason": f"De naam {NAME}"}, "In de reden staan de woorden die u weglaat."),
        ({"path": "vision", "quote": NAME, "reason": "Mevrouw kokmeeuw wil dit niet."}, "In de reden staan de woorden die u weglaat."),
        ({"path": "vision", "quote": "", "reason": "Vanwege Kokmeeuw."}, "In de reden staan de woorden die u weglaat."),
        ({"path": "vision", "quote": NAME}, "Schrijf op waarom u dit weglaat."),
        ({"path": "bestaat.niet", "quote": "", "reason": "x"}, "Kies"),
    ],
)
def test_a_wrong_form_leaves_nothing_out(signed_in, site, given, told):
    version = publish(site)
    response = signed_in(Role.DIRECTOR, site).post(form_address(site), given)
    assert response.status_code == 422
    assert told in response.content.decode()
    assert not version.redactions.exists()


def test_nobody_else_leaves_out(client, signed_in, site):
    version = publish(site)
    given = {"path": "vision", "quote": NAME, "reason": "x"}
    for role in set(Role) - {Role.DIRECTOR, Role.BOARD}:
        assert signed_in(role, site).post(form_address(site), given).status_code == 403
    elsewhere = signed_in(Role.DIRECTOR, a_site(a_region("SWV Elders")))
    assert elsewhere.post(form_address(site), given).status_code == 404
    assert client.post(form_address(site), given).status_code == 302
    cover(version, ["vision"])
    assert elsewhere.post(f"{form_address(site)}{version.redactions.get().pk}/terug/").status_code == 404
    assert version.redactions.count() == 1


def test_the_field_says_that_everyone_reads_the_reason(signed_in, site):
    publish(site)
    page = signed_in(Role.DIRECTOR, site).get(form_address(site)).content.decode()
    assert "Deze reden wordt openbaar. Noem er geen naam in." in page


@pytest.mark.parametrize("quote", [NAME, ""])
def test_who_leaves_something_out_hears_of_the_other_years_with_the_same_words(signed_in, site, quote):
    publish(site, "2022-2023", **vuursprot()["values"])
    publish(site, "2023-2024")
    publish(site)
    given = {"path": "vision", "quote": quote, "reason": "Dit is van een kind."}
    page = signed_in(Role.DIRECTOR, site).post(form_address(site), given, follow=True).content.decode()
    assert "Dezelfde woorden staan ook nog bij: 2023-2024, versie 1." in page
