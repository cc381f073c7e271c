"""Is what happens written down once, in order, and only when it really happened?"""

from __future__ import annotations

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection, transaction

from dekkend.audit.actions import areas_of, record_of_person, record_read
from dekkend.audit.models import ChainHead, Entry
from dekkend.audit.queries import check_chains, entries_of_person
from dekkend.audit.rules.sentences import NotRecordable
from dekkend.audit.words import NO_HASH, Area, Event, Subject, SubjectKind
from dekkend.organisations.models import Membership
from dekkend.organisations.words import Role, Scope
from tests.factories.organisations import a_region, a_site
from tests.features.audit.conftest import NOW

pytestmark = pytest.mark.django_db


def test_each_entry_holds_the_hash_of_the_one_before(write):
    first, second = write(), write(now=NOW + timedelta(seconds=1))
    assert (first.number, first.previous) == (1, NO_HASH)
    assert (second.number, second.previous) == (2, first.hash)
    assert ChainHead.objects.get(chain=1).hash == second.hash


def test_each_region_has_a_chain_of_its_own(write):
    assert [write(area=Area(region)).chain for region in (1, 2, None)] == [1, 2, 0]
    assert [report.breaks for report in check_chains()] == [(), (), ()]


def test_an_action_that_is_undone_leaves_no_entry_and_no_gap(write):
    write()
    with transaction.atomic():
        write()
        transaction.set_rollback(True)
    assert write().number == 2
    assert [report.breaks for report in check_chains()] == [()]


def test_the_chain_holds_after_reading_it_back_from_the_database(write, person):
    write(Event.ROLE_GIVEN, actor=person(), details={"role": "Intern begeleider", "place": "Zuiderzee – ’t Eiland é 🌊"})
    write(Event.LOG_EXPORTED, details={"count": 12})
    [report] = check_chains()
    assert (report.entries, report.breaks) == (2, ())


def test_an_unregistered_event_is_refused(write):
    with pytest.raises(NotRecordable):
        write("document.burned")
    assert not Entry.objects.exists()


def test_a_change_is_not_recorded_as_a_reading(person):
    with pytest.raises(NotRecordable):
        record_read(Event.DOCUMENT_DESTROYED, actor=person(), subject=Subject(SubjectKind.DOCUMENT, "1", "a"), now=NOW)


def test_a_citizens_number_in_a_file_name_does_not_reach_the_log(write):
    entry = write(subject=Subject(SubjectKind.DOCUMENT, "7", "verslag 123456782.pdf"))
    assert "123456782" not in str(Entry.objects.get(pk=entry.pk).content())


def test_what_happens_to_an_account_lies_in_the_region_of_the_person(person, site):
    [entry] = record_of_person(Event.SIGNED_IN, (joris := person(Role.COORDINATOR, site)), actor=joris, now=NOW)
    assert (entry.partnership_id, entry.board_id, entry.site_id) == (site.partnership_id, site.board_id, site.pk)


def test_what_happens_to_someone_without_a_role_lies_nowhere(person):
    visitor = person()
    assert [entry.chain for entry in record_of_person(Event.SIGNED_IN, visitor, actor=visitor, now=NOW)] == [0]


def test_what_happens_to_someone_in_two_regions_lies_in_both_and_is_read_once(person, site):
    joris, other = person(Role.COORDINATOR, site), a_site(a_region("SWV Elders"))
    Membership.objects.create(user=joris, role=Role.TEACHER.value, site=other)
    Membership.objects.create(user=joris, role=Role.COUNCIL.value, site=a_site(other.partnership))
    entries = record_of_person(Event.SIGNED_IN, joris, actor=joris, now=NOW)
    assert [entry.partnership_id for entry in entries] == [site.partnership_id, other.partnership_id]
    assert entries_of_person(Scope(joris.pk), joris.pk).count() == 1
    assert [report.breaks for report in check_chains()] == [(), ()]


def test_a_board_with_sites_in_two_regions_belongs_to_both(person, site):
    elsewhere = a_site(a_region("SWV Elders"), site.board)
    entries = record_of_person(Event.SIGNED_IN, (bestuurder := person(Role.BOARD, site)), actor=bestuurder, now=NOW)
    assert [entry.partnership_id for entry in entries] == [site.partnership_id, elsewhere.partnership_id]


@pytest.mark.parametrize("over", [{"ends_on": NOW.date() - timedelta(days=1)}, {"ended_at": NOW}])
def test_a_role_that_is_over_counts_only_when_there_is_no_other(person, site, over):
    joris, other = person(Role.COORDINATOR, site), a_site(a_region("SWV Elders"))
    Membership.anywhere.update(**over)

    def regions() -> list[int]:
        return [area.partnership_id for area in areas_of(joris, now=NOW)]

    assert regions() == [site.partnership_id]
    Membership.objects.create(user=joris, role=Role.TEACHER.value, site=other)
    assert regions() == [other.partnership_id]
    Membership.anywhere.filter(site=other).update(ends_on=NOW.date() - timedelta(days=100))
    assert regions() == [site.partnership_id]  # both are over; the last one counts


def test_an_entry_outlives_the_person(write, person):
    yara = person()
    entry = write(actor=yara)
    yara.delete()
    assert Entry.objects.get(pk=entry.pk).actor_name == "Iemand"
    assert [report.breaks for report in check_chains()] == [()]


@pytest.mark.django_db(transaction=True)
def test_many_writers_at_once_make_one_chain(write):
    start, problems = Barrier(6), []

    def work(number: int) -> None:
        start.wait()
        try:
            for _ in range(5):
                write(subject=Subject(SubjectKind.DOCUMENT, str(number), f"{number}.pdf"))
        except Exception as error:
            problems.append(error)
        finally:
            connection.close()

    threads = [Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    [report] = check_chains()
    assert (report.entries, report.breaks) == (30, ())
