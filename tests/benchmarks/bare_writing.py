"""What is the least a write can cost? One Django view that stores one row in a transaction: no login, no template, no middleware."""

import os

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import path

from dekkend.config.settings.environment import postgresql

URL = os.environ.get("DATABASE_URL", "")
SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": os.environ.get("BARE_DATABASE", ":memory:"),
    "CONN_MAX_AGE": 60,
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
    },
}
DATABASE = postgresql(URL) if URL else SQLITE
settings.configure(ALLOWED_HOSTS=["127.0.0.1"], ROOT_URLCONF=__name__, SECRET_KEY="only-for-a-benchmark", DATABASES={"default": DATABASE})

from django.db import connection, transaction  # noqa: E402  (needs the settings)


@transaction.atomic
def write(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS bare_row (words text)")
        cursor.execute("INSERT INTO bare_row VALUES (%s)", [request.body.decode()])
    return HttpResponse("Bewaard")


urlpatterns = [path("", write)]

from django.core.wsgi import get_wsgi_application  # noqa: E402  (needs the settings)

application = get_wsgi_application()
