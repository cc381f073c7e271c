"""Does the section for the school guide say all that the law asks, per location and together, and do machines read the school page?"""

from __future__ import annotations

import html
import io
import json
import re
from datetime import timedelta

import docx
import pytest
from django.utils import timezone

from dekkend.adoption.models import Adoption, Step
from dekkend.adoption.words.procedure import Kind, Regime
from dekkend.audit.models import Entry
from dekkend.kernel.dates import say_date
from dekkend.offers.actions import saying
from dekkend.offers.queries import offers_of
from dekkend.offers.words import Availability, Said
from dekkend.organisations.queries import scope_of
from dekkend.organisations.words import Role
from dekkend.profiles.actions import make_draft
from dekkend.profiles.actions.redacting import leave_out
from dekkend.publishing.models import SupportPoint
from tests.corpus.school import vuursprot
from tests.factories.offers import a_public_offer
from tests.factories.organisations import a_site

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YEAR = "2026-2027"


def text_of(client, site, document: str = "schoolgids") -> str:
    page = client.get(f"/scholen/{site.brin6}/{YEAR}/documenten/{document}.html").content.decode()
    return html.unescape(re.sub(r"<[^>]+>", " ", page))


def head_of(page: str) -> str:
    return page[: page.index("</head>")]


def test_the_section_says_since_when_and_what_changed(client, site) -> None:
    nt2 = {"choice": "no", "note": None}
    before = vuursprot()["values"]["expertise"]
    a_public_offer(
        site, on=TODAY - timedelta(400), year="2025-2026", expertise=before | {"rows": before["rows"] | {"second_language": nt2}}
    )
    a_public_offer(site, on=TODAY)
    text = text_of(client, site)
    assert "Wat er veranderde sinds 2025-2026" in text
    assert re.search(r"Tweede taal/NT2: .*Van nee naar ja", text)
    assert "2025-2026" in text.rsplit("Kennis in ons team", 1)[1].split("Wat wij niet kunnen")[0]


def test_what_is_left_out_does_not_come_back_as_a_change(client, site) -> None:
    robots = [{"name": "Programmeren met robots", "period": "elke week"}]
    note = {"rows": {"autism": {"choice": "yes", "note": "8 uur per week"}}}
    a_public_offer(site, on=TODAY - timedelta(400), year="2025-2026", extra_offers=robots, expertise=note)
    version = a_public_offer(site, on=TODAY, extra_offers=robots, expertise=note)
    for path in ("extra_offers[0]", "expertise.autism"):
        leave_out(version, path, "", reason="Dit is van een kind te herleiden.", by=None, now=timezone.now())
    guide = text_of(client, site).split("Wat er veranderde", 1)[1]
    compared = client.get(f"/scholen/{site.brin6}/wijzigingen/").content.decode()
    for said in ("8 uur", "anders opgeschreven", "Programmeren", "weggelaten"):
        assert said not in guide
        assert said not in compared


def test_the_first_year_says_no_change_and_that_it_may_be_older(client, site) -> None:
    a_public_offer(site, on=TODAY)
    text = text_of(client, site)
    assert "Wat er veranderde" not in text
    assert f"{YEAR} of eerder" in text


def test_the_section_says_what_pupils_said_and_when(client, site, person) -> None:
    version = a_public_offer(site, on=TODAY)
    adoption = Adoption.objects.create(site=site, school_year=YEAR, regime=Regime.GUIDE.value, begun_at=timezone.now())
    said = "Leerlingen wilden een rustige plek. Die is er nu."
    about = {"kind": Kind.PUPILS.value, "on": TODAY, "role": Role.DIRECTOR.value, "text": said}
    Step.objects.create(adoption=adoption, version=version, round=1, by=person(), at=timezone.now(), **about)
    text = text_of(client, site)
    assert said in text
    assert "Leerlingen gaven hun mening op" in text


def test_a_chapter_of_the_school_says_what_pupils_found(client, site) -> None:
    chapter = {"title": "Wat leerlingen ervan vinden", "text": "Zij willen een rustige plek. Die is er nu naast de hal."}
    a_public_offer(site, on=TODAY, own_chapters=[chapter])
    text = text_of(client, site)
    assert text.count(chapter["text"]) == 1
    assert "Wat leerlingen ervan vinden" in text
    assert "nog niet opgeschreven" not in text


def test_what_is_not_known_about_pupils_is_not_denied_but_the_school_is_warned(client, site, signed_in) -> None:
    a_public_offer(site, on=TODAY)
    warning = "nog niet opgeschreven wat leerlingen hierover zeiden"
    address = f"/scholen/{site.brin6}/{YEAR}/schoolgids/"
    assert "Wat leerlingen ervan vinden" not in text_of(client, site)
    assert warning not in client.get(address).content.decode()
    assert warning in signed_in(Role.DIRECTOR, site).get(address).content.decode()


def test_a_board_gets_all_its_locations_in_one_document(client, site) -> None:
    other = a_site(site.partnership, site.board, name="De Oude Haven")
    for each in (site, other):
        a_public_offer(each, on=TODAY)
    a_public_offer(a_site(site.partnership, name="Elders"), on=TODAY)
    content = client.get(f"/scholen/samen/{site.board.number}/{YEAR}/schoolgids.docx").content
    chapters = [each.text for each in docx.Document(io.BytesIO(content)).paragraphs if each.style.name == "Heading 1"]
    assert chapters == ["De Oude Haven", "De Vuursprot"]
    assert f"Alle 2 scholen van {site.board.name}" in client.get(f"/scholen/{site.brin6}/{YEAR}/schoolgids/").content.decode()


def test_a_school_with_two_locations_gets_both(client, site) -> None:
    twin = a_site(site.partnership, name="De Vuursprot Noord", brin6=f"{site.brin6[:4]}77")
    for each in (site, twin):
        a_public_offer(each, on=TODAY)
    text = client.get(f"/scholen/samen/{site.brin6[:4]}/{YEAR}/schoolgids.html").content.decode()
    assert text.count("Ons ondersteuningsaanbod") == 2


@pytest.mark.parametrize("address", ["99999/2026-2027/schoolgids.pdf", "98QQ/2026-2027/schoolgids.pdf"])
def test_together_nothing_is_not_there(client, site, address) -> None:
    assert client.get(f"/scholen/samen/{address}").status_code == 404


def test_the_text_to_paste_stands_on_a_page_and_needs_no_script(client, site) -> None:
    a_public_offer(site, on=TODAY)
    page = client.get(f"/scholen/{site.brin6}/{YEAR}/schoolgids/").content.decode()
    assert "<h2>Ondersteuning op onze school, 2026-2027</h2>" in page
    assert "&lt;h2&gt;Ondersteuning op onze school" in page  # the same as code, in a field


def test_what_a_school_wrote_is_never_read_as_code_on_that_page(client, site) -> None:
    a_public_offer(site, on=TODAY, limits=[{"text": "<script>alert(1)</script>"}])
    page = client.get(f"/scholen/{site.brin6}/{YEAR}/schoolgids/").content.decode()
    assert "<script>alert" not in page


def test_the_support_point_and_the_day_of_confirming_stand_in_the_summary(client, site, signed_in) -> None:
    a_public_offer(site, on=TODAY)
    adviser = signed_in(Role.ADVISER, site)
    given = {"name": "Steunpunt Zilverkust", "phone": "099 123 45 67", "website": "https://steunpunt.example/"}
    assert adviser.post("/scholen/publicaties/steunpunt/", given).status_code == 302
    text = text_of(client, site, "samenvatting")
    assert "Steunpunt Zilverkust, 099 123 45 67, steunpunt.example" in text
    assert "Dit is bevestigd" in text
    assert "The school confirmed this" in text_of(client, site, "summary")
    assert Entry.objects.filter(event="publishing.support_point_set").exists()


@pytest.mark.parametrize("given", [{"name": "Steunpunt"}, {"name": "", "phone": "1"}, {"name": "123456782", "phone": "1"}])
def test_a_support_point_that_nobody_can_reach_is_refused(site, signed_in, given) -> None:
    assert signed_in(Role.ADVISER, site).post("/scholen/publicaties/steunpunt/", given).status_code == 422
    assert not SupportPoint.anywhere.exists()


def test_search_engines_read_what_the_school_offers(client, site) -> None:
    a_public_offer(site, on=TODAY)
    head = head_of(client.get(f"/scholen/{site.brin6}/").content.decode())
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', head, re.DOTALL)[1])
    page, school = data["@graph"]
    assert school["@type"] == "ElementarySchool"
    assert school["identifier"]["value"] == site.brin6
    assert page["inLanguage"] == "nl"
    offered = [each["itemOffered"]["name"] for each in school["hasOfferCatalog"]["itemListElement"]]
    assert offered
    assert f'<link rel="canonical" href="{page["url"]}">' in head
    assert 'property="og:title"' in head
    assert "noindex" not in head


def data_of(client, site) -> dict:
    page = client.get(f"/scholen/{site.brin6}/").content.decode()
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[1])["@graph"][1]


def names_in(data: dict) -> set[str]:
    offered = {each["itemOffered"]["name"] for each in data["hasOfferCatalog"]["itemListElement"]}
    return offered | {each["name"] for each in data["amenityFeature"]}


@pytest.mark.parametrize("state", [Availability.PAUSED, Availability.GONE])
def test_what_is_not_there_today_is_not_told_as_if_it_were(client, site, person, state) -> None:
    a_public_offer(site, on=TODAY, extra_offers=[{"name": "Programmeren met robots", "period": None}])
    director = person(Role.DIRECTOR, site)
    given = {"by": director, "scope": scope_of(director, TODAY), "today": TODAY, "now": timezone.now()}
    before = names_in(data_of(client, site))
    away = [
        offer
        for offer in offers_of(site, today=TODAY)
        if offer.claim.path in ("facilities.care_room", "expertise.second_language", "extra_offers[0]")
    ]
    for offer in away:
        saying.declare(site, offer.claim.key, Said(state, from_day=TODAY, until=TODAY + timedelta(7)), **given)
    assert len(before - names_in(data_of(client, site))) == 3
    told = say_date((TODAY + timedelta(7)).isoformat())
    sentence = f"Dit kan nu even niet, tot en met {told}." if state is Availability.PAUSED else "De school geeft dit niet meer."
    assert text_of(client, site).count(sentence) == 3


def test_what_is_left_out_is_not_in_the_data(client, site) -> None:
    robots = [{"name": "Programmeren met robots", "period": "elke week"}]
    contact = {"phone": "099-1", "email": "a@school.example", "website": "www.school.example"}
    version = a_public_offer(site, on=TODAY, extra_offers=robots, school=vuursprot()["values"]["school"] | contact)
    assert {"telephone", "email", "sameAs"} <= set(data_of(client, site))
    for path in ("school.phone", "school.email", "school.website", "extra_offers[0].name"):
        leave_out(version, path, "", reason="Dit is van een kind te herleiden.", by=None, now=timezone.now())
    data = data_of(client, site)
    assert not {"telephone", "email", "sameAs"} & set(data)
    assert "weggelaten" not in json.dumps(data)


def test_the_data_of_a_page_cannot_end_its_block(client, site) -> None:
    a_public_offer(site, on=TODAY, extra_offers=[{"name": "</script><script>alert(1)</script>", "period": None}])
    assert "<script>alert" not in client.get(f"/scholen/{site.brin6}/").content.decode()


def test_in_english_the_data_says_so(client, site) -> None:
    a_public_offer(site, on=TODAY)
    client.cookies["taal"] = "en"
    client.get("/taal/en/")
    head = head_of(client.get(f"/scholen/{site.brin6}/").content.decode())
    assert '"inLanguage": "en"' in head
    assert 'content="en_GB"' in head


@pytest.mark.parametrize("older", ["2025-2026/", "2025-2026/versie/1/", f"{YEAR}/versie/1/"])
def test_an_older_page_is_not_listed_and_names_the_one_that_counts(client, site, older) -> None:
    a_public_offer(site, on=TODAY - timedelta(400), year="2025-2026")
    a_public_offer(site, on=TODAY)
    head = head_of(client.get(f"/scholen/{site.brin6}/{older}").content.decode())
    assert '<meta name="robots" content="noindex">' in head
    assert re.search(rf'rel="canonical" href="[^"]*/scholen/{site.brin6}/"', head)


def test_a_draft_says_nothing_to_machines(site, signed_in) -> None:
    make_draft(site, vuursprot() | {"school_year": YEAR}, evidence={}, source=None, made_by=None, now=timezone.now())
    head = head_of(signed_in(Role.COORDINATOR, site).get(f"/scholen/{site.brin6}/{YEAR}/").content.decode())
    assert '<meta name="robots" content="noindex">' in head
    assert "ld+json" not in head


def test_the_sitemap_lists_public_schools_only(client, site) -> None:
    a_public_offer(site, on=TODAY)
    later = a_site(site.partnership, name="Later")
    a_public_offer(later, on=TODAY + timedelta(1))
    text = client.get("/scholen/sitemap.xml").content.decode()
    assert f"/scholen/{site.brin6}/</loc><lastmod>{TODAY.isoformat()}" in text
    assert later.brin6 not in text
    assert "/scholen/sitemap.xml" in client.get("/robots.txt").content.decode()


def test_a_link_to_a_school_has_a_picture(client, site) -> None:
    a_public_offer(site, on=TODAY)
    response = client.get(f"/scholen/{site.brin6}/voorbeeld.png")
    assert response.content.startswith(b"\x89PNG")
    assert client.get(f"/scholen/{site.brin6}/voorbeeld.png", HTTP_IF_NONE_MATCH=response["ETag"]).status_code == 304
