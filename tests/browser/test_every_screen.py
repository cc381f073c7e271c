"""Is every screen right for every role: axe finds nothing, nothing sticks out, nothing is fetched from elsewhere, no policy is broken?"""

from __future__ import annotations

import os
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.organisations.models import Invitation, Membership
from dekkend.organisations.rules.invitations import hash_of
from dekkend.organisations.words import LEVEL_OF, Level, Role
from dekkend.profiles.actions import copy_forward, publish_draft, save_field
from dekkend.reading.actions.accepting import accept
from dekkend.reading.actions.reading_files import read_waiting
from tests.browser.conftest import violations, width_of
from tests.factories.documents import profile_text, read_document, waiting_document

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PUBLIC = [
    "/",
    "/?naam=vuur",
    "/?naam=bestaatniet",
    "/account/inloggen/",
    "/mensen/aannemen/bestaat-niet/",
    "/mensen/aannemen/{secret}/",
    "/scholen/{brin6}/",
    "/scholen/{brin6}/2024-2025/versie/1/",
    "/scholen/{brin6}/wijzigingen/",
    "/toegankelijkheid/",
    "/open-data/",
    "/bestaat-niet/",
]
SIGNED_IN = [
    "/",
    "/account/",
    "/account/beveiliging/",
    "/account/sessies/",
    "/account/wachtwoord/",
    "/berichten/",
    "/documenten/",
    "/documenten/stapel/{batch}/",
    "/documenten/{read}/nakijken/",
    "/documenten/{read}/nakijken/?vraag=limits",
    "/documenten/{read}/nakijken/?vraag=vision",
    "/documenten/{read}/nakijken/?vraag=school.phone",
    "/documenten/{read}/overnemen/",
    "/documenten/{read}/verschillen/{brin6}/2025-2026/",
    "/documenten/{refused}/",
    "/documenten/{held}/",
    "/documenten/{accepted}/",
    "/documenten/{waiting}/",
    "/logboek/",
    "/logboek/mijn/",
    "/logboek/over/document/{read}/",
    "/mensen/",
    "/mensen/?zoek=niemand&sorteer=-naam",
    "/mensen/uitnodigen/",
    "/mensen/verlengen/",
    "/mensen/{membership}/beeindigen/",
    "/scholen/aanbod/",
    "/scholen/aanbod/{brin6}/",
    "/scholen/aanbod/{brin6}/2025-2026/",
    "/scholen/aanbod/{brin6}/2025-2026/deel/general/",
    "/scholen/aanbod/{brin6}/2025-2026/deel/support_structure/",
    "/scholen/aanbod/{brin6}/2025-2026/deel/expertise/",
    "/scholen/aanbod/{brin6}/2025-2026/deel/external_experts/",
    "/scholen/aanbod/{brin6}/2025-2026/momenten/",
    "/scholen/aanbod/{brin6}/2025-2026/momenten/?moment=0",
    "/scholen/aanbod/{brin6}/2025-2026/op-papier/",
    "/scholen/concepten/",
    "/scholen/concepten/uit-bestand/",
    "/scholen/{brin6}/2024-2025/",
    "/scholen/{brin6}/2024-2025/versie/1/",
    "/scholen/{brin6}/2024-2025/versie/1/weglaten/",
    "/scholen/{brin6}/wijzigingen/",
    "/scholen/{brin6}/wijzigingen/?van=2025-2026.concept&naar=2024-2025.1",
    "/taken/",
]
FOR_DIRECTOR = ["/scholen/{brin6}/2024-2025/versie/1/weglaten/"]  # of those who are signed in, an administrator may not
DEMO = ["/demo/", "/demo/dag/", "/demo/verhaal/", "/demo/opnieuw/"]
NOT_THERE = {"/bestaat-niet/", "/mensen/aannemen/bestaat-niet/"}  # their answer is meant to be "not found"
WIDE = 1280
# 200% of a window of 1280 is a window of 640 with letters of twice the size.
WAYS = {
    "light": {"width": WIDE},
    "dark": {"width": WIDE, "color_scheme": "dark"},
    "narrow": {"width": 320},
    "doubled": {"width": 640, "device_scale_factor": 2},
}
# What can differ from the wide light screen, so that each way costs no more time than it must.
LOOKED_AT = {"dark": ["color-contrast"], "doubled": ["target-size"]}
SECRET = "geheim-van-de-uitnodiging"


@pytest.fixture
def names(site, adviser, settings, tmp_path) -> dict[str, object]:
    """One document in every state, a school with a draft and a public page, roles that end, and an open invitation."""
    settings.PRIVATE_ROOT = tmp_path / "private"
    now = timezone.now()
    accepted = read_document(adviser, site)
    draft = accept(accepted, site, "2024-2025", by=adviser, now=now)
    publish_draft(draft, on=timezone.localdate())
    next_year = copy_forward(site, "2025-2026", by=adviser, now=now)
    save_field(next_year.pk, "vision", "Wij zijn een school aan zee. - Iedereen hoort erbij.", base=0, by=adviser, now=now)
    read = read_document(adviser, site, content=profile_text(ending="\nSlot."), name="een-heel-lange-naam-van-een-bestand-uit-2024.txt")
    refused = read_document(adviser, site, content=b"", name="leeg.pdf")
    held = waiting_document(adviser, site, profile_text() + b"\nBSN 123456782\n")
    read_waiting(held.pk, now=now)
    waiting = waiting_document(adviser, site, b"nog te lezen")
    documents = {"accepted": accepted, "read": read, "refused": refused, "held": held, "waiting": waiting}
    Invitation.objects.create(
        email="een.heel.lang.adres.van.iemand@basisschool-de-vuursprot-aan-zee.example",
        role="teacher",
        site=site,
        secret_hash=hash_of(SECRET),
        invited_by=adviser,
        invited_at=now,
        expires_at=now + timedelta(days=14),
    )
    ending = someone(Role.TEACHER, site, ends_on=timezone.localdate() - timedelta(1))
    keys = {name: document.pk for name, document in documents.items()}
    return keys | {"secret": SECRET, "brin6": site.brin6, "batch": waiting.batch_id, "membership": Membership.anywhere.get(user=ending).pk}


def someone(role: Role, site, **dates: object) -> User:
    user = User.objects.create_user(f"{role}{User.objects.count()}@zilverkust.example", "vier woorden op rij", name=f"Sanne {role.label}")
    level = LEVEL_OF[role]
    place = site if level is Level.SITE else getattr(site, level.value)
    Membership.objects.create(user=user, role=role.value, **{level.value: place}, **dates)
    return user


@pytest.mark.parametrize("way", WAYS)
def test_every_screen_fits_and_is_accessible_for_who_may_see_all_of_it(names, site, open_page, way):
    seen: set[str] = set()
    page = open_page("/", **WAYS[way])
    wrong = look(page, [address.format(**names) for address in PUBLIC], WAYS[way]["width"], seen, way)
    page = open_page("/", user=someone(Role.ADMINISTRATOR, site), **WAYS[way])
    wrong |= look(page, [address.format(**names) for address in SIGNED_IN if address not in FOR_DIRECTOR], WAYS[way]["width"], seen, way)
    page = open_page("/", user=someone(Role.DIRECTOR, site), **WAYS[way])
    wrong |= look(page, [address.format(**names) for address in FOR_DIRECTOR], WAYS[way]["width"], seen, way)
    assert wrong == {}


def test_every_screen_is_accessible_for_every_other_role(names, site, open_page):
    """Once per different page, in all ways: what looks the same for two roles is looked at once."""
    seen: set[str] = set()
    wrong = {}
    for role in (role for role in Role if role is not Role.ADMINISTRATOR):
        page = open_page("/", user=someone(role, site))
        found = look(page, [address.format(**names) for address in SIGNED_IN], WIDE, seen, role.value)
        wrong |= {f"{role.label}: {address}": faults for address, faults in found.items()}
    assert wrong == {}


@pytest.mark.parametrize("way", ["light", "narrow"])
def test_every_screen_of_the_demo_is_accessible_and_fits(open_page, transactional_db, settings, tmp_path, way):
    settings.DEMO, settings.VAR, settings.PRIVATE_ROOT = True, tmp_path, tmp_path / "private"
    call_command("demo")
    assert look(open_page("/", **WAYS[way]), ["/", *DEMO], WAYS[way]["width"], set(), way) == {}


def look(page, addresses: list[str], width: int, seen: set[str], way: str) -> dict[str, list[str]]:
    """What is wrong, per address. With DEKKEND_SCREENSHOTS set, a picture of each goes to that folder."""
    home, wrong = page.url.rstrip("/"), {}
    for address in addresses:
        status = page.goto(home + address).status
        # The menu of a role is looked at on the first screen; below it only what differs in the screen itself.
        shown = page.content() if address == "/" else page.locator("main").inner_html()
        kind = re.sub(r'value="[^"]*"|Sanne [\w ]+|\d+', "", shown)
        if kind in seen:
            continue
        seen.add(kind)
        found = violations(page, only=LOOKED_AT.get(way))
        if width_of(page) > width:
            found.append(f"sticks out: {width_of(page)} px")
        if way not in WAYS:
            found += in_other_ways(page)
        # Here someone looks who may see it: an error page must not pass for the screen.
        if way in WAYS and address not in NOT_THERE and (status, page.url) != (200, home + address):
            found.append(f"did not open: {status} {page.url}")
        if found:
            wrong[address] = found
        picture(page, f"{address.strip('/').replace('/', '-').replace('?', '_') or 'start'}-{way}")
    return wrong


def in_other_ways(page) -> list[str]:
    """What is wrong with this page in the dark, with letters of twice the size and on a narrow screen, without loading it again."""
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")  # else colours are on their way when axe looks
    found = [f"dark: {fault}" for fault in violations(page, only=LOOKED_AT["dark"])]
    page.emulate_media(color_scheme="light")
    for way in ("doubled", "narrow"):
        width = WAYS[way]["width"]
        page.set_viewport_size({"width": width, "height": 900})
        if width_of(page) > width:
            found.append(f"{way}: sticks out: {width_of(page)} px")
    found += [f"narrow: {fault}" for fault in violations(page, only=LOOKED_AT["doubled"])]
    page.set_viewport_size({"width": WIDE, "height": 900})
    return found


def picture(page, name: str) -> None:
    if folder := os.environ.get("DEKKEND_SCREENSHOTS"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def test_axe_does_see_a_fault(site, open_page):
    page = open_page("/")
    page.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<img src=\"/static/ui/icon.svg\"><button></button>')")
    assert {line.split(":")[0] for line in violations(page)} >= {"image-alt", "button-name"}


def test_paper_shows_the_offer_and_leaves_out_what_one_clicks(names, open_page):
    page = open_page(f"/scholen/{names['brin6']}/", color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    hidden = [".dk-nav", ".dk-footer", ".dk-header__tools"]
    assert [part for part in hidden if page.locator(part).first.is_visible()] == []
    assert page.locator("h1").is_visible()
    assert page.evaluate("getComputedStyle(document.body).color") != "rgb(255, 255, 255)"
    assert width_of(page) <= 1280
