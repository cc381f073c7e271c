"""Which address belongs to which feature?"""

from django.urls import include, path

urlpatterns = [
    path("", include("dekkend.home.urls")),
    path("demo/", include("dekkend.demo.urls")),
    path("mensen/", include("dekkend.organisations.urls")),
    path("account/", include("dekkend.accounts.urls")),
    path("documenten/", include("dekkend.reading.urls")),
    path("taken/", include("dekkend.work.urls")),
    path("logboek/", include("dekkend.audit.urls")),
    path("berichten/", include("dekkend.notices.urls")),
    path("aanbod/", include("dekkend.offers.urls")),
    path("", include("dekkend.signals.urls")),
    path("vaststellen/", include("dekkend.adoption.urls")),
    path("register/", include("dekkend.register.urls")),
    path("dekking/", include("dekkend.coverage.urls")),
    path("dekking/", include("dekkend.planning.urls")),
    path("", include("dekkend.publishing.api.urls")),
    path("zoeken/", include("dekkend.finder.urls")),
    path("rondvragen/", include("dekkend.needcards.urls")),
    path("scholen/", include("dekkend.publishing.urls")),
    path("scholen/", include("dekkend.profiles.urls")),
]

handler400 = "dekkend.ui.errors.bad_request"
handler403 = "dekkend.ui.errors.forbidden"
handler404 = "dekkend.ui.errors.not_found"
handler500 = "dekkend.ui.errors.broken"
