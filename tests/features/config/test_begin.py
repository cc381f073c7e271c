"""Does `dekkend begin` give a region its first administrator, and never one that somebody else could have invited?"""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from dekkend.audit.models import Entry
from dekkend.config.cli import main
from dekkend.config.commands import begin as command
from dekkend.notices.models import Outgoing
from dekkend.organisations.models import Membership, Partnership
from dekkend.organisations.queries import regions_by_care
from dekkend.organisations.words import Role
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db
ADDRESS = "beheer@zilverkust.example"
PASSWORD = "vier natte meeuwen fluiten"


@pytest.fixture
def begin(capsys):
    """Run the command; the result is its exit status, what it printed and what it complained."""

    def run(*more: str, code: str = "PO9901", address: str = ADDRESS) -> tuple[int, str, str]:
        status = main(["begin", "--code", code, "--administrator", address, *more])
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def link_in(text: str) -> str:
    return re.search(r"(/mensen/aannemen/\S+)", text)[1]


def accept(path: str) -> int:
    return Client().post(path, {"name": "Yara Nijborg", "password": PASSWORD}).status_code


def test_an_empty_installation_gets_a_region_and_someone_who_can_invite_the_rest(begin):
    status, out, _ = begin("--partnership", "SWV Zilverkust")
    assert status == 0
    assert accept(link_in(out)) == 302
    membership = Membership.anywhere.get()
    assert (membership.role, membership.partnership.name, membership.given_by) == ("administrator", "SWV Zilverkust", None)
    client = Client()
    client.force_login(membership.user)
    client.post(
        "/mensen/uitnodigen/", {"email": "ib@zilverkust.example", "role": "administrator", "place": f"partnership:{membership.place.pk}"}
    )
    assert Outgoing.objects.filter(address="ib@zilverkust.example").exists()


def test_the_same_link_goes_by_mail_and_everything_is_written_down(begin):
    _, out, _ = begin("--partnership", "SWV Zilverkust")
    mail = Outgoing.objects.get()
    assert mail.address == ADDRESS
    assert link_in(mail.text) == link_in(out)
    assert "SWV Zilverkust nodigt u uit" in mail.text
    accept(link_in(out))
    first, second = (str(entry) for entry in Entry.objects.exclude(event__startswith="account.").order_by("pk"))
    assert re.fullmatch(r"Dekkend stuurde uitnodiging \d+, voor de rol Beheerder bij SWV Zilverkust\.", first)
    assert second == "Dekkend gaf Yara Nijborg de rol Beheerder bij SWV Zilverkust."


def test_a_region_with_an_administrator_is_refused(begin, person, site):
    person(Role.ADMINISTRATOR, site)
    status, _, complaint = begin(code=site.partnership.code)
    assert status == 1
    assert "heeft al een beheerder: Iemand" in complaint
    assert not Outgoing.objects.exists()


def test_a_region_whose_administrators_are_all_gone_gets_a_new_one(begin, person, site):
    person(Role.ADMINISTRATOR, site)
    Membership.anywhere.update(starts_on=None, ends_on=timezone.localdate() - timedelta(days=1))
    status, out, _ = begin(code=site.partnership.code.lower())
    assert status == 0
    assert "was er al" in out
    assert accept(link_in(out)) == 302
    assert [(region.pk, many) for region, many, _ in regions_by_care(timezone.localdate())] == [(site.partnership_id, 1)]


def test_an_administrator_who_may_not_log_in_does_not_count(begin, person, site):
    someone = person(Role.ADMINISTRATOR, site)
    someone.is_active = False
    someone.save()
    assert begin(code=site.partnership.code)[0] == 0


def test_asking_again_gives_a_new_link_and_the_old_one_stops(begin):
    _, first, _ = begin("--partnership", "SWV Zilverkust")
    _, second, _ = begin(address="ander@zilverkust.example")
    assert Client().get(link_in(first)).status_code == 422
    assert accept(link_in(second)) == 302
    assert Partnership.objects.count() == 1


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ((), "Geef ook de naam"),
        (("--partnership", "SWV Elders"), "met code PO1111"),
    ],
)
def test_a_name_that_does_not_fit_the_code_changes_nothing(begin, given, said):
    Partnership.objects.create(code="PO1111", name="SWV Elders")
    status, _, complaint = begin(*given)
    assert (status, Partnership.objects.count()) == (1, 1)
    assert said in complaint


def test_another_name_than_the_region_has_is_refused(begin):
    Partnership.objects.create(code="PO9901", name="SWV Zilverkust")
    assert "heet SWV Zilverkust" in begin("--partnership", "SWV Goudkust")[2]


def test_tables_that_are_not_there_yet_are_said(begin, monkeypatch):
    monkeypatch.setattr("dekkend.config.health.pending_migrations", lambda: ["organisations.0001_initial"])
    assert "dekkend migrate" in begin("--partnership", "SWV Zilverkust")[2]


@pytest.mark.parametrize("wrong", [{"code": "PO 99"}, {"address": "geen-adres"}])
def test_what_is_not_well_formed_is_refused_before_anything_happens(begin, wrong):
    with pytest.raises(SystemExit):
        begin("--partnership", "SWV Zilverkust", **wrong)
    assert command.CODE.fullmatch("PO9901")


def test_administrators_elsewhere_do_not_count(person, site):
    person(Role.ADMINISTRATOR, a_site(a_region("SWV Elders")))
    person(Role.DIRECTOR, site)
    assert [many for region, many, _ in regions_by_care(timezone.localdate()) if region.pk == site.partnership_id] == [0]
