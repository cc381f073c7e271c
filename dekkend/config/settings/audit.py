"""How long is the log of events kept, and who knows in which regions a person belongs?"""

# Days per reason, see dekkend.audit.rules.retention. No law gives these; a partnership writes its own in its privacy register.
AUDIT_KEPT_DAYS = {"security": 183, "reads": 1827, "changes": 1827}
# The log and the accounts know no organisations; this query does.
AREAS_OF_PERSON = "dekkend.organisations.queries.areas_of_person"
# What codes and paths in an entry are called is known to the features that wrote them; this function asks them.
AUDIT_IN_WORDS = "dekkend.config.log_words.in_words"
