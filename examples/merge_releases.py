"""Merges two releases: the second knows the days of a summit, the first only its month."""

import cica_events as ce

announced = ce.load_release()
text = "The Sixth CICA Summit was held in Astana on 12-13 October 2022."
held = ce.Release(
    id="cica",
    title="Sixth CICA Summit",
    text=text,
    published=ce.EdtfDate(2022, 10),
    events=[
        ce.Event(
            id="sixth-summit-2022",  # the id of the event, whichever release tells of it
            title="Sixth CICA Summit",
            when=ce.EdtfInterval(ce.EdtfDate(2022, 10, 12), ce.EdtfDate(2022, 10, 13)),
            kind="summit",
            place="Astana",
            evidence=["held in Astana on 12-13 October 2022"],
        )
    ],
)
for event in ce.merge(announced, held, name="CICA").events:
    print(f"{event.when_text:18} {event.title}")
