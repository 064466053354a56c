#!/usr/bin/env python3
"""How long the office waits for a list of the whole country, 17,000 products: to hand it in, to open it as the second
person, to see its columns, to approve it. Wall-clock and CPU seconds of the server and its children, and the bytes of
each answer. First an empty data directory, then a list in which every third product has other stars.

    tests/bench/approval.py build/temsao"""
import csv
import io
import json
import pathlib
import resource
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "cli"), str(ROOT / "server")]
from server import run, serving  # reads the program's name
from whole_country import table


def as_csv(rows):
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def with_other_stars(rows):
    place = rows[0].index("Hạng sao")
    return [
        row if number % 3 or number == 0 else [*row[:place], "3" if row[place] != "3" else "4", *row[place + 1 :]]
        for number, row in enumerate(rows)
    ]


def timed(what, server, *words, **more):
    before, start = server.cpu_seconds(), time.monotonic()
    answer = server.ask(*words, **more)
    took, cpu = time.monotonic() - start, server.cpu_seconds() - before
    print(f"  {what}: {took:.2f} s, {cpu:.2f} s CPU of the server, {len(answer.bytes) / 1e6:.2f} MB, {answer.status}")
    return answer


def story(home):
    rows = table()
    with serving(home) as server:
        office, admin = map(server.sign_in, ("office", "admin"))
        for what, list_ in (
            ("everything is new", rows),
            ("every third product has other stars", with_other_stars(rows)),
        ):
            print(what)
            name = {"X-File-Name": "ca-nuoc.csv"}
            path = "/api/v1/list-proposals"
            made = timed("hand in", server, "POST", f"{path}?as_of=2026-11-20", as_csv(list_), name, office)
            path += "/" + json.loads(made.bytes)["id"]
            timed("open it", server, "GET", path, session=admin)
            timed("its columns", server, "GET", f"{path}/columns", session=admin)
            timed("approve", server, "POST", f"{path}/approval", {}, session=admin)
        timed("all proposals", server, "GET", "/api/v1/list-proposals", session=admin)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(
        f"all processes: {children.ru_utime + children.ru_stime:.1f} s CPU, at most {children.ru_maxrss / 1024:.0f} MB"
    )


run(story)
