"""What does a page of the finder hold: the form, what we understood, and the schools with their reasons?"""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext as _

from dekkend.coverage.rules.telling import number
from dekkend.finder.forms import ANY_REACH, reach_of
from dekkend.finder.queries.asked import named_in, needs_of, passed_over, understood_of
from dekkend.finder.queries.distance import detour_at
from dekkend.finder.queries.form import asking_context
from dekkend.finder.queries.index import index_on, is_behind
from dekkend.finder.rules.drawing import drawing
from dekkend.finder.rules.places import spot_of
from dekkend.finder.rules.searching import OUTCOMES, search
from dekkend.finder.rules.telling import KINDS, card_of, told_km
from dekkend.finder.words.asking import MOST_COMPARED, REACHES, Asked
from dekkend.finder.words.results import DETOUR, Card, Hits, Index, Need, Order, Outcome, Wish
from dekkend.kernel.numbers import whole_number
from dekkend.profiles.gateways.catalogue import load_catalogue
from dekkend.ui.translation import translated

PER_PAGE = 15  # schools
MOST_WITHOUT = 60  # schools that do not have it, by name


def results_context(request: HttpRequest, asked: Asked, *, slot: str) -> dict[str, Any]:
    """The result of one question. Raises UnknownPlace."""
    index = index_on(request.today)  # type: ignore[attr-defined]
    understood = understood_of(asked)
    needs = needs_of(asked, understood)
    told, meant = named_in(asked, understood, index)
    wish = wish_of(request, asked, needs, index)
    hits = search(index, wish)
    shown, page, pages = on_this_page(request, hits)
    cards = cards_of(request, index, hits, needs, shown, first=(page - 1) * PER_PAGE + 1)
    return asking_context(asked) | {
        "slot": slot,
        "behind": is_behind(index),
        "without_list": True,
        "understood": told,
        "named": meant,
        "needs": [(need, names_of(need)) for need in needs],
        "passed_over": passed_over(asked, understood),
        "chosen_instead": asked.decided and bool(asked.text),
        "wish": wish,
        "hits": hits,
        "groups": groups(cards),
        "tally": [(outcome, hits.counts[outcome]) for outcome in OUTCOMES if hits.counts[outcome]],
        "without": without(index, hits),
        "more_without": max(0, hits.counts[Outcome.HAS_NOT] - MOST_WITHOUT),
        "map": drawing(index, hits, wish.spot, wish.reach, cards, shown, detour=wish.detour) if wish.spot else None,
        "filters": filters_of(index, wish),
        "address_of": addresses(wish, asked, slot, wider(wish, hits.nearest_fit), page, pages),
        "page": page,
        "pages": pages,
        "most": MOST_COMPARED,
        "detour": number(wish.detour),
        "own_detour": wish.detour != DETOUR,
        "today": request.today,  # type: ignore[attr-defined]
        "nearest_km": None if hits.nearest_fit is None else told_km(hits.nearest_fit),
    }


def wish_of(request: HttpRequest, asked: Asked, needs: tuple[Need, ...], index: Index) -> Wish:
    """The filters stand in the address; they say nothing about the child."""
    given = request.GET
    spot = spot_of(asked.place, index.areas, index.places, index.regions)
    return Wish(
        needs=needs,
        spot=spot,
        reach=reach_of(given["afstand"]) if "afstand" in given else asked.reach,
        kind=given.get("soort", "") if given.get("soort") in KINDS else "",
        denomination=given.get("richting", "")[:100],
        order=next((order for order in Order if order.value == given.get("sorteer")), Order.DISTANCE),
        detour=detour_at(spot),
    )


def on_this_page(request: HttpRequest, hits: Hits) -> tuple[list[int], int, int]:
    """The places in the index of this page, its number, and how many pages there are. What a school does not have stands apart."""
    many = hits.total - hits.counts[Outcome.HAS_NOT]
    pages = max(1, -(-many // PER_PAGE))
    asked = whole_number(request.GET.get("pagina", ""), digits=6)
    page = min(max(asked or 1, 1), pages)
    return hits.order[:many][(page - 1) * PER_PAGE : page * PER_PAGE].tolist(), page, pages


def cards_of(request: HttpRequest, index: Index, hits: Hits, needs: Sequence[Need], shown: Sequence[int], *, first: int = 1) -> list[Card]:
    catalogue, today = load_catalogue(), request.today  # type: ignore[attr-defined]
    return [card_of(index, hits, at, number, needs, catalogue, today) for number, at in enumerate(shown, first)]


def groups(cards: Sequence[Card]) -> list[tuple[Outcome | None, list[Card]]]:
    """The cards of this page under the head of their outcome."""
    found: dict[Outcome | None, list[Card]] = {}
    for card in cards:
        found.setdefault(card.outcome, []).append(card)
    return list(found.items())


def without(index: Index, hits: Hits) -> list[dict[str, Any]]:
    """Schools that say that they do not have it: named, with their distance."""
    start = hits.total - hits.counts[Outcome.HAS_NOT]
    rows = hits.order[start:].tolist()[:MOST_WITHOUT]
    found = [(index.sites[at], float(hits.distances[at])) for at in rows]
    return [{"name": site.name, "brin6": site.brin6, "km": None if isnan(km) else told_km(km)} for site, km in found]


def names_of(need: Need) -> list[str]:
    catalogue = load_catalogue()
    return [translated(item.label) for code in need.codes if (item := catalogue.item(code))]


def filters_of(index: Index, wish: Wish) -> dict[str, Any]:
    """What can be filtered on: only what is known."""
    denominations = sorted({str(value) for value in set(index.denominations.tolist()) if value})
    return {
        "kinds": [(value, label, value == wish.kind) for value, label in KINDS.items()],
        "denominations": [(value, value == wish.denomination) for value in denominations],
        "orders": [(order.value, order.label, order is wish.order) for order in Order],
        "reaches": [(str(reach), reach == wish.reach) for reach in REACHES],
        "narrowed": bool(wish.kind or wish.denomination),
    }


def addresses(wish: Wish, asked: Asked, slot: str, further: str, page: int, pages: int) -> dict[str, str]:
    """The same list with something changed. Never a need: of what was asked only the place, and only when it was asked by itself."""
    now = {"afstand": ANY_REACH if wish.reach is None else str(wish.reach), "soort": wish.kind, "richting": wish.denomination}
    now |= {"sorteer": "" if wish.order is Order.DISTANCE else wish.order.value}
    now |= {} if slot else {"plaats": asked.place}

    def to(**changes: str) -> str:
        return "?" + urlencode({name: value for name, value in (now | changes).items() if value})

    return {
        "previous": to(pagina=str(page - 1)) if page > 1 else "",
        "next": to(pagina=str(page + 1)) if page < pages else "",
        "further": to(afstand=further) if wish.reach is not None else "",
        "further_km": "" if further == ANY_REACH else further,
        "unfiltered": to(soort="", richting=""),
        "everything": _("Alle"),
    }


def wider(wish: Wish, nearest: float | None) -> str:
    """The next distance; where we know how far the nearest school is that has it, the first one that holds that school."""
    return next((str(reach) for reach in REACHES if wish.reach is not None and reach > wish.reach and reach >= (nearest or 0)), ANY_REACH)
