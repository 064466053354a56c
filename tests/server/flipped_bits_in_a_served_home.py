#!/usr/bin/env python3
"""Random single bits of the database of a home that was served are flipped, one at a time: `check` finds each, or what the
tables hold is the same. Accounts, sessions, audit entries, proposals, runs and the lot book are in it.

    flipped_bits_in_a_served_home.py PROGRAM [FLIPS]"""
import contextlib
import json
import random
import shutil
import sqlite3
import sys

from server import LIST, LISTED_LATER, PRODUCT, check, run, serving, temsao

FLIPS = int(sys.argv[2]) if len(sys.argv) > 2 else 150
HEADS = {"X-File-Name": "danh-sach.xlsx"}
TABLES = ("account", "session", "deed", "proposal", "print_run", "server", "lot_event", "log", "product")


def fill(home):
    with serving(home) as server:
        office, producer = server.sign_in("office"), server.sign_in("producer")
        server.ask("POST", f"/api/v1/list-proposals?as_of={LISTED_LATER}", LIST.read_bytes(), HEADS, office)
        for count in (2, 3):
            done = server.finished(producer, server.start_run(producer, count=count, serials=True))
            check("a run is made", done["state"] == "done", done)
    words = ("lot", "add", "receive", "Cá cơm tươi", "CC-251102", "--amount", "1200 kg", "--from", "Hộ ông Lý")
    added = temsao(home, *words, "--producer", "HTX Nguyễn Hạnh Mẫu")
    check("the lot book has an event", added.returncode == 0, added.stderr)


def content(file):
    """All that the tables hold, or None where it cannot be read."""
    with contextlib.closing(sqlite3.connect(file)) as store:
        try:
            names = [
                name for name, in store.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
            ]
            return {name: sorted(map(repr, store.execute(f"SELECT * FROM {name}"))) for name in names}
        except (sqlite3.Error, UnicodeDecodeError):
            return None


def flip(file, at, bit):
    with open(file, "r+b") as damaged:
        damaged.seek(at)
        byte = damaged.read(1)[0]
        damaged.seek(at)
        damaged.write(bytes([byte ^ 1 << bit]))


def story(home):
    fill(home)
    whole = temsao(home, "check")
    check("nothing is found before", whole.returncode == 0, whole.stdout + whole.stderr)
    file = home / "temsao.sqlite"
    right, size = content(file), file.stat().st_size
    check(
        "the tables are filled", all(right.get(table) for table in TABLES), {t: len(right.get(t, ())) for t in TABLES}
    )
    seed = random.randrange(1 << 30)
    dice = random.Random(seed)
    copy = home.parent / "copy"
    found, harmless = 0, 0
    for _ in range(FLIPS):
        at, bit = dice.randrange(size), dice.randrange(8)
        shutil.copytree(home, copy)
        flip(copy / file.name, at, bit)
        said = temsao(copy, "--json", "check")
        is_found = said.returncode == 1 and json.loads(said.stdout)["findings"] or 64 <= said.returncode < 70
        is_harmless = not is_found and said.returncode == 0 and content(copy / file.name) == right
        found, harmless = found + bool(is_found), harmless + is_harmless
        check(f"byte {at}, bit {bit} (seed {seed}) is found or harmless", is_found or is_harmless, said)
        shutil.rmtree(copy)
    check("some are found", found > 0)
    print(f"{FLIPS} flipped bits (seed {seed}): {found} found, {harmless} harmless")


run(story)
