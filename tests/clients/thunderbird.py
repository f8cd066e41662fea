"""Thunderbird without a window, asked over Marionette, the protocol of its own tests."""

import json
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, Self

from .program import HERE, environment
from .record import Reading, Refresh

SCRIPT = HERE / "readers" / "read_thunderbird.js"
PREFERENCES = {
    "marionette.port": 0,  # any that is free
    "app.update.enabled": False,
    "datareporting.policy.dataSubmissionPolicyBypassNotification": True,
    "mail.provider.suppress_dialog_on_startup": True,
    "mail.spotlight.firstRunDone": True,
    "mailnews.start_page.enabled": False,
    "toolkit.telemetry.enabled": False,
}
FLAGS = ("--headless", "--no-remote", "--marionette", "--remote-allow-system-access")


class Marionette:
    """A conversation: each message is its length, a colon and JSON."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self._answers: IO[bytes] = self._socket.makefile("rb")
        self._sent = 0
        self._message()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._answers.close()
        self._socket.close()

    def ask(self, command: str, **parameters: Any) -> Any:
        self._sent += 1
        message = json.dumps([0, self._sent, command, parameters]).encode()
        self._socket.sendall(b"%d:%b" % (len(message), message))
        _, _, error, result = self._message()
        assert error is None, error
        return result

    def run(self, script: str, *arguments: object) -> Any:
        return self.ask("WebDriver:ExecuteAsyncScript", script=script, args=arguments)["value"]

    def _message(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._answers.read(1)
        return json.loads(self._answers.read(int(length[:-1])))


@contextmanager
def running(home: Path, zone: str) -> Iterator[Path]:
    """Thunderbird with a profile of its own."""
    profile = home / "profile"
    profile.mkdir()
    lines = (f'user_pref("{name}", {json.dumps(value)});\n' for name, value in PREFERENCES.items())
    (profile / "user.js").write_text("".join(lines))
    with (home / "thunderbird.log").open("wb") as log:
        words = ("thunderbird", *FLAGS, "--profile", profile)
        program = subprocess.Popen(
            words, env=environment(home, zone), cwd=home, stdout=log, stderr=log
        )
    try:
        yield profile
    finally:
        program.terminate()
        program.wait(timeout=30)


def port(profile: Path) -> int:
    """The port that it listens on, which it writes down once it does."""
    file = profile / "MarionetteActivePort"
    for _ in range(600):
        if file.exists() and file.read_text():
            return int(file.read_text())
        time.sleep(0.1)
    raise TimeoutError("Thunderbird does not listen")


@contextmanager
def subscribe(url: str, home: Path, zone: str, months: Sequence[str]) -> Iterator[Refresh]:
    with running(home, zone) as profile, Marionette(port(profile)) as marionette:
        marionette.ask("WebDriver:NewSession", capabilities={})
        marionette.ask("Marionette:SetContext", value="chrome")

        def refresh() -> Reading:
            found = marionette.run(SCRIPT.read_text(), url, list(months))
            assert "error" not in found, found["error"]
            return Reading(**found)

        yield refresh
