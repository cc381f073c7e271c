"""What do people type, and which kinds of support must that lead to? Made up for this test, mostly in other words than the list."""

from __future__ import annotations

NT2 = "expertise.second_language"
READING = "expertise.language_reading_speech"
MATHS = "expertise.mathematics"
BEHAVIOUR = "expertise.behaviour"
AUTISM = "expertise.autism"
GIFTED = "expertise.giftedness"
SLOW = "expertise.cognitive_development"
SICK = "expertise.sick_pupils"
FEAR = "expertise.fear_of_failure"
SOCIAL = "expertise.social_skills"
MOTOR = "expertise.motor_skills"
EARLY = "expertise.early_years"
REMEDIAL = "expertise.remedial_teaching"
HEARING = "external_experts.hearing_language_support"
SEEING = "external_experts.vision_support"
SPEECH = "external_experts.speech_therapy"
PHYSIO = "external_experts.physiotherapy"
ERGO = "external_experts.occupational_therapy"
PSYCHOLOGIST = "external_experts.psychologist"
PLAY = "external_experts.play_therapy"
DYSLEXIA_CARE = "external_experts.dyslexia_care"
SOCIAL_WORK = "external_experts.school_social_work"
FAMILY = "external_experts.youth_and_family_centre"
YOUTH_CARE = "external_experts.youth_care_partners"
ATTENDANCE = "external_experts.attendance_officer"
SBO = "external_experts.special_primary_education"
SO = "external_experts.special_education"
ADVISER = "external_experts.partnership_adviser"
DOCTOR = "external_experts.youth_health_care"
DEAF = "facilities.deaf_provision"
BLIND = "facilities.blind_provision"
WHEELCHAIR = "facilities.wheelchair_access"
LIFT = "facilities.lift"
TOILET = "facilities.accessible_toilet"
CARE = "facilities.care_room"
QUIET = "facilities.quiet_room"
TIME_OUT = "facilities.time_out_room"
THERAPY = "facilities.therapy_room"

# The sentence, and for every need that is searched on the kinds of support of which one answers it.
UNDERSTOOD: list[tuple[str, list[set[str]]]] = [
    ("mijn dochter is slechthorend", [{DEAF, HEARING}]),
    ("Onze zoon heeft twee gehoorapparaten en zit in groep 4", [{DEAF, HEARING}]),
    ("hij hoort aan een kant niet zo goed", [{DEAF, HEARING}]),
    ("she is hard of hearing", [{DEAF, HEARING}]),
    ("our daughter is deaf and uses sign language", [{DEAF, HEARING}]),
    ("Ze ziet bijna niets meer", [{BLIND, SEEING}]),
    ("mijn kind is slechtziend en leest met grote letters", [{BLIND, SEEING}]),
    ("my son is visually impaired", [{BLIND, SEEING}]),
    ("we zijn pas in Nederland komen wonen", [{NT2}]),
    ("hij spreekt nog geen woord Nederlands", [{NT2}]),
    ("ons pleegdochtertje komt uit Oekraïne", [{NT2}]),
    ("my daughter does not speak any Dutch yet", [{NT2}]),
    ("We just moved to the Netherlands", [{NT2}]),
    ("zij heeft moeite met het lezen", [{READING}]),
    ("lezen gaat bij hem heel moeizaam", [{READING}]),
    ("mijn zoon kan niet goed lezen", [{READING}]),
    ("dyslexieverklaring", [{READING}]),
    ("he still cannot read", [{READING}]),
    ("ernstige dyslexie, wordt daarvoor behandeld", [{DYSLEXIA_CARE}]),
    ("rekenen lukt haar niet", [{MATHS}]),
    ("ze heeft dyscalculie", [{MATHS}]),
    ("my boy struggles with maths", [{MATHS}]),
    ("Hij is heel druk in de klas", [{BEHAVIOUR}]),
    ("kan zich slecht concentreren", [{BEHAVIOUR}]),
    ("onze ADHD'er heeft een rustige plek nodig", [{BEHAVIOUR}, {QUIET}]),
    ("heeft driftbuien en slaat andere kinderen", [{BEHAVIOUR}]),
    ("he can't sit still", [{BEHAVIOUR}]),
    ("kind met autisme", [{AUTISM}]),
    ("autistische jongen van 6 jaar", [{AUTISM}]),
    ("autismebegeleiding", [{AUTISM}]),
    ("my son is on the spectrum", [{AUTISM}]),
    ("zij is snel overprikkeld", [{QUIET}]),
    ("kan slecht tegen lawaai, heeft last van geluid", [{QUIET}]),
    ("hij is altijd snel klaar", [{GIFTED}]),
    ("er is een TOS vastgesteld", [{HEARING}]),
    ("rolstoel + aangepast toilet", [{WHEELCHAIR}, {TOILET}]),
    ("lift/rolstoel & dyslexie", [{LIFT}, {WHEELCHAIR}, {READING}]),
    ("vermoeden van hoogbegaafdheid", [{GIFTED}]),
    ("our gifted girl needs more challenge", [{GIFTED}]),
    ("ze leert wat langzamer dan de rest", [{SLOW}]),
    ("zoon met het syndroom van Down", [{SLOW}]),
    ("he has a learning disability", [{SLOW}]),
    ("zit in een rolstoel en kan geen trap lopen", [{WHEELCHAIR}, {LIFT}]),
    ("is er een lift op school", [{LIFT}]),
    ("rolstoelvriendelijke school met aangepast toilet", [{WHEELCHAIR}, {TOILET}]),
    ("she uses a wheelchair", [{WHEELCHAIR}]),
    ("nog niet zindelijk", [{CARE}]),
    ("moet op school verschoond worden", [{CARE}]),
    ("not potty trained yet", [{CARE}]),
    ("ligt vaak in het ziekenhuis", [{SICK}]),
    ("hij stottert erg", [{SPEECH}]),
    ("is moeilijk te verstaan, heeft logopedie", [{SPEECH}]),
    ("dochter krijgt kinderfysiotherapie onder schooltijd", [{PHYSIO}]),
    ("schrijven doet pijn, fijne motoriek", [{MOTOR}]),
    ("faalangstig meisje", [{FEAR}]),
    ("durft niets uit angst om fouten te maken", [{FEAR}]),
    ("wordt op de huidige school gepest", [{SOCIAL}]),
    ("has no friends and plays alone", [{SOCIAL}]),
    ("hulp bij de opvoeding", [{FAMILY}]),
    ("pleegkind met jeugdzorg", [{YOUTH_CARE}]),
    ("komt van het SBO", [{SBO}]),
    ("arrangement van het samenwerkingsverband", [{ADVISER}]),
    ("kind heeft een time-out plek nodig", [{TIME_OUT}]),
    ("ergotherapie", [{ERGO}]),
    ("speltherapie na een trauma", [{PLAY}]),
    ("heeft RT nodig", [{REMEDIAL}]),
    ("loopt achter en heeft extra uitleg nodig", [{REMEDIAL}]),
    ("iq test bij een psycholoog", [{PSYCHOLOGIST}]),
    ("dyslexie, rolstoel, en spreekt Arabisch en geen Nederlands", [{READING}, {WHEELCHAIR}, {NT2}]),
    ("geen lift nodig maar wel een aangepast toilet", [{TOILET}]),
    ("hij heeft geen autisme maar wel ADHD", [{BEHAVIOUR}]),
    ("kan niet zonder rolstoel", [{WHEELCHAIR}]),
    ("she does not need a lift but she is blind", [{BLIND, SEEING}]),
    ("woedeuitbarstingen thuis en op school", [{BEHAVIOUR}]),
    ("hij is slecht ziend", [{BLIND, SEEING}]),
    ("hij ziet bijna niks", [{BLIND, SEEING}]),
    ("hb'er", [{GIFTED}]),
    ("austime", [{AUTISM}]),
    ("een kind met down", [{SLOW}]),
    ("ze is bang voor toetsen", [{FEAR}]),
    ("hulp bij toiletgang", [{CARE}]),
    ("my daughter speaks only Arabic", [{NT2}]),
    ("dubbel bijzonder", [{GIFTED}]),
    ("slimme dyslect", [{GIFTED}, {READING}]),
    ("kan de klok niet lezen", [{MATHS}]),
    ("hij rekent nog op zijn vingers", [{MATHS}]),
    ("leest nog op niveau groep 3", [{READING}]),
    ("niet kunnen stilzitten", [{BEHAVIOUR}]),
    ("not able to sit still", [{BEHAVIOUR}]),
    ("wordt uitgescholden en uitgelachen", [{SOCIAL}]),
    ("geen dyslexie maar wel moeite met rekenen", [{MATHS}]),
    ("he has autism but no behaviour problems", [{AUTISM}]),
]

# Misspelt, in a longer word that we do not know, or of many meanings: asked first, with what it may be.
ASKED: list[tuple[str, str]] = [
    ("hoogbegaavd", GIFTED),
    ("autisem", AUTISM),
    ("slechthorent", DEAF),
    ("rolstoeldochter", WHEELCHAIR),
    ("wheelchiar", WHEELCHAIR),
    ("hij is angstig", FEAR),
    ("gilles de la tourette", BEHAVIOUR),
    ("heeft tics", BEHAVIOUR),
    ("een eetstoornis", PSYCHOLOGIST),
    ("een dromerig kind", BEHAVIOUR),
    ("iemand om mee te praten", SOCIAL_WORK),
    ("te vroeg geboren", SLOW),
    ("niet-aangeboren hersenletsel", SICK),
    ("hij schrijft slecht", MOTOR),
    ("werkt langzaam", SLOW),
    ("een kleine klas", REMEDIAL),
    ("zegt dat hij dood wil", PSYCHOLOGIST),
    ("ze snijdt zichzelf", PSYCHOLOGIST),
    ("huilt elke ochtend", FEAR),
    ("slikt ritalin", BEHAVIOUR),
    ("EMB", CARE),
    ("taalhulp", NT2),
    ("moeite met taal", READING),
    ("we gaan scheiden", SOCIAL_WORK),
    ("heeft diabetes en moet insuline", CARE),
    ("epileptische aanvallen", SICK),
    ("non verbal boy", SPEECH),
    ("haar ouders gaan uit elkaar", SOCIAL_WORK),
    ("executieve functies", BEHAVIOUR),
    ("mijn zoon zit al maanden thuis, een thuiszitter", ATTENDANCE),
    ("zoekt een school met SO ervaring", SO),
    ("kan slecht tegen veranderingen", AUTISM),
    ("hypermobiel meisje", PHYSIO),
    ("hij verveelt zich want hij is altijd als eerste klaar", GIFTED),
    ("diabetes insuline prikken", SICK),
    ("epilepsie", DOCTOR),
    ("sondevoeding", CARE),
    ("thuiszitter schoolweigering", ATTENDANCE),
    ("selectief mutisme", PSYCHOLOGIST),
    ("heeft veel structuur nodig", AUTISM),
    ("speciaal onderwijs", SO),
    ("niet goed meekomen", REMEDIAL),
    ("kan niet meekomen in de klas", SLOW),
    ("rust", QUIET),
    ("prikkelverwerking", QUIET),
    ("seksueel misbruik", YOUTH_CARE),
    ("spierziekte", WHEELCHAIR),
    ("praat te veel", BEHAVIOUR),
    ("hij praat weinig", SPEECH),
    ("leest niet graag", READING),
    ("heeft een hekel aan lezen", READING),
    ("geen zin in rekenen", MATHS),
    ("leest op zijn niveau", READING),
    ("iq 140", GIFTED),
    ("mijn dochter is heel stil", FEAR),
    ("gevoelig kind", QUIET),
    ("hij luistert niet", DEAF),
    ("blijft niet zitten", BEHAVIOUR),
    ("een kleuter", EARLY),
    ("hij is zindelijk", CARE),
    ("spreken thuis Nederlands", NT2),
    ("she speaks dutch", NT2),
    ("zit aan de tafel", MATHS),
    ("geeft trappen", BEHAVIOUR),
    ("is ziek", SICK),
    ("een uitdaging", GIFTED),
    ("durft niet te zwemmen", FEAR),
    ("wordt thuis geslagen", YOUTH_CARE),
]

# Words of needs, or of something else, that stand in no list of ours: said and asked, and never guessed.
HELD_OUT = [
    "paardrijden",
    "hij houdt van dinosaurussen en vulkanen",
    "fragiele x",
    "kameleon",
    "she plays the violin",
    "glutenvrije boterham",
    "pannenkoek met stroop",
    "xyzzy",
    "نحن نبحث عن مدرسة",
    "шукаємо школу",
    "12345",
    "",
    "???",
    "een fijne school voor mijn zoon",
    "a nice school near home",
    "heimwee",
    "klimaatverandering",
    "klootzakken",
    "drop table schools",
    "学校",
    "a" * 400,
    "overblijven op school",
    "naar de bso",
]

# Said not to be needed: shown, and not searched on.
NOT_NEEDED = [
    ("geen lift/rolstoel nodig", WHEELCHAIR),
    ("hij heeft geen lift nodig", LIFT),
    ("een lift is niet nodig", LIFT),
    ("I don't need a wheelchair", WHEELCHAIR),
    ("zonder autisme", AUTISM),
    ("ze is niet slechtziend", BLIND),
]
