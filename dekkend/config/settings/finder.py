"""How often may one address search for schools?"""

from dekkend.config.settings.environment import number

FINDER_PER_MINUTE = number("DEKKEND_FINDER_PER_MINUTE", 120)
# Seconds in which a process does not look again whether offers or the register changed.
FINDER_LOOKS_AGAIN = 1.0
