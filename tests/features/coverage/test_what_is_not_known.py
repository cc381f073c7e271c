"""Do the board and the report say what is not known, who is late and how much is shown, without more than that?"""

from __future__ import annotations

import io
import re

import pdfplumber
import pytest
from django.core.files.base import ContentFile

from dekkend.coverage.gateways.norm_files import MOST_BYTES
from dekkend.coverage.words import Question
from dekkend.organisations.words import Role
from tests.factories.adoptions import someone
from tests.factories.ground import put_area, put_site
from tests.factories.offers import NT2
from tests.factories.organisations import a_site
from tests.features.coverage.test_screens import page_of, report_on, words_in

pytestmark = pytest.mark.django_db


def test_a_region_where_nobody_wrote_yet_sees_what_is_not_known_and_not_a_no(site, signed_in):
    put_site(site, 100_000, 400_000)
    put_area(site.partnership, "9999", 100_000, 400_000, 100)
    client = signed_in(Role.ADVISER, site)
    board = page_of(client, "/dekking/")
    assert '<span class="dk-figure__number">0 tot 100%</span>' in board
    assert "niet bekend" in page_of(client, "/dekking/witte-vlekken/")
    assert ">nergens" not in board + page_of(client, "/dekking/witte-vlekken/") + page_of(client, "/dekking/plek/9999/")
    report = words_in(report_on(site, Question()))
    assert "Van alle hulp is 0 tot 100% thuisnabij" in report
    assert "kinderen hebben voor minstens één soort hulp maar één school dichtbij." in report


def test_a_school_that_was_never_asked_in_is_not_late(site, signed_in):
    client = signed_in(Role.ADVISER, site)
    board = page_of(client, "/dekking/")
    assert '<span class="dk-figure__number">0</span><span class="dk-figure__label">scholen zijn te laat</span>' in board
    assert "Bij 1 school doet nog niemand mee." in board
    assert "Er doet nog niemand mee" in page_of(client, "/vaststellen/ronde/?jaar=2025-2026&te-laat=niemand")
    someone(Role.DIRECTOR, site)
    board = page_of(client, "/dekking/")
    assert "doet nog niemand mee" not in board
    assert "dagen te laat</span>" in page_of(client, "/vaststellen/ronde/?jaar=2025-2026")


def test_the_figure_of_one_school_says_for_what(adviser):
    assert "voor minstens één soort hulp aan één school</span>" in page_of(adviser, "/dekking/")
    assert "voor minstens één soort hulp" not in page_of(adviser, f"/dekking/?soort={NT2}")


def test_a_norm_file_has_one_greatest_size(adviser):
    big = ContentFile(b"x" * (MOST_BYTES + 1), name="norm.yaml")
    page = adviser.post("/dekking/instellingen/norm/", {"file": big}, follow=True).content.decode()
    assert "Kies een YAML-bestand van hoogstens 100 kB." in page


def test_a_kind_in_the_report_shares_a_page_with_its_map_and_a_line_with_its_table(placed):
    pdf = pdfplumber.open(io.BytesIO(report_on(placed, Question(), "pdf")))
    texts = [page.extract_text() for page in pdf.pages]
    lasts = [[line for line in text.splitlines() if not line.startswith(("Bladzijde", "Dekking van"))][-1] for text in texts]
    assert not [line for line in lasts if "De plekken met de meeste kinderen" in line]
    for text in texts[2:]:
        assert text.count("heeft een school binnen") == len(re.findall(r"^\d+ km$", text, re.MULTILINE))  # the scale of a map
    assert "".join(texts).count("Donker: gedekt.") == 1
    assert all("Witte vlekken:" in text for text in texts[1:] if "Samenvatting" in text)
    assert "regelmatig of vaker" in "".join(texts)


def test_the_board_shows_five_late_schools_and_leads_to_all(adviser, placed):
    for at in range(7):
        a_site(placed.partnership, placed.board, name=f"De Boei {at}", brin6=f"98ZZ0{at}")
    someone(Role.BOARD, placed)
    board = page_of(adviser, "/dekking/")
    assert board.count(" dagen te laat") == 5
    assert "Toon alle late scholen en herinner hen" in board
