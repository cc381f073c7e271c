"""Can everyone read the screens of the log and of mail: axe finds nothing, and nothing sticks out on a small screen?"""

from __future__ import annotations

import pytest
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.audit.actions import record, record_of_person
from dekkend.audit.words import Area, Event, Subject, SubjectKind
from dekkend.notices.actions import tell
from dekkend.notices.models import Outgoing
from dekkend.notices.words import Notice, Recipient
from dekkend.organisations.models import Membership
from dekkend.organisations.words import Role
from tests.browser.conftest import violations, width_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SCREENS = [
    "/logboek/",
    "/logboek/?pagina=2&sorteer=-door",
    "/logboek/?van=gisteren&wat=x",
    "/logboek/?van=2001-01-01&tot=2001-01-01",
    "/logboek/mijn/",
    "/logboek/over/document/7/",
    "/logboek/persoon/{person}/",
    "/berichten/",
    "/berichten/?zoek=bestaatniet",
    "/berichten/soorten/",
    "/berichten/soorten/organisations.invitation/",
    "/berichten/post/",
]
WAYS = {"wide": {"width": 1280}, "dark": {"width": 1280, "color_scheme": "dark"}, "narrow": {"width": 320}}


@pytest.fixture
def yara(site, settings) -> User:
    """The administrator, with two pages of log and a mail in every state."""
    settings.DEMO = True
    now = timezone.now()
    user = User.objects.create_user("beheer@zilverkust.example", "vier woorden op rij", name="Yara Nijborg")
    Membership.objects.create(user=user, role=Role.ADMINISTRATOR.value, partnership=site.partnership)
    document = Subject(SubjectKind.DOCUMENT, "7", "een-heel-lange-naam-van-een-bestand-uit-het-jaar-2024-definitief.pdf")
    for _ in range(52):
        record(Event.DOCUMENT_DOWNLOADED, actor=user, subject=document, area=Area(site.partnership_id), now=now)
    record_of_person(Event.SIGNED_IN, user, actor=user, now=now)
    for state in ("waiting", "sending", "sent", "failed", "unclear"):
        to = [Recipient(f"{state}.met.een.lang.adres@basisschool-de-vuursprot.example")]
        tell(Notice.BATCH_READ, to, about=state, now=now, values={"count": "3 documenten"}, area=Area(site.partnership_id))
        Outgoing.objects.filter(about=state).update(state=state, attempts=1, failure="smtp_554")
    return user


@pytest.mark.parametrize("way", WAYS)
def test_every_screen_is_accessible_and_fits(yara, open_page, live_server, way):
    page, wrong = open_page("/", user=yara, **WAYS[way]), {}
    for address in SCREENS:
        assert page.goto(live_server.url + address.format(person=yara.pk)).status == 200, address
        found = violations(page)
        if width_of(page) > WAYS[way]["width"]:
            found.append(f"sticks out: {width_of(page)} px")
        if found:
            wrong[address] = found
    assert wrong == {}


def test_an_administrator_finds_what_happened_on_a_day(yara, open_page):
    page = open_page("/", user=yara)
    page.get_by_role("link", name="Beheer").click()
    page.get_by_role("link", name="Logboek").click()
    today = timezone.localdate().isoformat()
    page.get_by_label("Van", exact=True).fill(today)
    page.get_by_label("Gebeurtenis").select_option("account.signed_in")
    page.get_by_role("button", name="Toon").click()
    assert page.get_by_role("rowheader", name="Yara Nijborg logde in.").is_visible()
    assert page.locator("tbody tr").count() == 1


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_menu_of_an_administrator_stands_on_one_line(yara, open_page, language):
    page = open_page("/", user=yara, width=1280)
    if language == "en":
        page.get_by_role("link", name="English").click()
    links = page.locator(".dk-nav__link:visible")
    assert links.count() >= 9
    assert len({round(link.bounding_box()["y"]) for link in links.all()}) == 1


SHEET = 680  # pixels: what is left of A4 between its margins


def test_on_paper_a_long_name_of_a_file_leaves_the_last_column_on_the_sheet(yara, open_page, site):
    name = "aanbod" * 50 + ".pdf"
    subject, area, now = Subject(SubjectKind.DOCUMENT, "8", name), Area(site.partnership_id), timezone.now()
    record(Event.DOCUMENT_HANDED_IN, actor=yara, subject=subject, area=area, now=now)
    record(Event.PASSKEY_RENAMED, actor=yara, subject=subject, area=area, now=now, details={"name": name})
    page = open_page("/logboek/", user=yara, width=SHEET)
    page.emulate_media(media="print")
    assert width_of(page) <= SHEET
    boxes = [cell.bounding_box() for cell in page.locator("tbody tr").first.locator("th, td").all()]
    assert all(box["x"] + box["width"] <= SHEET for box in boxes)
