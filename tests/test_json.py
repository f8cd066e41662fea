"""The data file: lossless, readable, and strict about what it reads."""

import io
import json as plain
import re
from contextlib import nullcontext, suppress
from datetime import datetime, timedelta
from importlib import resources

import attrs
import jsonschema
import pytest
from hypothesis import example, given
from referencing import Registry, Resource
from strategies import EMPTY, calendars, timed_events

from cica_events import (
    Calendar,
    EdtfDate,
    Event,
    InvalidError,
    Release,
    SetAside,
    json,
    load_release,
)
from cica_events.formats.json import SCHEMAS, parse, structure
from cica_events.model import _COLORS, DERIVED

EVENT = {"id": "e", "title": "Meeting", "when": "1993-04"}
CALENDAR = {"id": "c", "name": "Name", "events": [EVENT]}


def schema(name):
    text = resources.files("cica_events").joinpath("schemas", name).read_text(encoding="utf-8")
    return plain.loads(text)


CALENDAR_SCHEMA = schema("calendar-1.schema.json")
RELEASE_SCHEMA = schema("release-1.schema.json")
REGISTRY = Registry().with_resources(
    [(s["$id"], Resource.from_contents(s)) for s in (CALENDAR_SCHEMA, RELEASE_SCHEMA)]
)
calendar_schema = jsonschema.Draft202012Validator(CALENDAR_SCHEMA, registry=REGISTRY)
release_schema = jsonschema.Draft202012Validator(RELEASE_SCHEMA, registry=REGISTRY)
EVENT_SCHEMA = CALENDAR_SCHEMA["$defs"]["event"]


def problems(data):
    with pytest.raises(InvalidError) as caught:
        json.loads(data)
    return caught.value.problems


# Writing and reading back


@pytest.mark.parametrize("supplied", [None, [], ["year"], ["year", "month", "day", "zone"]])
def test_what_was_supplied_is_written_where_it_is_given(supplied):
    event = attrs.evolve(load_release().events[3], supplied=supplied)
    data = json.dumps(Calendar(id="c", name="Name", events=[event]))
    calendar_schema.validate(plain.loads(data))
    assert plain.loads(data)["events"][0].get("supplied") == supplied
    assert json.loads(data).events[0].supplied_as_given == event.supplied_as_given


@pytest.mark.parametrize(
    ("supplied", "problem"),
    [
        ("year", ("events[0].supplied", '"year" is not a list or tuple')),
        (["hour"], ("events[0].supplied[0]", '"hour" is not year, month, day or zone')),
    ],
)
def test_what_was_supplied_is_a_list_of_parts_of_a_date(supplied, problem):
    event = EVENT | {"supplied": supplied}
    assert problems(plain.dumps(CALENDAR | {"events": [event]})) == [problem]


@given(calendars)
@example(EMPTY)
def test_every_calendar_is_read_back_as_it_was(calendar):
    assert json.loads(json.dumps(calendar)) == calendar


@given(calendars)
def test_every_calendar_written_is_valid_by_the_schema(calendar):
    calendar_schema.validate(plain.loads(json.dumps(calendar)))


@given(timed_events())
def test_a_time_of_day_is_read_back_as_it_was(event):
    data = json.dumps(Calendar(id="c", name="Name", events=[event]))
    assert json.loads(data).events == (event,)
    document = plain.loads(data)
    calendar_schema.validate(document)
    (found,) = document["events"]
    for name, moment in (("starts", event.starts), ("ends", event.ends)):
        assert moment == (datetime.fromisoformat(found[name]) if name in found else None)


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"time": 10}, ("time", "10 is not text")),
        ({"time": "24:00"}, ("time", '"24:00" is not a time of day like 10:00 or 10:00/12:30')),
        ({"zone": "Z"}, ("zone", '"Z" is the zone of no time')),
        (
            {"time": "10:00", "zone": "Z", "starts": "2025-03-04T10:00:01Z"},
            (
                *("starts", '"2025-03-04T10:00:01Z" contradicts time and zone: '),
                '"2025-03-04T10:00:00Z"',
            ),
        ),
        (
            {"time": "10:00", "zone": "Z", "ends": 5},
            ("ends", "5 contradicts time and zone: None"),
        ),
    ],
)
def test_a_wrong_time_is_refused_by_its_path(fields, problem):
    document = CALENDAR | {"events": [EVENT | {"when": "2025-03-04"} | fields]}
    path, message = problem[0], "".join(problem[1:])
    assert problems(plain.dumps(document)) == [(f"events[0].{path}", message)]


@given(calendars)
def test_the_text_is_read_as_the_bytes_are(calendar):
    data = json.dumps(calendar)
    assert json.loads(data.decode()) == json.loads(b"\xef\xbb\xbf" + data) == calendar
    assert json.load(io.BytesIO(data)) == calendar


def test_the_bundled_release_in_json(golden):
    golden("cica.json", json.dumps(load_release().calendar()))


def test_a_calendar_without_events():
    empty = Calendar(id="c", name="Name")
    assert json.dumps(empty).endswith(b'"events": []\n}\n')
    assert json.loads(json.dumps(empty)) == empty


def test_the_document_is_for_people_to_read():
    event = Event(id="e", title="Қазақстан 🎉", when=EdtfDate(1993, 4), place='say "a\\b"')
    text = json.dumps(Calendar(id="c", name="Name", events=[event, attrs.evolve(event, id="f")]))
    assert text.decode() == plain.dumps(plain.loads(text), indent=2, ensure_ascii=False) + "\n"


def test_the_document_names_its_schema_and_its_maker():
    document = plain.loads(json.dumps(load_release().calendar()))
    assert document["$schema"] == CALENDAR_SCHEMA["$id"]
    assert document["generator"] == "cica-events"


def test_what_there_is_not_is_left_out():
    document = plain.loads(json.dumps(Calendar(id="c", name="N", events=[Event(**_bare())])))
    assert list(document["events"][0]) == [
        *("id", "title", "when", "when_text", "basis", "kind", "status", "sequence")
    ]


def _bare():
    return {"id": "e", "title": "T", "when": EdtfDate("XXXX", 4)}


@pytest.mark.parametrize("wrong", [None, "calendar", load_release().events])
def test_only_a_calendar_is_written(wrong):
    file = io.BytesIO()
    with pytest.raises(InvalidError, match=r"^calendar: .* is not a Calendar or Release$"):
        json.dump(wrong, file)
    assert file.getvalue() == b""
    with pytest.raises(InvalidError, match=r"^calendar: None is not a Calendar or Release$"):
        json.chunks(None)  # at once, before a response has begun


def test_a_release_is_written_as_its_calendar_whole_or_in_pieces():
    expected = json.dumps(load_release().calendar())
    assert json.dumps(load_release()) == expected
    assert b"".join(json.chunks(load_release())) == expected


def test_a_stream_that_yields_no_event_is_refused_by_its_place():
    with pytest.raises(InvalidError, match=r'^events\[1\]: "x" is not an Event$'):
        json.dumps(Calendar(id="c", name="N", events=iter([Event(**_bare()), "x"])))


# Bad input


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is not JSON: Expecting value at line 1, column 1"),
        (b'{"id": "c",\n  nonsense}', "is not JSON: .* at line 2, column 3"),
        (b'{"id": "c"} {}', "is not JSON: Extra data at line 1, column 13"),
        (b'{"id": "c', "is not JSON: Unterminated string"),
        (b'{"id": "a\nb"}', "is not JSON: Invalid control character"),
        (b"[" * 100_000, "is nested too deeply"),
        (b'{"a":' * 100_000, "is nested too deeply"),
        (b"[" * 100_000 + b"]" * 100_000, "is nested too deeply"),
        (b'{"sequence": ' + b"9" * 10_000 + b"}", "the number 9{60}… is too long"),
        (b"-" + b"9" * 10_000, "the number -9{59}… is too long"),
        (b'{"id": "c", "id": "c"}', 'the key "id" is given twice in one object'),
        (b'[{"a": {"b": 1, "c": 2, "b": 3}}]', 'the key "b" is given twice in one object'),
        (b'{"id": NaN}', "is not JSON: NaN is not a JSON value"),
        (b"-Infinity", "is not JSON: -Infinity is not a JSON value"),
        ("Türkiye".encode("latin-1"), "is not UTF-8: .* at byte 1"),
        ('{"id": "c"}'.encode("utf-16"), "is not UTF-8: .* at byte 0"),
        (b"\0", "is not JSON: Expecting value"),
        (None, "None is neither bytes nor text"),
        (["x"], "is neither bytes nor text"),
        (b"[]", r"\[\] is not an object"),
        (b"5", "5 is not an object"),
        (b"1e999999", "inf is not an object"),
        (b"0." + b"1" * 10_000, "is not an object"),
    ],
)
def test_what_is_no_json_document_is_refused(data, message):
    ((path, said),) = problems(data)
    assert path == ""
    assert re.search(message, said)


@pytest.mark.parametrize("depth", range(700, 1000, 7))
def test_any_depth_of_nesting_is_a_refusal_and_no_crash(depth):
    problems(b'{"id": ' + b"[" * depth + b"]" * depth + b"}")


def wrong(event=None, **fields):
    changed = {name: value for name, value in (EVENT | (event or {})).items() if value is not ...}
    document = CALENDAR | {"events": [changed]} | fields
    return {name: value for name, value in document.items() if value is not ...}


IN_BOTH = [
    (wrong(id=...), "id", "is missing"),
    (wrong(name=...), "name", "is missing"),
    (wrong(id=5), "id", "5 is not an id"),
    (wrong(id="a b"), "id", '"a b" is not an id'),
    (wrong(id=".."), "id", '".." is not an id'),
    (wrong(name=""), "name", "is empty"),
    (wrong(name=" \u00a0"), "name", "is empty"),
    (wrong(name="\u200b\U000e0041"), "name", "is empty"),
    (wrong({"when": "0000"}), "events[0].when", "is not a year from 0001 to 9999"),
    (wrong({"when": "0X0X"}), "events[0].when", "it may be the year 0000"),
    (wrong({"when": "2010/0000-05"}), "events[0].when", "is not a year from 0001 to 9999"),
    (wrong({"modified": "0000-05-10T00:00:00Z"}), "events[0].modified", "is not a moment like"),
    (wrong(name="a\nb"), "name", "holds a control character (U+000A)"),
    (wrong(name="a\u202eb"), "name", "holds a bidirectional override (U+202E)"),
    (wrong(nmae="x"), "nmae", "unknown key; did you mean name?"),
    (wrong(zzz="x"), "zzz", "unknown key"),
    (wrong(description=5), "description", "5 is not text"),
    (wrong(description="\0"), "description", "holds a control character (U+0000)"),
    (wrong(url="ftp://a"), "url", "is not a web address"),
    (wrong(source="http://a b"), "source", "is not a web address"),
    (wrong(color="mauve-ish"), "color", "is not a CSS color name"),
    (wrong(refresh="12 hours"), "refresh", "is not a length of time like PT12H or P1D"),
    (wrong(refresh=12), "refresh", "12 is not text"),
    (wrong(events={}), "events", "{} is not a list"),
    (wrong(events=["x"]), "events[0]", '"x" is not an object'),
    (wrong(**{"$schema": 5}), "$schema", "5 is not calendar-1.schema.json, wherever that lies"),
    (wrong(**{"$schema": "release-1.schema.json"}), "$schema", "is not calendar-1.schema.json"),
    (wrong({"id": ...}), "events[0].id", "is missing"),
    (wrong({"title": ...}), "events[0].title", "is missing"),
    (wrong({"when": ...}), "events[0].when", "is missing"),
    (wrong({"title": None}), "events[0].title", "None is not text"),
    (wrong({"titel": "x"}), "events[0].titel", "unknown key; did you mean title?"),
    (wrong({"when": 1993}), "events[0].when", "1993 is not text"),
    (wrong({"when": "2022-13"}), "events[0].when", '"2022-13" is not a month'),
    (wrong({"when": "May 2022"}), "events[0].when", "is not an EDTF date"),
    (wrong({"when": "[2022]"}), "events[0].when", "is outside the EDTF profile: a set of dates"),
    (wrong({"when": "2022-05-32"}), "events[0].when", "is not a day"),
    (wrong({"when_text": 5}), "events[0].when_text", "5 is not text"),
    (wrong({"earliest": "1993"}), "events[0].earliest", "contradicts when"),
    (wrong({"latest": 5}), "events[0].latest", "contradicts when"),
    (wrong({"basis": "guessed"}), "events[0].basis", "is not stated, resolved or inferred"),
    (
        wrong({"status": "CANCELLED"}),
        "events[0].status",
        "is not confirmed, tentative or cancelled",
    ),
    (wrong({"kind": "a,b"}), "events[0].kind", "holds a comma, a semicolon or a backslash"),
    (wrong({"kind": ""}), "events[0].kind", "is empty"),
    (wrong({"place": "a\tb"}), "events[0].place", "holds a control character (U+0009)"),
    (wrong({"place": ["a"]}), "events[0].place", "['a'] is not text"),
    (wrong({"note": "\x1b"}), "events[0].note", "holds a control character (U+001B)"),
    (wrong({"evidence": "a"}), "events[0].evidence", '"a" is not a list or tuple'),
    (wrong({"evidence": [""]}), "events[0].evidence[0]", "is empty"),
    (wrong({"participants": ["a", 5]}), "events[0].participants[1]", "5 is not text"),
    (wrong({"sequence": -1}), "events[0].sequence", "-1 is not a whole number"),
    (wrong({"sequence": 2**31}), "events[0].sequence", "2147483648 is not a whole number"),
    (wrong({"sequence": 0.5}), "events[0].sequence", "0.5 is not a whole number"),
    (wrong({"sequence": True}), "events[0].sequence", "True is not a whole number"),
    (wrong({"modified": "2022"}), "events[0].modified", '"2022" is not a moment like'),
    (wrong({"modified": "2022-05-10T00:00:00"}), "events[0].modified", "is not a moment like"),
    (wrong({"url": "a"}), "events[0].url", "is not a web address"),
]
BEYOND_A_SCHEMA = [
    (wrong({"when": "2022-02-29"}), "events[0].when", '"2022-02-29" is not a day'),
    (wrong({"when": "2014/2010"}), "events[0].when", '"2014/2010" ends before it starts'),
    (wrong({"earliest": "1993-04-02"}), "events[0].earliest", "contradicts when, which gives"),
    (wrong({"modified": "2022-02-30T00:00:00Z"}), "events[0].modified", "is not a moment like"),
    (wrong(events=[EVENT, EVENT]), "events[1].id", '"e" is the id of events[0] too'),
    (wrong(name="half \ud83c"), "name", "holds half a character (U+D83C)"),
]


@pytest.mark.parametrize(("document", "path", "message"), IN_BOTH + BEYOND_A_SCHEMA)
def test_a_wrong_value_is_refused_by_its_path(document, path, message):
    ((found, said),) = problems(plain.dumps(document))
    assert found == path
    assert message in said


@pytest.mark.parametrize("document", [document for document, _, _ in IN_BOTH])
def test_what_the_reader_refuses_the_schema_refuses(document):
    assert not calendar_schema.is_valid(plain.loads(plain.dumps(document)))


def test_what_the_wrong_values_are_made_of_is_right():
    calendar_schema.validate(CALENDAR)
    assert json.loads(plain.dumps(CALENDAR)).events[0].when == EdtfDate(1993, 4)


@pytest.mark.parametrize("key", ["a\nb", "\ud800", "x" * 10**6, "\u202e"])
def test_an_unknown_key_is_named_in_one_short_printable_line(key):
    ((path, message),) = problems(plain.dumps(CALENDAR | {key: 1}))
    assert f"{path}: {message}".isprintable()
    assert len(path) < 100


def test_many_problems_are_all_listed():
    events = [EVENT | {"id": f"e{n}", "when": "2022-13"} for n in range(100)]
    assert [path for path, _ in problems(plain.dumps(CALENDAR | {"events": events}))] == [
        f"events[{n}].when" for n in range(100)
    ]


def test_a_repeated_key_is_found_among_many_in_linear_time():
    keys = [f'"k{n}": 1' for n in range(100_000)]
    with pytest.raises(InvalidError, match='the key "k99999" is given twice in one object'):
        parse("{" + ", ".join([*keys, keys[-1]]) + "}")


def test_derived_fields_may_be_left_out_or_repeated():
    full = {"when_text": "April 1993", "earliest": "1993-04-01", "latest": "1993-04-30"}
    expected = json.loads(plain.dumps(CALENDAR))
    assert json.loads(plain.dumps(wrong(full))) == expected
    assert json.loads(plain.dumps(wrong({"latest": "1993-04-30"}))) == expected


def test_the_words_for_people_are_not_read_so_that_a_later_version_may_word_them_otherwise():
    reworded = wrong({"when_text": "in the April of 1993"})
    assert json.loads(plain.dumps(reworded)) == json.loads(plain.dumps(CALENDAR))


def test_a_calendar_may_name_its_schema_wherever_it_lies():
    document = CALENDAR | {"$schema": "../schemas/calendar-1.schema.json", "refresh": "PT1H"}
    assert json.loads(plain.dumps(document)).refresh == timedelta(hours=1)


# The schemas


@pytest.mark.parametrize("document", [CALENDAR_SCHEMA, RELEASE_SCHEMA])
def test_the_schemas_are_schemas_of_2020_12_with_a_name(document):
    jsonschema.Draft202012Validator.check_schema(document)
    assert document["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert document["$id"].startswith(SCHEMAS)


def test_the_bundled_release_is_valid_by_the_schema_that_it_names(pytestconfig):
    path = pytestconfig.rootpath / "data" / "cica" / "release.json"
    document = plain.loads(path.read_text(encoding="utf-8"))
    release_schema.validate(document)
    named = path.parent / document["$schema"]
    assert plain.loads(named.read_text(encoding="utf-8")) == RELEASE_SCHEMA


def fields(kind):
    return {field.alias for field in attrs.fields(kind)}


def required(kind):
    return {field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING}


@pytest.mark.parametrize(
    ("found", "kind", "more", "less"),
    [
        (EVENT_SCHEMA, Event, set(DERIVED), set()),
        (CALENDAR_SCHEMA, Calendar, {"$schema", "generator"}, set()),
        (RELEASE_SCHEMA, Release, {"$schema", "generator", "original"}, {"text"}),
        (RELEASE_SCHEMA["$defs"]["set_aside"], SetAside, set(), set()),
    ],
)
def test_a_schema_has_the_fields_of_its_class(found, kind, more, less):
    assert set(found["properties"]) == fields(kind) - less | more
    assert set(found["required"]) == required(kind) - less
    assert found["additionalProperties"] is False


def test_both_schemas_stand_alone_and_share_their_definitions():
    for document in (CALENDAR_SCHEMA, RELEASE_SCHEMA):
        found = re.findall(r'"\$ref": "([^"]*)"', plain.dumps(document))
        assert {ref.rpartition("/")[0] for ref in found} == {"#/$defs"}
        assert document["properties"]["events"]["items"] == {"$ref": "#/$defs/event"}
    shared = RELEASE_SCHEMA["$defs"] | {"set_aside": None}
    assert shared == CALENDAR_SCHEMA["$defs"] | {"set_aside": None}


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        *((Event, name) for name in EVENT_SCHEMA["properties"]),
        *((Calendar, name) for name in CALENDAR_SCHEMA["properties"]),
        *((Release, name) for name in RELEASE_SCHEMA["properties"]),
    ],
)
def test_the_schema_and_the_reader_agree_on_null(kind, name):
    event = EVENT | {"when": "XXXX-04"}
    if kind is Release:
        document = {"id": "r", "title": "T", "events": [event]} | {name: None}
        valid, given = release_schema.is_valid(document), document | {"text": ""}
    else:
        changed = {name: None}
        document = CALENDAR | {"events": [event | changed if kind is Event else event]}
        document |= changed if kind is Calendar else {}
        valid, given = calendar_schema.is_valid(document), document
    with suppress(InvalidError) if not valid else nullcontext():
        structure(given, Release if kind is Release else Calendar)
        assert valid, "the reader takes what the schema refuses"


def test_each_part_of_an_all_of_has_a_type():
    for part in EVENT_SCHEMA["properties"]["kind"]["allOf"]:
        assert "$ref" in part or part["type"] == "string"


@pytest.mark.parametrize(
    "properties",
    [s["properties"] for s in (EVENT_SCHEMA, CALENDAR_SCHEMA, RELEASE_SCHEMA)]
    + [RELEASE_SCHEMA["$defs"]["set_aside"]["properties"]],
)
def test_every_property_is_described_for_an_editor_to_show(properties):
    assert [name for name, of in properties.items() if not of.get("description", "").strip()] == []


def test_the_schema_says_that_the_last_day_is_inclusive():
    assert "inclusive" in EVENT_SCHEMA["properties"]["earliest"]["description"]
    assert "inclusive" in EVENT_SCHEMA["properties"]["latest"]["description"]


def test_every_date_in_the_schema_has_a_pattern():
    dates = [EVENT_SCHEMA["properties"][name] for name in ("when", "earliest", "latest")]
    dates += [EVENT_SCHEMA["properties"]["modified"], RELEASE_SCHEMA["properties"]["published"]]
    for of in dates:
        ref = of.get("anyOf", [of])[0]["$ref"]
        target = CALENDAR_SCHEMA["$defs"][ref.rpartition("/")[2]]
        assert "pattern" in target


def test_the_schema_knows_the_colors_that_the_model_knows():
    assert set(CALENDAR_SCHEMA["properties"]["color"]["anyOf"][0]["enum"]) == _COLORS


def test_the_schemas_give_the_defaults_that_the_model_has():
    assert CALENDAR_SCHEMA["properties"]["refresh"]["default"] == "PT12H"
    for name in ("basis", "kind", "status", "sequence"):
        default = attrs.fields_dict(Event)[name].default
        assert EVENT_SCHEMA["properties"][name]["default"] == default
