"""How does a test get a region with schools? Named after the situation, without surprises."""

from __future__ import annotations

from itertools import count

from dekkend.organisations.models import Board, Partnership, Site

numbers = count(1)


def a_region(name: str = "SWV Zilverkust") -> Partnership:
    return Partnership.objects.create(code=f"PO{next(numbers) % 10000:04}", name=name)


def a_board(name: str = "Stichting De Golfslag") -> Board:
    return Board.objects.create(number=f"{next(numbers) % 100000:05}", name=name)


def a_site(region: Partnership, board: Board | None = None, **fields: str) -> Site:
    number = next(numbers)
    known = {
        "brin6": f"99ZZ{number % 100:02}",
        "name": "De Vuursprot",
        "street": "Bakenpad",
        "house_number": "3",
        "postcode": "9999 ZA",
        "place": "Zilverduin",
    }
    return Site.objects.create(partnership=region, board=board or a_board(), **(known | fields))
