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
    # How often an address asked the open data in the last minute, in the memory of each process, and the address only as a keyed hash.
    "open_data": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "open_data",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
}
