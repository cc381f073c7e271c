"""Which addresses belong to how a region is covered?"""

from django.urls import path, re_path

from dekkend.coverage.views import amounts, board, choosing, files, fragile, kinds, mapping, norms, overtime, places, reports, setting

CODE = r"(?P<code>[a-z_]{1,50}\.[a-z0-9_-]{1,49})"
POSTCODE = r"(?P<postcode>\d{4}(?:[A-Z]{2})?)"

app_name = "coverage"
urlpatterns = [
    path("", board.Board.as_view(), name="board"),
    path("soorten/", kinds.Kinds.as_view(), name="kinds"),
    re_path(rf"^soort/{CODE}/$", kinds.OneKind.as_view(), name="kind"),
    path("witte-vlekken/", places.Spots.as_view(), name="spots"),
    re_path(rf"^plek/{POSTCODE}/$", places.OnePlace.as_view(), name="place"),
    path("kwetsbaar/", fragile.Fragile.as_view(), name="fragile"),
    path("trend/", overtime.Trend.as_view(), name="trend"),
    path("normen/", norms.Norms.as_view(), name="norms"),
    path("capaciteit/", amounts.Amounts.as_view(), name="amounts"),
    path("kaart.geojson", mapping.MapData.as_view(), name="map"),
    path("dekking.xlsx", files.Workbook.as_view(), name="workbook"),
    path("rapport/", reports.Reports.as_view(), name="report"),
    path("rapport/<int:asked_id>/", reports.ReportProgress.as_view(), name="report_progress"),
    re_path(r"^rapport/(?P<asked_id>\d+)/dekking\.(?P<suffix>pdf|docx)$", reports.TakeReport.as_view(), name="report_file"),
    path("instellingen/", choosing.SetCoverage.as_view(), name="settings"),
    path("instellingen/terug/", choosing.UndoSettings.as_view(), name="undo_settings"),
    path("instellingen/weergave/", setting.SaveView.as_view(), name="save_view"),
    path("instellingen/weergave/weg/", setting.RemoveView.as_view(), name="remove_view"),
    path("instellingen/weergave/terug/", setting.RestoreView.as_view(), name="restore_view"),
    path("instellingen/bedragen/", setting.Rates.as_view(), name="rates"),
    path("instellingen/bedragen/terug/", setting.UndoRate.as_view(), name="undo_rate"),
    path("instellingen/norm/", setting.AddNorm.as_view(), name="add_norm"),
    path("instellingen/norm/<int:norm_id>/weg/", setting.WithdrawNorm.as_view(), name="withdraw_norm"),
    path("instellingen/norm/<int:norm_id>/terug/", setting.BringNormBack.as_view(), name="bring_norm_back"),
]
