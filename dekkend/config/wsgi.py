"""Where does the web server enter? The finder is made ready, and workers start here when the settings ask (a demo in one process)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dekkend.config.settings.demo")
application = get_wsgi_application()

from dekkend.config.work import start_embedded_workers  # noqa: E402  (needs the settings)
from dekkend.finder.jobs import prepare  # noqa: E402  (needs the settings)

start_embedded_workers()
prepare()
