"""Does the chain show every way in which someone could change it afterwards?"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dekkend.audit.rules.chain import Anchor, Head, Link, breaks, hash_of, seal_of
from dekkend.audit.rules.retention import Expired, runs_of
from dekkend.audit.words import NO_HASH


def a_chain(length: int, seals: dict[int, str] | None = None) -> list[Link]:
    links, before = [], NO_HASH
    for number in range(1, length + 1):
        fingerprint = hash_of({"number": number}, before)
        links.append(Link(number, before, fingerprint, fingerprint, (seals or {}).get(number, "")))
        before = fingerprint
    return links


def head_of(links: list[Link]) -> Head:
    return Head(links[-1].number, links[-1].hash) if links else Head()


def why(links, anchors=(), head=None) -> list[str]:
    return [found.why for found in breaks(links, list(anchors), head or head_of(links))]


def without(removed: set[int], length: int) -> tuple[list[Link], list[Anchor]]:
    """A chain of which these were removed by the book, signed by its last entry."""
    links = a_chain(length)
    runs = runs_of(Expired(link.number, link.previous, link.hash) for link in links if link.number in removed)
    anchors = [Anchor(first.number, last.number, first.previous, last.hash, length) for first, last in runs]
    signed = [*links[:-1], replace(links[-1], seal=seal_of(anchors))]
    return [link for link in signed if link.number not in removed], anchors


@given(st.integers(0, 30))
def test_an_untouched_chain_holds(length):
    assert why(a_chain(length)) == []


@given(st.sets(st.integers(1, 19)))
def test_a_chain_holds_without_any_entries_that_were_removed_by_the_book(removed):
    left, anchors = without(removed, 20)
    assert why(left, anchors) == []


@given(st.integers(1, 20))
def test_every_changed_entry_is_found(number):
    links = a_chain(20)
    links[number - 1] = replace(links[number - 1], recomputed="f" * 64)
    assert why(links) == [f"Regel {number} is veranderd nadat zij geschreven is."]


@given(st.integers(1, 19))
def test_an_entry_that_was_written_anew_with_its_hash_does_not_fit_the_next(number):
    links = a_chain(20)
    links[number - 1] = replace(links[number - 1], hash="f" * 64, recomputed="f" * 64)
    assert why(links) == [f"Regel {number + 1} sluit niet aan op regel {number}: een van de twee is veranderd."]


@given(st.integers(1, 19))
def test_every_missing_entry_is_found(number):
    links = a_chain(20)
    assert f"Regel {number} ontbreekt." in why(links[: number - 1] + links[number:], head=head_of(links))


@pytest.mark.parametrize(("left", "sentence"), [(19, "Regel 20 ontbreekt."), (15, "De regels 16 tot en met 20 ontbreken.")])
def test_a_cut_end_is_found(left, sentence):
    links = a_chain(20)
    assert why(links[:left], head=head_of(links)) == [sentence]


def test_entries_after_the_end_are_found():
    links = a_chain(20)
    assert why(links, head=head_of(links[:18])) == ["Na regel 18 staan regels die niet door Dekkend geschreven zijn."]


def test_another_last_entry_is_found():
    links = a_chain(3)
    assert why(links, head=Head(3, "f" * 64)) == ["Regel 3 is niet de regel die het laatst geschreven is."]


def test_an_emptied_chain_is_found():
    assert why([], head=Head(5, "f" * 64)) == ["De regels 1 tot en met 5 ontbreken."]


def test_an_anchor_that_nobody_signed_is_found():
    left, anchors = without({3, 4}, 9)
    unsigned = [*left[:-1], replace(left[-1], seal="")]
    assert why(unsigned, anchors) == ["De regels 3 tot en met 4 ontbreken. Geen opruimregel staat daarvoor in."]


def test_an_anchor_made_wider_afterwards_is_found():
    left, anchors = without({3, 4}, 9)
    wider = [replace(anchors[0], last=5, hash=left[2].hash)]
    assert any("staat daarvoor in" in each for each in why([link for link in left if link.number != 5], wider))


def test_an_entry_that_also_counts_as_removed_is_found():
    left, anchors = without({3, 4}, 9)
    double = sorted([*left, a_chain(9)[3]], key=lambda link: link.number)
    assert "Regel 4 staat er dubbel, of staat ook als verwijderd genoteerd." in why(double, anchors)
