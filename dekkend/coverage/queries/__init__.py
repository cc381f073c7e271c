"""What can be asked about the coverage of a region?"""

from dekkend.coverage.queries.comparing import boards_of_region, peers_of, trend_of
from dekkend.coverage.queries.covering import coverage_of, ground_of_region
from dekkend.coverage.queries.laid_down import (
    chosen_norms,
    norm_titles,
    norms_for,
    own_norms,
    own_versions,
    rates_of,
    settings_history,
    settings_of,
    views_of,
)
from dekkend.coverage.queries.norms import NormCheck, NormRow, norm_check

__all__ = [
    "NormCheck",
    "NormRow",
    "boards_of_region",
    "chosen_norms",
    "coverage_of",
    "ground_of_region",
    "norm_check",
    "norm_titles",
    "norms_for",
    "own_norms",
    "own_versions",
    "peers_of",
    "rates_of",
    "settings_history",
    "settings_of",
    "trend_of",
    "views_of",
]
