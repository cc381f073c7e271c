"""What do made-up schools write in the form?

Names, places and sentences here are invented ("De Vuurtoren" in "Zilverkust"). Texts are built from ordinary Dutch words, without the
form's own labels: a sentence that *is* a heading cannot be told from a heading by anyone.
"""

from __future__ import annotations

import datetime
from typing import Any

from hypothesis import strategies as st

from dekkend.profiles.words.template import Block, BlockKind, Template
from tests.rendering.writing import written_date

NOUNS = "golf zeehond duinpan schelp vlieger haven meeuw boei kompas anker strandtent zeilboot mossel vuurtoren krab kust storm".split()  # noqa: SIM905
VERBS = "bespreekt oefent bewaart kiest tekent herhaalt vergelijkt volgt bouwt deelt".split()  # noqa: SIM905
WAYS = ("rustig", "samen", "dagelijks", "bewust", "met plezier", "in kleine stappen", "op eigen tempo", "met hulp van buiten")
PEOPLE = ("T. Zeester", "Mw. P. Kwal", "Dhr. K. Garnaal", "Ans van der Duin", "mevr. drs. O. Krab-Kokkel")
SCHOOLS = ("De Vuurtoren", "De Kwikstaart", "Basisschool Het Zilverzand", "OBS De Zeilboot", "Montessorischool 't Wad")
STREETS = ("Zeewierpad 12", "Schelpenlaan 3a", "Kwallenhof 101", "Wadlooperweg 7-9")
TOWNS = ("Zilverkust", "Kwikdam")
HOURS = (
    "24 uur per week", "Om de week een dag", "10 uur per schooljaar", "1 dagdeel per week door de coach", "fulltime",
    "2 dagdelen op maandag en donderdag", "wekelijks 3 uur", "in overleg met de leerkracht",
)  # fmt: skip
NOTES = ("(EDI)", "met groepsplannen", "Zie ons jaarplan.", "Wij oefenen dit in de bouwvergadering.", "kindgesprekken, ouderavonden")
PERIODS = ("Gehele schooljaar groep 3 t/m 8", "Om het jaar voor groep 7", "Elke woensdag na schooltijd", "januari tot en met april")
OFFERS = ("Zeilles", "Knutselclub", "Programmeren met robots", "Toneelgroep De Golf")
OWN_EXPERTS = ("Ergotherapie", "Oefentherapeut van de kust", "Cluster 2 begeleider")
OWN_TEAM = ("Zeezwemcoach", "Expertise muziek", "Weerbaarheidstrainer")
OWN_ROOMS = ("Snoezelkamer", "Prikkelarme werkplek", "Moestuin met verhoogde bakken")
JUDGEMENTS = ("voldoende", "goed", "GOED", "onvoldoende")
SUBJECTS = {
    "introduction": "branding",
    "vision": "horizon",
    "basic_quality": "zeekaart",
    "support_structure": "reddingsboei",
    "hgw_text": "stuurman",
    "extra_support": "zwemband",
    "spending": "schatkist",
    "evaluation": "verrekijker",
}
FIRST, LAST = datetime.date(2020, 1, 1), datetime.date(2027, 12, 31)
YEARS = ("2022-2023", "2023-2024", "2024-2025", "2025-2026")


def sentences(about: str = "golf") -> st.SearchStrategy[str]:
    """`about` is the noun that a text is about: no two blocks say the same, as in a real profile."""
    return st.builds(
        lambda v, b, w, end: f"Onze {about} {v} {w} de {b}{end}",
        st.sampled_from(VERBS),
        st.sampled_from(NOUNS),
        st.sampled_from(WAYS),
        st.sampled_from((".", ".", "?")),
    )


def prose(most: int = 3, about: str = "golf") -> st.SearchStrategy[str]:
    paragraph = st.lists(sentences(about), min_size=1, max_size=4).map(" ".join)
    return st.lists(paragraph, min_size=1, max_size=most).map("\n\n".join)


def maybe(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(values, values, st.none())


def dates() -> st.SearchStrategy[str]:
    return st.one_of(
        st.dates(min_value=FIRST, max_value=LAST).map(str),
        st.builds("{}-{:02}".format, st.integers(2020, 2027), st.integers(1, 12)),
    )


def random_profiles(template: Template) -> st.SearchStrategy[dict[str, Any]]:
    """Valid profiles of this form, with every block filled, half filled or empty."""
    values = st.fixed_dictionaries({block.id: _block(block) for block in template.blocks()})
    profile = st.fixed_dictionaries(
        {
            "format": st.just("dekkend-profile/1"),
            "template": st.just(template.id),
            "template_version": st.just(template.version),
            "site": st.none(),
            "school_year": st.sampled_from(YEARS),
            "values": values,
        }
    )
    return profile.map(_with_judgement)


def _with_judgement(profile: dict[str, Any]) -> dict[str, Any]:
    """The inspection's judgement has no field of its own in the form: it is a sentence of the basic quality."""
    values = profile["values"]
    judged = values["inspection"]
    if judged["judgement"] is None:
        judged["judged_on"] = None
        return profile
    when = f" in {written_date(judged['judged_on'], 'words')}" if judged["judged_on"] else ""
    text = f"De inspectie heeft het predicaat {judged['judgement']} uitgereikt{when}."
    values["basic_quality"] = "\n\n".join(filter(None, [values["basic_quality"], text]))
    return profile


def _block(block: Block) -> st.SearchStrategy[Any]:
    if block.kind is BlockKind.GRID:
        return _grid(block)
    if block.kind is BlockKind.RECORDS:
        return RECORDS[block.id]()
    if block.kind is BlockKind.FACTS:
        return FACTS[block.id]()
    return st.none() if block.kind is BlockKind.FIGURE else maybe(prose(about=SUBJECTS[block.id]))


def _grid(block: Block) -> st.SearchStrategy[dict[str, Any]]:
    notes = st.sampled_from(HOURS if block.id == "expertise" else NOTES)
    answer = st.fixed_dictionaries(
        {"choice": maybe(st.sampled_from([c.code for c in block.choices])), "note": st.one_of(st.none(), st.none(), notes)}
    )
    rows = st.fixed_dictionaries({row.code: answer for row in block.rows})
    labels = {"expertise": OWN_TEAM, "external_experts": OWN_EXPERTS, "facilities": OWN_ROOMS}.get(block.id, ())
    own = st.lists(st.sampled_from(labels), unique=True, max_size=2) if labels else st.just([])
    own_rows = st.tuples(own, st.lists(answer, min_size=2, max_size=2)).map(
        lambda made: [{"label": label, **answer} for label, answer in zip(made[0], made[1], strict=False)]
    )
    return st.fixed_dictionaries({"rows": rows, "own_rows": own_rows})


def _school() -> st.SearchStrategy[dict[str, Any]]:
    places = st.builds(lambda s, c, t: f"{s}, {c}{t}", st.sampled_from(STREETS), st.sampled_from(("", "9999 ZZ ")), st.sampled_from(TOWNS))
    return st.fixed_dictionaries(
        {
            "name": st.sampled_from(SCHOOLS),
            "address": maybe(places),
            "phone": maybe(st.sampled_from(("000-1234500", "0001234500", "000 - 123 45 00"))),
            "email": maybe(st.sampled_from(("info@vuurtoren.example", "directie@dekwikstaart.example"))),
            "website": maybe(st.sampled_from(("www.vuurtoren.example", "https://dekwikstaart.example/", "wad.example"))),
        }
    )


def _adoption() -> st.SearchStrategy[dict[str, Any]]:
    people = maybe(st.sampled_from(PEOPLE))
    return st.fixed_dictionaries(
        {
            f"{step}_{field}": people if field == "by" else maybe(dates())
            for step in ("drafted", "advised", "adopted")
            for field in ("by", "on")
        }
    )


def _inspection() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"judgement": maybe(st.sampled_from(JUDGEMENTS)), "judged_on": maybe(dates())})


def _budget() -> st.SearchStrategy[dict[str, Any]]:
    nothing = dict.fromkeys(("school_year", "fixed_amount", "amount_per_pupil", "total_amount", "pupil_count_date"))
    year = st.sampled_from(YEARS)
    parts = st.builds(
        lambda y, f, p: {**nothing, "school_year": y, "fixed_amount": f, "amount_per_pupil": p},
        year, st.integers(1000, 99999).map(str), st.one_of(st.integers(20, 999).map(str), st.just("106.50")),
    )  # fmt: skip
    counted = st.integers(2019, 2026).map("{}-10-01".format)
    total = st.builds(
        lambda y, t, d: {**nothing, "school_year": y, "total_amount": t, "pupil_count_date": d},
        year, st.integers(1000, 299999).map(str), maybe(counted),
    )  # fmt: skip
    return st.one_of(parts, total, st.just(nothing))


def _documents() -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(
        st.sampled_from(
            (
                {"label": "Schoolgids 2025-2026", "url": "https://www.vuurtoren.example/schoolgids"},
                {"label": "Schoolplan 2023-2027", "url": "https://www.vuurtoren.example/schoolplan.pdf"},
                {"label": "Jaarplan op onze website", "url": None},
            )
        ),
        max_size=3, unique_by=lambda d: d["label"],
    )  # fmt: skip


def _levels() -> st.SearchStrategy[list[dict[str, Any]]]:
    def level(number: int, content: str, whom: str, talk: str) -> dict[str, Any]:
        return {
            "level": f"Niveau {number}",
            "content": content,
            "for_whom": f"Leerlingen die {whom}",
            "consultation": f"Overleg met {talk}",
        }

    words = st.lists(st.sampled_from(NOUNS), min_size=2, max_size=8).map(" ".join)
    levels = st.lists(st.tuples(sentences("leerlijn"), words, words), max_size=5)
    return levels.map(lambda made: [level(i, *texts) for i, texts in enumerate(made, 1)])


def _offers() -> st.SearchStrategy[list[dict[str, Any]]]:
    names = st.lists(st.sampled_from(OFFERS), unique=True, max_size=4)
    return names.flatmap(lambda chosen: st.tuples(*(_offer(name) for name in chosen)).map(list))


def _offer(name: str) -> st.SearchStrategy[dict[str, Any]]:
    return maybe(st.sampled_from(PERIODS)).map(lambda period: {"name": name, "period": period})


def _limits() -> st.SearchStrategy[list[dict[str, Any]]]:
    return st.lists(sentences("ankerketting").map(lambda s: {"text": s.replace("?", ".")}), max_size=4, unique_by=lambda r: r["text"])


def _chapters() -> st.SearchStrategy[list[dict[str, Any]]]:
    titles = st.lists(st.sampled_from(("Het strand en wij", "Leerlingen denken mee", "Samen met de buurt")), unique=True, max_size=2)
    return titles.flatmap(
        lambda chosen: st.tuples(*(prose(2, "zeetuin").map(lambda t, n=n: {"title": n, "text": t}) for n in chosen)).map(list)
    )


FACTS = {"school": _school, "adoption": _adoption, "inspection": _inspection, "budget": _budget}
RECORDS = {
    "related_documents": _documents, "support_levels": _levels, "extra_offers": _offers, "limits": _limits, "own_chapters": _chapters,
}  # fmt: skip
