"""Which addresses belong to the register?"""

from django.urls import path

from dekkend.register.views import deciding, reading, sites

app_name = "register"
urlpatterns = [
    path("", reading.Register.as_view(), name="overview"),
    path("map/", reading.ReadFolder.as_view(), name="read_folder"),
    path("import/<int:import_id>/", deciding.Differences.as_view(), name="import"),
    path("import/<int:import_id>/bestanden/", deciding.Files.as_view(), name="files"),
    path("import/<int:import_id>/geweigerd/", deciding.RefusedRows.as_view(), name="refused"),
    path("import/<int:import_id>/kies/", deciding.Decide.as_view(), name="decide"),
    path("scholen/", sites.Sites.as_view(), name="sites"),
    path("scholen/<str:register_code>/", sites.OneSite.as_view(), name="site"),
]
