"""Who knows how a public profile stands today?"""

# The school page belongs to the profiles, which know nothing of what a school said since; this query does.
OFFERS_NOW = "dekkend.offers.queries.now_lines"
# What lays the offers of versions down anew when something in them is left out for everyone outside the school.
OFFERS_MADE = "dekkend.offers.actions.projecting.project"
# What says how far a frozen version is on its way to being adopted.
ADOPTION_NOW = "dekkend.adoption.queries.overview.state_of"
