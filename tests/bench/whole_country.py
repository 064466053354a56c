#!/usr/bin/env python3
"""Processor time of importing a list of the whole country, 17,000 products of 20 columns, as CSV and as XLSX: the best of
three each, beside what Python's own readers take for the same file, so that figures of two machines can be compared.

    tests/bench/whole_country.py build/temsao"""
import csv
import pathlib
import resource
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
from whole_country import ROWS, make_lists

TIMES = 3


def of_children():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def imported(program, folder, file):
    took = []
    for number in range(TIMES):
        before = of_children()
        home = folder / f"home-{file.suffix[1:]}-{number}"
        words = [program, "--home", home, "--quiet", "list", "import", file, "--as-of", "2026-11-01"]
        subprocess.run(words, check=True, capture_output=True)
        took.append(of_children() - before)
    return min(took)


def read_by_python(file):
    """Cells only: no key, no rule, no database."""
    start = time.process_time()
    if file.suffix == ".csv":
        list(csv.reader(file.open(encoding="utf-8"), delimiter=";"))
    else:
        with zipfile.ZipFile(file) as book:
            for part in ("xl/worksheets/a.xml", "xl/sharedStrings.xml"):
                xml.etree.ElementTree.fromstring(book.read(part))
    return time.process_time() - start


program = pathlib.Path(sys.argv[1]).resolve()
with tempfile.TemporaryDirectory(prefix="temsao-country-") as name:
    for file in make_lists(pathlib.Path(name)):
        ours, floor = imported(program, pathlib.Path(name), file), read_by_python(file)
        print(f"{file.name}: {ROWS} products in {ours:.2f} s CPU, {ours / floor:.1f} times Python's bare reading")
