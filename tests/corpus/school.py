"""Which made-up school fills in the form in the corpus? De Vuursprot, with every question answered."""

from __future__ import annotations

import copy
from typing import Any

Json = dict[str, Any]


def _rows(**answers: str | tuple[str, str] | None) -> dict[str, Json]:
    """Rows as `code="choice"` or `code=("choice", "note")`."""
    return {
        code: {"choice": answer[0], "note": answer[1]} if isinstance(answer, tuple) else {"choice": answer, "note": None}
        for code, answer in answers.items()
    }


VUURSPROT: Json = {
    "format": "dekkend-profile/1",
    "template": "haaglanden",
    "template_version": "2023-2024",
    "site": None,
    "school_year": "2024-2025",
    "values": {
        "introduction": "Wij zijn een school aan zee. Dit profiel laat zien welke hulp een kind bij ons krijgt.",
        "school": {
            "name": "De Vuursprot",
            "address": "Zeewierpad 12, 9999 ZZ Zilverkust",
            "phone": "000-1234500",
            "email": "info@vuursprot.example",
            "website": "www.vuursprot.example",
        },
        "adoption": {
            "drafted_by": "T. Zeester",
            "drafted_on": "2024-09-12",
            "advised_by": "Mw. P. Kwal",
            "advised_on": "2024-10",
            "adopted_by": "Dhr. K. Garnaal",
            "adopted_on": "2024-11-04",
        },
        "related_documents": [
            {"label": "Schoolgids 2024-2025", "url": "https://www.vuursprot.example/schoolgids"},
            {"label": "Schoolplan 2023-2027", "url": "https://www.vuursprot.example/schoolplan.pdf"},
        ],
        "vision": "Elk kind leert zwemmen in zijn eigen tempo. Wij kijken naar wat een kind al kan.\n\n"
        "Ouders denken met ons mee. Samen maken wij een plan dat past.",
        "basic_quality": "Onze lessen zijn op orde en dat meten wij twee keer per jaar.\n\n"
        "De inspectie heeft het predicaat voldoende uitgereikt in maart 2022.",
        "inspection": {"judgement": "voldoende", "judged_on": "2022-03"},
        "support_structure": "Elke maandag bespreekt het team de kinderen die meer nodig hebben. De coach schrijft op wat wij afspreken.",
        "support_scheme": None,
        "support_levels": [
            {
                "level": "Niveau 1",
                "content": "Goed onderwijs in de groep, met meer tijd voor wie langer oefent.",
                "for_whom": "Leerlingen die genoeg hebben aan de les.",
                "consultation": "Groepsbespreking met de coach",
            },
            {
                "level": "Niveau 2",
                "content": "Extra oefening in een kleine groep, elke week op een vast moment.",
                "for_whom": "Leerlingen die een steun nodig hebben.",
                "consultation": "Overleg met ouders en coach",
            },
        ],
        "hgw_text": "Wij werken met een kustplan: kijken, plannen, doen en terugkijken.",
        "hgw": {
            "rows": _rows(
                current_practice="on_track",
                goal_directed=("on_track", "Groepsplannen en een doelenbord."),
                systematic="developing",
                needs_central="on_track",
                interaction=("developing", "Samen met ouders, twee keer per jaar."),
                partners="on_track",
                positive_aspects="to_start",
                constructive_cooperation="developing",
            ),
            "own_rows": [],
        },
        "expertise": {
            "rows": _rows(
                remedial_teaching=("yes", "24 uur per week"),
                language_reading_speech=("yes", "Om de week een dag"),
                mathematics=("yes", "10 uur per schooljaar"),
                behaviour="no",
                early_years=("yes", "1 dagdeel per week"),
                giftedness="no",
                motor_skills="no",
                second_language=("yes", "fulltime in de taalklas"),
                cognitive_development="no",
                autism=("yes", "2 dagdelen per week door de coach en 1 dagdeel per week door de vakleerkracht"),
                sick_pupils="no",
                fear_of_failure="no",
            ),
            "own_rows": [],
        },
        "external_experts": {
            "rows": _rows(
                special_primary_education="regular",
                special_education="incidental",
                partnership_adviser="structural",
                school_social_work="structural",
                attendance_officer="incidental",
                youth_health_care="regular",
                youth_and_family_centre="incidental",
                community_police="not_applicable",
                speech_therapy="structural",
                physiotherapy="structural",
                youth_care_partners="regular",
            ),
            "own_rows": [],
        },
        "extra_offers": [
            {"name": "Zeilles", "period": "Gehele schooljaar groep 7 en 8"},
            {"name": "Knutselclub", "period": "Elke woensdag na schooltijd"},
        ],
        "facilities": {
            "rows": _rows(
                wheelchair_access="present",
                accessible_toilet="present",
                deaf_provision="not_applicable",
                blind_provision="not_applicable",
                conversation_room="present",
                therapy_room="not_applicable",
                care_room="present",
                time_out_room="not_applicable",
                lift="present",
            ),
            "own_rows": [],
        },
        "extra_support": "Heeft een kind meer nodig, dan maken wij samen met ouders een plan. De coach helpt in de klas.",
        "limits": [
            {"text": "Wij kunnen geen medische handelingen doen die een verpleegkundige vraagt."},
            {"text": "Een kind dat de hele dag een eigen begeleider nodig heeft, kunnen wij niet genoeg helpen."},
        ],
        "budget": {
            "school_year": "2024-2025",
            "fixed_amount": "8500",
            "amount_per_pupil": "106",
            "total_amount": None,
            "pupil_count_date": None,
        },
        "spending": "Wij betalen hiervan de coach en de taalklas.",
        "evaluation": "Elk jaar in juni kijken wij terug met het team en de ouders.",
        "own_chapters": [],
    },
}


def vuursprot(**blocks: Any) -> Json:
    """A fresh copy of the profile with some blocks replaced; of a dict only the named parts."""
    profile = copy.deepcopy(VUURSPROT)
    for block, value in blocks.items():
        if isinstance(value, dict) and isinstance(profile["values"][block], dict):
            _merge(profile["values"][block], value)
        else:
            profile["values"][block] = value
    return profile


def _merge(into: Json, value: Json) -> None:
    for key, part in value.items():
        if isinstance(part, dict) and isinstance(into.get(key), dict):
            _merge(into[key], part)
        else:
            into[key] = part
