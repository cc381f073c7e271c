"""What is kept for a while: the counters that slow down guessing, and parts of pages that were drawn before?"""

CACHES = {
    # The counters of ACCOUNT_RATE_LIMITS, in the database: shared by all processes and machines, and never a name or address in clear.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_cacheentry",
        "KEY_FUNCTION": "dekkend.accounts.gateways.encryption.hidden_key",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    # What {% cache %} keeps, in the memory of each process. The name of a part says all that is in it (`ui/kept.py`): none goes stale.
    "template_fragments": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "template_fragments",
        "OPTIONS": {"MAX_ENTRIES": 1000},
    },
    # The turns to ask open data that processes took, in the database (publishing/gateways/turns.py); full, the oldest go first.
    "turns": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "publishing_turnstaken",
        "KEY_FUNCTION": "dekkend.accounts.gateways.encryption.hidden_key",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
    # What is left of them, and how often an address searched in the last minute, in the memory of each process, under a keyed hash.
    "open_data": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "open_data",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
}
