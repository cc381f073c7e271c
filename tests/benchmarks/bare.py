"""What is the least a page can cost? One Django view that says a few words: no database, no template, no middleware."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import path

settings.configure(ALLOWED_HOSTS=["127.0.0.1"], ROOT_URLCONF=__name__, SECRET_KEY="only-for-a-benchmark", MIDDLEWARE=[])


def words(request: HttpRequest) -> HttpResponse:
    return HttpResponse("Dag" * 100)


urlpatterns = [path("", words)]

from django.core.wsgi import get_wsgi_application  # noqa: E402  (needs the settings)

application = get_wsgi_application()
