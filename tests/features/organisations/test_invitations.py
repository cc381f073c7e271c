"""Is an invitation for one address, one time, fourteen days, and never for more than the giver may give?"""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from dekkend.accounts.models import User
from dekkend.audit.models import Entry
from dekkend.audit.words import Event
from dekkend.notices.models import Outgoing
from dekkend.organisations.actions import inviting
from dekkend.organisations.models import Invitation, Membership
from dekkend.organisations.queries import scope_of, site_target
from dekkend.organisations.rules.invitations import hash_of
from dekkend.organisations.words import Refused, Role
from tests.factories.organisations import a_region, a_site

pytestmark = pytest.mark.django_db
NEW = "nieuw@zilverkust.example"
PASSWORD = "vier natte meeuwen fluiten"


@pytest.fixture
def director(site, person) -> User:
    return person(Role.DIRECTOR, site)


class Outbox:
    """The paths of the links that were mailed, newest last."""

    def __getitem__(self, number: int) -> str:
        mails = list(Outgoing.objects.order_by("pk"))
        return re.search(r"(/mensen/aannemen/\S+)", mails[number].text)[1]


@pytest.fixture
def outbox(db) -> Outbox:
    return Outbox()


def invite(director, site, email: str = NEW, role: Role = Role.TEACHER) -> Invitation:
    today = timezone.localdate()
    given = {"by": director, "scope": scope_of(director, today), "today": today, "now": timezone.now()}
    return inviting.invite(email, role, site_target(site), **given)


def browser(user: User | None = None) -> Client:
    client = Client()
    if user:
        client.force_login(user)
    return client


def test_a_newcomer_opens_the_link_makes_an_account_and_has_the_role(site, director, outbox):
    browser(director).post("/mensen/uitnodigen/", {"email": NEW.upper(), "role": "teacher", "place": f"site:{site.pk}"})
    client = browser()
    assert "U bent uitgenodigd" in client.get(outbox[0]).content.decode()
    assert not User.objects.filter(email=NEW).exists()
    answer = client.post(outbox[0], {"name": "Ilse Strandjut", "password": PASSWORD})
    assert answer.status_code == 302
    membership = Membership.anywhere.get(user__email=NEW)
    assert (membership.role, membership.site, membership.given_by) == ("teacher", site, director)
    assert membership.ends_on.strftime("%m-%d") == "07-31"
    assert membership.user.check_password(PASSWORD)


def test_only_a_hash_of_the_secret_is_kept(site, director, outbox):
    invitation = invite(director, site)
    secret = outbox[0].rstrip("/").rsplit("/", 1)[1]
    assert invitation.secret_hash == hash_of(secret)
    assert secret not in str(Invitation.anywhere.values())


def test_the_link_works_once(site, director, outbox):
    invite(director, site)
    browser().post(outbox[0], {"name": "Ilse", "password": PASSWORD})
    again = browser().get(outbox[0])
    assert again.status_code == 422
    assert "al gebruikt" in again.content.decode()
    assert browser().post(outbox[0], {"name": "Ander", "password": PASSWORD}).status_code == 422
    assert Membership.anywhere.filter(user__email=NEW).count() == 1


@pytest.mark.parametrize(("left", "status"), [(timedelta(seconds=30), 200), (timedelta(0), 422), (timedelta(seconds=-30), 422)])
def test_the_link_stops_after_its_last_moment(site, director, outbox, left, status):
    invitation = invite(director, site)
    Invitation.anywhere.filter(pk=invitation.pk).update(expires_at=timezone.now() + left)
    assert browser().get(outbox[0]).status_code == status


def test_a_revoked_invitation_no_longer_works(site, director, outbox):
    invitation = invite(director, site)
    browser(director).post(f"/mensen/uitnodiging/{invitation.pk}/intrekken/")
    assert "ingetrokken" in browser().get(outbox[0]).content.decode()


def test_sending_again_makes_a_new_link_and_the_old_one_stops(site, director, outbox):
    invitation = invite(director, site)
    browser(director).post(f"/mensen/uitnodiging/{invitation.pk}/opnieuw/")
    assert browser().get(outbox[0]).status_code == 404
    assert browser().get(outbox[1]).status_code == 200


def test_a_made_up_link_is_not_there(db):
    assert browser().get("/mensen/aannemen/abc/").status_code == 404
    assert browser().post("/mensen/aannemen/abc/", {"name": "x", "password": PASSWORD}).status_code == 404


def test_someone_with_an_account_logs_in_and_takes_the_role(site, director, outbox):
    user = User.objects.create_user(NEW, PASSWORD, name="Ilse")
    invite(director, site)
    assert "Log in" in browser().get(outbox[0]).content.decode()
    assert browser().post(outbox[0], {"name": "Ander", "password": PASSWORD}).status_code == 422
    browser(user).post(outbox[0])
    assert Membership.anywhere.get(user=user).site == site


def test_another_person_cannot_take_it(site, director, person, outbox):
    invite(director, site)
    other = person()
    assert browser(other).post(outbox[0]).status_code == 422
    assert not Membership.anywhere.filter(user=other).exists()


def test_a_giver_who_lost_the_right_gives_nothing_any_more(site, director, outbox):
    invite(director, site)
    Membership.anywhere.filter(user=director).update(ended_at=timezone.now())
    assert "mag deze rol nu niet meer geven" in browser().post(outbox[0], {"name": "Ilse", "password": PASSWORD}).content.decode()
    assert not User.objects.filter(email=NEW).exists()


def test_an_expired_role_runs_again(site, director, person, outbox):
    teacher = person(Role.TEACHER, site)
    Membership.anywhere.filter(user=teacher).update(ends_on=timezone.localdate() - timedelta(1))
    invite(director, site, teacher.email)
    browser(teacher).post(outbox[0])
    assert Membership.anywhere.get(user=teacher).ends_on > timezone.localdate() - timedelta(1)


def test_the_same_invitation_is_not_sent_twice_by_accident(site, director, outbox):
    invite(director, site)
    with pytest.raises(Refused, match="al een uitnodiging"):
        invite(director, site)


def test_someone_who_has_the_role_is_not_invited(site, director, person, outbox):
    with pytest.raises(Refused, match="al"):
        invite(director, site, person(Role.TEACHER, site).email)


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.BOARD, Role.ADVISER, Role.PARTNERSHIP_DIRECTOR, Role.ADMINISTRATOR])
def test_a_form_that_asks_for_more_than_the_giver_may_give_is_refused(site, director, outbox, role):
    places = [f"site:{site.pk}", f"board:{site.board_id}", f"partnership:{site.partnership_id}"]
    for place in places:
        answer = browser(director).post("/mensen/uitnodigen/", {"email": NEW, "role": role.value, "place": place})
        assert answer.status_code == 422
    assert not Invitation.anywhere.exists()


def test_a_form_that_names_a_school_elsewhere_is_refused(site, director, outbox):
    far = a_site(a_region("SWV Elders"))
    answer = browser(director).post("/mensen/uitnodigen/", {"email": NEW, "role": "teacher", "place": f"site:{far.pk}"})
    assert answer.status_code == 422
    assert "Kies een plaats uit de lijst" in answer.content.decode()


def test_what_was_typed_comes_back_with_the_reason(site, director, outbox):
    page = browser(director).post("/mensen/uitnodigen/", {"email": "geen adres", "role": "teacher"}).content.decode()
    assert "geen adres" in page
    assert "Dit is geen e-mailadres" in page


def test_a_role_at_the_wrong_kind_of_place_is_explained(site, person, outbox):
    page = browser(person(Role.ADMINISTRATOR, site)).post(
        "/mensen/uitnodigen/", {"email": NEW, "role": "adviser", "place": f"site:{site.pk}"}
    )
    assert "hoort bij het samenwerkingsverband" in page.content.decode()


def test_a_weak_password_is_refused_and_the_invitation_stays(site, director, outbox):
    invite(director, site)
    assert browser().post(outbox[0], {"name": "Ilse", "password": "kort"}).status_code == 422
    assert browser().get(outbox[0]).status_code == 200


def test_the_mail_goes_to_the_invited_address_alone_and_the_screen_never_shows_the_link(site, director, outbox):
    invite(director, site)
    assert list(Outgoing.objects.values_list("address", flat=True)) == [NEW]
    assert "/mensen/aannemen/" not in browser(director).get("/mensen/").content.decode()


def test_each_step_stands_in_the_log_without_the_address(site, director, outbox):
    invite(director, site)
    browser().post(outbox[0], {"name": "Ilse", "password": PASSWORD})
    events = Entry.objects.values_list("event", "subject_label")
    assert {event for event, _ in events} >= {Event.INVITED.value, Event.ROLE_GIVEN.value}
    assert not [label for _, label in events if NEW in label]
