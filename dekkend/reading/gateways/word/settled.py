"""Which version of a Word text counts, where the file holds more than one?

What was deleted with change tracking goes, what was added stays; of two drawings of the same thing the newer stays; a box
says by its state whether it is ticked, not by the sign that draws it; a hint that waits for an answer is no text.
"""

from __future__ import annotations

from lxml import etree

from dekkend.reading.gateways.symbols import OPEN, TICKED
from dekkend.reading.gateways.word.names import Element, child, name, switched_on

LETTERS = tuple(map(name, ("w:t", "w:sym")))


def settle(root: Element) -> None:
    """Change the tree in place, so that it holds only what counts."""
    for twice in list(root.iter(name("mc:AlternateContent"))):
        _keep_one(twice)
    for gone in list(root.iter(name("w:del"), name("w:moveFrom"))):
        _delete(gone)
    for control in list(root.iter(name("w:sdt"))):
        _settle_control(control)


def _keep_one(twice: Element) -> None:
    """Put the newer drawing (or else the fallback) in the place of the pair."""
    chosen = child(twice, "mc:Choice")
    if chosen is None:
        chosen = child(twice, "mc:Fallback")
    parent = twice.getparent()
    if parent is None:
        return
    place = parent.index(twice)
    parent.remove(twice)
    for offset, part in enumerate(list(chosen if chosen is not None else ())):
        parent.insert(place + offset, part)


def _delete(gone: Element) -> None:
    holder = gone.getparent()
    if holder is None:
        return
    if holder.tag == name("w:trPr"):
        _remove(holder.getparent())
    elif holder.tag == name("w:rPr"):
        _join_with_next(holder)
    else:
        holder.remove(gone)


def _join_with_next(marks: Element) -> None:
    """The end of this paragraph was deleted: what is left of it belongs to the next one."""
    holder = marks.getparent()
    if holder is None or holder.tag != name("w:pPr"):
        return
    paragraph = holder.getparent()
    following = None if paragraph is None else paragraph.getnext()
    if paragraph is None or following is None or following.tag != name("w:p"):
        return
    place = 1 if child(following, "w:pPr") is not None else 0
    for part in reversed([part for part in paragraph if part is not holder]):
        following.insert(place, part)
    _remove(paragraph)


def _remove(element: Element | None) -> None:
    parent = None if element is None else element.getparent()
    if element is not None and parent is not None:
        parent.remove(element)


def _settle_control(control: Element) -> None:
    properties, content = child(control, "w:sdtPr"), child(control, "w:sdtContent")
    if properties is None or content is None:
        return
    box = child(properties, "w14:checkbox")
    if box is not None:
        state = child(box, "w14:checked")
        _write(content, TICKED if state is not None and switched_on(state, "w14:val") else OPEN)
    elif switched_on(child(properties, "w:showingPlcHdr")):
        for hint in list(content.iter(*LETTERS, name("w:drawing"), name("w:pict"))):
            _remove(hint)


def _write(content: Element, sign: str) -> None:
    """Let `sign` be the only letter in `content`."""
    letters = list(content.iter(*LETTERS))
    run = letters[0].getparent() if letters else next(content.iter(name("w:r")), None)
    for letter in letters:
        _remove(letter)
    if run is not None:
        etree.SubElement(run, name("w:t")).text = sign
