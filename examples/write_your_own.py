"""Writes a release of your own, reads it and exports it."""

import json
import sys
from pathlib import Path

import cica_events as ce

folder = Path(sys.argv[1] if len(sys.argv) > 1 else "out") / "forum"
folder.mkdir(parents=True, exist_ok=True)
(folder / "source.txt").write_text(
    "Almaty, 3 June 2024. The forum opened today. It had first met in spring 2019.\n",
    encoding="utf-8",
)
record = {
    "id": "forum.example.org",  # a domain name of your own: the calendar's id is for ever
    "title": "The forum opens in Almaty",
    "published": "2024-06-03",
    "events": [
        {
            "id": "opening-2024",
            "title": "Opening of the forum",
            "when": "2024-06-03",
            "basis": "resolved",
            "evidence": ["The forum opened today"],
        },
        {
            "id": "first-forum-2019",
            "title": "First forum",
            "when": "2019-21",
            "evidence": ["It had first met in spring 2019"],
        },
    ],
    "set_aside": [{"text": "3 June 2024", "reason": "The dateline."}],
}
(folder / "release.json").write_text(json.dumps(record, indent=2), encoding="utf-8")
print(ce.export(ce.load_release(folder), folder / "forum.ics"))
