"""Schedules that change: what every line of them is named, and what becomes of it."""

from datetime import date, timedelta

import attrs
from hypothesis import strategies as st

KINDS = "workshop seminar hearing deadline lecture".split()
TOPICS = "water energy soil forests rivers harbours trade ports mining fisheries".split()
CITIES = "Turku Almaty Rome Oslo Quito Dakar".split()
HEADINGS = "Expected Actual Provisional".split()
START = date(2024, 2, 1)


@attrs.frozen
class Line:
    name: str
    day: int
    heading: str
    more: str = ""

    @property
    def told_by(self) -> str:
        """What no other line of the schedule has."""
        return self.name if self.name[0].isdigit() else self.name.split()[2]

    @property
    def telling(self) -> set[str]:
        """What no new line has, since it could be an old one that was worded otherwise."""
        words = self.name.split()
        return {f"{words[0]} {words[2]}"} if self.name[0].isdigit() else {*words[2::2]}

    @property
    def when(self) -> date:
        return START + timedelta(self.day)

    def __str__(self) -> str:
        return f"- {self.name}{self.more}: {self.when:%A}, {self.when.day} {self.when:%B %Y}"


def written(lines: list[Line]) -> str:
    parts = ["Schedule\n"]
    for heading in HEADINGS:
        below = [str(line) for line in lines if line.heading == heading]
        if below:
            parts.append("\n".join([f"{heading}:\n", *below]) + "\n")
    return "\n".join(parts)


NAMES = st.one_of(
    st.builds("{} on {} in {}".format, *map(st.sampled_from, (KINDS, TOPICS, CITIES))),
    st.builds(
        "{}.{} {} {}".format,
        st.integers(1, 3),
        st.integers(0, 12),
        st.sampled_from(("alpha", "beta", "candidate")),
        st.integers(1, 9),
    ),
)
LINES = st.lists(
    st.builds(Line, NAMES, st.integers(0, 300), st.sampled_from(HEADINGS)),
    min_size=1,
    max_size=12,
    unique_by=lambda line: line.told_by,
)


@st.composite
def revisions(draw: st.DrawFn) -> tuple[list[Line], list[Line]]:
    """A schedule, and the same after some lines slipped, moved, came or went."""
    old = draw(LINES)
    new = []
    for line in draw(st.permutations(old)) if draw(st.booleans()) else old:
        if draw(st.integers(0, 5)) == 0:
            continue
        changes = draw(st.sets(st.sampled_from(("slip", "move", "reword"))))
        if "slip" in changes:
            line = attrs.evolve(line, day=draw(st.integers(0, 300)))
        if "move" in changes:
            line = attrs.evolve(line, heading=draw(st.sampled_from(HEADINGS)))
        if "reword" in changes:
            line = attrs.evolve(line, more=draw(st.sampled_from((", online", " (if necessary)"))))
        new.append(line)
    known = {word for line in old for word in line.telling}
    for line in draw(st.lists(LINES.map(lambda lines: lines[0]), max_size=3)):
        if known.isdisjoint(line.telling):
            known.update(line.telling)
            new.insert(draw(st.integers(0, len(new))), line)
    return old, new
