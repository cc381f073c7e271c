"""Which capitalised words are no name at all? The given names themselves stand in `given_names`."""

from __future__ import annotations

_LANGUAGES = """
Nederlands Nederlandse Nederland Nederlandstalig Nederlandstalige Engels Engelse Duits Duitse Frans Franse Spaans Spaanse
Portugees Portugese Pools Poolse Polen Turks Turkse Turkije Arabisch Arabische Berber Tamazight Oekraïens Oekraïense Oekraïne
Russisch Russische Bulgaars Bulgaarse Roemeens Roemeense Hongaars Hongaarse Somalisch Somalië Tigrinya Eritrea Eritrees Syrië
Syrisch Syrische Irak Iran Farsi Dari Pasjtoe Koerdisch Koerdische Chinees Chinese Hindi Tamil Papiaments Surinaams Surinaamse
Suriname Antilliaans Antilliaanse Marokko Marokkaans Marokkaanse Fries Friese Limburgs Italiaans Italiaanse Grieks Griekse Vlaams
Vlaamse België Duitsland Europa Europees Afghanistan Afghaans Afghaanse Ethiopië Venezuela Jemen Libië Soedan
"""
_SCHOOL = """
Montessori Dalton Jenaplan Freinet Cito Braille Kurzweil Gebarentaal Nederlandse Word Teams Internet Ramadan Kerst Pasen
Pinksteren Islam Islamitisch Islamitische Christelijk Christelijke Katholiek Katholieke Joods Joodse Hindoestaans Hindoestaanse
Wij Ik U Het De Een Hij Zij Ze Er Dit Dat Deze In Op Met Voor Groep
"""
NO_NAMES = frozenset(f"{_LANGUAGES} {_SCHOOL}".split())
