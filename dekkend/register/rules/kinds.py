"""Which kind of school is this in our words, and which in those of the register?"""

from __future__ import annotations

from dekkend.organisations.words import Kind
from dekkend.register.words.records import RegisterKind

OUR_KIND = {
    RegisterKind.BAO.value: Kind.REGULAR,
    RegisterKind.SBO.value: Kind.SPECIAL_PRIMARY,
    RegisterKind.SO.value: Kind.SPECIAL,
    RegisterKind.SO_VSO.value: Kind.SPECIAL,
    RegisterKind.VSO.value: Kind.SECONDARY_SPECIAL,
}
# How the lists of several years and sources write it.
WRITTEN = {
    "BAO": RegisterKind.BAO,
    "BASISSCHOOL": RegisterKind.BAO,
    "BASISONDERWIJS": RegisterKind.BAO,
    "SBO": RegisterKind.SBO,
    "SBAO": RegisterKind.SBO,
    "SPECIAAL BASISONDERWIJS": RegisterKind.SBO,
    "SO": RegisterKind.SO,
    "SPECIAAL ONDERWIJS": RegisterKind.SO,
    "SO/VSO": RegisterKind.SO_VSO,
    "SOVSO": RegisterKind.SO_VSO,
    "(V)SO": RegisterKind.SO_VSO,
    "VSO": RegisterKind.VSO,
    "VOORTGEZET SPECIAAL ONDERWIJS": RegisterKind.VSO,
}
# Kinds of secondary schools: in the lists, not in this register.
SECONDARY = ("VBO", "MAVO", "HAVO", "VWO", "PRO", "BRUGJAAR", "VMBO", "VO")


def register_kind(text: str) -> RegisterKind | None:
    """None when this is not a kind of primary or special education."""
    return WRITTEN.get(text.strip().upper())


def is_secondary(text: str) -> bool:
    return any(part in SECONDARY for part in text.strip().upper().split("/"))
