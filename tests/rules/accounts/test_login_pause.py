"""When does a login have to wait?"""

from datetime import UTC, datetime, timedelta

from dekkend.accounts.rules import pause_until

NOW = datetime(2026, 10, 5, 12, 0, tzinfo=UTC)
PAUSE = timedelta(minutes=15)


def failures(*minutes_ago: float) -> list[datetime]:
    return [NOW - timedelta(minutes=minutes) for minutes in minutes_ago]


def test_fewer_failures_than_allowed_means_no_wait():
    assert pause_until(failures(1, 2), now=NOW, allowed=3, pause=PAUSE) is None


def test_as_many_failures_as_allowed_means_waiting_until_the_oldest_has_passed():
    assert pause_until(failures(1, 2, 10), now=NOW, allowed=3, pause=PAUSE) == NOW + timedelta(minutes=5)


def test_a_failure_of_exactly_the_pause_ago_no_longer_counts():
    assert pause_until(failures(1, 2, 15), now=NOW, allowed=3, pause=PAUSE) is None
    assert pause_until(failures(1, 2, 14.99), now=NOW, allowed=3, pause=PAUSE) is not None


def test_more_failures_than_allowed_push_the_wait_further():
    assert pause_until(failures(1, 2, 3, 14), now=NOW, allowed=3, pause=PAUSE) == NOW + timedelta(minutes=12)
