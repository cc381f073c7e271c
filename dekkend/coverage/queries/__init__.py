"""What can be asked about the coverage of a region?"""

from dekkend.coverage.queries.comparing import boards_of_region, peers_of, trend_of
from dekkend.coverage.queries.covering import coverage_of, ground_of_region
from dekkend.coverage.queries.laid_down import (
    STANDARD,
    before_choice,
    chosen_norms,
    chosen_since,
    detour_in,
    key_in,
    norm_names,
    norm_titles,
    norms_for,
    own_norms,
    own_versions,
    rate_keys,
    rates_of,
    settings_history,
    settings_of,
    views_of,
    way_of_counting,
)
from dekkend.coverage.queries.norms import NormCheck, NormRow, norm_check

__all__ = [
    "STANDARD",
    "NormCheck",
    "NormRow",
    "before_choice",
    "boards_of_region",
    "chosen_norms",
    "chosen_since",
    "coverage_of",
    "detour_in",
    "ground_of_region",
    "key_in",
    "norm_check",
    "norm_names",
    "norm_titles",
    "norms_for",
    "own_norms",
    "own_versions",
    "peers_of",
    "rate_keys",
    "rates_of",
    "settings_history",
    "settings_of",
    "trend_of",
    "views_of",
    "way_of_counting",
]
