"""What does each made-up school write in its profile, year by year?"""

from __future__ import annotations

import random
from typing import Any

from dekkend.demo.rules.chance import chance_for
from dekkend.demo.rules.offer import offers_by_year
from dekkend.demo.words.region import YEARS, School
from dekkend.profiles.rules.values import empty_profile
from dekkend.profiles.words.template import Template

GUIDE_FROM = "2025-2026"  # from this school year on the offer stands in the school guide, and pupils are heard first
LETTERS = "ABCDEGHIJKLMNPRSTVW"

Json = dict[str, Any]


def profiles_by_year(school: School, template: Template, facts: Json, pools: Json) -> dict[str, Json]:
    """{school year: `dekkend-profile/1` object} before anything of the story happens. `facts` and `pools` are the parsed data files."""
    offers = offers_by_year(school, template, pools, facts["seed"])
    chance = chance_for(facts["seed"], "texts", school.brin6)
    lasting = _lasting(school, facts, pools, chance)
    return {year: _profile(school, template, year, lasting, offers[year], pools, chance) for year in YEARS}


def _profile(school: School, template: Template, year: str, lasting: Json, grids: Json, pools: Json, chance: random.Random) -> Json:
    profile = empty_profile(template, year, school.brin6)
    values = profile["values"]
    values |= lasting["texts"] | grids
    values["school"] = _facts(school)
    values["adoption"] = _adoption(lasting["people"], int(year[:4]), chance)
    values["inspection"] = lasting["inspection"]
    values["support_levels"] = lasting["levels"]
    values["limits"] = lasting["limits"]
    values["extra_offers"] = lasting["offers"]
    values["budget"] = _budget(school, year, pools["money"][year], in_parts=lasting["in_parts"])
    _follow_the_regime(values, school, year, pools, lasting)
    return profile


def _lasting(school: School, facts: Json, pools: Json, chance: random.Random) -> Json:
    """What a school writes and does not change from year to year."""
    texts = {block: " ".join(chance.choice(some) for some in lists) for block, lists in pools["texts"].items()}
    texts = {block: text.format(school=school.name, place=school.place) for block, text in texts.items()}
    judged = f"{chance.randint(2019, 2022)}-{chance.randint(1, 12):02}"
    judgement = chance.choice(("voldoende", "voldoende", "voldoende", "goed"))
    texts["basic_quality"] += f" De inspectie gaf ons in {judged[:4]} het oordeel {judgement}."
    return {
        "texts": texts,
        "inspection": {"judgement": judgement, "judged_on": judged[:4]},
        "people": {step: _person(facts["surnames"], chance) for step in ("drafted", "advised", "adopted")},
        "levels": [dict(zip(("level", "content", "for_whom", "consultation"), row, strict=True)) for row in pools["levels"]],
        "limits": [{"text": text} for text in chance.sample(pools["limits"], chance.randint(1, 2))],
        "offers": [{"name": name, "period": period} for name, period in chance.sample(pools["offers"], chance.randint(1, 3))],
        "in_parts": chance.random() < 0.5,
        "heard": chance.choice(pools["guide"]["heard"]),
    }


def _facts(school: School) -> Json:
    return {
        "name": school.name,
        "address": f"{school.street} {school.house_number}, {school.postcode} {school.place}",
        "phone": f"000-{int(school.postcode[:4]):04}{len(school.name):03}",
        "email": f"info@{school.host}",
        "website": f"www.{school.host}",
    }


def _person(surnames: list[str], chance: random.Random) -> str:
    return f"{chance.choice(LETTERS)}. {chance.choice(surnames)}"


def _adoption(people: Json, start: int, chance: random.Random) -> Json:
    """Drafted in May or June, advised two weeks later, adopted before the school year begins."""
    month, day = chance.choice((5, 6)), chance.randint(1, 14)
    dates = {"drafted": f"{start}-{month:02}-{day:02}", "advised": f"{start}-{month:02}-{day + 14:02}", "adopted": f"{start}-07-{day:02}"}
    return {f"{step}_{part}": people[step] if part == "by" else dates[step] for step in dates for part in ("by", "on")}


def _budget(school: School, year: str, amounts: list[int], *, in_parts: bool) -> Json:
    """Half of the schools name the two amounts, the other half what it came to on the day pupils were counted."""
    budget: Json = dict.fromkeys(("fixed_amount", "amount_per_pupil", "total_amount", "pupil_count_date"))
    fixed, each = amounts
    if in_parts:
        return {"school_year": year, **budget, "fixed_amount": str(fixed), "amount_per_pupil": str(each)}
    counted = f"{int(year[:4]) - 1}-10-01"
    return {"school_year": year, **budget, "total_amount": str(fixed + each * school.pupils), "pupil_count_date": counted}


def _follow_the_regime(values: Json, school: School, year: str, pools: Json, lasting: Json) -> None:
    """Until July 2025 a separate profile beside the school plan; after that a part of the yearly school guide."""
    site = f"https://www.{school.host}"
    values["related_documents"] = [{"label": f"Schoolgids {year}", "url": f"{site}/schoolgids"}]
    if year < GUIDE_FROM:
        values["related_documents"].append({"label": "Schoolplan 2023-2027", "url": f"{site}/schoolplan"})
        return
    guide = pools["guide"]
    values["introduction"] += f" {guide['introduction']}"
    values["own_chapters"] = [{"title": guide["chapter"], "text": lasting["heard"]}]
