"""What is stored of the register and of the imports that fill it?"""

from dekkend.register.models.imports import HandedFile, RegisterChange, RegisterImport
from dekkend.register.models.mirror import AreaShape, Border, Closure, PostcodeRegion, PupilCount, RegisterRevision, RegisterSite

__all__ = [
    "AreaShape",
    "Border",
    "Closure",
    "HandedFile",
    "PostcodeRegion",
    "PupilCount",
    "RegisterChange",
    "RegisterImport",
    "RegisterRevision",
    "RegisterSite",
]
