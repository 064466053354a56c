#!/usr/bin/env python3
"""The same list in forty layouts, written with twelve forms of days, in six encodings, by eight programs: each file gives
the same list. Without an argument each layout is written with each form of days, and the programs and encodings are
chosen so that every pair of values of two axes occurs; with `all`, every combination is tried. With the words of one file,
as they are printed when it fails, that file is written into the present folder and tried.

    same_list.py TEMSAO [all | "LAYOUT | DAYS | PROGRAM | ENCODING"]"""
import itertools
import json
import pathlib
import random
import subprocess
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from layouts import LAYOUTS
from letters import ENCODINGS, CannotWrite
from programs import PROGRAMS
from sample import DAY_FORMS, HEADINGS, PRODUCTS

AXES = (list(LAYOUTS), list(DAY_FORMS), list(PROGRAMS), list(ENCODINGS))

# Once wrong though each of their pairs was right.
BESIDES = [
    ("other words for the headings", "15/10/2025", "Excel, CSV with semicolons", encoding)
    for encoding in ("TCVN3", "VNI", "CP1258")
]


def ending(program):
    return {"Excel, CSV with semicolons": "csv", "Excel, text with tabs": "txt"}.get(program, "xlsx")


def write(case):
    """The file's bytes; none where its letters do not exist in the encoding."""
    words, days, program, encoding = case
    try:
        return PROGRAMS[program](LAYOUTS[words](), days, encoding)
    except CannotWrite:
        return None


def chosen():
    """For each layout and form of days the program and the encoding with the most pairs that did not occur yet."""
    seen, cases, chance = set(), list(BESIDES), random.Random(20261129)

    def pairs(case):
        return set(itertools.combinations(enumerate(case), 2))

    for first in itertools.product(*AXES[:2]):
        best = max(itertools.product(*AXES[2:]), key=lambda last: (len(pairs(first + last) - seen), chance.random()))
        cases.append(first + best)
        seen |= pairs(first + best)
    for (one, a), (other, b) in itertools.combinations(enumerate(AXES), 2):
        for pair in itertools.product(a, b):
            if ((one, pair[0]), (other, pair[1])) not in seen:
                case = [axis[0] for axis in AXES]
                case[one], case[other] = pair
                cases.append(tuple(case))
    return cases


def temsao(program, home, *words):
    command = [program, "--lang", "en", "--home", home, "--json", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True)


def misfit(program, home, case, folder):
    """What is other than it was for the first file; empty: the list is the same."""
    content = write(case)
    if content is None:
        return None
    file = folder / f"{abs(hash(case))}.{ending(case[2])}"
    file.write_bytes(content)
    done = temsao(program, home, "list", "import", file, "--look", "--as-of", "2026-11-01")
    file.unlink()
    report = json.loads(done.stdout)
    if "rows" not in report:
        return f"exit {done.returncode}: {done.stdout[:600]}"
    found = [
        f"row {row['row']} refused: {row['column']} {row['value']!r}: {row['reason']}" for row in report["refused"]
    ]
    found += [field["words"] for change in report["changes"] for field in change["fields"]]
    found += [f"{change['change']} {change['name']}" for change in report["changes"] if not change["fields"]]
    missing = {head["meaning"] for head in report["headings"]} ^ set(HEADINGS)
    missing -= {None, "number", "group", "decision_and_date", "issued", "decision"}
    found += [f"column not read: {meaning}" for meaning in missing]
    if report["rows"]["product"] != len(PRODUCTS) or report["rows_read"] != sum(report["rows"].values()):
        found.append(f"rows: {report['rows']}")
    return "; ".join(found[:6])


def as_it_is_known(program, home, folder):
    """The list of the first file is the list of sample.py, as far as its products are shown."""
    file = folder / "danh-sach.csv"
    file.write_bytes(write((AXES[0][0], AXES[1][0], "Excel, CSV with semicolons", "UTF-8 with BOM")))
    done = temsao(program, home, "list", "import", file, "--as-of", "2026-11-01")
    shown = json.loads(temsao(program, home, "list", "show", "--date", "2026-11-24").stdout)["products"]
    right = Counter(
        (p.name, p.producer, p.stars, p.decision, p.issued.isoformat(), p.valid_to.isoformat(), p.status == "thu hồi")
        for p in PRODUCTS
    )
    fields = ("name", "producer", "stars", "certificate", "issued", "valid_to")
    found = Counter((*(p[f] for f in fields), p["status"] == "revoked") for p in shown)
    return done.returncode == 0 and found == right


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    asked = sys.argv[2] if len(sys.argv) > 2 else ""
    cases = chosen()
    if asked == "all":
        cases = list(itertools.product(*AXES))
    elif asked:
        cases = [tuple(asked.split(" | "))]
        pathlib.Path(f"case.{ending(cases[0][2])}").write_bytes(write(cases[0]))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if not as_it_is_known(program, name + "/home", folder):
            print("the list in its plainest form is not read as it is")
            return 1
        with ThreadPoolExecutor(2) as pool:
            results = list(pool.map(lambda case: misfit(program, name + "/home", case, folder), cases))
    wrong = [(case, result) for case, result in zip(cases, results) if result]
    for case, result in wrong:
        print(" | ".join(case) + "\n    " + result)
    skipped = results.count(None)
    print(
        f"{len(cases) - skipped - len(wrong)} of {len(cases) - skipped} files give the same list; {skipped} cannot be written"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
