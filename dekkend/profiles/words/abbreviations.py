"""Which capitals, and which names of mail boxes, are no person's in the language of schools?"""

from __future__ import annotations

_JOBS = "IB RT MR GMR MT OP OOP OA LD LA LB LC TLV BPO APO CVI SI SVIB VIB KCC MRT PMT PV ICT"
_SCHOOLS = "PO VO BO SO SBO VSO BAO HB HBO MBO WO IKC BSO KDV SWV ZML LG MG"
_CARE = "CJG GGD JGZ SMW TOS ASS ADD IQ ID AB MDO OPP SOP OCO LGF NPO OAB"
_WAYS = "NT NNT PBS VVE EDI HGW TL DL CLB HBB IPC BOS ESM SEL"
NO_INITIALS = frozenset(" ".join((_JOBS, _SCHOOLS, _CARE, _WAYS)).split())

_OFFICES = (
    "info directie directeur administratie admin secretariaat school contact receptie bestuur kantoor locatie team algemeen post mail"
)
_ROLES = (
    "ib mr gmr or fg privacy aanmelden aanmelding inschrijven verzuim leerplicht leerlingzaken zorg ondersteuning oudersteunpunt steunpunt"
)
OFFICE_BOXES = frozenset(f"{_OFFICES} {_ROLES}".split())

_BETWEEN = "van de der den ten ter het te op in"
NAME_PARTICLES = frozenset(_BETWEEN.split())
