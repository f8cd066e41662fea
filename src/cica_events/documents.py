"""HTML to the text that a reader of the page sees, its structure kept in plain-text form.

The page is read as a stream of tags, and nothing is looked at twice, so the time is linear in the
page, whatever the page. `structure` reads the text that comes out: more blank lines stand above a
higher heading, list items have bullets, and the cells of a row are parted by tabs.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import dropwhile, takewhile
from typing import Any

import attrs

from .edtf import When, parse_edtf
from .errors import EdtfError, FormatError, InvalidError, quoted

__all__ = ["Document", "is_page", "read_html"]

# --- What the tags of HTML mean -------------------------------------------------------------------

# Tags whose content a reader of the page does not see.
_UNSEEN = frozenset(
    """audio canvas datalist desc iframe noembed noframes noscript object script style template
    title video""".split()
)
# Tags that begin and end a line.
_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol
    option p pre search section summary table tbody td tfoot th thead tr ul""".split()
)
_SPACED = frozenset(  # with a blank line above and below
    """address article aside blockquote details dialog dl fieldset figure footer form header hgroup
    hr main menu nav ol p pre section table ul""".split()
)
_OUTERMOST = frozenset("body head html".split())  # the parser may take new tags for part of a head
_LISTS = frozenset("dir menu ol ul".split())
_LAYING_OUT = frozenset("article blockquote form h1 h2 hr section table".split())  # not in data
_HEADINGS = {f"h{level}": level for level in range(1, 7)}

# What belongs to the site and not to the document, by tag, by role, and by class or id.
_BY_TAG = {
    "aside": "sidebar",
    "dialog": "dialog",
    "footer": "footer",
    "nav": "navigation",
    **dict.fromkeys("button form search select textarea".split(), "form"),
    "marquee": "advertisement",
    **dict.fromkeys("del s strike".split(), "struck out"),
}
_BY_ROLE = {
    "alertdialog": "dialog",
    "banner": "page header",
    "complementary": "sidebar",
    "contentinfo": "footer",
    "dialog": "dialog",
    "navigation": "navigation",
    "search": "form",
}
_BY_NAME = {  # words that pages use in class and id
    "navigation": "breadcrumb breadcrumbs crumbs menu nav navbar navigation pager pagination skip"
    " skip-link topbar toc",
    "footer": "colophon copyright foot footer",
    "sidebar": "aside moduletable related side sidebar side-bar widget",
    "page header": "banner logo masthead site-header",
    "dialog": "consent cookie cookies gdpr modal popup",
    "share": "share sharing social facebook mastodon twitter",
    "advertisement": "ad ads advert advertisement carousel newsletter promo promotion slider"
    " sponsor subscribe ticker",
    "comments": "comments disqus",
}
_NAMED = {word: kind for kind, words in _BY_NAME.items() for word in words.split()}
_NOT_FIRST = frozenset("ad menu side social".split())  # of several words: "side-event"
# Words that make a name tell of something elsewhere, or missing: "content-with-sidebar". They are
# parts of names in markup, and not of the English that `finding.english` describes.
_OF_ANOTHER = frozenset("has is no not with without".split())
# Classes of a date beside other words, from which only a style sheet parts it.
_MOMENTS = frozenset("date datetime published time timestamp".split())
_OUTSIDE = "outside the main part"
_ABOVE = "above the headline"
_BELOW = 3  # lines below a headline that say where and when it is
_HEADLINE_WITHIN = 0.3  # of a page's lines, the headline of a page stands
# Inline styles alone: style sheets are not read.
_STRIKING = re.compile(r"text-decoration(?:-line)?\s*:[^;]*line-through", re.I)
_HIDING = re.compile(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)

# --- Bytes to text --------------------------------------------------------------------------------

# The HTML Standard, 13.2.3.1: a byte order mark is certain, a declaration only likely.
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = ((b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"))
# Every quantifier is bounded, so that no page takes long.
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_XML_ENCODING = re.compile(rb"\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})[\"']", re.I)
_DECLARED_WITHIN = 4096  # bytes in which a page declares its encoding
_OLDER = "cp1252"  # what browsers take where nothing is declared
# Labels that the Encoding Standard maps to the wider encoding of Windows.
_AS_BROWSERS = {"ascii": _OLDER, "iso8859-1": _OLDER, "iso8859-9": "cp1254", "iso8859-11": "cp874"}
# What people take for a page, how it begins, and what makes text of it.
_NO_PAGES = (
    (b"%PDF", "a PDF document", "pdftotext -layout FILE out.txt"),
    (b"PK\x03\x04", "a Word document or another archive", "pandoc -t plain FILE -o out.txt"),
    (b"\xd0\xcf\x11\xe0", "an old Word document", "soffice --convert-to txt:Text FILE"),
    (b"{\\rtf", "a Word document (RTF)", "soffice --convert-to txt:Text FILE"),
)
_STARTS = tuple(start for start, _, _ in _NO_PAGES)
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?:\s|<\?xml[^>]*>|<!--.*?-->)*<(?:!doctype\s|html|head|body)",
    re.I | re.S,
)

# --- What a page declares -------------------------------------------------------------------------

# Names of `meta` elements and properties, the most trusted first.
_PUBLISHED = (
    *("og:published_time", "datepublished", "citation_publication_date", "dcterms.issued"),
    *("dc.date.issued", "dcterms.date", "dc.date", "publication_date", "pubdate", "publish-date"),
    *("publishdate", "parsely-pub-date", "date"),
)
_PUBLISHERS = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name")
# The day as it is declared: its time and zone say nothing of the words' "today".
_DAY = re.compile(r"\s*([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])|\s*([0-9]{4}(?:-[0-9]{2})?)\s*\Z")
_ADDRESS = re.compile(r"https?://[^\s\"<>\\^`{|}]+\Z", re.I)

_END_OF_LINE = re.compile(r"</br\s*>", re.I)  # which browsers read as <br>
_SPACE = re.compile(r"[\s\x1e\x85]+")
# Control characters, soft hyphens and spaces of no width, which would keep quotes from matching.
_UNSEEN_CHARACTERS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff]")
_NOT_IN_LINES = re.compile(f"{_UNSEEN_CHARACTERS.pattern}|[\u202a-\u202e\u2066-\u2069]")
_BREAK = "\x1e"  # a line break in the cell of a table
_INDENT = "  "
_DEEPEST = 40  # lists in one another that are indented
_WIDEST = 100  # columns or rows that a cell covers
_PARAGRAPHS = 3  # that a cell of data holds at most


@attrs.frozen
class Document:
    r"""A page as text, and what it declares of itself.

    Attributes:
        text: the visible text, with its structure in plain-text form; without the furniture.
        title: its headline, or ``None``.
        published: the date of publication that it declares, to the day at most, or ``None``.
        publisher: who it says publishes it, or ``None``.
        url: its canonical address, or ``None``.
        furniture: what belongs to the site and not to the document (navigation, footer, sidebars,
            forms, words that are struck out), as pairs of text and kind, in the page's order.

    Example:
        >>> page = read_html(b"<nav>Home</nav><h1>Forum</h1><p>Opens on <b>3</b>&nbsp;May.")
        >>> page.text, page.furniture
        ('Forum\n\nOpens on 3 May.\n', (('Home', 'navigation'),))
    """

    text: str
    title: str | None = None
    published: When | None = None
    publisher: str | None = None
    url: str | None = None
    furniture: tuple[tuple[str, str], ...] = ()

    @property
    def whole(self) -> str:
        """The text with all that was left out of it below.

        Example:
            >>> print(read_html(b"<p>Opens soon.</p><footer>2024</footer>").whole)
            Opens soon.
            <BLANKLINE>
            2024
            <BLANKLINE>
        """
        parts = [self.text.rstrip("\n"), *(text for text, _ in self.furniture)]
        return "\n\n".join(filter(None, parts)) + "\n"


def read_html(data: bytes | str) -> Document:
    r"""Reads a web page: its visible text, and what it declares.

    The encoding is that of its byte order mark, else the declared one, else UTF-8; where the bytes
    are none of these, windows-1252, as in browsers. Broken markup is read as browsers read it.

    Args:
        data: the page's bytes; or its text, if it is decoded already.

    Raises:
        FormatError: it is a PDF or a Word document; the message names a command that makes text
            of it.
        InvalidError: it is neither bytes nor text.

    Example:
        >>> read_html(b"<title>Forum</title><ul><li>3 May: talk<li>9 May: walk</ul>").text
        '• 3 May: talk\n• 9 May: walk\n'
    """
    if not isinstance(data, bytes | bytearray | memoryview | str):
        raise InvalidError([("data", f"{quoted(data)} is not the bytes of a page")])
    if not isinstance(data, str):
        data = _decoded(bytes(data))
    page = _Page()
    _feed(page, data)
    return page.document()


def is_page(data: bytes, name: str = "") -> bool:
    """Whether a file is to be read as a page and not as plain text, by its name or its beginning.

    A PDF or Word document is too: `read_html` says what to do with it.

    Example:
        >>> is_page(b"<!DOCTYPE html><p>Forum"), is_page(b"A text."), is_page(b"Forum", "a.html")
        (True, False, True)
    """
    if name.lower().endswith((".htm", ".html", ".xhtml")):
        return True
    beginning = data[:_DECLARED_WITHIN].replace(b"\x00", b"")
    return beginning.startswith(_STARTS) or _PAGE.match(beginning) is not None


def _feed(page: _Page, text: str) -> None:
    """Has lxml read a page tag by tag: it builds no tree, so that no depth exhausts it."""
    from lxml import etree

    parser = etree.HTMLParser(target=page, encoding="utf-8", huge_tree=True, remove_pis=True)
    with suppress(etree.LxmlError):  # some versions refuse a page without a tag or a word
        parser.feed(_END_OF_LINE.sub("<br>", text).encode("utf-8", "replace"))
        parser.close()


def _decoded(data: bytes) -> str:
    """The text of a page, in the encoding that a browser would take."""
    for start, what, command in _NO_PAGES:
        if data.startswith(start):
            raise FormatError(f"this is {what}, not HTML; make text of it first: {command}")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    for start, encoding in _UNMARKED:
        if data.startswith(start):
            return data.decode(encoding, "replace")
    for encoding in filter(None, [_declared(data), "utf-8"]):
        try:
            return data.decode(encoding)
        except ValueError:
            continue
    return data.decode(_OLDER, "replace")


def _declared(data: bytes) -> str | None:
    """The encoding that a page declares, by its name in Python; ``None`` if there is no such."""
    head = data[:_DECLARED_WITHIN]
    found = _XML_ENCODING.match(head) or _CHARSET.search(head)
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        "".encode(name)
    except (LookupError, ValueError):
        return None
    if name.startswith("utf-16"):  # or the declaration could not have been read
        return "utf-8"
    return _AS_BROWSERS.get(name, name)


# --- The page -------------------------------------------------------------------------------------


@attrs.define(eq=False)
class _Row:
    """A row of a table that may lay out the page."""

    table: _Table
    cells: int = 0


@attrs.define(eq=False)
class _Region:
    """A part of the page that looks like furniture."""

    kind: str
    above: _Region | None
    holds_main: bool = False  # then it is none
    row: _Row | None = None  # whose cell it is: furniture if one beside others is the main part
    furniture: str | None = None  # the kind of furniture that it is, known at the end of the page

    def settle(self) -> None:
        """Sees what it is, after the region around it did."""
        beside = self.row is None or self.row.table.holds_columns
        if beside and not self.holds_main:
            self.furniture = self.kind
        elif self.above:
            self.furniture = self.above.furniture


@attrs.define(eq=False)
class _Frame:
    """An open element, and what it takes over from those around it."""

    tag: str = ""
    level: int | None = None  # of the heading that it is or is in
    region: _Region | None = None
    main: bool = False
    unseen: bool = False
    preformatted: bool = False
    depth: int = 0  # lists around it
    item: bool = False  # whether it is in an item of a list
    number: int | None = None  # of the next item, in an ordered list
    moment: bool = False  # whether it holds a date
    dated: bool = False  # whether it is a part of one, in an element of its own
    leaf: bool = True  # whether no other block is in it
    outer: list[str] | None = None  # the words of the line that furniture in it interrupts


@attrs.define(eq=False)
class _Line:
    """A line of the text in the making."""

    words: str
    above: int  # blank lines above it
    region: _Region | None
    main: bool
    level: int | None  # of a heading
    indent: int
    bullet: str
    broken: bool  # whether a line break of the page is before it, and not the beginning of a block


@attrs.define(eq=False)
class _Table:
    """An open table."""

    cells: list[str] = attrs.Factory(list)  # of the open row
    frames: dict[int, _Frame] = attrs.Factory(dict)  # by column
    column: int | None = None  # of the open cell
    paragraphs: int = 0  # in the open cell
    covered: dict[int, int] = attrs.Factory(dict)  # columns that cells above reach into: rows left
    began: bool = False  # whether it has a row
    laid_out: bool = False  # whether its cells hold parts of a page, and no data
    row: _Row = attrs.Factory(_Row, takes_self=True)  # that is open
    main: _Row | None = None  # with the page's headline or main part in one of its cells

    @property
    def holds_columns(self) -> bool:
        """Whether the main part of the page is one of several cells of a row."""
        return self.main is not None and self.main.cells > 1


class _Page:
    """Takes the tags and words of a page, one after the other, and makes lines of them."""

    def __init__(self) -> None:
        self.declared = _Declared()
        self._frames = [_Frame()]
        self._regions: list[_Region] = []
        self._tables: list[_Table] = []
        self._lines: list[_Line] = []
        self._words: list[str] = []  # of the open line
        self._above = 0
        self._bullet = ""
        self._broken = self._parted = self._has_main = False
        self._raw: list[str] | None = None  # the words of a title or a script that declares things

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        frame = self._opened(tag, attributes)
        self.declared.tag(tag, attributes)
        if self.declared.wants(tag, attributes):
            self._raw = []
        if not frame.unseen:
            if tag in _BLOCKS:
                self._begin_block(tag)
            elif frame.region is not self._frames[-1].region:
                frame.outer, self._words = self._words, []
        self._frames.append(frame)
        if not frame.unseen:
            self._begun(tag, frame, attributes)

    def end(self, tag: str) -> None:
        frame = self._frames[-1]
        if self._raw is not None and tag in ("title", "script"):
            self.declared.read(tag, "".join(self._raw))
            self._raw = None
        if not frame.unseen:
            self._ending(tag, frame)
        self._frames.pop()
        if not frame.unseen and tag in _BLOCKS:
            self._ended_block(tag, frame)

    def data(self, words: str) -> None:
        if self._raw is not None:
            self._raw.append(words)
        elif not self._frames[-1].unseen:
            if self._parted and words[0].isalnum():
                self._words.append(" ")
            self._parted = False
            self._words.append(words)

    def comment(self, words: str) -> None:
        """Nobody sees a comment."""

    def close(self) -> None:
        self._flush()

    # Elements

    def _opened(self, tag: str, attributes: dict[str, str]) -> _Frame:
        """What holds within a tag: part of the page, preformatted, hidden, list."""
        above = self._frames[-1]
        is_main = tag == "main" or attributes.get("role") == "main"
        if is_main or (tag == "h1" and above.tag != "nav"):
            _claim(above.region)
        self._has_main = self._has_main or is_main
        region = above.region
        kind = _furniture(tag, attributes, above)
        if kind and not is_main:
            region = self._region(kind, region)
        if tag in ("td", "th") and self._tables:
            row = self._tables[-1].row
            row.cells += 1
            region = self._region("sidebar", region, row)
        return _Frame(
            tag=tag,
            level=_HEADINGS.get(tag, above.level),
            region=region,
            main=above.main or is_main,
            unseen=above.unseen or tag in _UNSEEN or _is_hidden(attributes),
            preformatted=above.preformatted or tag == "pre",
            depth=above.depth + (tag in _LISTS),
            item=above.item or tag == "li",
            number=_number(attributes.get("start"), 1) if tag == "ol" else None,
            moment=tag == "time" or not _MOMENTS.isdisjoint(_names(attributes)),
            dated=tag == "span" and (above.moment or above.dated),
        )

    def _region(self, kind: str, above: _Region | None, row: _Row | None = None) -> _Region:
        """A new part of the page within another."""
        self._regions.append(_Region(kind, above, row=row))
        return self._regions[-1]

    def _begin_block(self, tag: str) -> None:
        """Ends the line before a block, and says how many empty lines come between."""
        self._frames[-1].leaf = False
        table = self._tables[-1] if self._tables else None
        if table is not None and table.column is not None:
            table.paragraphs += tag == "p"
            if tag in _LAYING_OUT or table.paragraphs > _PARAGRAPHS:
                self._lay_out(table)
        self._flush()
        self._broken = False
        if tag == "li":
            self._bullet = self._next_bullet()
        elif not self._frames[-1].item:
            self._above = max(self._above, _blank_lines(tag))

    def _begun(self, tag: str, frame: _Frame, attributes: dict[str, str]) -> None:
        """What a tag adds to the text where it opens."""
        if tag == "br":
            self._break_line()
        elif tag == "q":
            self._words.append("“")
        elif tag == "table":
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._end_row(self._tables[-1])
            self._tables[-1].row = _Row(self._tables[-1])
        elif tag in ("td", "th") and self._tables:
            self._begin_cell(self._tables[-1], attributes)
        elif tag == "li" and self._in_cell():
            self._words.append(f"{self._bullet}")
            self._bullet = ""
        elif (frame.moment or frame.dated) and self._words and self._words[-1][-1:].isalnum():
            self._words.append(" ")  # a style sheet parts them

    def _ending(self, tag: str, frame: _Frame) -> None:
        """What a tag adds to the text where it closes, while it still holds."""
        if tag in ("td", "th") and self._in_cell():
            self._end_cell(self._tables[-1])
        elif tag in _BLOCKS:
            self._flush()
        elif tag == "q":
            self._words.append("”")
        if frame.outer is not None:
            self._flush_aside(frame.outer)
        self._parted = frame.moment
        if tag in ("table", "tr") and self._tables:
            self._end_row(self._tables[-1])
        if tag == "table" and self._tables:
            self._tables.pop()

    def _ended_block(self, tag: str, frame: _Frame) -> None:
        """Says how many empty lines follow a block."""
        self._broken = False
        if tag == "li":
            self._bullet = ""
        elif not self._frames[-1].item:
            group = tag in ("div", "dd") and not frame.leaf
            spaced = group or tag in _SPACED or tag in _HEADINGS
            self._above = max(self._above, int(spaced))

    def _break_line(self) -> None:
        if self._frames[-1].preformatted:
            self._words.append("\n")
            return
        self._flush()
        self._broken = True

    def _next_bullet(self) -> str:
        above = self._frames[-1]
        if above.number is None:
            return "• "
        above.number += 1
        return f"{above.number - 1}. "

    # Tables

    def _in_cell(self) -> bool:
        """Whether a cell of data is open."""
        return bool(self._tables) and self._tables[-1].column is not None

    def _lay_out(self, table: _Table) -> None:
        """Makes lines of the open row's cells, which hold parts of a page and no data."""
        self._end_cell(table)
        table.laid_out = True
        for column, words in enumerate(table.cells):
            for line in words.split(_BREAK):
                if shown := _shown(line):
                    self._add(shown, table.frames[column])
        table.cells = []

    def _begin_cell(self, table: _Table, attributes: dict[str, str]) -> None:
        """Takes the next column of a row, beside what cells of rows above cover."""
        self._end_cell(table)
        if table.laid_out:
            self._above = max(self._above, 1)
            return
        self._skip_covered(table)
        table.column, table.paragraphs = len(table.cells), 0
        table.frames[table.column] = self._frames[-1]
        table.cells.append("")
        columns = _number(attributes.get("colspan"), 1)
        rows = _number(attributes.get("rowspan"), 1)
        for column in range(table.column, min(table.column + columns, _WIDEST)):
            table.covered[column] = rows - 1
        table.cells += [""] * (min(table.column + columns, _WIDEST) - len(table.cells))

    def _skip_covered(self, table: _Table) -> None:
        """Leaves the columns empty that cells of rows above reach into."""
        while table.covered.get(len(table.cells), 0) > 0:
            table.covered[len(table.cells)] -= 1
            table.cells.append("")

    def _end_cell(self, table: _Table) -> None:
        """Ends the open cell, if there is one: unknown tags keep a parser from closing it."""
        if table.column is not None:
            table.cells[table.column], self._words = "".join(self._words), []
            table.column = None

    def _end_row(self, table: _Table) -> None:
        """Writes a row as a line of cells, or the one that goes across the table."""
        self._end_cell(table)
        if not table.cells:
            return
        self._skip_covered(table)
        first = table.cells[0]
        cells, table.cells = [_shown(cell) for cell in table.cells], []
        if not any(cells):
            return
        lines = ["\t".join(cells).rstrip("\t")]
        if cells[0] and not any(cells[1:]):  # it goes across the table, and holds no data
            lines = list(filter(None, map(_shown, first.split(_BREAK))))
        self._above = 0 if table.began else max(self._above, 1)
        for line in lines:
            self._broken = True
            self._add(line)
        table.began = True

    # Lines

    def _flush(self) -> None:
        """Ends the line, or, in a cell of data, marks where it ended."""
        if self._in_cell():
            self._words.append(_BREAK)
        else:
            self._flush_line()

    def _flush_line(self) -> None:
        if self._frames[-1].preformatted:
            self._flush_preformatted()
        elif words := self._taken():
            self._add(words)

    def _flush_aside(self, outer: list[str]) -> None:
        """Ends a line of furniture within a line, which goes on with its bullet."""
        pending = self._above, self._bullet, self._broken
        self._flush_line()
        self._above, self._bullet, self._broken = pending
        self._words = outer

    def _flush_preformatted(self) -> None:
        words, self._words = "".join(self._words), []
        for line in words.splitlines():
            shown = _UNSEEN_CHARACTERS.sub("", line).rstrip()
            if shown:
                self._add(shown)
            else:
                self._above += 1
            self._broken = True

    def _taken(self) -> str:
        """The words since the last line."""
        words, self._words = "".join(self._words), []
        return _shown(words)

    def _add(self, words: str, frame: _Frame | None = None) -> None:
        """Adds a line, and starts afresh."""
        frame = frame or self._frames[-1]
        depth = min(frame.depth, _DEEPEST)
        line = _Line(
            words=words,
            above=self._above,
            region=frame.region,
            main=frame.main,
            level=frame.level,
            indent=max(depth - 1, 0) if self._bullet else depth * frame.item,
            bullet=self._bullet,
            broken=self._broken,
        )
        self._lines.append(line)
        self._above, self._bullet, self._broken = 0, "", False

    # The end

    def document(self) -> Document:
        kinds = self._kinds()
        own = [line for line, kind in zip(self._lines, kinds, strict=True) if kind is None]
        headline = " ".join(_headline(own)) or None
        return Document(
            text=_joined(own),
            title=self.declared.title(headline),
            published=self.declared.published,
            publisher=self.declared.publisher,
            url=self.declared.url,
            furniture=tuple(_furnishings(self._lines, kinds)),
        )

    def _kinds(self) -> list[str | None]:
        """For each line the kind of furniture that it is of, or ``None``."""
        self._claim_highest()
        for region in self._regions:
            region.settle()
        kinds = [self._kind(line) for line in self._lines]
        for number in self._beside_headline(kinds):
            kinds[number] = None
        if all(kinds):  # the names of the page's parts say nothing
            return [None] * len(kinds)
        own = [number for number, kind in enumerate(kinds) if kind is None]
        first = next((place for place, each in enumerate(own) if self._lines[each].level == 1), 0)
        if not self._has_main and first < len(own) * _HEADLINE_WITHIN:
            for number in own[:first]:
                kinds[number] = _ABOVE
        return kinds

    def _claim_highest(self) -> None:
        """Takes the highest heading of a page without a headline for it, to tell its cell."""
        levels = [line.level for line in self._lines if line.level and _is_laid_out(line.region)]
        if self._has_main or not levels or any(line.level == 1 for line in self._lines):
            return
        top = min(levels)
        headings = (line.region for line in self._lines if line.level == top)
        _claim(next(region for region in headings if _is_laid_out(region)))

    def _beside_headline(self, kinds: list[str | None]) -> list[int]:
        """The lines directly below a headline that stands above the main part of the page."""
        headlines = [n for n, line in enumerate(self._lines) if line.level == 1]
        if not headlines or any(self._lines[n].main for n in headlines):
            return []
        below = range(headlines[-1] + 1, min(headlines[-1] + 1 + _BELOW, len(kinds)))
        return list(takewhile(lambda n: kinds[n] == _OUTSIDE, below))

    def _kind(self, line: _Line) -> str | None:
        """The kind of furniture that a line is, or none where it is the document's own."""
        if line.region and line.region.furniture:
            return line.region.furniture
        if self._has_main and not line.main and line.level != 1:
            return _OUTSIDE
        return None


def _headline(lines: list[_Line]) -> Iterator[str]:
    """The lines of the first heading of the highest level, which line breaks may part."""
    titles = dropwhile(lambda line: line.level != 1, lines)
    for number, line in enumerate(takewhile(lambda line: line.level == 1, titles)):
        if number and not line.broken:
            return
        yield line.words


def _is_laid_out(region: _Region | None) -> bool:
    """Whether a part of the page is in cells of tables, and in no furniture by its name."""
    while region is not None and region.row is not None:
        region = region.above
    return region is None


def _claim(region: _Region | None) -> None:
    """What holds the main part of a page, or its headline, is no furniture."""
    while region is not None and not region.holds_main:
        region.holds_main = True
        if region.row is not None:
            region.row.table.main = region.row
        region = region.above


def _shown(words: str) -> str:
    """Words with white space as a page shows it, and without what it does not show."""
    # Spaces that do not break set words apart, and no columns: they are one as others are.
    return _UNSEEN_CHARACTERS.sub("", _SPACE.sub(" ", words)).strip()


def _furniture(tag: str, attributes: dict[str, str], above: _Frame) -> str | None:
    """The kind of furniture that an element is, by its tag, role or name."""
    if tag in _OUTERMOST:
        return None
    if tag == "header" and not above.main and above.tag in _OUTERMOST:
        return "page header"
    if tag == "address" and above.tag in _OUTERMOST:
        return "footer"
    if tag == "a" and above.tag == "sup" and attributes.get("href", "").startswith("#"):
        return "note"
    kind = _BY_TAG.get(tag) or _BY_ROLE.get(attributes.get("role", ""))
    if _STRIKING.search(attributes.get("style", "")):
        kind = _BY_TAG["s"]
    if kind is None:
        words = [word for name in _names(attributes) for word in _words_of_name(name)]
        kind = next((_NAMED[word] for word in words if word in _NAMED), None)
    return kind


def _words_of_name(name: str) -> list[str]:
    """A name such as "related-posts", and the words with which it begins and ends."""
    first, *words = re.split("[-_]+", name)
    if not words or not _OF_ANOTHER.isdisjoint((first, *words)):
        return [name]
    return [name, words[-1], *({first} - _NOT_FIRST)]


def _names(attributes: dict[str, str]) -> list[str]:
    """The words of an element's class and id."""
    if "class" not in attributes and "id" not in attributes:
        return []
    return f"{attributes.get('class', '')} {attributes.get('id', '')}".lower().split()


def _is_hidden(attributes: dict[str, str]) -> bool:
    return "hidden" in attributes or _HIDING.search(attributes.get("style", "")) is not None


def _number(value: str | None, default: int) -> int:
    """A number of an attribute, from 1 to as many as this reader follows."""
    digits = (value or "").strip()
    known = digits.isascii() and digits.isdigit() and len(digits) < 5
    if known:
        return min(max(int(digits), 1), _WIDEST)
    return default


def _blank_lines(tag: str) -> int:
    """How many blank lines stand above a block, at least."""
    if tag in _HEADINGS:
        return max(2, 5 - _HEADINGS[tag])
    return int(tag in _SPACED or tag == "dt")


def _joined(lines: list[_Line]) -> str:
    """The text of lines; where one would seem to go on with the line above, they are parted."""
    parts: list[str] = []
    for line in lines:
        seems_to_go_on = line.words[0].islower() and not (line.broken or line.bullet or line.indent)
        above = max(line.above, int(seems_to_go_on)) if parts else 0
        parts.append("\n" * above + _INDENT * line.indent + line.bullet + line.words + "\n")
    return "".join(parts)


def _furnishings(lines: list[_Line], kinds: list[str | None]) -> Iterator[tuple[str, str]]:
    """Furniture, line after line of one kind together."""
    together: list[_Line] = []
    for number, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        if kind is None:
            continue
        together.append(line)
        if kind != next(iter(kinds[number + 1 : number + 2]), None):
            yield _joined(together).rstrip("\n"), kind
            together = []


# --- Declarations ---------------------------------------------------------------------------------


class _Declared:
    """What a page declares of itself, in its head and in its markup."""

    def __init__(self) -> None:
        self._found: dict[str, str] = {}  # by lower-case name; the first one holds

    def tag(self, tag: str, attributes: dict[str, str]) -> None:
        """Takes what a tag declares."""
        if tag == "meta":
            names = (attributes.get(each) for each in ("property", "name", "itemprop"))
            self._put(next(filter(None, names), None), attributes.get("content"))
        elif tag == "link" and "canonical" in attributes.get("rel", "").lower().split():
            self._put("canonical", attributes.get("href"))
        elif tag == "time":
            declares = attributes.get("itemprop", "").lower() == "datepublished"
            if declares or "pubdate" in attributes:
                self._put("time", attributes.get("datetime"))

    def wants(self, tag: str, attributes: dict[str, str]) -> bool:
        """Whether the words in an element declare something."""
        if tag == "title":
            return "title" not in self._found
        return tag == "script" and "ld+json" in attributes.get("type", "").lower()

    def read(self, tag: str, words: str) -> None:
        """Takes the words of a title, or of a script with JSON-LD."""
        if tag == "title":
            self._put("title", " ".join(words.split()))
            return
        try:
            data = json.loads(words)
        except (ValueError, RecursionError):
            return
        for node in _nodes(data):
            self._node(node)

    def _node(self, node: dict[str, Any]) -> None:
        """What one object of JSON-LD declares."""
        publisher = node.get("publisher")
        if isinstance(publisher, dict):
            publisher = publisher.get("name")
        self._put("ld:published", node.get("datePublished"))
        self._put("ld:headline", node.get("headline"))
        self._put("ld:publisher", publisher)

    def _put(self, name: object, value: object) -> None:
        """Remembers a declaration; the first of a name holds."""
        if isinstance(name, str) and isinstance(value, str):
            words = " ".join(_NOT_IN_LINES.sub("", value).split())
            if words:
                self._found.setdefault(name.lower(), words)

    def _first(self, *names: str) -> str | None:
        return next((self._found[name] for name in names if name in self._found), None)

    def title(self, headline: str | None) -> str | None:
        """The headline that it declares or shows; the window's title has the site's name in it."""
        return self._first("ld:headline", "og:title") or headline or self._first("title")

    @property
    def published(self) -> When | None:
        for name in ("article:published_time", "ld:published", "time", *_PUBLISHED):
            if (day := _DAY.match(self._found.get(name, ""))) is None:
                continue
            try:
                return parse_edtf(day[1] or day[2])
            except EdtfError:  # the 31st of a month that has 30 days
                continue
        return None

    @property
    def publisher(self) -> str | None:
        return self._first("ld:publisher", *_PUBLISHERS)

    @property
    def url(self) -> str | None:
        addresses = (self._first(name) for name in ("canonical", "og:url"))
        return next((each for each in addresses if each and _ADDRESS.match(each)), None)


def _nodes(data: object) -> Iterator[dict[str, Any]]:
    """The objects of JSON-LD that describe a page: the outermost, and those of its graph."""
    waiting = [data]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting += node[::-1]
        elif isinstance(node, dict):
            yield node
            waiting.append(node.get("@graph"))
