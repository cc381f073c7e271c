"""Does who may see a region get the report for the ondersteuningsplan: made in the background, with the figures of the screen?"""

from __future__ import annotations

import io
import re
from datetime import timedelta

import docx
import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dekkend.audit.models import Entry
from dekkend.config.work import drain
from dekkend.coverage import jobs
from dekkend.coverage.actions import reporting
from dekkend.coverage.gateways.report_files import composed, written
from dekkend.coverage.models import CoverageSettings, Report, ReportFile
from dekkend.coverage.queries.looking import story_of
from dekkend.coverage.rules.kinds import as_data
from dekkend.coverage.words import Question, Settings
from dekkend.files.models import StoredFile
from dekkend.offers.actions.projecting import take_up
from dekkend.organisations.words import Role
from dekkend.publishing.words.paper import Picture
from tests.factories.ground import put_area, put_site
from tests.factories.offers import NT2, TODAY, a_public_offer
from tests.factories.organisations import a_board, a_region, a_site
from tests.factories.reports import an_asked_report
from tests.rendering.pdf_rules import a_bad_file, broken_rules

pytestmark = pytest.mark.django_db(transaction=True)
PLACE = "/dekking/rapport/"


@pytest.fixture
def placed(site):
    """A school with NT2; 100 children there, 60 ten kilometres away in another municipality."""
    a_public_offer(site)
    take_up()
    put_site(site, 100_000, 400_000)
    put_area(site.partnership, "9999", 100_000, 400_000, 100)
    put_area(site.partnership, "9998", 110_000, 400_000, 60)
    return site


@pytest.fixture
def adviser(signed_in, placed) -> Client:
    return signed_in(Role.ADVISER, placed)


def asked(client: Client, query: str = "", language: str = "nl") -> Report:
    answer = client.post(f"{PLACE}{query}", {"language": language})
    report = Report.anywhere.latest("pk")
    assert answer["Location"] == f"{PLACE}{report.pk}/"
    return report


def page_of(client: Client, report: Report) -> str:
    return client.get(f"{PLACE}{report.pk}/").content.decode()


def taken(client: Client, report: Report, suffix: str) -> bytes:
    return b"".join(client.get(f"{PLACE}{report.pk}/dekking.{suffix}").streaming_content)


def words_in(word: bytes) -> str:
    document = docx.Document(io.BytesIO(word))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_it_is_asked_for_made_in_the_background_and_taken(adviser):
    report = asked(adviser)
    waiting = page_of(adviser, report)
    assert "0 van 2 bestanden klaar" in waiting
    assert "Ververs dit scherm" in waiting
    assert "Gevraagd door Iemand" in waiting
    assert adviser.get(f"{PLACE}{report.pk}/dekking.pdf").status_code == 404
    drain()
    assert "Het rapport is klaar." in page_of(adviser, report)
    answer = adviser.get(f"{PLACE}{report.pk}/dekking.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert f"dekking-{report.partnership.code}-" in answer["Content-Disposition"]
    assert b"".join(answer.streaming_content).startswith(b"%PDF-")
    assert taken(adviser, report, "docx").startswith(b"PK")


def test_it_tells_what_the_screen_tells_that_it_was_asked_from(adviser):
    report = asked(adviser, f"?soort={NT2}&straal=1")
    drain()
    text = words_in(taken(adviser, report, "docx"))
    assert "62% van de kinderen heeft een school binnen 1 km die dit heeft: 100 van 160 kinderen." in text
    assert "Witte vlekken: 1 zeker, 0 mogelijk." in text
    assert f"/dekking/?soort={NT2}&straal=1" in text
    assert "NT2" in page_of(adviser, report)
    assert "1 km" in page_of(adviser, report)


def test_only_the_children_of_one_municipality(adviser, placed):
    put_area(placed.partnership, "9990", 100_000, 400_000, 40, municipality="Duinrand")
    report = asked(adviser, f"?gemeente=Duinrand&soort={NT2}")
    drain()
    assert "40 van 40 kinderen" in words_in(taken(adviser, report, "docx"))


def test_an_english_report_has_the_same_figures(adviser):
    report = asked(adviser, "?straal=5", "en")
    drain()
    word = docx.Document(io.BytesIO(taken(adviser, report, "docx")))
    assert word.core_properties.language == "en"
    assert "Sources" in [paragraph.text for paragraph in word.paragraphs if paragraph.style.name == "Heading 1"]
    text = words_in(taken(adviser, report, "docx"))
    assert "Dutch as a second language" in text
    assert "Nederlands als tweede taal" not in text


def test_a_report_on_one_kind_has_one_map_and_says_so_of_that_kind(adviser, placed):
    whole = maps_in(composed(story_of(placed.partnership, Question(), today=TODAY), "nl"))
    one = maps_in(composed(story_of(placed.partnership, Question(code=NT2), today=TODAY), "nl"))
    assert (len(whole), one) == (33, [NT2])


def maps_in(paper) -> list[str]:
    return [part.file for part in paper.parts if isinstance(part, Picture)]


def test_the_pdf_can_be_read_by_everyone(placed):
    content = written(story_of(placed.partnership, Question(), today=TODAY), "pdf", "nl")
    assert broken_rules(a_bad_file()) != []
    assert broken_rules(content) == []


def test_a_region_without_a_register_gets_a_report_that_says_so(site, signed_in):
    client = signed_in(Role.ADVISER, site)
    report = asked(client)
    drain()
    assert "Er is nog geen register ingelezen." in words_in(taken(client, report, "docx"))


def test_asking_twice_leads_to_the_one_that_is_being_made(adviser):
    first = asked(adviser)
    assert asked(adviser) == first
    assert asked(adviser, "?straal=1") != first
    assert asked(adviser, language="en") != first
    drain()
    assert asked(adviser) != first


def test_a_format_that_fails_is_said_and_asked_again(adviser, monkeypatch):
    real = reporting.written

    def refusing(story, suffix, language):
        if suffix == "docx":
            raise ValueError("no")
        return real(story, suffix, language)

    monkeypatch.setattr(reporting, "written", refusing)
    report = asked(adviser, "?straal=5")
    drain()
    page = page_of(adviser, report)
    assert "Een deel van het rapport is klaar" in page
    assert "Maak het opnieuw" in page
    assert 'action="/dekking/rapport/?straal=5"' in page
    assert taken(adviser, report, "pdf")
    assert "niet gelukt" in adviser.get(PLACE).content.decode()


def test_what_cannot_be_counted_is_said(adviser, monkeypatch):
    def refusing(*_args, **_kwargs):
        raise ValueError("no")

    monkeypatch.setattr(reporting, "story_of", refusing)
    report = asked(adviser)
    drain()
    assert "Het rapport is niet gelukt." in page_of(adviser, report)
    assert set(ReportFile.objects.values_list("fault", flat=True)) == {"ValueError"}


def test_what_nobody_finished_says_so_and_can_be_asked_again(adviser):
    report = asked(adviser)
    Report.anywhere.update(asked_at=timezone.now() - timedelta(hours=1))
    assert "Het werk op de achtergrond stopte." in page_of(adviser, report)
    assert asked(adviser) != report


def test_a_worker_that_died_halfway_leaves_nothing_so_that_all_files_are_of_one_count(adviser, monkeypatch):
    class Killed(BaseException):
        """The worker is gone: nothing catches this."""

    report = asked(adviser)

    def dies_at_word(story, suffix, language):
        if suffix == "docx":
            raise Killed
        return written(story, suffix, language)

    monkeypatch.setattr(reporting, "written", dies_at_word)
    with pytest.raises(Killed):
        reporting.make_files(report.pk, now=timezone.now())
    assert not StoredFile.objects.exists()
    CoverageSettings.anywhere.create(partnership=report.partnership, at=timezone.now(), values=as_data(Settings(detour=2.0)))
    monkeypatch.setattr(reporting, "written", written)
    drain()
    told = composed(story_of(report.partnership, Question(), today=report.day), "nl")
    assert "rechte lijn keer 2." in words_in(taken(adviser, report, "docx"))
    assert taken(adviser, report, "pdf").startswith(b"%PDF-")
    assert any("rechte lijn keer 2." in str(part) for part in told.parts)


def test_of_two_workers_the_first_keeps_its_files_and_the_other_none(adviser):
    report = asked(adviser)
    late = [(each, b"te laat") for each in report.files.all()]
    drain()
    kept = StoredFile.objects.filter(destroyed_at=None).count()
    reporting.keep_files(late, report, now=timezone.now())
    reporting.make_files(report.pk, now=timezone.now())
    assert StoredFile.objects.filter(destroyed_at=None).count() == kept
    assert taken(adviser, report, "docx").startswith(b"PK")


def test_it_is_thrown_away_after_its_days(adviser, settings):
    settings.REPORT_KEPT_DAYS = 14
    report = asked(adviser)
    drain()
    jobs.take_up_reports(now=report.asked_at + timedelta(days=14))
    assert Report.anywhere.exists()
    jobs.take_up_reports(now=report.asked_at + timedelta(days=14, seconds=1))
    assert not Report.anywhere.exists()
    assert not StoredFile.objects.filter(destroyed_at=None).exists()


def test_asking_and_taking_are_written_down_with_what_it_is_about(adviser):
    report = asked(adviser, f"?soort={NT2}")
    drain()
    taken(adviser, report, "pdf")
    entries = dict(Entry.objects.values_list("event", "details"))
    assert "NT2" in entries["coverage.report_asked"]["about"]
    assert entries["coverage.report_taken"]["format"] == "pdf"


def test_a_board_gets_a_report_of_its_own_that_the_region_and_other_boards_do_not_see(placed, adviser, signed_in):
    other = a_site(placed.partnership, a_board("Stichting Het Wad"), name="Het Wad")
    mine, theirs = signed_in(Role.BOARD, placed), signed_in(Role.BOARD, other)
    report = asked(mine)
    drain()
    assert taken(mine, report, "pdf").startswith(b"%PDF-")
    assert placed.board.name in page_of(mine, report)
    for client in (adviser, theirs):
        assert client.get(f"{PLACE}{report.pk}/").status_code == 404
        assert client.get(f"{PLACE}{report.pk}/dekking.pdf").status_code == 404
        assert f"{PLACE}{report.pk}/" not in client.get(PLACE).content.decode()


def test_the_norms_in_the_report_of_a_board_are_about_its_own_schools(placed, adviser, signed_in):
    other = a_site(placed.partnership, a_board("Stichting Het Wad"), name="Het Wad")
    a_public_offer(other)
    take_up()
    values = as_data(Settings(norms=("voorbeeld",)))
    CoverageSettings.anywhere.create(partnership=placed.partnership, at=timezone.now(), values=values)
    whole, board = asked(adviser, f"?soort={NT2}"), signed_in(Role.BOARD, placed)
    own = asked(board, f"?soort={NT2}")
    drain()
    assert schools_beside_the_norm(words_in(taken(adviser, whole, "docx"))) == 2
    text = words_in(taken(board, own, "docx"))
    assert schools_beside_the_norm(text) == 1
    assert f"Alleen de scholen van {placed.board.name} staan hier naast de norm." in text


def schools_beside_the_norm(text: str) -> int:
    found = re.search(r"Scholen die alles hebben: (\d+); die iets missen: (\d+); van wie het niet bekend is: (\d+)", text)
    return sum(map(int, found.groups()))


def test_another_region_does_not_see_it(adviser, placed, signed_in):
    report = an_asked_report(placed.partnership)
    elsewhere = signed_in(Role.ADVISER, a_site(a_region("SWV Elders")))
    assert [client.get(f"{PLACE}{report.pk}/dekking.pdf").status_code for client in (adviser, elsewhere)] == [200, 404]


def test_three_reports_ask_the_database_no_more_than_one(adviser, placed):
    an_asked_report(placed.partnership)
    adviser.get(PLACE)
    with CaptureQueriesContext(connection) as one:
        adviser.get(PLACE)
    for _ in range(2):
        an_asked_report(placed.partnership)
    with CaptureQueriesContext(connection) as three:
        adviser.get(PLACE)
    assert len(three) == len(one)
