"""How often may one address search for schools, and who waits for what is searched in?"""

from dekkend.config.settings.environment import number

FINDER_PER_MINUTE = number("DEKKEND_FINDER_PER_MINUTE", 120)
# Seconds in which a process does not look again whether the register changed; whether offers did it looks at every question.
FINDER_LOOKS_AGAIN = 1.0
# What is searched in is made anew in a thread of its own; a visitor waits so many seconds for it, then gets what was made before.
FINDER_IN_BACKGROUND = True
FINDER_WAITS = 1.0
