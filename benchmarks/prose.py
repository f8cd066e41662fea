"""Prose of any length: the bundled release again and again, every number in it another one."""

import re
from itertools import count

from cica_events import load_release

NUMBER = re.compile(r"[0-9]+")


def prose(size: int) -> str:
    """Exactly this many characters."""
    text = load_release().text
    pages = (again(text, number) for number in count())
    found = ""
    while len(found) < size:
        found += next(pages)
    return found[:size]


def again(text: str, number: int) -> str:
    return NUMBER.sub(lambda match: shifted(match[0], number), text)


def shifted(digits: str, number: int) -> str:
    if len(digits) == 4:
        return str(1900 + (int(digits) + number) % 120)
    return str(1 + (int(digits) + number) % 28) if len(digits) < 3 else digits
