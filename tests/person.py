"""A person at a terminal: reads what a command asks, and types answers."""

import fcntl
import os
import pty
import re
import select
import signal
import subprocess
import termios

PROMPT = re.compile(r"> \Z")
CTRL_C, CTRL_D = "\x03", "\x04"
_IMPATIENCE = 10  # seconds, after which a person hits Ctrl-C again
_PATIENCE = 60  # seconds for one answer of the command


def typed(command, answers, folder, environment=None):
    """Runs a command of the shell at a terminal, and answers each of its prompts.

    Args:
        command: the words of the command.
        answers: one line for each prompt; Ctrl-C and Ctrl-D are typed as they are.
        folder: where it runs.
        environment: what is added to the variables.

    Returns:
        The exit code, and all that the terminal showed.
    """
    ours, its = pty.openpty()
    typed = ""
    variables = os.environ | {"COLUMNS": "80", "TERM": "xterm", "PYTHONIOENCODING": "utf-8"}
    process = subprocess.Popen(
        command,
        stdin=its,
        stdout=its,
        stderr=its,
        cwd=folder,
        env=variables | (environment or {}),
        start_new_session=True,
        preexec_fn=_take_terminal,
    )
    os.close(its)
    shown, left = b"", list(answers)
    try:
        while (piece := _read(ours, typed)) is not None:
            shown += piece
            if left and PROMPT.search(shown.decode("utf-8", "replace")):
                typed = left.pop(0)
                os.write(ours, typed.encode() + (b"" if typed in (CTRL_C, CTRL_D) else b"\n"))
        return process.wait(_PATIENCE), shown.decode().replace("\r\n", "\n")
    finally:
        os.close(ours)
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
            process.wait()


def _take_terminal():
    """Makes standard input the terminal of the process, so that Ctrl-C interrupts it."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # tests that run in the background ignore it


def _read(terminal, typed):
    """What the command prints next; ``None`` when it has ended."""
    ready, _, _ = select.select([terminal], [], [], _IMPATIENCE if typed == CTRL_C else _PATIENCE)
    if not ready and typed == CTRL_C:  # it came just before Python began to wait for an answer
        os.write(terminal, typed.encode())
        ready, _, _ = select.select([terminal], [], [], _PATIENCE)
    assert ready, "the command neither asks nor ends"
    try:
        return os.read(terminal, 65536) or None
    except OSError:  # EIO: nobody holds the other end any more
        return None
