"""How is work done in the background? A queue in the database, workers beside or inside the web server."""

from dekkend.config.settings.environment import number

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

# Worker threads inside the web server: none in production (`dekkend worker` runs beside it), some in a demo.
EMBEDDED_WORKERS = number("DEKKEND_EMBEDDED_WORKERS", 0)
# A document that is being read longer than this was lost with its worker and is read again, in seconds.
READING_LEASE = number("DEKKEND_READING_LEASE", 60)
