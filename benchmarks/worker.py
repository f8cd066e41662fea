"""One peer in a process of its own, told what to do line by line.

`python -m benchmarks.worker MODULE FOLDER`; `worker.mjs` is the same for JavaScript.
"""

import gc
import json
import sys
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from time import thread_time
from typing import Any


def seconds(work: Callable[[], Any], loops: int) -> float:
    """Of processor time: what else the machine does meanwhile does not count."""
    gc.collect()
    start = thread_time()
    for _ in range(loops):
        work()
    return (thread_time() - start) / loops


def versions(peer: Any) -> str:
    found = getattr(peer, "version", None)
    return found() if found else ", ".join(f"{name} {version(name)}" for name in peer.PACKAGES)


def answer(value: Any) -> None:
    print(json.dumps(value), flush=True)


def main() -> None:
    peer = import_module(sys.argv[1])
    work = peer.prepare(Path(sys.argv[2]))
    answer({"label": peer.LABEL, "version": versions(peer)})
    for line in sys.stdin:
        verb, _, argument = line.strip().partition(" ")
        if verb == "show":
            answer(Path(argument).write_bytes(peer.shown(work())))
        else:
            answer(seconds(work, int(argument)))


if __name__ == "__main__":
    main()
