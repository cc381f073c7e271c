"""How does the command line explain itself in Dutch?"""

from __future__ import annotations

import argparse
from typing import NoReturn

WORDS = {
    "usage: ": "gebruik: ",
    "positional arguments": "wat",
    "options": "keuzes",
    "show this help message and exit": "laat deze uitleg zien",
    "the following arguments are required: %s": "er ontbreekt iets: %s",
    "unrecognized arguments: %s": "onbekend: %s",
    "argument %(argument_name)s: %(message)s": "bij %(argument_name)s: %(message)s",
    "not allowed with argument %s": "gaat niet samen met %s",
    "expected one argument": "er hoort één waarde achter",
    "expected at least one argument": "er hoort minstens één waarde achter",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)s kan niet; kies uit %(choices)s",
    "invalid %(type)s value: %(value)r": "%(value)s is geen goede waarde",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s kan van alles zijn: %(matches)s",
    "ignored explicit argument %r": "hier hoort geen waarde achter: %s",
}

# argparse has no other place to hand in a translation than the function that it looks its words up with.
argparse._ = lambda text: WORDS.get(text, text)  # type: ignore[attr-defined]


class DutchParser(argparse.ArgumentParser):
    """A parser whose errors are one sentence and a hint. Wrong use ends with exit status 2."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message}. Uitleg: {self.prog} --help\n")
