"""Which words are given names of children?

Given names that were often given in the Netherlands in the last twenty years, of every origin. The list is short on purpose: it catches
what is typed without thinking. Need cards refuse these, and the finder never counts them among the words that it did not understand.
"""

from __future__ import annotations

_BOYS = """
abdel abdullah adam ahmed aiden alan ali amin amir anas arthur aron ayden ayoub bas bart benjamin berat bilal boaz boris bram
brian casper cas chris coen cornelis daan damian daniel david dean dennis dex dylan eli elias emil emir emre erik ezra fabian
faris felix ferre filip finn floris fynn gerrit gijs guus hamza hassan hendrik hidde hugo ibrahim idris ilias imran ismail ivan
jack jacob jaden james jamie jan jari jasper jax jay jayden jelle jens jesse jim job joep johannes jonas jonathan joris joshua
joud jozef julian jurre kaan karim kees keano kevin khalid kian koen kyano lars leon levi liam lou louis luca lucas luuk luka
maarten mats matteo matthijs mason mees mehmet melle michael mick mika mike milan milo mohamed mohammed muhammad mustafa nathan
nick niek niels nino noah noud olaf olivier omar oscar otis owen oleksandr dmytro maksym artem pepijn pieter pim quinn rafael ravi
rayan rick riley robin roman ruben ryan said salim sam samuel scott sem senn sepp siem sil simon sjoerd stan stef stefan sven
tahir teun thijs thom thomas thijmen tijn tijs tim timo tobias tom tommy twan tygo tyler umut valentijn victor vince vincent
willem wout xavi yahya yassin younes youssef yusuf zain zakaria
"""
_GIRLS = """
aaliyah adriana aisha aleyna alina aliya amber amelia amina amira amy ana anastasia anna anne annika anouk aya ayla azra bo britt
charlotte chloe cato daphne dewi dina eda ela elena elif eline elisa elisabeth elise ella ellen ellie eloise elsa emily emma emine
esmee esra eva evi evelien evy faye fatima fatma feline femke fenna fenne fiene fien fleur floor frederique guusje hailey hafsa
hanna hannah hiba ilse imane ines iris isa isabel isabella isabelle isis ivy jade jana janna jasmijn jet jolie joy jula julia
julie juul kim kate khadija lana lara laura lauren layla lea leah lena lieke lien lily lina linde lisa liv livia liz lizzy loes
lola lot lotte louise lucy luna lynn maartje madelief maja maria mariam marieke marit maryam maud meryem mia mila milou mina
mirthe naomi nika nina noa noor noor nora norah nour nova nynke olivia oksana philou pien pippa puck rana rania romy rosa rosalie
roos rosie saar salma sanne sara sarah selin sena senna sofia sofie sophia sophie suus suze sumeya tess tessa thirza valerie vera
veerle victoria wende yara yasmin yasmine yfke yuna zainab zeynep zoe zoey zuzanna daryna sofiia
"""
_OFTEN_ELSEWHERE = """
abdou abdoulaye abdirahman abdoul achraf agnieszka aicha aissatou aissata ajsa aleksander aleksandra ali amadou aminata andrei andrzej anwar
asiya awa ayse aysel ayşe bartosz berkay bogdan bouchra burak busra cem chaima chidi dalila damla daria deniz diego dimitri dounia ebru ecem
emirhan enes esma fatou fatoumata fatih filiz furkan georgi gulsen hajar halima hanan hatice hawa houda ikram ilyas inaya ioana isra ivan
iwona jakub jamal jeremiah juan kacper kamil karolina katarzyna kerem khadidja kofi kübra kwame lamia layan leyla lina loubna maciej magda
mahmoud malak mamadou manal mateusz mehdi melek merve moussa mounir mustapha nadia naima nawal nesrin nikola nisa nisrine nur oumar ousmane
oumaima pablo piotr rachid radu rayane rawan ryad sabrine safa salima sami samira sekou selma serkan sibel sihame soufiane soumaya stanislaw
sümeyye tarik tomasz usman wail walid wiktoria wojciech yigit youssra yusra zahra zehra zeinab zineb zofia
"""
_ALSO_WORDS = """
bo jan jet job joy lot max may mees mick noor puck roos sam scott stan tim tom will floor fleur linde jade amber dean iris lente
storm faye nova ivy bas cas stef
"""

# At the beginning of a sentence these may be an ordinary word, so a person decides.
AMBIGUOUS = frozenset(_ALSO_WORDS.split())
GIVEN_NAMES = frozenset(_BOYS.split()) | frozenset(_GIRLS.split()) | frozenset(_OFTEN_ELSEWHERE.split()) | AMBIGUOUS

# With a small letter these are ordinary words, so nobody is asked about them.
IN_SMALL_LETTERS = GIVEN_NAMES - AMBIGUOUS - {"dina", "isis", "nova", "roman", "said", "mason", "jack"}
