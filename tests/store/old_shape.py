#!/usr/bin/env python3
"""A database as an older temsao left it is brought to the newest tables with all it holds, and checks lie by month from
then on.

    old_shape.py PROGRAM STORE          (tests/store/postgres.py calls this, with an empty database)"""
import os
import pathlib
import subprocess
import sys
import tempfile

PROGRAM, STORE = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
HERE = pathlib.Path(__file__).resolve().parent
LIST = HERE.parents[1] / "samples/ha-tinh/danh-sach.csv"
PATIENCE = 12 * 60  # seconds until a command is given up; nothing here asserts how long one takes
CHECKS = "SELECT id, product, lot, serial, day, place, inspector, verdict, code, time FROM sighting ORDER BY id"
PARTS = "SELECT tableoid::regclass, count(*) FROM sighting GROUP BY 1 ORDER BY 1::text"
wrong = []


def expect(what, seen, wanted):
    if seen != wanted:
        wrong.append(f"{what}: {seen!r} instead of {wanted!r}")


def psql(*words):
    done = subprocess.run(
        ["psql", STORE, "-XAtq", "-v", "ON_ERROR_STOP=1", *words], capture_output=True, text=True, timeout=PATIENCE
    )
    if done.returncode != 0:
        wrong.append(done.stderr)
    return done.stdout


def main():
    psql("-f", str(HERE / "step_10.sql"))
    before = psql("-c", CHECKS)
    expect("checks of before", len(before.splitlines()), 5)
    with tempfile.TemporaryDirectory(prefix="temsao-old-") as folder:
        environment = os.environ | {"TEMSAO_HOME": folder + "/home"}

        def temsao(*words, status=0):
            command = [PROGRAM, "--lang", "en", *words]
            done = subprocess.run(
                command, cwd=folder, env=environment, capture_output=True, text=True, timeout=PATIENCE
            )
            expect(" ".join(map(str, words)) + done.stdout + done.stderr, done.returncode, status)
            return done.stdout

        audit = temsao("log", "audit", "--store", STORE)
        expect("the log is whole", "intact: 9 entries" in audit, True)
        expect("every check is as it was", psql("-c", CHECKS), before)
        months = ["202606|1", "202607|2", "202609|1", "rest|1"]  # what is said to be of 2019 has no month of its own
        expect("by month", sorted(psql("-c", PARTS).split()), ["sighting_" + month for month in months])
        temsao("list", "import", LIST, "--as-of", "2026-11-01", status=1)
        label = ("label", "09520000010003", "--date", "2026-11-24", "--lot", "L1", "--serials", "-o", "new.png")
        temsao(*label, "--store", STORE)
        seen = ("--record", "--place", "Vinh", "--inspector", "An", "--store", STORE)
        for day in ("2026-08-31", "2026-08-01", "2026-08-31", "2031-01-01"):
            temsao("verify", "new.png", "--date", day, *seen, status=2)
        months = ["202606|1", "202607|2", "202608|2", "202609|1", "rest|2"]
        expect("new checks too", sorted(psql("-c", PARTS).split()), ["sighting_" + month for month in months])
        temsao("log", "audit", "--store", STORE)
    # A month that was too far ahead has come: what lay in the rest moves with it.
    psql("-c", "INSERT INTO sighting SELECT 'x', product, lot, serial, date_trunc('month', now() + interval '1 month'),"
         " place, inspector, verdict, code, time FROM sighting LIMIT 1")  # fmt: skip
    psql("-c", "SELECT temsao_month_of_checks((date_trunc('month', now() + interval '1 month'))::date)")
    expect("and out of the rest", psql("-c", "SELECT count(*) FROM sighting_rest"), "2\n")
    print("\n".join(wrong) or "the old database holds all it held")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
