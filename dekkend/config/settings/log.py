"""What is written in the log? Events and numbers as JSON lines; no names, no addresses, no form contents."""

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "dekkend.ui.log.JsonFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "dekkend": {"level": "INFO"},
        # Each 404 and 403 would be a line with an address in it.
        "django.request": {"level": "ERROR"},
    },
}
