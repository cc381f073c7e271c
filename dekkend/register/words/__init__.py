"""Which value objects, kinds and states does the register know?"""

from dekkend.register.words.geography import Area, Geography, Point, Ring, SiteOnMap

__all__ = ["Area", "Geography", "Point", "Ring", "SiteOnMap"]
