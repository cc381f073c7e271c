"""Where may the register be read from, beside what people hand in, and who knows which schools closed?"""

from dekkend.config.settings.environment import text

# A folder on the server with lists of DUO and CBS, that administrators can read in from the screen. Empty: only by handing in.
REGISTER_FOLDER = text("DEKKEND_REGISTER_FOLDER")
# People and places lie below the register, which knows which schools closed; this query does.
OPEN_SITES = "dekkend.register.queries.closures.still_open"
