"""Web pages as text: every visible word, the structure, the furniture apart, the declarations."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cica_events import FormatError, InvalidError, read_html
from cica_events.documents import is_page
from cica_events.structure import blocks

TAGS = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<div>",
            "</div>",
            "<br>",
            "<ul><li>",
            "<ol start=3><li>",
            "<li>",
            "</ul>",
        ),
        *(
            "<table>",
            "<tr>",
            "<td>",
            "<td rowspan=2>",
            "<td colspan='3'>",
            "</table>",
            "<h1>",
            "<h2>",
        ),
        *(
            "<nav>",
            "</nav>",
            "<main>",
            "<del>",
            "</del>",
            "<pre>",
            "a\n",
            "<q>",
            "</q>",
            "<b>",
            "</b>",
        ),
        *(
            "<time>",
            "</time>",
            "<title>",
            "</title>",
            "<script type='ld+json'>",
            "</script>",
            "<!--",
        ),
        *(
            "-->",
            "&nbsp;",
            "&#0;",
            "&shy;",
            "word ",
            "3 May",
            "<",
            "<p hidden>",
            "<a href='#x'>",
            "\0",
        ),
        *("<meta name=date content=2024-02-30>", "<svg><title>", "<template>", "<select><option>"),
    ]
)


def text_of(page):
    return read_html(page.encode()).text


def kinds_of(page):
    return [(block.kind, page[block.start : block.end]) for block in blocks(page)]


# Whatever the bytes


@given(st.binary() | st.lists(TAGS, max_size=40).map("".join).map(str.encode))
def test_no_bytes_raise(data):
    if data.startswith((b"%PDF", b"PK\x03\x04", b"{\\rtf")):
        return
    page = read_html(data)
    assert page.text.endswith("\n") or not page.text


@given(
    st.lists(
        st.sampled_from(["<p>", "<b>", "</b>", "<table>", "<td>", "<li>", "<nav>"]), max_size=30
    )
)
def test_no_visible_word_is_lost(tags):
    words = [f"w{number}" for number in range(len(tags))]
    page = "".join(tag + word + " " for tag, word in zip(tags, words, strict=True))
    assert set(words) <= set(read_html(page).whole.replace("•", " ").split())


@pytest.mark.parametrize(
    "part",
    [
        "<div>x",
        "<b>x",
        "<table><tr><td>x",
        "<ul><li>x",
        "<nav>x",
        "<",
        "&amp;",
        "<!--",
        "<p>word word",
    ],
)
def test_the_time_is_linear_in_the_page(part):
    def seconds(length):
        data = (part * (length // len(part) + 1)).encode()
        began = time.process_time()
        read_html(data)
        return time.process_time() - began

    seconds(1000)
    small = max(min(seconds(20_000) for _ in range(3)), 0.002)
    assert any(seconds(200_000) < 25 * small for _ in range(2))  # 10 times, and a busy machine


# Structure


def test_headings_lists_and_paragraphs_keep_their_structure():
    page = text_of(
        "<h1>Forum</h1><p>It is <b>open</b>.</p><h2>Dates</h2><ul><li>3 May: talk<ul><li>at 10</ul>"
        "<li>9 May: walk</ul><ol><li>One<li>Two</ol>"
    )
    assert page == (
        "Forum\n\nIt is open.\n\n\n\nDates\n\n• 3 May: talk\n  • at 10\n• 9 May: walk\n\n"
        "1. One\n2. Two\n"
    )
    assert [kind for kind, _ in kinds_of(page)] == [
        *("heading", "paragraph", "heading", "item", "item", "item", "item", "item")
    ]


def test_lower_headings_have_fewer_blank_lines_above():
    page = text_of("<h1>A</h1>x.<h2>B</h2>y.<h3>C</h3>z.<h4>D</h4>w.")
    below = {
        page[b.start : b.end]: [page[h.start : h.end] for h in b.governed_by] for b in blocks(page)
    }
    assert below["z."] == ["A", "B", "C"]
    assert below["w."] == ["A", "B", "D"]


def test_rows_are_parted_by_tabs_and_cells_that_span_stay_empty_below():
    page = text_of(
        "<table><caption>Days</caption><tr><th>Day<th>Time<th>What<tr><td rowspan=2>3 May<td>9:00"
        "<td>Talk<br>twice<tr><td>10:00<td><p>Walk</p><tr><td colspan=3>June<tr>"
        "<td>4<td colspan=2>Tea<tr><td>x<td><td>y</table>After."
    )
    assert page == (
        "Days\n\nDay\tTime\tWhat\n3 May\t9:00\tTalk twice\n\t10:00\tWalk\nJune\n4\tTea\nx\t\ty\n"
        "\nAfter.\n"
    )


def test_a_cell_that_an_unknown_tag_keeps_open_ends_with_the_next_cell_or_row():
    page = text_of("<table><tr><td>3 May<x-icon><td>Talk<tr><td>9 May<td>Walk<x-icon><tr></table>")
    assert page == "3 May\tTalk\n9 May\tWalk\n"


def test_a_table_that_lays_out_a_page_has_no_rows():
    page = read_html(
        "<table><tr><td>Home<p>News<td><h1>Forum</h1><p>It opens.<p>On 3 May.<tr><td>Tel.</table>"
    )
    assert page.text == "Forum\n\nIt opens.\n\nOn 3 May.\n"
    assert page.furniture == (("Home\nNews", "sidebar"), ("Tel.", "sidebar"))


def test_a_row_with_the_headline_alone_has_the_page_below_it():
    page = read_html(
        "<table><tr><td><h1>Forum</h1><tr><td><table><tr><td>3 May<td>Opening</table></table>"
    )
    assert page.text == "Forum\n\n3 May\tOpening\n"
    assert page.furniture == ()


def test_a_cell_with_many_paragraphs_is_a_part_of_a_page():
    page = text_of("<table><tr><td>A<td><p>One<p>Two<p>Three<p>Four</table>")
    assert page.split() == ["A", "One", "Two", "Three", "Four"]
    assert "\t" not in page


def test_a_row_without_words_is_none():
    assert text_of("<table><tr><td>A<td>B<tr><td> <td><tr><td>C<td>D</table>") == "A\tB\nC\tD\n"


def test_items_in_a_cell_keep_their_bullets():
    assert text_of("<table><tr><td>3 May<td><ul><li>Talk<li>Walk</ul></table>") == (
        "3 May\t• Talk • Walk\n"
    )


def test_line_breaks_divisions_and_preformatted_text():
    page = text_of(
        "<p>3 May<br>Talk<div>One</div><div>Two</div><div><div>Three</div></div><div>four</div>"
        "<pre>a  b\n\n  c<br>d</pre>"
    )
    assert page == "3 May\nTalk\n\nOne\nTwo\nThree\n\nfour\n\na  b\n\n  c\nd\n"


def test_a_division_of_lines_is_followed_by_an_empty_line():
    assert read_html("<div>A</div><div>B</div>").text == "A\nB\n"
    assert read_html("<div><div>A</div><div>B</div></div><div>C</div>").text == "A\nB\n\nC\n"


def test_white_space_is_as_a_page_shows_it():
    page = text_of("<p>\n a \t b&nbsp;c\xadd\u200be</p>f<b>g</b>&nbsp;&nbsp;&nbsp;h")
    assert page == "a b cde\n\nfg h\n"


def test_the_parts_of_a_date_are_parted():
    page = text_of("<p class=date><span>03</span><span>May</span></p><p><span>A</span><b>B</b>")
    assert page == "03 May\n\nAB\n"


def test_a_date_is_parted_from_what_it_touches():
    page = text_of("<a>News</a><time>3 May</time>more <i>x</i><span class='date'>4 May</span>")
    assert page == "News 3 May more x 4 May\n"


def test_quotation_marks_are_those_that_the_page_shows():
    assert text_of("They <q>agreed</q>.") == "They “agreed”.\n"


def test_what_nobody_sees_is_left_out():
    page = (
        "<style>a</style><script>b</script><template>c</template><p hidden>d</p><!-- e -->"
        "<p style='DISPLAY: NONE'>f</p><p style='visibility:hidden'>f</p>"
        "<p style='color: red; display:none'>f</p><noscript>g</noscript>Seen."
    )
    assert read_html(page).whole == "Seen.\n"


# Furniture


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("<nav>X</nav>", "navigation"),
        ("<div role='navigation'>X</div>", "navigation"),
        ("<div class='wide menu'>X</div>", "navigation"),
        ("<header>X</header>", "page header"),
        ("<footer>X</footer>", "footer"),
        ("<address>X</address>", "footer"),
        ("<aside>X</aside>", "sidebar"),
        ("<div id='sidebar'>X</div>", "sidebar"),
        ("<button>X</button>", "form"),
        ("<p><del>X</del></p>", "struck out"),
        ("<sup><a href='#n1'>X</a></sup>", "note"),
    ],
)
def test_the_parts_of_the_site_stand_apart(part, kind):
    page = read_html(f"<body><p>One.</p>{part}<p>Two.</p>")
    assert page.furniture == (("X", kind),)
    assert page.text == "One.\n\nTwo.\n"
    assert page.whole.split() == ["One.", "Two.", "X"]


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("navigation", "breadcrumb breadcrumbs crumbs menu nav navbar navigation pager pagination"),
        ("navigation", "skip skip-link topbar toc"),
        ("footer", "colophon copyright foot footer"),
        ("sidebar", "aside related sidebar side-bar widget"),
        ("page header", "banner logo masthead site-header"),
        ("dialog", "consent cookie cookies gdpr modal popup"),
        ("share", "share sharing social facebook mastodon twitter"),
        ("advertisement", "ad ads advert advertisement newsletter promo promotion sponsor"),
        ("advertisement", "subscribe"),
        ("comments", "comments disqus"),
    ],
)
def test_the_name_of_an_element_tells_what_it_is(kind, names):
    for name in names.split():
        page = read_html(f"<body><p>One.</p><div class={name}>X</div><p>Two.</p>")
        assert page.furniture == (("X", kind),)


@pytest.mark.parametrize(
    ("kind", "tags"),
    [
        ("dialog", "dialog"),
        ("form", "button form search select textarea"),
        ("struck out", "del s strike"),
    ],
)
def test_the_tag_of_an_element_tells_what_it_is(kind, tags):
    for tag in tags.split():
        page = read_html(f"<body><p>One.</p><{tag}>X</{tag}><p>Two.</p>")
        assert page.furniture == (("X", kind),)


@pytest.mark.parametrize(
    ("kind", "roles"),
    [
        ("dialog", "alertdialog dialog"),
        ("page header", "banner"),
        ("sidebar", "complementary"),
        ("footer", "contentinfo"),
        ("form", "search"),
    ],
)
def test_the_role_of_an_element_tells_what_it_is(kind, roles):
    for role in roles.split():
        page = read_html(f"<body><p>One.</p><div role={role}>X</div><p>Two.</p>")
        assert page.furniture == (("X", kind),)


def test_a_raised_anchor_that_leads_nowhere_is_no_note():
    assert read_html("<p>Open<sup><a name=n1>st</a></sup> now.").text == "Openst now.\n"


def test_struck_words_leave_the_others_in_their_line():
    page = read_html("<p>Opens on <s>3 May</s> 4 May.")
    assert (page.text, page.furniture) == ("Opens on 4 May.\n", (("3 May", "struck out"),))


def test_words_that_a_style_strikes_out_are_no_part_of_the_text():
    page = read_html(b"<p><span style='text-decoration: line-through'>1 May</span> 2 May</p>")
    assert (page.text, page.furniture) == ("2 May\n", (("1 May", "struck out"),))


def test_struck_words_leave_an_item_its_bullet():
    page = read_html(b"<ul><li><s>1 May</s> 2 May: fair<li><b>Due:</b> <s>3 May</s> 4 May</ul>")
    assert page.text == "• 2 May: fair\n• Due: 4 May\n"


def test_a_line_break_that_is_written_as_an_end_tag_is_one():
    assert (
        read_html(b"<p>Opens: 3 May</br>Closes: 4 May</p>").text == "Opens: 3 May\nCloses: 4 May\n"
    )


def test_a_heading_of_the_navigation_is_no_headline():
    page = read_html(b"<nav><h1>Menu</h1><a>Archive 2016</a></nav><h1>Forum</h1><p>Opens soon.</p>")
    assert page.text == "Forum\n\nOpens soon.\n"


def test_what_holds_the_headline_is_no_furniture():
    page = read_html("<div class='sidebar'><div class='header'><h1>Forum</h1></div><p>Text.</div>")
    assert (page.text, page.furniture) == ("Forum\n\nText.\n", ())


def test_a_page_that_is_all_furniture_by_its_names_has_none():
    assert read_html("<div class='menu'><p>Soup.</div>").text == "Soup.\n"


def test_what_is_outside_the_main_part_is_furniture_but_the_headline():
    page = read_html("<p>Up.<h1>Forum</h1><main><p>Text.</main><p>Down.")
    assert page.text == "Forum\n\nText.\n"
    assert [text for text, _ in page.furniture] == ["Up.", "Down."]


def test_what_is_above_the_headline_is_furniture():
    page = read_html("<p>Site > Here<h1>Forum</h1><p>Text.<p>More.<p>End.")
    assert page.furniture == (("Site > Here", "above the headline"),)


# Declarations


def test_what_a_page_declares():
    page = read_html(
        "<title>Forum | Site</title><meta property='og:title' content='Forum'>"
        "<meta property='article:published_time' content='2024-05-14T23:30:00+06:00'>"
        "<meta property='og:site_name' content='The Site'>"
        "<link rel='canonical' href='https://example.org/forum'>"
    )
    assert (page.title, str(page.published)) == ("Forum", "2024-05-14")
    assert (page.publisher, page.url) == ("The Site", "https://example.org/forum")


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("published", "og:published_time datePublished citation_publication_date DCTERMS.issued"),
        ("published", "DC.date.issued DCTERMS.date DC.date publication_date pubdate publish-date"),
        ("published", "publishdate parsely-pub-date date"),
        ("publisher", "og:site_name DC.publisher DCTERMS.publisher publisher application-name"),
    ],
)
def test_each_name_of_a_declaration_is_known(field, names):
    for name in names.split():
        page = read_html(f"<meta name='{name}' content='2024-05-14'><p>Forum.")
        assert str(getattr(page, field)) == "2024-05-14"


def test_what_a_page_declares_as_linked_data():
    page = read_html(
        '<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "headline": "Forum",'
        ' "datePublished": "2024-05", "publisher": {"name": "The Site"}}, 3]}</script>'
        '<script type="application/ld+json">{broken</script>'
        '<script type="application/ld+json">{"publisher": "Another"}</script>'
    )
    assert (page.title, str(page.published), page.publisher) == ("Forum", "2024-05", "The Site")


def test_an_empty_declaration_is_none():
    assert read_html("<meta property='og:title' content=' '><h1>Forum</h1>").title == "Forum"


def test_a_time_that_is_marked_as_publication():
    page = read_html(
        "<time datetime=2020-01-01>x</time><time pubdate datetime='2024-05-14'>y</time>"
    )
    assert str(page.published) == "2024-05-14"
    assert read_html("<time datetime=2020-01-01>x</time>").published is None


def test_what_is_declared_wrongly_is_not_taken():
    page = read_html("<meta name=date content=2024-02-30><link rel=canonical href='/forum'>")
    assert (page.published, page.url) == (None, None)


def test_the_headline_and_the_title_of_the_window():
    assert read_html("<title>Forum | Site</title><h1>Forum</h1>").title == "Forum"
    assert read_html("<title>Forum\n | Site</title><p>x").title == "Forum | Site"
    assert read_html("<p>x").title is None


# Encodings, and what is no page


@pytest.mark.parametrize(
    "data",
    [
        "<p>Galați – 3 May".encode(),
        "\ufeff<p>Galați – 3 May".encode(),
        "<p>Galați – 3 May".encode("utf-16"),
        "<p>Galați – 3 May".encode("utf-16-le"),
        "<p>Galați – 3 May".encode("utf-16-be"),
        b"<meta charset=utf-16>" + "<p>Galați – 3 May".encode(),
        b"<meta charset=euc-kr>" + "<p>Galați – 3 May".encode(),
        b"<meta charset=nonsense>" + "<p>Galați – 3 May".encode(),
        b'<?xml version="1.0" encoding="iso-8859-16"?>' + "<p>Galați - 3 May".encode("iso-8859-16"),
    ],
)
def test_encodings(data):
    assert read_html(data).text.replace("–", "-") == "Galați - 3 May\n"


@pytest.mark.parametrize("head", [b"", b"<meta charset=iso-8859-1>", b"<meta charset=utf-8>"])
def test_older_pages_are_read_as_browsers_read_them(head):
    assert read_html(head + b"<p>Caf\xe9 \x96 3 May").text == "Café – 3 May\n"
    assert read_html(b"<meta charset=windows-1251><p>\xcc\xe0\xe9").text == "Май\n"


@pytest.mark.parametrize(
    ("start", "what", "command"),
    [
        (b"%PDF-1.7", "a PDF document", "pdftotext -layout FILE out.txt"),
        (b"PK\x03\x04", "a Word document or another archive", "pandoc -t plain FILE -o out.txt"),
        (b"\xd0\xcf\x11\xe0", "an old Word document", "soffice --convert-to txt:Text FILE"),
        (b"{\\rtf1", "a Word document (RTF)", "soffice --convert-to txt:Text FILE"),
    ],
)
def test_other_documents_are_refused_with_the_command_that_makes_text(start, what, command):
    with pytest.raises(FormatError) as caught:
        read_html(start + b"...")
    assert str(caught.value) == f"this is {what}, not HTML; make text of it first: {command}"
    assert is_page(start)


def test_what_is_neither_bytes_nor_text_is_refused():
    with pytest.raises(InvalidError, match="data: 3 is not the bytes of a page"):
        read_html(3)
    assert read_html(bytearray(b"<p>x")).text == read_html(memoryview(b"<p>x")).text == "x\n"


@pytest.mark.parametrize(
    ("data", "name", "page"),
    [
        (b" <!-- x -->\n<!doctype html>", "", True),
        ("<html>".encode("utf-16"), "", True),
        (b"A <html> of text", "a.txt", False),
        (b"x", "A.HTML", True),
    ],
)
def test_a_page_is_known_by_its_name_or_beginning(data, name, page):
    assert is_page(data, name) is page


def test_the_lines_of_a_row_that_goes_across_a_table_stay_lines():
    page = "<table><tr><td>Dates<br>&nbsp; Papers: 3 May<br>Posters: 9 May</td></tr>"
    assert text_of(page + "<tr><td>a<br>b<td>c</table>") == (
        "Dates\nPapers: 3 May\nPosters: 9 May\na b\tc\n"
    )


def test_a_headline_may_be_broken_in_lines():
    page = read_html("<p>Home<h1>Rain<br>in <b>Osh<br>now</b></h1><h1>3 May</h1><p>It rained.")
    assert page.title == "Rain in Osh now"
    assert page.text.split() == "Rain in Osh now 3 May It rained.".split()
    page = read_html("<p>Home<p>News<p>Shop<h1>Rain<br>now</h1>" + "<p>It rained." * 9)
    assert page.furniture == (("Home\n\nNews\n\nShop", "above the headline"),)


def test_what_stands_below_a_headline_above_the_main_part_is_kept():
    head = "<header><nav>Home</nav><h1>Rain Days</h1><p>3 May 2024, Osh</p></header>"
    page = read_html(f"{head}<main><p>It rains.</p></main>")
    assert page.text.split("\n\n") == ["Rain Days", "3 May 2024, Osh", "It rains.\n"]
    assert page.furniture == (("Home", "navigation"),)
    page = read_html(f"{head}<main><h1>Talks</h1><p>It rains.</p></main>")
    assert "3 May" not in page.text
    page = read_html(f"{head.replace('<p>', '<p>a<p>b<p>c<p>')}<main><p>It rains.</p></main>")
    assert "3 May" not in page.text


def test_the_words_for_browsers_without_frames_are_not_shown():
    page = "<frameset><frame src=a><noframes><body><p>Get a browser.</body></noframes></frameset>"
    assert read_html(page).text == ""


@pytest.mark.parametrize(
    ("name", "is_own"),
    [
        ("related-posts", False),
        ("k-side", False),
        ("site_footer", False),
        ("moduletable", False),
        ("side-event", True),
        ("content-with-sidebar", True),
        ("has-nav", True),
    ],
)
def test_names_of_several_words_tell_what_is_furniture(name, is_own):
    page = read_html(f"<h1>Forum</h1><p>It opens.</p><div class='{name}'>Rain</div>")
    assert ("Rain" in page.text) is is_own


def test_of_a_page_without_a_headline_the_highest_heading_tells_the_main_cell():
    page = read_html(
        "<table><tr><td>Home<p>King tides 2019</td><td><h2>Forum</h2><p>It opens.</td></tr></table>"
        "<div class='side'><h2>Rain</h2></div>"
    )
    assert page.text.split() == ["Forum", "It", "opens."]
    assert [kind for _, kind in page.furniture] == ["sidebar", "sidebar"]
