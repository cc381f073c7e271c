"""Does a school come from a PDF to a public offer through its screens, and on: next year, a council with remarks, a correction?"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from dekkend.adoption.models import Adoption
from dekkend.adoption.words.procedure import State
from dekkend.kernel.school_years import SchoolYear
from dekkend.organisations.words import Role
from dekkend.profiles.gateways.templates import load_template
from dekkend.profiles.models import ProfileDraft, ProfileVersion
from dekkend.profiles.queries import findings_of
from dekkend.profiles.rules.parts import parts
from dekkend.profiles.words.findings import Severity
from dekkend.reading.actions.reading_files import read_waiting
from dekkend.reading.models import SourceDocument
from tests.factories.adoptions import TODAY, people_of
from tests.factories.organisations import a_board, a_region, a_site
from tests.factories.sessions import signed_in_fully

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
PDF = Path(__file__).resolve().parents[2] / "dekkend/demo/data/documents/aanbod-2026-de-zilvertoren.pdf"
YEAR = str(SchoolYear.of(TODAY))
NEXT = str(SchoolYear.of(TODAY).next)


class School:
    """One school with a browser per role."""

    def __init__(self, site, browsers: dict[Role, Client]) -> None:
        self.site, self.browsers = site, browsers

    def page(self, role: Role, address: str) -> str:
        response = self.browsers[role].get(address, follow=True)
        assert response.status_code == 200, address
        return response.content.decode()

    def send(self, role: Role, address: str, status: int = 302, **given: object) -> str:
        response = self.browsers[role].post(address, given)
        assert response.status_code == status, re.sub(r"<[^>]+>|\s+", " ", response.content.decode())[-1500:]
        return response.get("Location", "")

    def step(self, role: Role, kind: str, text: str = "", year: str = YEAR, **given: object) -> None:
        before = self.state(year)
        self.send(role, self.address(f"stap/{kind}/", year), on=TODAY.isoformat(), text=text, **given)
        assert (self.state(year), kind) != (before, kind)

    def address(self, end: str = "", year: str = YEAR) -> str:
        return f"/vaststellen/{self.site.brin6}/{year}/{end}"

    def click(self, role: Role, words: str, year: str = YEAR) -> str:
        """Where the link with these words leads on the page of the school: nobody types an address."""
        found = re.search(rf'<a [^>]*href="([^"]+)"[^>]*>{words}</a>', self.page(role, self.address(year=year)))
        assert found, words
        return found.group(1)

    def state(self, year: str = YEAR) -> str:
        return next(iter(Adoption.anywhere.filter(site=self.site, school_year=year).values_list("state", flat=True)), "draft")

    def write(self, path: str, text: str, year: str = YEAR) -> None:
        """Type in one field of the editor and let it be saved."""
        draft = ProfileDraft.anywhere.get(site=self.site, school_year=year, closed_at__isnull=True)
        here = f"/scholen/aanbod/{self.site.brin6}/{year}/bewaar/"
        typed = {"path": path, "part": path, path: text, f"was:{path}": "", f"base:{path}": draft.revision}
        self.send(Role.COORDINATOR, here, 200, **typed)
        draft.refresh_from_db()
        assert draft.values[path] == text

    def look_over(self, year: str = YEAR) -> None:
        """Confirm every answer part by part, and set what is serious aside with a reason, as the editor lets one do."""
        draft = ProfileDraft.anywhere.get(site=self.site, school_year=year, closed_at__isnull=True)
        here = f"/scholen/aanbod/{self.site.brin6}/{year}/deel"
        form = parts(load_template(draft.template))
        for part in form:
            self.send(Role.COORDINATOR, f"{here}/{part.id}/", do=f"confirm:{part.id}")
        draft.refresh_from_db()
        for finding in findings_of(draft, today=TODAY).open:
            if finding.severity is Severity.SERIOUS:
                given = {"do": f"leave:{finding.key}", f"reason:{finding.key}": "Nagekeken met de directeur."}
                self.send(Role.COORDINATOR, f"{here}/{form[0].id}/", **given)

    def to_the_council(self, year: str = YEAR, *, pupils: bool = True) -> None:
        self.step(Role.COORDINATOR, "team", year=year)
        if pupils:
            self.step(Role.COORDINATOR, "pupils", "Kinderen schreven op kaartjes wat helpt. Wij maakten een stille plek.", year=year)
        self.step(Role.DIRECTOR, "ask", "Wij horen graag wat u vindt.", year=year)

    def advise(self, outcome: str, text: str = "", year: str = YEAR, **remarks: str) -> None:
        given = {"outcome": outcome, "text": text, "on": TODAY.isoformat(), "hand_in": "1", **remarks}
        self.send(Role.COUNCIL, self.address("advies/", year), **given)
        assert self.state(year) == State.ADVISED

    def to_the_region(self, year: str = YEAR) -> None:
        self.step(Role.BOARD, "adopt", year=year)
        self.decide(year)
        self.step(Role.DIRECTOR, "publish", year=year)
        self.step(Role.DIRECTOR, "deliver", year=year)

    def decide(self, year: str) -> None:
        """Cover every personal detail that was found."""
        here = self.address("persoonsgegevens/", year)
        while found := re.search(r'name="(detail-\d+)-key" value="([^"]+)"', self.page(Role.DIRECTOR, here)):
            name, key = found.groups()
            given = {f"{name}-key": key, f"{name}-verdict": "left_out", f"{name}-reason": "Niet nodig voor ouders."}
            self.send(Role.DIRECTOR, here, **given)


@pytest.fixture
def school(settings, tmp_path) -> School:
    settings.PRIVATE_ROOT = tmp_path / "private"
    site = a_site(a_region(), a_board(), brin6="99AA00", name="De Zilvertoren")
    return School(site, {role: signed_in_fully(user) for role, user in people_of(site).items()})


@pytest.fixture
def first_year(school) -> School:
    """A first year that began with a PDF and is public."""
    file = SimpleUploadedFile(PDF.name, PDF.read_bytes(), "application/pdf")
    school.send(Role.COORDINATOR, "/documenten/", documents=file, partnership=school.site.partnership_id)
    document = SourceDocument.anywhere.get()
    read_waiting(document.pk, now=timezone.now())
    school.send(Role.COORDINATOR, f"/documenten/{document.pk}/overnemen/", site=school.site.pk, school_year=YEAR)
    assert "bevestig" in school.page(Role.DIRECTOR, school.address())
    school.look_over()
    school.to_the_council()
    school.advise("positive", "Wij zijn blij met dit aanbod.")
    school.to_the_region()
    return school


def test_the_first_year_goes_from_a_pdf_to_a_public_page(first_year):
    assert first_year.state() == State.DELIVERED
    public = Client()
    assert public.get(f"/scholen/{first_year.site.brin6}/").status_code == 200
    told = public.get(first_year.address("hoe-vastgesteld/")).content.decode()
    assert "Kinderen schreven op kaartjes" in told
    assert "Sanne" not in told


def test_the_second_year_begins_with_the_first_and_asks_advice_on_what_changed(first_year):
    school, here = first_year, f"/scholen/aanbod/{first_year.site.brin6}/{NEXT}"
    school.send(Role.COORDINATOR, f"{here}/begin/", **{"with": "last"})
    school.write("vision", "Elk kind telt mee. Nieuw is de leesochtend.", NEXT)
    school.look_over(NEXT)
    school.to_the_council(NEXT)
    page = school.page(Role.COUNCIL, school.address("advies/", NEXT))
    assert "Nieuw is de leesochtend" in page
    assert f"versie 1 van {YEAR}" in page
    assert "Wij zijn blij met dit aanbod." in page
    school.advise("positive", year=NEXT)
    school.to_the_region(NEXT)
    assert school.state(NEXT) == State.DELIVERED


def test_a_council_with_remarks_and_a_board_that_departs(first_year):
    school = first_year
    school.step(Role.DIRECTOR, "correct", "De leesochtend ontbreekt.")
    school.write("vision", "Elk kind telt mee. Nieuw is de leesochtend.")
    school.look_over()
    school.to_the_council(pupils=False)
    page = school.page(Role.COUNCIL, school.address("advies/"))
    field = re.search(r'name="(remark-\d+)"', page).group(1)
    school.advise("remarks", **{field: "Voor wie is de leesochtend?"})
    assert "schriftelijke reactie" in school.page(Role.BOARD, school.address())
    reaction = school.click(Role.BOARD, "Reageer op het advies")
    remark = re.search(r'name="(remark-\d+)-answer"', school.page(Role.BOARD, reaction)).group(1)
    given = {f"{remark}-answer": "not_followed", "on": TODAY.isoformat(), "text": "Dank voor uw advies."}
    school.send(Role.BOARD, reaction, 422, **given)
    school.send(Role.BOARD, reaction, **given, **{f"{remark}-why": "Dat staat al bij de groepen."})
    assert "een gesprek met de MR" in school.page(Role.BOARD, school.address())
    school.send(Role.BOARD, school.address("stap/adopt/"), on=TODAY.isoformat())
    assert school.state() == State.REACTED
    school.step(Role.BOARD, "talk", "Wij spraken een uur. Het besluit blijft.")
    school.to_the_region()
    assert "Dat staat al bij de groepen." in school.page(Role.COUNCIL, school.address())


def test_a_correction_becomes_a_second_version_and_the_first_can_still_be_cited(first_year):
    school, public = first_year, Client()
    first = ProfileVersion.anywhere.get()
    cited = f"/scholen/{school.site.brin6}/{YEAR}/versie/1/"
    assert public.get(cited).status_code == 200
    school.step(Role.DIRECTOR, "correct", "Het telefoonnummer is veranderd.")
    assert public.get(f"/scholen/{school.site.brin6}/").status_code == 200
    school.look_over()
    school.to_the_council(pupils=False)
    school.advise("positive")
    school.to_the_region()
    assert public.get(cited).status_code == 200
    assert public.get(f"/scholen/versie/{first.fingerprint}/").status_code == 302
    assert list(ProfileVersion.anywhere.order_by("number").values_list("number", flat=True)) == [1, 2]
    first.refresh_from_db()
    assert first.adopted_on == first.published_on == TODAY
