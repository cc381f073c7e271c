"""Does a region change the form for a year, see what it does, and keep every answer and every earlier version as it was?"""

from __future__ import annotations

import pytest
from django.utils import timezone

from dekkend.kernel.school_years import SchoolYear
from dekkend.organisations.words import Kind, Refused, Role
from dekkend.profiles.actions import copy_forward, make_draft, publish_draft
from dekkend.profiles.actions.region_form import keep_form, put_in_force
from dekkend.profiles.gateways.exchange import dump_profile, load_profile
from dekkend.profiles.gateways.templates import UnknownTemplate, load_template
from dekkend.profiles.models import ProfileDraft, ProfileVersion, RegionForm
from dekkend.profiles.queries import as_profile
from dekkend.profiles.queries.region_form import form_of
from dekkend.profiles.rules.region_form import NOTHING
from tests.corpus.school import vuursprot
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YEAR = str(SchoolYear.of(TODAY))
BEFORE = str(SchoolYear.of(TODAY).previous)
OVERLAY = {"titles": {"section:vision": "Wat wij belangrijk vinden"}, "retired": ["facilities.lift"], "rows": ["facilities.quiet_room"]}
SCREEN = f"/scholen/formulier/{YEAR}/alle/"


def a_draft(site, year=YEAR):
    profile = vuursprot() | {"school_year": year}
    rows = profile["values"]["facilities"]["rows"] | {"lift": {"choice": "present", "note": "achter"}}
    profile["values"] = profile["values"] | {"facilities": profile["values"]["facilities"] | {"rows": rows}}
    return make_draft(site, profile, evidence={}, source=None, made_by=None, now=timezone.now())


def in_force(site, overlay=OVERLAY, kind="", year=YEAR):
    keep_form(site.partnership, year, kind, overlay, by=None, now=timezone.now())
    return put_in_force(site.partnership, year, kind, by=None, now=timezone.now())


def test_a_region_keeps_looks_and_puts_in_force_on_the_screen(signed_in, site):
    a_draft(site)
    client = signed_in(Role.PARTNERSHIP_DIRECTOR, site)
    given = {"section:vision": "Wat wij belangrijk vinden", "retired": ["facilities.lift"], "rows": ["facilities.quiet_room"]}
    assert client.post(SCREEN, given | {"do": "force"}).status_code == 422  # not kept yet
    assert client.post(SCREEN, given | {"do": "keep"}).status_code == 302
    assert form_of(site, YEAR).id == "haaglanden"
    assert "Deze antwoorden worden eigen regels van de school" in client.get(SCREEN).content.decode()
    assert client.post(SCREEN, given | {"do": "force"}).status_code == 302
    assert form_of(site, YEAR).id == RegionForm.anywhere.get().name
    draft = ProfileDraft.anywhere.get(site=site, closed_at__isnull=True)
    assert draft.template == RegionForm.anywhere.get().name
    editor = signed_in(Role.COORDINATOR, site)
    page = editor.get(f"/scholen/aanbod/{site.brin6}/{YEAR}/deel/vision/").content.decode()
    assert "Wat wij belangrijk vinden" in page
    assert "achter" in editor.get(f"/scholen/aanbod/{site.brin6}/{YEAR}/deel/facilities/").content.decode()


def test_an_open_draft_moves_with_every_answer_and_the_old_one_is_kept(site):
    old = a_draft(site)
    assert in_force(site) == 1
    new = ProfileDraft.anywhere.get(site=site, closed_at__isnull=True)
    old.refresh_from_db()
    assert (old.closed_at is not None, old.values["facilities"]["rows"]["lift"]["note"]) == (True, "achter")
    assert {"label": "Lift", "choice": "present", "note": "achter"}.items() <= new.values["facilities"]["own_rows"][-1].items()
    assert new.values["facilities"]["rows"]["quiet_room"] == {"choice": None, "note": None}
    assert new.values["vision"] == old.values["vision"]


def test_what_was_frozen_stays_on_the_form_it_was_written_on(client, site):
    version = publish_draft(a_draft(site, BEFORE), on=TODAY)
    in_force(site)
    version.refresh_from_db()
    assert version.template == "haaglanden"
    assert client.get(f"/scholen/{site.brin6}/{BEFORE}/").status_code == 200
    draft = copy_forward(site, YEAR, by=None, now=timezone.now())
    assert draft.template != "haaglanden"
    assert draft.values["facilities"]["own_rows"][-1]["note"] == "achter"


def test_a_page_and_data_on_the_form_of_a_region_are_shown_and_read_back(client, site):
    in_force(site)
    version = publish_draft(a_draft(site), on=TODAY)
    assert ProfileVersion.anywhere.get().template.startswith("haaglanden+")
    assert client.get(f"/scholen/{site.brin6}/").status_code == 200
    assert client.get(f"/scholen/{site.brin6}/{YEAR}/profiel.json").status_code == 200
    assert load_profile(dump_profile(as_profile(version)))["values"] == version.values


def test_a_kind_of_school_has_a_form_of_its_own(site):
    special = a_site(site.partnership, kind=Kind.SPECIAL.value)
    in_force(site)
    in_force(site, NOTHING | {"titles": {"section:extra_support": "Onze ondersteuning"}}, kind=Kind.SPECIAL.value)
    titles = [section.title for section in form_of(special, YEAR).sections]
    assert "Onze ondersteuning" in titles
    assert "Onze ondersteuning" not in [section.title for section in form_of(site, YEAR).sections]
    assert form_of(site, BEFORE).id == "haaglanden"
    assert form_of(a_site(a_region("SWV Elders")), YEAR).id == "haaglanden"


def test_what_does_not_fit_is_refused_and_what_is_in_force_never_changes(site):
    with pytest.raises(Refused):
        keep_form(site.partnership, YEAR, "", NOTHING | {"rows": ["facilities.lift"]}, by=None, now=timezone.now())
    with pytest.raises(Refused):
        put_in_force(site.partnership, YEAR, "", by=None, now=timezone.now())
    in_force(site)
    in_force(site, NOTHING | {"titles": {"section:vision": "Visie"}})
    assert RegionForm.anywhere.count() == 2
    with pytest.raises(UnknownTemplate):
        load_template("haaglanden+000000000000")


def test_a_year_that_is_over_and_another_region_are_not_there(signed_in, site):
    client = signed_in(Role.ADVISER, site)
    for path in (f"/scholen/formulier/{BEFORE}/alle/", f"/scholen/formulier/{YEAR}/onzin/", "/scholen/formulier/2026-2029/alle/"):
        assert client.get(path).status_code == 404
    other = a_site(a_region("SWV Elders"))
    keep_form(other.partnership, YEAR, "", OVERLAY, by=None, now=timezone.now())
    assert "Wat wij belangrijk vinden" not in client.get(SCREEN).content.decode()
    client.post(SCREEN, {"do": "force"})
    assert not RegionForm.anywhere.filter(in_force_at__isnull=False).exists()
