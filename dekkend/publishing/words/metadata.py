"""What do search engines and messages get to know of the page of a school, beside what is on it?"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class About:
    """`address` is that of the page that counts; `title` and `catalogue` are in the language of the page, `lang` its code ("nl", "en").

    `on` is the day on which the version became public (YYYY-MM-DD), `closed_on` that on which the school closed, "" while it is open;
    `kind` the kind of education, see `organisations.words.Kind`.
    """

    address: str
    title: str
    catalogue: str
    lang: str
    on: str
    brin6: str
    name: str
    kind: str
    street: str
    postcode: str
    place: str
    board: str
    region: str
    closed_on: str = ""
