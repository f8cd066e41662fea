"""The house: who may import whom, what is public, what is said of it, and what is shipped."""

import ast
import doctest
import importlib
import importlib.metadata
import inspect
import pickle
import re
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path

import pytest
from attrs import evolve

import cica_events
from cica_events import (
    CicaEventsError,
    check,
    errors,
    find_dates,
    load_release,
    parse_edtf,
    publish,
)

PACKAGE = Path(cica_events.__file__).parent
ROOT = Path(__file__).parents[1]
FILES = {
    path.relative_to(PACKAGE).with_suffix("").as_posix(): path
    for path in sorted(PACKAGE.rglob("*.py"))
}

# Each file imports only from floors below its own.
FLOORS = {
    0: ("basis", "characters", "errors", "version"),
    1: ("clock", "edtf", "kinds", "timestamps", "files", "streams", "structure", "clauses"),
    2: ("folder", "model", "places", "quotes", "titles"),
    3: ("documents", "excerpts", "finding", "naming", "terminal"),
    4: (
        *("formats/ical", "formats/csv", "formats/json", "formats/svg", "formats/page"),
        *("asides", "mentions"),
    ),
    5: (
        "citations",
        "formats/__init__",
        "drafts",
        "identities",
        "proofs",
        "publication",
        "releases",
    ),
    6: ("evidence", "publishing", "sources", "updates"),
    7: ("reviews",),
    8: ("dialogue",),
    9: ("cli",),
    10: ("__main__", "__init__"),
}

# Packages whose files are on one floor; each file imports only from files before its own.
PACKAGES = {
    "finding": (
        *("expressions", "english", "reasons", "grammar", "tokens", "phrases", "choices"),
        *(
            "resolving",
            "surroundings",
            "layout",
            "completing",
            "slots",
            "context",
            "zones",
            "zone_notes",
            "clocks",
            "timing",
        ),
    ),
    "formats/ical": ("lines", "wording", "writer", "reader", "revisions", "legacy", "__init__"),
    "formats/svg": ("lettering", "scale", "marks", "sheet", "__init__"),
}
FLOOR = {
    name: floor
    for floor, homes in FLOORS.items()
    for home in homes
    for name in [f"{home}/{file}" for file in PACKAGES.get(home, ())] or [home]
}
# The words that files of all floors read, and how they are compiled.
FLOOR |= {"finding/__init__": 0, "finding/expressions": 0, "finding/english": 0}

# What scripts may rely on, by the file that defines it.
PUBLIC = {
    "clock": ("ClockTime", "parse_time"),
    "documents": ("Document", "read_html"),
    "drafts": ("draft_release",),
    "edtf": ("EdtfDate", "EdtfInterval", "parse_edtf"),
    "errors": (
        *("CicaEventsError", "EdtfError", "InvalidError", "FormatError", "FeedError", "FileError"),
        *("EarlyYearWarning", "OmittedEventWarning", "OmittedTimeWarning", "UnknownEventWarning"),
    ),
    "evidence": ("Problem", "check"),
    "formats/__init__": ("csv", "export", "ical", "json", "svg"),
    "mentions": ("DateMention", "find_dates"),
    "model": ("Calendar", "Event", "Release", "SetAside", "merge"),
    "publishing": ("Changes", "publish"),
    "releases": ("load_release",),
    "updates": ("update_release",),
}

# Attributes and parameters that scripts may rely on.
FIELDS = {
    "Event": "id title when kind evidence basis note place participants description status url "
    "sequence modified time zone supplied starts ends",
    "Calendar": "id name events description url source color refresh",
    "Release": "id title publisher url published published_basis published_note text events "
    "set_aside unreviewed calendar",
    "ClockTime": "start end",
    "EdtfDate": "year month day earliest latest precision describe before contains overlaps "
    "matches sort_key",
    "EdtfInterval": "start end earliest latest precision describe before contains overlaps "
    "matches sort_key",
    "Document": "text title published publisher url furniture whole",
    "DateMention": "start end text when basis reason said candidates weekday context time zone",
    "Changes": "added changed cancelled unchanged",
    "ical": "dumps dump loads load to_icalendar",
    "csv": "chunks dumps dump loads load",
    "json": "chunks dumps dump loads load",
}
PARAMETERS = {
    "load_release": "path",
    "export": "path",
    "check": "release",
    "find_dates": "text published",
    "draft_release": "text published",
    "update_release": "previous text published",
    "read_html": "data",
    "merge": "name",
    "publish": "directory now unreviewed",
}

LAZY = (
    "lxml",
    "icalendar",
    "cattrs",
    "cattr",
    "orjson",
    "dateutil",
    "jinja2",
    "filelock",
    "tzdata",
)


def module(name):
    return importlib.import_module(
        f"cica_events.{name.replace('/', '.')}".removesuffix(".__init__")
    )


@cache
def tree(name):
    return ast.parse(FILES[name].read_text(encoding="utf-8"))


def imported(name):
    """The files of the package that a file imports, as names like those in FILES."""
    folder = name.split("/")[:-1]
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.Import):
            assert not [alias for alias in node.names if alias.name.startswith("cica_events")]
        if not isinstance(node, ast.ImportFrom) or not node.level:
            continue
        base = folder[: len(folder) - node.level + 1] + (node.module or "").split(".")
        target = "/".join(part for part in base if part)
        for alias in node.names:
            inner = f"{target}/{alias.name}".strip("/")
            if inner in FILES:  # from . import a_module
                yield inner
            elif f"{inner}/__init__" in FILES:  # from . import a_package
                yield f"{inner}/__init__"
            elif target in FILES:
                yield target
            else:
                yield f"{target}/__init__".strip("/")


# Floors


@pytest.mark.parametrize("name", FILES)
def test_every_file_has_a_floor_and_imports_from_floors_below_only(name):
    assert name in FLOOR, f"{name} has no floor: give it one here and in CONTRIBUTING.md"
    others = {other for other in imported(name) if not is_of_one_package(name, other)}
    assert {other for other in others if FLOOR[other] >= FLOOR[name]} == set()


def is_of_one_package(name, other):
    home = name.rpartition("/")[0]
    return home in PACKAGES and home == other.rpartition("/")[0]


@pytest.mark.parametrize("home", PACKAGES)
def test_the_files_of_a_package_import_those_before_them_only(home):
    order = [f"{home}/{file}" for file in PACKAGES[home]]
    for place, name in enumerate(order):
        assert {other for other in imported(name) if is_of_one_package(name, other)} <= {
            *order[:place]
        }


@pytest.mark.parametrize("name", FILES)
def test_no_file_imports_the_init_of_its_own_package(name):
    own = "/".join([*name.split("/")[:-1], "__init__"])
    assert own not in set(imported(name))


@pytest.mark.parametrize("name", [name for name in FILES if re.match("formats/[a-z]", name)])
def test_no_format_imports_another(name):
    others = [other for other in imported(name) if not is_of_one_package(name, other)]
    assert [other for other in others if other.startswith("formats/")] == []


@pytest.mark.parametrize("name", FILES)
def test_the_package_is_imported_relatively(name):
    absolute = [
        node.module
        for node in ast.walk(tree(name))
        if isinstance(node, ast.ImportFrom) and not node.level and node.module
    ]
    assert [found for found in absolute if found.startswith("cica_events")] == []


# The public face


def test_the_public_names_are_these():
    expected = {name for home, names in PUBLIC.items() if home in FILES for name in names}
    assert set(cica_events.__all__) == expected
    assert len(cica_events.__all__) == len(expected)
    assert cica_events.__all__ == sorted(cica_events.__all__)


@pytest.mark.parametrize("name", cica_events.__all__)
def test_a_public_name_is_there_and_where_it_says(name):
    value = getattr(cica_events, name)
    homes = {name: home for home, names in PUBLIC.items() for name in names}
    assert getattr(module(homes[name]), name) is value
    assert name in dir(cica_events)


def test_another_name_is_not_there():
    with pytest.raises(AttributeError, match="module 'cica_events' has no attribute 'nonsense'"):
        cica_events.nonsense  # noqa: B018


@pytest.mark.parametrize("name", [name for name in FIELDS if name in cica_events.__all__])
def test_a_public_class_or_module_has_the_attributes_that_scripts_rely_on(name):
    value = getattr(cica_events, name)
    assert [field for field in FIELDS[name].split() if not hasattr(value, field)] == []


@pytest.mark.parametrize("name", [name for name in PARAMETERS if name in cica_events.__all__])
def test_a_public_function_has_the_parameters_that_scripts_rely_on(name):
    parameters = inspect.signature(getattr(cica_events, name)).parameters
    assert [wanted for wanted in PARAMETERS[name].split() if wanted not in parameters] == []


def test_every_error_of_the_package_is_one_of_ours():
    for name in FILES:
        found = vars(module(name)).values() if name != "__main__" else ()
        for value in filter(inspect.isclass, found):
            ours = value.__module__.startswith("cica_events") and value.__name__[0] != "_"
            if ours and issubclass(value, Exception):
                assert issubclass(value, CicaEventsError | Warning)


def test_the_version_is_the_one_of_the_distribution():
    assert cica_events.__version__ == importlib.metadata.version("cica-events")


# What importing costs


def loaded(statement):
    """The packages that are loaded by a statement and do not come with Python."""
    script = f"""
import sys
before = {{name.partition(".")[0] for name in sys.modules}}
{statement}
after = {{name.partition(".")[0] for name in sys.modules}}
print(*(after - before - sys.stdlib_module_names))
"""
    run = [sys.executable, "-c", script]
    return set(subprocess.run(run, capture_output=True, text=True, check=True).stdout.split())


def test_importing_the_package_loads_nothing_else():
    assert loaded("import cica_events") == {"cica_events"}


def test_what_is_heavy_is_loaded_at_its_first_use():
    names = [f"cica_events.{name.replace('/', '.')}".removesuffix(".__init__") for name in FILES]
    modules = ", ".join(name for name in names if not name.endswith("__main__"))
    assert loaded(f"import {modules}").isdisjoint(LAZY)


# What is said of it


def public_functions():
    """Every public function and class, and each of their public methods, with its file."""
    for name in FILES:
        # The faces of these are `mentions` and `formats/svg/__init__`.
        behind = name.startswith(("finding/", "formats/svg/")) and not name.endswith("__init__")
        inner = name == "__main__" or behind
        found = None if inner else module(name)
        for public in getattr(found, "__all__", ()):
            value = inspect.getattr_static(found, public, None)
            if not (inspect.isclass(value) or inspect.isfunction(value)):
                continue
            if value.__module__ != found.__name__:
                continue
            yield pytest.param(name, value, public, id=f"{name}:{public}")
            for method, inner in vars(value).items() if inspect.isclass(value) else ():
                function = inner.fget if isinstance(inner, property) else inner
                if not method.startswith("_") and inspect.isfunction(function):
                    yield pytest.param(
                        name, function, f"{public}.{method}", id=f"{name}:{public}.{method}"
                    )


def documented(function, qualified):
    """A docstring, inherited where a method only overrides one."""
    owner, _, method = qualified.partition(".")
    if function.__doc__ or not method:
        return inspect.cleandoc(function.__doc__ or "")
    bases = getattr(sys.modules[function.__module__], owner).__mro__
    docs = [inspect.getdoc(vars(base)[method]) for base in bases if method in vars(base)]
    return next(filter(None, docs), "")


@pytest.mark.parametrize("name", FILES)
def test_every_file_says_what_it_is(name):
    assert name == "__main__" or ast.get_docstring(tree(name))


@pytest.mark.parametrize(("name", "function", "qualified"), list(public_functions()))
def test_every_public_name_says_what_it_is_with_an_example_that_runs(name, function, qualified):
    text = documented(function, qualified)
    assert text
    assert doctest.DocTestParser().get_examples(text), "no example"
    assert "Example:" in text


# What is shipped


def tracked():
    """The files of the repository, as git has them or would take them."""
    listing = ["git", "ls-files", "-co", "--exclude-standard", "-z"]
    found = subprocess.run(listing, cwd=ROOT, capture_output=True, check=False)
    if found.returncode:
        pytest.skip("not a git checkout")
    paths = [ROOT / name for name in found.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file()]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
    subprocess.run(build, cwd=ROOT, capture_output=True, check=True)
    (path,) = folder.iterdir()
    return zipfile.ZipFile(path)


def test_the_wheel_holds_the_package_and_its_data_and_nothing_else(wheel):
    own = [path.relative_to(ROOT) for path in tracked()]
    expected = {
        *(p.relative_to("src").as_posix() for p in own if p.parts[0] == "src"),
        *(f"cica_events/{p.as_posix()}" for p in own if p.parts[0] == "data"),
    }
    names = [name for name in wheel.namelist() if not name.endswith("/")]
    about = {name for name in names if name.startswith("cica_events-")}
    assert set(names) - about == expected
    assert {name.partition("/")[2] for name in about} == {
        *("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")
    }


@pytest.mark.parametrize(
    "name",
    [
        *("py.typed", "schemas/calendar-1.schema.json", "schemas/release-1.schema.json"),
        *("data/cica/release.json", "data/cica/source.txt"),
    ],
)
def test_the_wheel_holds_what_the_package_reads(wheel, name):
    assert f"cica_events/{name}" in wheel.namelist()


@pytest.mark.parametrize("call", [load_release, find_dates, check, publish])
def test_what_is_called_can_be_sent(call):
    assert pickle.loads(pickle.dumps(call)) is call


def test_what_is_given_and_returned_can_be_sent(tmp_path):
    release = load_release()
    wrong = evolve(release, events=[evolve(release.events[0], when=parse_edtf("1993-04-01"))])
    found = [find_dates(release.text), check(wrong), publish(release, tmp_path)]
    for value in (release, release.calendar(), *found):
        assert pickle.loads(pickle.dumps(value)) == value


@pytest.mark.parametrize("name", [name for name in errors.__all__ if name[0].isupper()])
def test_what_is_raised_can_be_sent(name):
    kind = getattr(errors, name)
    error = kind([("events[0].when", "is missing")], "a") if name == "InvalidError" else kind("a")
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), vars(again)) == (kind, str(error), vars(error))


def test_every_module_has_its_tests():
    homes = {f"{home}/{file}": home for home, files in PACKAGES.items() for file in files}
    own = {
        homes.get(name, name).replace("formats/__init__", "formats").rpartition("/")[2]
        for name in FILES
    }
    modules = own - {"__init__", "__main__", "version"}
    tests = {path.stem.removeprefix("test_") for path in (ROOT / "tests").glob("test_*.py")}
    assert modules - tests == set()


def test_no_test_is_skipped_for_want_of_a_file_elsewhere():
    """Only conftest.py knows where the shared cases are, and leaves their tests out."""
    place = re.compile(r"\bshared[\"'/]+[ /\"']*cases|parents\[2\]")
    files = [
        path for path in (ROOT / "tests").glob("*.py") if place.search(path.read_text("utf-8"))
    ]
    assert [path.name for path in files] == ["conftest.py"]


def test_no_file_names_a_place_on_somebodys_machine():
    places = re.compile(rb"(?<![\w./-])/(?:work|root|home|Users|tmp)/[a-z]")
    wrong = [
        path.relative_to(ROOT).as_posix() for path in tracked() if places.search(path.read_bytes())
    ]
    assert wrong == []
