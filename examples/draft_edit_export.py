"""Drafts a release from a text, edits it as a person would, holds it to its text and exports it."""

import sys
from pathlib import Path

from attrs import evolve

import cica_events as ce

TEXT = """ALMATY, 3 June 2024 – The Forum on Trade opened today in Almaty.

It had first met in spring 2019. The next annual Forum will be held in October 2025."""

draft = ce.draft_release(TEXT, "2024-06-03", id="forum.example.org", publisher="The Forum")
for event in draft.events:
    print(f"drafted  {event.when_text:12} {event.basis:9} {event.title}")

opening, first, following = draft.events
release = evolve(
    draft,
    title="The Forum on Trade opens in Almaty",
    events=[
        evolve(opening, id="forum-2024", title="Forum on Trade, opening"),
        evolve(first, id="forum-2019", title="First Forum on Trade"),
        evolve(following, id="forum-2025", title="Next Forum on Trade"),
    ],
    unreviewed=[],  # each event was read against its quotes
)
assert ce.check(release) == []

folder = Path(sys.argv[1] if len(sys.argv) > 1 else "out")
folder.mkdir(exist_ok=True)
print(ce.export(release, folder / "forum.ics"))
