"""`python -m tests.translating` renews the list of sentences; with `--check` it only says what is missing."""

from __future__ import annotations

import sys

from tests.translating.catalogue import MO, compiled, found_in_the_code, renewed, stored, without_english, write


def problems() -> list[str]:
    catalogue, marked = stored(), found_in_the_code()
    known = {message.id for message in catalogue if message.id}
    wanted = {message.id for message in marked if message.id}
    told = [f"no English: {text}" for text in without_english(renewed())]
    told += [f"no longer in the code: {text}" for text in sorted(map(str, known - wanted))]
    if not MO.exists() or MO.read_bytes() != compiled(catalogue):
        told.append("the compiled file is old: run `make translations`")
    return told


if __name__ == "__main__":
    if "--check" not in sys.argv:
        write(renewed())
    found = problems()
    sys.stderr.write("".join(f"{line}\n" for line in found))
    sys.exit(bool(found))
