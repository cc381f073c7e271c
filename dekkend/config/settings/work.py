"""How is work done in the background? A queue in the database, workers beside or inside the web server."""

from dekkend.config.settings.environment import number
from dekkend.profiles.gateways.hours import hours_in_force
from dekkend.reading.gateways.limits import limits_in_force
from dekkend.signals.gateways.terms import terms_in_force

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

# How an administrator sees each job.
JOB_NAMES = {
    "dekkend.reading.jobs.read_one": "Een document lezen",
    "dekkend.register.jobs.read_one": "Lijsten voor het register lezen",
    "dekkend.notices.jobs.send_one": "Een bericht versturen",
    "dekkend.publishing.jobs.make_some": "Documenten van scholen maken",
    "dekkend.publishing.jobs.join": "Alle documenten van een regio samenvoegen",
    "dekkend.coverage.jobs.make_report": "Een rapport over de dekking maken",
    "dekkend.planning.jobs.make_plan": "Het beste plan voor een regio zoeken",
    "dekkend.needcards.jobs.look_after_cards": "Rondvragen nalopen: herinneren, afsluiten en wissen",
    "dekkend.signals.jobs.look_after_signals": "Meldingen nalopen: herinneren en wissen",
    "dekkend.audit.jobs.expire_log": "De bewaartermijn van het logboek nalopen",
}

# Worker threads inside the web server: none in production (`dekkend worker` runs beside it), some in a demo.
EMBEDDED_WORKERS = number("DEKKEND_EMBEDDED_WORKERS", 0)
# A document that is being read longer than this was lost with its worker and is read again, in seconds.
READING_LEASE = number("DEKKEND_READING_LEASE", 60)
# A file with all documents of a region is kept for so many days; it can be made again at any time.
BUNDLE_KEPT_DAYS = number("DEKKEND_BUNDLE_KEPT_DAYS", 14)
# A report about coverage is kept for so many days; it can be made again at any time.
REPORT_KEPT_DAYS = number("DEKKEND_REPORT_KEPT_DAYS", 14)
# A plan that a region asked for is kept for so many days; it can be asked again at any time.
PLAN_KEPT_DAYS = number("DEKKEND_PLAN_KEPT_DAYS", 400)
# A worker that gave no sign for so many seconds is gone, and its job goes to another. It gives one every 10 seconds.
WORKER_LOST_AFTER = number("DEKKEND_WORKER_LOST_AFTER", 60)

# The reader and the pages ask for these themselves, with or without Django; asked here too, so that a wrong value stops the start.
limits_in_force()
hours_in_force()
terms_in_force()
