"""Why does a link to confirm not count?"""

from __future__ import annotations

from dekkend.kernel.sentences import say

GONE = say("Deze link werkt niet. Open de link opnieuw vanuit de mail, of log in en kies Aanbod.")
EXPIRED = say("Deze link is verlopen. Log in en kies Aanbod, of wacht op de volgende mail.")
ROLE_ENDED = say("U werkt niet meer bij deze school in Dekkend. Daarom werkt deze link niet meer.")
TOO_MANY = say("Er is met deze link in korte tijd heel veel veranderd. Wacht een uur, of log in.")
