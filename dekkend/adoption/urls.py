"""Which addresses belong to adopting an offer?"""

from django.urls import path, re_path

from dekkend.adoption.views import arranging, board, campaign, case, council, overview, public, steps

ONE = r"^(?P<brin6>\d{2}[A-Z]{2}\d{2})/(?P<school_year>\d{4}-\d{4})/"

app_name = "adoption"
urlpatterns = [
    path("", overview.Overview.as_view(), name="overview"),
    path("ronde/", campaign.CampaignBoard.as_view(), name="campaign"),
    path("ronde/dagen/", campaign.SetRound.as_view(), name="set_round"),
    path("ronde/herinner/", campaign.Remind.as_view(), name="remind"),
    path("termijnen/", arranging.SetTerms.as_view(), name="terms"),
    path("vervangers/", arranging.StandIns.as_view(), name="stand_ins"),
    path("vervangers/<int:stand_in_id>/stop/", arranging.EndStandIn.as_view(), name="end_stand_in"),
    re_path(rf"{ONE}$", case.CaseScreen.as_view(), name="case"),
    re_path(rf"{ONE}stap/(?P<kind>[a-z]+)/$", steps.StepScreen.as_view(), name="step"),
    re_path(rf"{ONE}advies/$", council.Advise.as_view(), name="advise"),
    re_path(rf"{ONE}reactie/$", board.React.as_view(), name="react"),
    re_path(rf"{ONE}persoonsgegevens/$", board.Details.as_view(), name="details"),
    re_path(rf"{ONE}bijlage/(?P<attachment_id>\d+)/$", case.Download.as_view(), name="attachment"),
    re_path(rf"{ONE}hoe-vastgesteld/$", public.Record.as_view(), name="record"),
]
