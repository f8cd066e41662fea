"""Hypothesis strategies for every value that the model can hold, the awkward ones first."""

import random
import zoneinfo
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files
from itertools import product

from attrs import evolve
from hypothesis import strategies as st

from cica_events import (
    Calendar,
    ClockTime,
    EdtfDate,
    EdtfInterval,
    Event,
    InvalidError,
    Release,
    SetAside,
    parse_edtf,
)
from cica_events.errors import EdtfError

# Pieces that have broken calendars, tables and data files, here or elsewhere.
PIECES = (
    *("a", "Ankara", "10 May", "2022", " ", "  ", "x" * 80, "word " * 20, "é" * 50, "🎉" * 30),
    *(",", ";", ":", "\\", "\\n", "\\\\", "\\,", '"', '""', "'", "''", "`", "|", "/", "#", "%0A"),
    *("=1+1", "+49", "-1", "@SUM(A1)", "\uff1d1", "\uff0b1", "\uff0d1", "\uff20A", "'=1", "''=1"),
    *(
        "é",
        "e\u0301",
        "👩‍👩‍👧",
        "🇹🇷",
        "שלום",
        "العربية",
        "Қазақстан",
        "İı",
        "中央亚洲",
        "ﷺ",
        "\U00010348",
    ),
    *("\u00a0", "\u200b", "\u200f", "\u2003", "\u3000", "\ufeff", "\u00ad", "\ufffd", "\ue000"),
    *(
        "\ufffe",
        "<b>",
        "&amp;",
        "{}",
        "[2022]",
        "“quote”",
        " (sometime in April 1993)",
        "Cancelled: ",
    ),
    *("BEGIN:VEVENT", "END:VCALENDAR", "EDTF: 1993", "as the source states.", "null", "NaN", "1e5"),
)
BREAKS = ("\n", "\n\n", "\t", "\n ", "\nBEGIN:VEVENT\n", "\n\n“")
INVISIBLE = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u2800\u3164\uffa0" + "".join(
    map(chr, (*range(0xFE00, 0xFE10), *range(0xE0000, 0xE1000)))
)
NOT_IN_TEXT = "\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def _joined(pieces):
    """Texts of one to five pieces: each piece alone, and a thousand mixtures, always the same."""
    chance = random.Random(1993)
    mixtures = ["".join(chance.choices(pieces, k=chance.randint(2, 5))) for _ in range(1000)]
    texts = [*pieces, *mixtures]
    return st.integers(0, len(texts) - 1).map(lambda number: texts[number])


def _is_seen(text):
    """Whether a title of it is surely not empty: a printable character is seen."""
    return any(c.isprintable() and not c.isspace() and c not in INVISIBLE for c in text)


any_text = st.text(
    st.characters(exclude_categories=["Cc", "Cs"], exclude_characters=NOT_IN_TEXT),
    min_size=1,
    max_size=5,
)
lines = (_joined(PIECES) | any_text).filter(lambda text: not text.isspace()).filter(_is_seen)
prose = _joined(PIECES + BREAKS) | any_text
quotes = lines.filter(lambda text: text.split())
kinds = lines.map(lambda text: text.translate(dict.fromkeys(map(ord, ",;\\"), "_")))
ids = st.sampled_from(
    [
        *("a", "-", "_", "-1", "...a", "e" * 300, "first-meeting-1993", "cica.org", "A.b_C-9", "0"),
        *(f"event-{number}" for number in range(50)),
    ]
)
urls = st.sampled_from(
    [
        "http://a",
        "https://example.org/?a=1&b=2,3",
        "HTTPS://user.example:8080/~p/%C3%A9#x'y",
        "http://[::1]/",
        "https://example.org/" + "long/" * 60,
    ]
)
moments = st.integers(0, 9999 * 365 * 86_400).map(
    lambda seconds: datetime(1, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
)
refreshes = st.integers(1, 86_400).map(lambda seconds: timedelta(seconds=seconds))


def _masks(width):
    """Which digits are unspecified: mostly none."""
    masks = list(product([False, True], repeat=width))
    return st.sampled_from(masks[:1] * len(masks) + masks)


def _masked(digits, mask):
    return "".join("X" if hidden else digit for digit, hidden in zip(digits, mask, strict=True))


_YEAR_MASKS, _PART_MASKS = _masks(4), _masks(2)
_MARKS = st.sampled_from(list(product(("", "?", "~", "%"), repeat=2)))


@st.composite
def date_texts(draw):
    """EDTF text of one date: every component, mask, grouping and qualifier of the profile."""
    year, month, day = (
        date.fromordinal(draw(st.integers(1, date.max.toordinal()))).isoformat().split("-")
    )
    parts = [_masked(year, draw(_YEAR_MASKS))]
    if parts[0] != "XXXX" and not parts[0].replace("X", "0").strip("0"):
        parts = [year]  # it may be the year 0000, which the profile refuses
    depth = draw(st.sampled_from(["year", "month", "day", "grouping"]))
    if depth == "grouping":
        parts.append(str(draw(st.integers(21, 41))))
        if parts[0] != "XXXX" and parts[0].replace("X", "9") == "9999":
            parts[1] = "21"  # a winter of 9999 would end in 10000
    elif depth != "year":
        parts.append(_masked(month, draw(_PART_MASKS)))
        if depth == "day":
            parts.append(_masked(day, draw(_PART_MASKS)))
    if draw(st.booleans()):
        for place, part in enumerate(parts):
            left, right = draw(_MARKS)
            parts[place] = f"{left}{part}{right}"
    return "-".join(parts)


@st.composite
def interval_texts(draw):
    ends = date_texts() | st.sampled_from(["..", ""])
    start, end = draw(ends), draw(ends)
    try:
        parse_edtf(f"{start}/{end}")
    except EdtfError:  # it would end before it starts
        start, end = end, start
    return f"{start}/{end}"


edtf_texts = date_texts() | interval_texts()
dates = date_texts().map(parse_edtf)
whens = edtf_texts.map(parse_edtf)

statuses = st.sampled_from(["confirmed", "tentative", "cancelled"])
bases = st.sampled_from(["stated", "resolved", "inferred"])


def _some(strategy):
    return st.lists(strategy, max_size=2).map(tuple)


def _built(kind, required, optional):
    return st.fixed_dictionaries(required, optional=optional).map(lambda fields: kind(**fields))


untimed_events = _built(
    Event,
    {"id": ids, "title": lines, "when": whens},
    {
        "kind": kinds,
        "evidence": _some(quotes),
        "basis": bases,
        "note": prose,
        "place": lines,
        "participants": _some(lines),
        "description": prose,
        "status": statuses,
        "url": urls,
        "source_title": lines,
        "sequence": st.integers(0, 2**31 - 1),
        "modified": moments,
        "supplied": st.lists(st.sampled_from(["year", "month", "day", "zone"]), max_size=2),
    },
)

ZONE_NAMES = files("tzdata").joinpath("zones").read_text("utf-8").split()
clocks = st.times().map(lambda at: at.replace(second=0, microsecond=0))
zones = st.sampled_from(
    [
        *("Z", "+00:00", "+06:00", "-03:30", "+14:00", "-23:59", "Asia/Almaty", "Europe/Brussels"),
        *("America/New_York", "Australia/Lord_Howe", "Africa/Monrovia", "Etc/GMT+12", "UTC"),
    ]
) | st.sampled_from(ZONE_NAMES)


@st.composite
def timed_events(draw):
    """An event at a time of a day, or from one day's time to another's, in a zone or in none."""
    first = draw(st.dates(date(1, 1, 3), date(9999, 12, 28)))
    days = draw(st.integers(0, min(400, (date(9999, 12, 28) - first).days)))
    last = first + timedelta(days=days)
    start, end = EdtfDate(*first.timetuple()[:3]), EdtfDate(*last.timetuple()[:3])
    time = ClockTime(draw(clocks), draw(clocks if first < last else st.none() | clocks))
    fields = {
        "when": EdtfInterval(start, end) if first < last else start,
        "time": time,
        "zone": draw(st.none() | zones),
    }
    try:
        return evolve(draw(untimed_events), **fields)
    except InvalidError:  # it would not end after it starts
        return evolve(
            draw(untimed_events), when=start, time=ClockTime(time.start), zone=fields["zone"]
        )


def moments_by_zoneinfo(event):
    """When a timed event starts and ends, as Python's own zones have it."""
    if event.zone is None:
        return None, None
    if event.zone == "Z":
        zone = UTC
    elif event.zone[0] in "+-":
        zone = datetime.fromisoformat(f"2025-01-01T00:00{event.zone}").tzinfo
    else:
        with files("tzdata").joinpath("zoneinfo", *event.zone.split("/")).open("rb") as file:
            zone = zoneinfo.ZoneInfo.from_file(file)
    first, last = event.when.window
    times = (first, event.time.start), (last, event.time.end)
    return tuple(at and datetime.combine(day, at, zone).astimezone(UTC) for day, at in times)


events = untimed_events | timed_events()
event_lists = st.lists(events, min_size=1, max_size=3, unique_by=lambda event: event.id).map(tuple)
calendars = _built(
    Calendar,
    {"id": ids, "name": lines, "events": event_lists},
    {
        "description": prose,
        "url": urls,
        "source": urls,
        "color": st.sampled_from(["steelblue", "red"]),
        "refresh": refreshes,
    },
)
set_asides = st.builds(SetAside, quotes, lines)
releases = _built(
    Release,
    {"id": ids, "title": lines, "text": prose | any_text},
    {
        "publisher": lines,
        "url": urls,
        "published": whens,
        "published_basis": bases,
        "published_note": lines,
        "events": event_lists,
        "set_aside": _some(set_asides),
    },
)


EMPTY = Calendar(id="c", name="Without events")


def many_events(count, **fields):
    """A stream of plain events, for the tests of memory, time and streaming."""
    for number in range(count):
        when = EdtfInterval(EdtfDate(2010), EdtfDate(2014, 1 + number % 12))
        yield Event(id=f"event-{number}", title=f"Event no. {number}", when=when, **fields)
