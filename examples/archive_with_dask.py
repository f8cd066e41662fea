"""Publishes FOLDER/organisations/<organisation>/<release>/ into FOLDER/feeds/, on every core."""

import sys
from json import dumps
from pathlib import Path

from dask.distributed import Client, progress

import cica_events as ce
from cica_events.timestamps import now


def part(folder, feeds, moment):
    report, good, bad = feeds / f"{folder.name}.json", {}, {}
    if report.exists():  # it is written last, and at once: this part is done
        return report.read_text("utf-8")
    for place in sorted(folder.iterdir()):
        try:
            release = ce.load_release(place)
            problems = ce.check(release)
        except ce.CicaEventsError as error:
            problems = [error]
        (bad if problems else good)[place.name] = problems or release
    if good:  # the id is the organisation's, whichever of its releases is the first
        ce.publish(list(good.values()), feeds / folder.name, now=moment, id=folder.name)
    draft = report.with_suffix(".tmp")
    summary = {"published": len(good), "left out": bad}
    draft.write_text(dumps(summary, indent=2, default=str, ensure_ascii=False), "utf-8")
    return draft.replace(report).read_text("utf-8")


if __name__ == "__main__":
    home, cluster = Path(sys.argv[1]).resolve(), sys.argv[2:]  # its address; else this machine
    folders = sorted((home / "organisations").iterdir())
    with Client(*cluster) if cluster else Client(threads_per_worker=1) as client:
        running = client.map(part, folders, feeds=home / "feeds", moment=now(None), pure=False)
        progress(running)
        for folder, future in zip(folders, running, strict=True):
            print(folder.name, future.exception() or future.result())
        sys.exit(any(future.exception() for future in running))
