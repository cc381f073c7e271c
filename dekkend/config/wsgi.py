"""Where does the web server enter? With embedded workers when the settings ask for them (a demo in one process)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "dekkend.config.settings.demo")
application = get_wsgi_application()

from dekkend.config.work import start_embedded_workers  # noqa: E402  (needs the settings)

start_embedded_workers()
