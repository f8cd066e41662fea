"""The worked examples of CONTRIBUTING.md are followed, line by line, in a copy of the package."""

import re
from pathlib import Path

from package import copied, run

GUIDE = (Path(__file__).parents[1] / "CONTRIBUTING.md").read_text("utf-8")
FIELD, RULE, QUIRK, FORMAT = re.findall(r"^```diff\n(.*?)^```$", GUIDE, re.MULTILINE | re.DOTALL)


def applied(diff, folder):
    """A copy of the package in which every hunk of the diff found its place, once."""
    package = copied(folder)
    for part in re.split(r"^\+\+\+ ", diff, flags=re.MULTILINE)[1:]:
        name, _, hunks = part.partition("\n")
        file = package / name
        text = file.read_text("utf-8") if file.exists() else ""
        for hunk in re.split(r"^@@\n", hunks, flags=re.MULTILINE):
            old, new = side(hunk, " -"), side(hunk, " +")
            assert text.count(old) == 1 or not file.exists(), f"{name}: {old}"
            text = text.replace(old, new)
        file.write_text(text, "utf-8")


def side(hunk, marks):
    return "".join(line[1:] for line in hunk.splitlines(keepends=True) if line[0] in marks)


def test_a_new_field_comes_back_from_every_format(tmp_path):
    applied(FIELD, tmp_path)
    script = """if True:
        from cica_events import Calendar, EdtfDate, Event, csv, ical, json
        event = Event(id="e", title="Tagung", when=EdtfDate(2022), language="de")
        calendar = Calendar(id="c", name="C", events=[event])
        for module in (csv, ical, json):
            (again,) = module.loads(module.dumps(calendar)).events
            print(again.language)
    """
    assert run(script, tmp_path).split() == [b"de"] * 3


def test_a_new_construction_is_read(tmp_path):
    applied(RULE, tmp_path)
    script = """if True:
        from cica_events import find_dates
        for mention in find_dates("signed on 10 May, in the year 2022, in Ankara"):
            print(mention.text, mention.when, mention.basis, sep="; ")
    """
    assert run(script, tmp_path) == b"10 May, in the year 2022; 2022-05-10; stated\n"


def test_a_new_word_is_read(tmp_path):
    dates = (Path(__file__).parents[1] / "docs" / "dates.md").read_text("utf-8")
    section = dates.partition("## Add a word")[2]
    diff, test = re.findall(r"^```(?:diff|python)\n(.*?)^```$", section, re.MULTILINE | re.DOTALL)
    applied(diff, tmp_path)
    run(f"{test}\ntest_febr_and_overmorrow()", tmp_path)


def test_a_quirk_of_web_pages_is_known(tmp_path):
    applied(QUIRK, tmp_path)
    script = """if True:
        from cica_events import read_html
        page = read_html(
            "<meta name='release-date' content='2024-05-14'>"
            "<p>The forum opened.<div class='rail'>Last year: 3 May 2023</div>"
        )
        print(page.text.strip(), page.published, page.furniture)
    """
    expected = b"The forum opened. 2024-05-14 (('Last year: 3 May 2023', 'sidebar'),)\n"
    assert run(script, tmp_path) == expected


def test_a_new_format_has_the_verbs_of_all_and_takes_what_they_take(tmp_path):
    applied(FORMAT, tmp_path)
    script = """if True:
        import io
        from cica_events import InvalidError, load_release
        from cica_events.formats import md
        release, file = load_release(), io.BytesIO()
        md.dump(release, file)
        print(file.getvalue() == md.dumps(release.calendar()) == b"".join(md.chunks(release)))
        try:
            md.chunks(5)
        except InvalidError as error:
            print(error)
    """
    assert run(script, tmp_path) == b"True\ncalendar: 5 is not a Calendar or Release\n"


def test_a_new_format_is_known_to_the_command_line(tmp_path):
    applied(FORMAT, tmp_path)
    script = "from cica_events.cli import main; main(['export', '-o', 'cica.md'])"
    assert run(script, tmp_path) == b"cica.md\n"
    written = (tmp_path / "cica.md").read_text("utf-8")
    assert written.startswith("- **April 1993**: First meeting")
