"""What can be asked about the coverage of a region?"""

from dekkend.coverage.queries.covering import coverage_of, ground_of_region, settings_of

__all__ = ["coverage_of", "ground_of_region", "settings_of"]
