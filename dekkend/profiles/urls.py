"""Which addresses belong to the pages of schools?"""

from django.urls import path, re_path

from dekkend.profiles.views import changes, drafts, fixed_text, questions, region_form, school, versions
from dekkend.profiles.views.editing import offer, overview, part, pictures, saving

BRIN6 = r"(?P<brin6>\d{2}[A-Z]{2}\d{2})"
YEAR = r"(?P<school_year>\d{4}-\d{4})"
DRAFT = rf"^aanbod/{BRIN6}/{YEAR}"

VERSION = rf"^{BRIN6}/{YEAR}/versie/(?P<number>\d{{1,4}})"

app_name = "profiles"
urlpatterns = [
    path("concepten/", drafts.Drafts.as_view(), name="drafts"),
    path("concepten/uit-bestand/", drafts.Import.as_view(), name="import"),
    re_path(rf"^{BRIN6}/$", school.School.as_view(), name="school"),
    re_path(rf"^{BRIN6}/(?P<school_year>\d{{4}}-\d{{4}})/$", school.School.as_view(), name="school_year"),
    re_path(rf"^{BRIN6}/(?P<school_year>\d{{4}}-\d{{4}})/profiel\.json$", school.ProfileData.as_view(), name="profile_data"),
    re_path(rf"^{BRIN6}/wijzigingen/$", changes.Changes.as_view(), name="changes"),
    re_path(rf"{VERSION}/$", versions.Version.as_view(), name="version"),
    re_path(rf"{VERSION}/profiel\.json$", versions.VersionData.as_view(), name="version_data"),
    re_path(rf"{VERSION}/weglaten/$", versions.LeaveOut.as_view(), name="leave_out"),
    re_path(rf"{VERSION}/weglaten/(?P<redaction_id>\d{{1,18}})/terug/$", versions.ShowAgain.as_view(), name="show_again"),
    re_path(r"^versie/(?P<fingerprint>[0-9a-f]{64})/$", versions.Cited.as_view(), name="cited"),
    path("vaste-tekst/", fixed_text.FixedTexts.as_view(), name="fixed_texts"),
    re_path(rf"^vaste-tekst/{YEAR}/(?P<section>\w+)/$", fixed_text.SetFixedText.as_view(), name="fixed_text"),
    re_path(rf"^formulier/{YEAR}/(?P<kind>\w+)/$", region_form.ChangeForm.as_view(), name="region_form"),
    path("afwijkingen/", fixed_text.OwnWordings.as_view(), name="own_wordings"),
    path("afwijkingen/<int:wording_id>/", fixed_text.JudgeWording.as_view(), name="judge_wording"),
    path("vragen/", questions.Questions.as_view(), name="questions"),
    path("vragen/<int:question_id>/", questions.Thread.as_view(), name="question"),
    path("vragen/<int:question_id>/sluit/", questions.Close.as_view(), name="close_question"),
    re_path(rf"^vragen/{BRIN6}/{YEAR}/stel/$", questions.Ask.as_view(), name="ask"),
    path("aanbod/", offer.Offers.as_view(), name="offers"),
    re_path(rf"^aanbod/{BRIN6}/$", offer.Offer.as_view(), name="offer"),
    re_path(rf"{DRAFT}/begin/$", offer.Begin.as_view(), name="begin"),
    re_path(rf"{DRAFT}/$", overview.Overview.as_view(), name="edit"),
    re_path(rf"{DRAFT}/vaste-tekst/(?P<section>\w+)/$", fixed_text.ProposeWording.as_view(), name="own_wording"),
    re_path(rf"{DRAFT}/op-papier/$", overview.Sheet.as_view(), name="sheet"),
    re_path(rf"{DRAFT}/momenten/$", overview.Moments.as_view(), name="moments"),
    re_path(rf"{DRAFT}/bewaar/$", saving.SaveField.as_view(), name="save_field"),
    re_path(rf"{DRAFT}/hier/$", saving.Here.as_view(), name="here"),
    re_path(rf"{DRAFT}/afbeelding/(?P<block>\w+)/$", pictures.Picture.as_view(), name="picture"),
    re_path(rf"{DRAFT}/deel/(?P<part>\w+)/$", part.EditPart.as_view(), name="edit_part"),
]
