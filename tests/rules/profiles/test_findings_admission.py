"""Does the guard speak up at sentences that refuse beforehand, and keep silent at those that do not?"""

from __future__ import annotations

import pytest

from tests.rules.profiles.findings_of import findings, in_text

RISKY = {
    "Wij plaatsen maximaal twee zorgleerlingen per groep.": "admission_quota",
    "Per groep zijn er ten hoogste 3 kinderen met een arrangement.": "admission_quota",
    "In een klas zitten niet meer dan vier leerlingen met extra ondersteuning.": "admission_quota",
    "Als een groep al veel zorgleerlingen telt, hebben wij soms geen plek voor uw kind.": "admission_group_composition",
    "Heeft de klas te veel kinderen met gedragsproblemen, dan kunnen wij uw kind niet plaatsen.": "admission_group_composition",
    "Is de balans in de groep weg, dan nemen wij geen plaats meer in en weigeren wij een aanmelding.": "admission_group_composition",
    "Wij kunnen kinderen met een ernstige beperking niet plaatsen.": "admission_refusal",
    "Een leerling met autisme wordt bij ons niet toegelaten.": "admission_refusal",
    "De directie kan de aanmelding weigeren als de vraag te zwaar is.": "admission_refusal",
    "Voor kinderen in een rolstoel hebben wij geen plek.": "admission_refusal",
    "Wij kunnen geen leerlingen plaatsen die niet zelfstandig naar het toilet gaan.": "admission_refusal",
    "We nemen geen kinderen aan met een meervoudige beperking.": "admission_refusal",
    "Leerlingen van cluster 4 laten wij niet toe.": "admission_refusal",
    "De school behoudt zich het recht voor om leerlingen te weigeren.": "admission_refusal",
    "Toelating van leerlingen met een verstandelijke beperking is niet mogelijk.": "admission_refusal",
    "Leerlingen met een IQ lager dan 70 kunnen bij ons niet terecht.": "admission_refusal",
    "Het aantal leerlingen met extra ondersteuning per groep is maximaal vier.": "admission_quota",
    "Bij te veel zorgleerlingen in de groep nemen wij geen nieuwe leerlingen aan.": "admission_group_composition",
    "Een kind dat de lessen stoort past niet bij ons.": "admission_disturbing",
    "Het gedrag van de leerling verstoort de rust in de groep.": "admission_disturbing",
    "Als een kind de orde in de klas verstoord.": "admission_disturbing",
    "Een kind moet bij de start zindelijk zijn.": "admission_condition",
    "Wij nemen alleen kinderen zonder grote hulpvraag aan.": "admission_condition",
}
FINE = (
    "Wij noemen geen aantallen zorgleerlingen per groep.",
    "Onze grens willen wij niet noemen in concrete aantallen ‘zorgleerlingen’ in een klas.",
    "Er is geen maximum aan het aantal leerlingen met extra ondersteuning.",
    "Wij weigeren geen kinderen vanwege hun ondersteuningsbehoefte.",
    "Wij wijzen nooit een kind af zonder eerst te kijken wat het nodig heeft.",
    "Als de groep vol is, is er volgens ons toelatingsbeleid geen plek voor een nieuwe leerling.",
    "Kunnen wij het kind niet plaatsen, dan zoeken wij een andere school die bereid is het toe te laten.",
    "Op De Vuursprot is geen plaats voor pesten door kinderen.",
    "Sommige kinderen weigeren te werken als het te druk is.",
    "Wij helpen leerlingen met een verstoorde prikkelverwerking in de groep.",
    "Met vaste regels voorkomen wij dat een kind de les verstoort.",
    "Kinderen werken zonder elkaar te storen in de groep.",
    "Wij hebben geen aparte ruimte voor therapie.",
    "In elke groep zitten kinderen die extra hulp krijgen.",
    "Per leerling bekijken we wat we wel en niet kunnen bieden.",
    "Wat een leerling nodig heeft, gaat de kracht van het team niet te boven.",
    "Er zijn maximaal 28 kinderen in een klas.",
    "Kinderen die anderen storen krijgen een rustige werkplek in de groep.",
    "Een kind met ADHD kan de groep ontregelen, daarom werken wij met vaste regels.",
    "Bij twijfel wordt de leerling niet geplaatst zonder overleg met het samenwerkingsverband.",
    "Bij de samenstelling van de groep letten we op vriendschappen.",
    "Wij plaatsen geen kinderen van andere scholen halverwege het schooljaar.",
    "Wij wijzen leerlingen niet af op grond van hun ondersteuningsbehoefte.",
    "Onze school kan niet meer dan drie rolstoelen tegelijk stallen.",
    "Kinderen met een stoornis in het autistisch spectrum zijn welkom in onze groepen.",
    "Er zijn bij ons geen kinderen die niet meedoen.",
    "Maximaal twee keer per jaar spreken wij met ouders van leerlingen met een OPP.",
)


@pytest.mark.parametrize(("sentence", "code"), RISKY.items())
def test_a_sentence_that_refuses_beforehand_is_found(sentence: str, code: str) -> None:
    assert in_text(sentence) == [code]


@pytest.mark.parametrize("sentence", FINE)
def test_a_sentence_that_does_not_is_left_alone(sentence: str) -> None:
    assert in_text(sentence) == []


def test_it_points_at_the_sentence_and_cites_the_article() -> None:
    text = "Wij kijken naar elk kind. Wij plaatsen maximaal twee zorgleerlingen per groep. Daarna praten wij."
    [finding] = findings({"limits": [{"text": text}]})
    assert (finding.path, finding.severity) == ("limits[0].text", "serious")
    assert text[finding.start : finding.end] == finding.quote == "Wij plaatsen maximaal twee zorgleerlingen per groep."
    assert "artikel 40 lid 3 tot en met 5" in finding.source
    assert "https://wetten.overheid.nl/" in finding.source


def test_a_sentence_with_two_risks_is_told_once() -> None:
    assert in_text("Wij plaatsen maximaal twee zorgleerlingen en weigeren de rest.") == ["admission_quota"]
