"""What is written in the log? Events and numbers as JSON lines; no names, no addresses, no form contents."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "dekkend.ui.log.JsonFormatter"}},
    "filters": {"number": {"()": "dekkend.config.request_log.RequestNumber"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json", "filters": ["number"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "dekkend": {"level": "INFO"},
        # Django would print these itself, with its own form, when it is in debug.
        "django": {"handlers": [], "propagate": True},
        # Each 404 and 403 is a line of `dekkend.request` already.
        "django.request": {"level": "ERROR"},
        # A scanner that asks for another host is no fault of ours, and this line would repeat what it typed; the answer is a 400.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
