"""What does the register know, and what did an import find?"""

from dekkend.register.queries.geography import geography_of, geography_of_country, revision_of_register

__all__ = ["geography_of", "geography_of_country", "revision_of_register"]
