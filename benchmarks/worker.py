"""One peer in a process of its own: `python -m benchmarks.worker MODULE FUNCTION FOLDER`.

`worker.mjs` is the same for JavaScript.
"""

import gc
import json
import sys
from collections.abc import Callable
from importlib import import_module
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


def main(module: str, function: str, folder: str) -> None:
    work, shown = getattr(import_module(module), function)(Path(folder))
    print(json.dumps("ready"), flush=True)
    for line in sys.stdin:
        verb, _, argument = line.strip().partition(" ")
        if verb == "show":
            answer: float = Path(argument).write_bytes(shown(work()))
        else:
            answer = seconds(work, int(argument))
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
