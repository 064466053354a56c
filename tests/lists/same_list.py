#!/usr/bin/env python3
"""The same list in forty layouts, written with twelve forms of days, in six encodings, by eight programs: each file gives
the same list. Without an argument each layout is written with each form of days, and the programs and encodings are
chosen so that every pair of values of two axes occurs; with `all`, every combination is tried. With the words of one file,
as they are printed when it fails, that file is written into the present folder and tried. With LOOKS, the program
many_looks of the build, one process looks at many files, which takes less time; `--part 2/4` is the second
quarter of them.

    same_list.py TEMSAO [all | "LAYOUT | DAYS | PROGRAM | ENCODING"] [--looks LOOKS] [--part K/N]"""
import argparse
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

DAY = "2026-11-01"
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


class OneByOne:
    """temsao itself looks at each file."""

    def __init__(self, program, home):
        self.program, self.home = program, home

    def report(self, file):
        return json.loads(temsao(self.program, self.home, "list", "import", file, "--look", "--as-of", DAY).stdout)

    def end(self):
        return True


class ManyAtOnce:
    """One process looks at all files, one after the other."""

    def __init__(self, looks, home):
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self.process = subprocess.Popen([looks, home, DAY], text=True, bufsize=1, **pipes)

    def report(self, file):
        self.process.stdin.write(f"{file}\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline() or '{"error": "the process has ended"}')

    def end(self):
        self.process.stdin.close()
        return self.process.wait() == 0


def misfit(reader, case, folder):
    """What is other than it was for the first file; empty: the list is the same."""
    content = write(case)
    if content is None:
        return None
    file = folder / f"{abs(hash(case))}.{ending(case[2])}"
    file.write_bytes(content)
    report = reader.report(file)
    file.unlink()
    if "rows" not in report:
        return str(report)[:600]
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
    done = temsao(program, home, "list", "import", file, "--as-of", DAY)
    shown = json.loads(temsao(program, home, "list", "show", "--date", "2026-11-24").stdout)["products"]
    right = Counter(
        (p.name, p.producer, p.stars, p.decision, p.issued.isoformat(), p.valid_to.isoformat(), p.status == "thu hồi")
        for p in PRODUCTS
    )
    fields = ("name", "producer", "stars", "certificate", "issued", "valid_to")
    found = Counter((*(p[f] for f in fields), p["status"] == "revoked") for p in shown)
    return done.returncode == 0 and found == right


def asked_cases(asked):
    if asked == "all":
        return list(itertools.product(*AXES))
    if not asked:
        return chosen()
    case = tuple(asked.split(" | "))
    pathlib.Path(f"case.{ending(case[2])}").write_bytes(write(case))
    return [case]


def results_of(readers, cases, folder):
    """Each reader takes every so-manieth case; in the order of the cases."""
    count = len(readers)
    with ThreadPoolExecutor(count) as pool:
        each = list(pool.map(lambda i: [misfit(readers[i], case, folder) for case in cases[i::count]], range(count)))
    return [each[i % count][i // count] for i in range(len(cases))]


def main():
    words = argparse.ArgumentParser()
    words.add_argument("temsao")
    words.add_argument("cases", nargs="?", default="")
    words.add_argument("--looks")
    words.add_argument("--part", default="1/1")
    words = words.parse_args()
    program = str(pathlib.Path(words.temsao).resolve())
    part, parts = map(int, words.part.split("/"))
    cases = asked_cases(words.cases)[part - 1 :: parts]
    with tempfile.TemporaryDirectory() as name:
        folder, home = pathlib.Path(name), name + "/home"
        if not as_it_is_known(program, home, folder):
            print("the list in its plainest form is not read as it is")
            return 1
        readers = [ManyAtOnce(words.looks, home) if words.looks else OneByOne(program, home) for _ in range(2)]
        results = results_of(readers, cases, folder)
        ended = all([reader.end() for reader in readers])
    wrong = [(case, result) for case, result in zip(cases, results) if result]
    for case, result in wrong:
        print(" | ".join(case) + "\n    " + result)
    skipped = results.count(None)
    print(
        f"{len(cases) - skipped - len(wrong)} of {len(cases) - skipped} files give the same list; {skipped} cannot be written"
    )
    return 1 if wrong or not ended else 0


if __name__ == "__main__":
    sys.exit(main())
