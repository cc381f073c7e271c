"""When is each notice about a question between schools sent, and what does it say?"""

from __future__ import annotations

from collections.abc import Mapping

from dekkend.notices.words.kinds import Notice
from dekkend.notices.words.letter import Letter, about_card

LETTERS_OF_CARDS: Mapping[Notice, Letter] = {
    Notice.CARD_ASKED: about_card(
        "Een andere school stelt uw school een vraag over ondersteuning. Zij hoort graag antwoord uiterlijk op {day}.",
        trigger="Een school stelt andere scholen een vraag.",
        subject="Een andere school stelt u een vraag",
        day="16 maart 2026",
    ),
    Notice.CARD_DUE: about_card(
        "Een andere school stelde uw school een vraag. Zij hoort graag antwoord uiterlijk op {day}. U antwoordde nog niet.",
        trigger="Morgen is de dag waarop een school antwoord wil, en de gevraagde school antwoordde nog niet.",
        subject="Een andere school wacht op uw antwoord",
        day="16 maart 2026",
    ),
    Notice.CARD_LATE: about_card(
        "Een andere school stelde uw school een vraag en hoorde graag antwoord uiterlijk op {day}. Antwoorden kan nog, zolang de vraag \
open staat.",
        trigger="De dag waarop een school antwoord wilde is voorbij, en de gevraagde school antwoordde niet.",
        subject="Een andere school heeft nog geen antwoord",
        day="16 maart 2026",
    ),
    Notice.CARD_REPLIED: about_card(
        "Een school antwoordde op uw vraag, of veranderde haar antwoord.",
        trigger="Een gevraagde school antwoordt, of verandert haar antwoord.",
        subject="Een school antwoordde op uw vraag",
    ),
    Notice.CARD_ANSWERED: about_card(
        "U stelde een vraag terug aan een andere school. Zij gaf antwoord. Zij hoort graag van u uiterlijk op {day}.",
        trigger="De vragende school antwoordt op een vraag terug.",
        subject="Antwoord op uw vraag terug",
        day="16 maart 2026",
    ),
    Notice.CARD_OVER: about_card(
        "De vraag die een andere school u stelde is afgesloten of ingetrokken. U hoeft niets meer te doen. Dank u wel voor het meedenken.",
        trigger="De vragende school sluit haar vraag af of trekt haar in, of Dekkend sluit een vraag af die is blijven staan.",
        subject="Een vraag van een andere school is afgesloten",
    ),
    Notice.CARD_REOPENED: about_card(
        "Een vraag van een andere school die was afgesloten, staat weer open. Uw antwoord is bewaard en u kunt het veranderen.",
        trigger="De vragende school zet een vraag weer open.",
        subject="Een vraag van een andere school staat weer open",
    ),
    Notice.CARD_TO_CLOSE: about_card(
        "De dag waarop u antwoord wilde op uw vraag is voorbij. Bekijk de antwoorden, en sluit de vraag af als u klaar bent.",
        trigger="De dag waarop een school antwoord wilde is voorbij.",
        subject="Bekijk de antwoorden op uw vraag",
    ),
}
