"""Is each step taken by who may, only when it can be, about exactly one frozen version, and told to whom it concerns?"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.utils import timezone

from dekkend.adoption.actions.advising import Written, give_advice, save_advice
from dekkend.adoption.actions.deciding import decide
from dekkend.adoption.actions.taking import Given, take_step
from dekkend.adoption.models import Adoption, Advice, Attachment, Step
from dekkend.adoption.queries.personal import personal_details
from dekkend.adoption.words.procedure import Answer, Kind, Outcome, State, Verdict
from dekkend.audit.models import Entry
from dekkend.notices.models import Outgoing
from dekkend.offers.queries import revision_of
from dekkend.organisations.words import Refused, Role
from dekkend.profiles.models import ProfileDraft, ProfileVersion
from tests.factories.adoptions import TODAY, YEAR, a_draft, advised, asked, days_ago, go, people_of, reacted, ready, someone, who
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(site):
    a_draft(site)
    return people_of(site)


def adoption() -> Adoption:
    return Adoption.anywhere.get()


def mails() -> set[tuple[str, str]]:
    return set(Outgoing.objects.values_list("notice", "address"))


def test_speaking_with_the_team_freezes_the_text(people, site):
    go(people, site, Kind.TEAM)
    version = ProfileVersion.anywhere.get()
    assert adoption().version == version
    assert ProfileDraft.anywhere.filter(closed_at__isnull=True).count() == 0


def test_a_whole_year_ends_with_the_region_and_every_step_names_the_same_version(people, site):
    before = revision_of(site.partnership)
    asked(people, site)
    advised(people, site, Outcome.POSITIVE)
    go(people, site, Kind.ADOPT, Kind.PUBLISH, Kind.DELIVER)
    version = ProfileVersion.anywhere.get()
    assert adoption().state == State.DELIVERED
    assert (version.adopted_on, version.published_on) == (TODAY, TODAY)
    assert revision_of(site.partnership) == before + 1, "whoever keeps the offers sees that they changed, before a worker lays them down"
    assert set(Step.anywhere.values_list("version", flat=True)) == {version.pk}
    assert Entry.objects.filter(event="adoption.step").count() == 7


def test_the_council_the_school_and_the_region_are_told(people, site):
    asked(people, site)
    assert ("adoption.advice_asked", people[Role.COUNCIL].email) in mails()
    advised(people, site, Outcome.POSITIVE)
    assert {("adoption.advice_given", people[role].email) for role in (Role.DIRECTOR, Role.BOARD)} <= mails()
    go(people, site, Kind.ADOPT, Kind.PUBLISH, Kind.DELIVER)
    assert ("adoption.delivered", people[Role.ADVISER].email) in mails()
    assert ("adoption.adopted", people[Role.BOARD].email) not in mails()


@pytest.mark.parametrize(
    ("kind", "role"),
    [(Kind.ASK, Role.COUNCIL), (Kind.ASK, Role.COORDINATOR), (Kind.ASK, Role.ADVISER), (Kind.TEAM, Role.COUNCIL)],
)
def test_nobody_takes_the_step_of_another_role(people, site, kind, role):
    with pytest.raises(PermissionDenied):
        take_step(kind, site, YEAR, Given(TODAY, "tekst"), who(people[role]))


def test_a_director_cannot_advise_and_a_council_cannot_decide(people, site):
    asked(people, site)
    for role in (Role.DIRECTOR, Role.BOARD, Role.ADVISER):
        with pytest.raises(PermissionDenied):
            give_advice(site, YEAR, Written("positive", "", ()), Given(TODAY), who(people[role]))
    advised(people, site, Outcome.POSITIVE)
    for role in (Role.COUNCIL, Role.DIRECTOR):
        with pytest.raises(PermissionDenied):
            take_step(Kind.ADOPT, site, YEAR, Given(TODAY), who(people[role]))


def test_someone_of_another_school_takes_no_step_here(people, site):
    other = someone(Role.DIRECTOR, a_site(a_region("SWV Elders")))
    with pytest.raises(PermissionDenied):
        take_step(Kind.TEAM, site, YEAR, Given(TODAY), who(other))


def test_without_the_view_of_pupils_no_advice_is_asked(people, site):
    go(people, site, Kind.TEAM)
    with pytest.raises(Refused, match="mening van leerlingen"):
        go(people, site, Kind.ASK)


def test_before_august_2025_pupils_are_not_asked(site):
    a_draft(site, "2024-2025")
    people = people_of(site)
    go(people, site, Kind.TEAM, year="2024-2025")
    with pytest.raises(Refused, match="vroeg de wet dit nog niet"):
        go(people, site, Kind.PUPILS, year="2024-2025")
    go(people, site, Kind.ASK, year="2024-2025")
    assert adoption().state == State.ASKED


def test_answers_that_nobody_confirmed_hold_a_draft_back(people, site):
    draft = ProfileDraft.anywhere.get(closed_at__isnull=True)
    path = next(iter(draft.standing))
    ProfileDraft.anywhere.filter(pk=draft.pk).update(standing={**draft.standing, path: {**draft.standing[path], "open": True}})
    with pytest.raises(Refused, match="bevestig het ene antwoord"):
        go(people, site, Kind.TEAM)


def test_a_step_in_the_future_and_an_advice_before_its_question_are_refused(people, site):
    with pytest.raises(Refused, match="nog niet geweest"):
        go(people, site, Kind.TEAM, on=TODAY + timedelta(1))
    asked(people, site, on=days_ago(3))
    with pytest.raises(Refused, match="eerdere stap"):
        advised(people, site, Outcome.POSITIVE, on=days_ago(4))
    advised(people, site, Outcome.POSITIVE, on=days_ago(3))
    assert Step.anywhere.get(kind=Kind.ADVISE.value).on == days_ago(3)


def test_a_step_entered_afterwards_keeps_both_moments(people, site):
    go(people, site, Kind.TEAM, on=days_ago(10))
    step = Step.anywhere.get()
    assert (step.on, timezone.localdate(step.at)) == (days_ago(10), TODAY)
    assert step.entered_later


def test_a_board_that_departs_answers_and_talks_before_it_adopts(people, site):
    asked(people, site)
    advised(people, site, Outcome.REMARKS, "Let op de wachttijd.", ("vision", "Visie", "De visie is te lang."))
    with pytest.raises(Refused, match="schriftelijke reactie"):
        go(people, site, Kind.ADOPT)
    reacted(people, site, Answer.NOT_FOLLOWED, keys=tuple(Advice.anywhere.get().remarks.values_list("pk", flat=True)))
    with pytest.raises(Refused, match="gesprek met de MR"):
        go(people, site, Kind.ADOPT)
    go(people, site, Kind.TALK, Kind.ADOPT)
    assert adoption().state == State.ADOPTED


def test_a_board_that_follows_every_remark_needs_no_talk(people, site):
    asked(people, site)
    advised(people, site, Outcome.REMARKS, "", ("vision", "Visie", "De visie is te lang."))
    reacted(people, site, Answer.FOLLOWED, keys=(Advice.anywhere.get().remarks.get().pk,))
    with pytest.raises(Refused, match="helemaal over"):
        go(people, site, Kind.TALK)
    go(people, site, Kind.ADOPT)


def test_a_negative_advice_always_asks_a_talk(people, site):
    asked(people, site)
    advised(people, site, Outcome.NEGATIVE, "Er is te weinig tijd voor dyslexie.")
    reacted(people, site, Answer.FOLLOWED)
    with pytest.raises(Refused, match="gesprek met de MR"):
        go(people, site, Kind.ADOPT)


def test_every_remark_is_answered_and_not_following_needs_a_reason(people, site):
    asked(people, site)
    advised(people, site, Outcome.REMARKS, "", ("vision", "Visie", "Te lang."), ("limits", "Grenzen", "Onduidelijk."))
    first, second = Advice.anywhere.get().remarks.values_list("pk", flat=True)
    with pytest.raises(Refused, match="elke opmerking"):
        reacted(people, site, Answer.FOLLOWED, keys=(first,))
    with pytest.raises(Refused, match="waarom"):
        reacted(people, site, Answer.PARTLY, keys=(first, second), why=" ")


def test_what_the_council_writes_is_kept_and_changes_until_it_is_given(people, site):
    asked(people, site)
    save_advice(site, YEAR, Written("remarks", "Begin", (("vision", "Visie", "Kort."),)), who(people[Role.COUNCIL]))
    save_advice(site, YEAR, Written("remarks", "Begin en verder", (("vision", "Visie", ""),)), who(people[Role.COUNCIL]))
    advice = Advice.anywhere.get()
    assert (advice.text, advice.remarks.count(), advice.given_on) == ("Begin en verder", 0, None)
    assert adoption().state == State.ASKED


@pytest.mark.parametrize(("outcome", "text"), [("", "tekst"), ("remarks", ""), ("negative", " "), ("waived", "")])
def test_half_an_advice_is_not_given(people, site, outcome, text):
    asked(people, site)
    with pytest.raises(Refused):
        give_advice(site, YEAR, Written(outcome, text, ()), Given(TODAY), who(people[Role.COUNCIL]))
    assert not Advice.anywhere.filter(given_on__isnull=False).exists()


def test_a_return_opens_a_new_draft_and_keeps_what_happened_with_its_version(people, site):
    asked(people, site)
    go(people, site, Kind.RETURN)
    draft = ProfileDraft.anywhere.get(closed_at__isnull=True)
    assert draft.copied_from == ProfileVersion.anywhere.get()
    assert (adoption().state, adoption().version, adoption().round) == (State.DRAFT, None, 2)
    ready(draft)
    go(people, site, Kind.TEAM, Kind.ASK)  # the pupils were heard already
    assert Step.anywhere.filter(kind=Kind.ASK.value).values_list("version__number", flat=True)[::1] == [1, 2]


def test_a_correction_makes_a_second_version_and_leaves_the_first_where_it_is(people, site):
    asked(people, site)
    advised(people, site, Outcome.POSITIVE)
    go(people, site, Kind.ADOPT, Kind.PUBLISH, Kind.CORRECT)
    first = ProfileVersion.anywhere.get()
    ready(ProfileDraft.anywhere.get(closed_at__isnull=True))
    go(people, site, Kind.TEAM, Kind.ASK)
    advised(people, site, Outcome.POSITIVE)
    go(people, site, Kind.ADOPT, Kind.PUBLISH)
    assert ProfileVersion.anywhere.filter(published_on__isnull=False).count() == 2
    first.refresh_from_db()
    assert first.published_on == TODAY


def test_a_personal_detail_is_decided_before_publishing(site):
    a_draft(site, vision="Vragen? Mail j.zeester@vuursprot.example.")
    people = people_of(site)
    asked(people, site)
    advised(people, site, Outcome.POSITIVE)
    go(people, site, Kind.ADOPT)
    version = ProfileVersion.anywhere.get()
    details = personal_details(version, TODAY)
    assert details
    with pytest.raises(Refused, match="persoonsgegeven"):
        go(people, site, Kind.PUBLISH)
    verdicts = [Verdict.LEFT_OUT, *[Verdict.KEPT] * len(details)]
    for detail, verdict in zip(details, verdicts, strict=False):
        decide(version, detail.finding.key, verdict, "Privéadres.", who(people[Role.DIRECTOR]))
    go(people, site, Kind.PUBLISH)
    assert Entry.objects.filter(event="adoption.detail_decided").count() == len(details)


def test_a_council_decides_nothing_about_personal_details(people, site):
    go(people, site, Kind.TEAM)
    with pytest.raises(PermissionDenied):
        decide(ProfileVersion.anywhere.get(), "x", Verdict.KEPT, "reden", who(people[Role.COUNCIL]))


def test_a_file_belongs_to_its_step(people, site):
    given = Given(TODAY, "", [ContentFile(b"verslag", name="verslag.txt")])
    take_step(Kind.TEAM, site, YEAR, given, who(people[Role.DIRECTOR]))
    assert Attachment.anywhere.get().file.name == "verslag.txt"


def test_a_refused_step_leaves_nothing_behind(people, site):
    with pytest.raises(Refused):
        go(people, site, Kind.ADOPT)
    assert not Adoption.anywhere.exists()
    assert not Step.anywhere.exists()
