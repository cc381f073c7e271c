"""Which addresses belong to the best plan and to scenarios?"""

from django.urls import path, re_path

from dekkend.planning.views import answer, plan_files, plans, scenario_compare, scenario_files, scenario_places, scenarios

KEYS = r"(?P<keys>[0-9]{1,9}(?:,[0-9]{1,9}){0,2})"

app_name = "planning"
urlpatterns = [
    path("plan/", plans.Plans.as_view(), name="plans"),
    path("plan/vraag/", plans.Ask.as_view(), name="ask"),
    path("plan/<int:plan_id>/", answer.PlanPage.as_view(), name="plan"),
    path("plan/<int:plan_id>/kaart.geojson", answer.PlanMapData.as_view(), name="plan_map"),
    path("plan/<int:plan_id>/opnieuw/", plans.Again.as_view(), name="again"),
    path("plan/<int:plan_id>/weg/", plans.Remove.as_view(), name="remove_plan"),
    path("plan/<int:plan_id>/terug/", plans.BringBack.as_view(), name="restore_plan"),
    path("plan/<int:plan_id>/scenario/", plans.AsScenario.as_view(), name="scenario_of_plan"),
    re_path(r"^plan/(?P<plan_id>[0-9]{1,9})/plan\.(?P<suffix>xlsx|pdf|docx|json)$", plan_files.PlanFile.as_view(), name="plan_file"),
    path("scenarios/", scenarios.Scenarios.as_view(), name="scenarios"),
    path("scenarios/nieuw/", scenarios.Made.as_view(), name="make_scenario"),
    path("scenarios/wat-als/", scenarios.WhatIf.as_view(), name="what_if"),
    path("scenarios/naast-nu/", scenario_compare.Choice.as_view(), name="choose_scenarios"),
    re_path(rf"^scenarios/naast-nu/{KEYS}/$", scenario_compare.Compared.as_view(), name="compare"),
    re_path(
        rf"^scenarios/naast-nu/{KEYS}/scenarios\.(?P<suffix>xlsx|pdf|docx)$", scenario_files.ComparedFile.as_view(), name="compare_file"
    ),
    path("scenarios/<int:scenario_id>/", scenarios.OneScenario.as_view(), name="scenario"),
    path("scenarios/<int:scenario_id>/beschrijf/", scenarios.Described.as_view(), name="describe_scenario"),
    path("scenarios/<int:scenario_id>/kopie/", scenarios.Copied.as_view(), name="copy_scenario"),
    path("scenarios/<int:scenario_id>/weg/", scenarios.Removed.as_view(), name="remove_scenario"),
    path("scenarios/<int:scenario_id>/terug/", scenarios.BroughtBack.as_view(), name="bring_scenario_back"),
    path("scenarios/<int:scenario_id>/plekken/", scenario_places.ScenarioPlaces.as_view(), name="scenario_places"),
    path("scenarios/<int:scenario_id>/verandering/weg/", scenarios.TakenOut.as_view(), name="take_change_out"),
    path("scenarios/<int:scenario_id>/verandering/terug/", scenarios.PutBack.as_view(), name="put_change_back"),
    path("scenarios/<int:scenario_id>/verandering/<slug:way>/", scenarios.Added.as_view(), name="add_change"),
]
