"""Is every letter complete, plain, and without a person in its subject; and can nobody slip something into one?"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from dekkend.notices.rules.attempts import WAITS, next_attempt
from dekkend.notices.rules.composing import NotTellable, as_html, compose, example, one_line, wanted_values
from dekkend.notices.words import LETTERS, Notice

SITE = "https://dekkend.example"


def test_every_notice_has_a_letter_and_every_letter_a_notice():
    assert set(LETTERS) == set(Notice)


@pytest.mark.parametrize("notice", Notice)
def test_a_subject_holds_no_value_at_all(notice):
    assert "{" not in LETTERS[notice].subject
    assert len(LETTERS[notice].subject) <= 60


@pytest.mark.parametrize("notice", Notice)
def test_every_letter_says_when_it_goes_out_and_what_to_do(notice):
    letter = LETTERS[notice]
    assert letter.trigger.endswith(".")
    assert "{link}" in letter.text
    assert "!" not in letter.text + letter.subject


@pytest.mark.parametrize("notice", Notice)
def test_every_letter_can_be_looked_at_with_made_up_values(notice):
    assert set(LETTERS[notice].example) == wanted_values(notice)
    mail = example(notice, site=SITE)
    assert mail.text.startswith("Beste Joris van Duinkerke,")
    assert SITE in mail.text
    assert "{" not in mail.text


@pytest.mark.parametrize("values", [{}, {"moment": "nu", "password": "geheim"}])
def test_values_that_the_letter_does_not_name_are_refused(values):
    with pytest.raises(NotTellable, match="moment"):
        compose(Notice.PASSWORD_CHANGED, name="", link=SITE, values=values)


def test_someone_without_a_name_is_greeted_all_the_same():
    assert compose(Notice.BATCH_READ, name=" ", link=SITE, values={"count": "1 document"}).text.startswith("Goedendag,")


@pytest.mark.parametrize("name", ["Joris\r\nBcc: iedereen@elders.example", "{link}{name.__class__}", "<script>", "https://elders.example/"])
def test_a_name_is_only_a_name(name):
    mail = compose(Notice.BATCH_READ, name=name, link=SITE, values={"count": "1 document"})
    assert mail.subject == LETTERS[Notice.BATCH_READ].subject
    assert "\r" not in mail.text
    assert "\nBcc" not in mail.text
    assert "__class__}" in mail.text or "{" not in name
    assert "https://elders" not in mail.text
    assert "<script" not in as_html(mail.text)
    assert re.findall(r'href="([^"]+)"', as_html(mail.text)) == [SITE]


def test_html_has_paragraphs_lines_and_links():
    text = 'Een & "twee"\nregel <b>\n\nhttps://a.example/?b=1&c=2\n'
    assert as_html(text) == (
        "<p>Een &amp; &quot;twee&quot;<br>\nregel &lt;b&gt;</p>\n"
        '<p><a href="https://a.example/?b=1&amp;c=2">https://a.example/?b=1&amp;c=2</a></p>'
    )


@pytest.mark.parametrize(("length", "kept"), [(199, 199), (200, 200), (201, 200)])
def test_a_long_value_is_cut(length, kept):
    assert len(one_line("a" * length)) == kept


NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


def test_each_wait_is_longer_than_the_one_before():
    assert sorted(set(WAITS)) == list(WAITS)
    assert next_attempt(1, now=NOW) == NOW + timedelta(minutes=1)


@pytest.mark.parametrize(("attempts", "again"), [(len(WAITS), True), (len(WAITS) + 1, False)])
def test_after_the_last_wait_it_is_given_up(attempts, again):
    assert (next_attempt(attempts, now=NOW) is not None) is again


PACKAGE = Path(__file__).resolve().parents[3] / "dekkend"


@pytest.mark.parametrize("notice", Notice)
def test_every_notice_is_sent_somewhere(notice):
    files = [path for path in PACKAGE.rglob("*.py") if path.parent.name != "notices"]
    assert any(f"Notice.{notice.name}" in path.read_text(encoding="utf-8") for path in files)
