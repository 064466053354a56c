#!/usr/bin/env python3
"""Backups are made while other processes print, import and revoke: each is whole, and no later than the next one. A
killed backup leaves nothing. Every flipped bit of a backup and every cut is refused before anything is written.

    hot_backup.py PROGRAM [FLIPS]"""
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from moments import timed
from program import LIST, PROGRAM, environment, expect, failures, kill_after, start, temsao

PRODUCT, DAY = "09520000010003", "2026-11-24"
BACKUPS, KILLS, FLIPS = 8, 12, int(sys.argv[2]) if len(sys.argv) > 2 else 200


def printing(home, folder, number):
    """A process that prints, revokes and imports without end."""
    words = f"""while :; do
        "$0" --quiet label {PRODUCT} --date {DAY} --template jar-60x40 --serials --count 20 -o {folder}/l{number}.pdf
        "$0" --quiet key revoke P/S$$-$((n += 1)) --kind serial
        "$0" --quiet list import {folder}/list.csv --as-of 2026-11-01
    done"""
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "start_new_session": True}
    return subprocess.Popen(["sh", "-c", words, PROGRAM], env=environment(home), **quiet)


def restored(folder, backup, number):
    home = folder / f"restored-{number}"
    status, said, err = temsao(home, "restore", backup)
    expect(status == 0 and not said.get("findings"), f"restore {number}: {status} {said} {err}")
    audit = temsao(home, "log", "audit")[1]
    expect(audit.get("holds"), f"restore {number}: the log does not hold: {audit}")
    shown = temsao(home, "key", "list")[1]
    return audit.get("size", 0), len(shown.get("revocations", [])), said.get("lists", 0)


def while_printing(folder, home):
    workers = [printing(home, folder, number) for number in range(2)]
    counts = []
    try:
        for number in range(BACKUPS):
            backup = folder / f"b{number}"
            status, said, err = temsao(home, "backup", backup)
            expect(status == 0, f"backup {number}: {status} {err}")
            counts.append(restored(folder, backup, number))
    finally:
        for worker in workers:
            os.killpg(worker.pid, signal.SIGKILL)
            worker.wait()
    expect(counts[-1][0] > counts[0][0], f"nothing was printed meanwhile: {counts}")
    for earlier, later in zip(counts, counts[1:]):
        expect(all(a <= b for a, b in zip(earlier, later)), f"a backup is older than the one before: {earlier} {later}")


def killed(folder, home):
    whole, _ = timed(lambda: temsao(home, "backup", folder / "timed"))
    before = set(folder.iterdir())
    for number in range(KILLS):
        kill_after(whole * number / KILLS, start(home, "backup", folder / "killed"))
        if (folder / "killed").exists():
            restored(folder, folder / "killed", f"kill-{number}")  # the kill came after it had its name: it is whole
            shutil.rmtree(folder / f"restored-kill-{number}")
            (folder / "killed").unlink()
    for _ in range(100):  # a process that was killed while it synced to the disk lives on until that is done
        temsao(home, "backup", folder / "timed")  # sweeps
        left = {file.name for file in set(folder.iterdir()) - before}
        left |= {file.name for file in folder.iterdir() if file.name.startswith(".temsao-")}
        if not left:
            break
        time.sleep(0.2)
    expect(not left, f"left behind: {sorted(left)}")


def damaged(folder):
    dice = random.Random(1)
    whole = (folder / "timed").read_bytes()
    copy, home = folder / "damaged", folder / "never"
    for number in range(FLIPS):
        bad = bytearray(whole)
        if number % 4 == 0:
            bad = bad[: dice.randrange(len(bad))]
        elif number % 4 == 1:
            bad += bytes(dice.randrange(1, 9))
        else:
            bad[dice.randrange(len(bad))] ^= 1 << dice.randrange(8)
        copy.write_bytes(bad)
        status, said, err = temsao(home, "restore", copy)
        expect(status == 65 and not home.exists(), f"damaged in way {number % 4}: {status} {said}")


def main():
    with tempfile.TemporaryDirectory(prefix="temsao-backup-") as name:
        folder = pathlib.Path(name)
        home = folder / "home"
        (folder / "list.csv").write_bytes(LIST.read_bytes())
        temsao(home, "list", "import", folder / "list.csv", "--as-of", "2026-11-01")
        while_printing(folder, home)
        killed(folder, home)
        damaged(folder)
        status, said, err = temsao(home, "check")
        expect(status == 0, f"the original: {said} {err}")
    for words in failures:
        print(words)
    print(
        f"{BACKUPS} backups while printing, {KILLS} kills, {FLIPS} damaged files: {'all hold' if not failures else 'FAILED'}"
    )
    sys.exit(1 if failures else 0)


main()
