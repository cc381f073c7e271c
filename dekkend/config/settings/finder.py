"""How often may one address search for schools?"""

from dekkend.config.settings.environment import number

FINDER_PER_MINUTE = number("DEKKEND_FINDER_PER_MINUTE", 120)
