"""`read_html`: plain lines without hidden characters, and addresses and dates that are such."""

import re
from collections.abc import Iterator

from cica_events import FormatError, parse_edtf, read_html

from ..seeds import PAGES, PHRASES

WORDS = (
    *("<p>", "<b>", "</b>", "<li>", "<ol start=3>", "<table>", "<td rowspan=2>", "<tr>", "<th>"),
    *("<h1>", "<h3>", "<main>", "<nav>", "<aside>", "<footer>", "<del>", "<br>", "<hr>", "<pre>"),
    *("<script>", "<svg>", "<title>", "<template>", "<select>", "<!--", "-->", "<![CDATA[", "\0"),
    *(" hidden", " style='display: none'", " class=nav", " role=banner", "&nbsp;", "&shy;"),
    *("<time datetime=2024-05-03 pubdate>", "<meta name=date content=2024-02-30>", "charset="),
    *("<link rel=canonical href='https://example.org/'>", '{"@type": "NewsArticle"}'),
)
HIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u2060\ufeff]")


def seeds() -> Iterator[bytes]:
    yield from (page.encode() for page in PAGES)
    yield from (f"<h1>Forum</h1><p>Held {phrase}.".encode() for phrase in PHRASES)
    for encoding in ("utf-8-sig", "utf-16", "utf-16-be", "windows-1251"):
        yield f"<meta charset={encoding}><p>Алматы".encode(encoding)


def check(data: bytes) -> None:
    try:
        page = read_html(data)
    except FormatError:
        return
    assert not page.text or (page.text.strip() and page.text.endswith("\n"))
    assert page.whole.endswith("\n")
    for part in (page.whole, page.title or "", page.publisher or "", page.url or ""):
        assert not HIDDEN.search(part)
    assert all(line == line.rstrip(" ") for line in page.text.split("\n"))
    assert all(text.strip() and kind for text, kind in page.furniture)
    assert page.title is None or page.title.strip()
    assert page.published is None or parse_edtf(str(page.published)) == page.published
    assert page.url is None or page.url.lower().startswith(("http://", "https://"))
