"""When is a failed job tried again, and when does a worker count as gone?"""

from datetime import UTC, datetime, timedelta

from dekkend.work.rules import LONGEST_JOB, MOST_ATTEMPTS, is_lost, try_again_at

NOW = datetime(2026, 9, 1, 12, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def test_a_job_is_tried_again_ever_later_and_four_times_at_most():
    waits = [try_again_at(attempts, now=NOW) for attempts in range(1, MOST_ATTEMPTS + 1)]
    assert [wait and (wait - NOW).total_seconds() for wait in waits] == [10, 60, 600, None]


def test_a_worker_is_gone_when_it_gave_no_sign_for_longer_than_a_minute():
    started = NOW - 5 * MINUTE
    for silence, lost in ((59, False), (60, False), (61, True)):
        seen = {"een": NOW - timedelta(seconds=silence)}
        assert is_lost(started, ["een"], seen, now=NOW, after=MINUTE) is lost


def test_only_the_last_worker_that_took_the_job_counts():
    assert is_lost(NOW - 5 * MINUTE, ["leeft", "dood"], {"leeft": NOW}, now=NOW, after=MINUTE)


def test_a_worker_that_never_gave_a_sign_gets_a_minute_too():
    assert not is_lost(NOW - MINUTE, ["nieuw"], {}, now=NOW, after=MINUTE)
    assert is_lost(NOW - MINUTE - timedelta(seconds=1), ["nieuw"], {}, now=NOW, after=MINUTE)


def test_a_worker_that_lives_but_hangs_loses_its_job():
    assert is_lost(NOW - LONGEST_JOB - timedelta(seconds=1), ["hangt"], {"hangt": NOW}, now=NOW, after=MINUTE)
