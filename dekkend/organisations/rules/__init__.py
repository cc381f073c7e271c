"""What follows about codes, terms of roles, and who may give which role?"""

from dekkend.organisations.rules.codes import brin6_problem, postcode_problem

__all__ = ["brin6_problem", "postcode_problem"]
