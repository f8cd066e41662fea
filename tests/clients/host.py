"""`Host`: a static web host on loopback, which sends what our docs ask a host to send."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import TracebackType
from typing import Self

FIRST = datetime(2026, 1, 1, tzinfo=UTC)
PAGE = b"<!doctype html><title>Calendar</title><link rel=icon href='data:,'><div id=calendar></div>"


class Host:
    """Serves one feed, whatever was put last; `statuses` is what it answered, in order."""

    def __init__(self, cache_control: str | None = "no-cache") -> None:
        self.cache_control = cache_control
        self.feed = b""
        self.revised = FIRST
        self.statuses: list[int] = []
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = Thread(target=self._server.serve_forever, args=(0.05,), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/cica.ics"

    def put(self, feed: bytes) -> None:
        """Bytes that are as before keep their stamps, as a file that nobody touches does."""
        if feed != self.feed:
            self.feed = feed
            self.revised += timedelta(hours=1)

    def headers(self) -> dict[str, str]:
        cache = {"Cache-Control": self.cache_control} if self.cache_control else {}
        return {
            **cache,
            "Content-Type": "text/calendar; charset=utf-8",
            "ETag": f'"{sha256(self.feed).hexdigest()[:16]}"',
            "Last-Modified": format_datetime(self.revised, usegmt=True),
        }

    def answer(self, path: str, etag: str | None) -> tuple[int, dict[str, str], bytes]:
        """The feed, unless the asker has it; beside it a page for a calendar in a browser."""
        if path == "/calendar.html":
            return 200, {"Content-Type": "text/html"}, PAGE
        if path != "/cica.ics":
            return 404, {}, b""
        headers = self.headers()
        status = 304 if etag == headers["ETag"] else 200
        self.statuses.append(status)
        return status, headers, b"" if status == 304 else self.feed

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        host = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                status, headers, body = host.answer(self.path, self.headers.get("If-None-Match"))
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                if status != 304:
                    self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *words: object) -> None:
                """Silence: the tests read `statuses`."""

        return Handler
