#!/usr/bin/env python3
"""Lists saved by other programs, as XLS, ODS and the XML of Excel 2003, give the same list as the XLSX that they were made
from; hidden rows, zeros in front and written days with them. Damaged ones are refused, and without ssconvert temsao says
what to install. Exit 77, skipped, where ssconvert is missing.

    list_of_other_programs.py TEMSAO"""
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
program = str(pathlib.Path(sys.argv[1]).resolve())
if not shutil.which("ssconvert"):
    print("skipped: ssconvert is missing; install the package gnumeric")
    sys.exit(77)
wrong = []


def check(what, holds, seen=""):
    if not holds:
        wrong.append(f"{what}\n    {str(seen)[:1500]}")


def temsao(home, *words, path=None):
    environment = dict(os.environ, **({"PATH": path} if path else {}))
    command = [program, "--lang", "en", "--home", str(home), "--json", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, env=environment)


def imported(file):
    with tempfile.TemporaryDirectory() as home:
        done = temsao(home, "list", "import", file, "--as-of", "2026-11-01")
        if not done.stdout:
            return None, done.stderr
        exported = pathlib.Path(home) / "list.csv"
        temsao(home, "list", "export", exported)
        return (json.loads(done.stdout), exported.read_text("utf-8-sig")), done.stderr


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        original = ROOT / "samples/ha-tinh/danh-sach.xlsx"
        (report, products), _ = imported(original)
        check("nothing was converted", report["read_by"] is None, report["read_by"])
        kinds = {"xls": "Gnumeric_Excel:excel_biff8", "ods": "Gnumeric_OpenCalc:odf"}
        for ending, exporter in kinds.items():
            file = folder / f"danh-sach.{ending}"
            subprocess.run(["ssconvert", f"--export-type={exporter}", original, file], check=True, capture_output=True)
            (other, same), said = imported(file)
            check(f"the list of the {ending} is that of the XLSX", same == products)
            check(f"the rows of the {ending} are counted alike", other["rows"] == report["rows"], other["rows"])
            check(f"the {ending} is said to be read by Gnumeric", other["read_by"] == "Gnumeric", other["read_by"])
            check(f"and in words, for the {ending}", "read by way of Gnumeric" in said, said)

            without = temsao(folder / "home", "list", "import", file, path=str(folder))
            asked = "install the package gnumeric" in without.stderr
            check(f"without ssconvert the {ending} asks for it", without.returncode == 65 and asked, without)

            whole, damage = file.read_bytes(), random.Random(20261129)
            for round_ in range(12):
                cut = bytearray(whole[: damage.randrange(9, len(whole))] if round_ % 2 else whole)
                for _ in range(40):
                    cut[damage.randrange(8, len(cut))] = damage.randrange(256)
                file.write_bytes(cut)
                done = temsao(folder / "home", "list", "import", file)
                check(f"damaged {ending} {round_} ends in words", done.returncode in (0, 1, 65), done)
    print("\n".join(wrong) or "lists of other programs are read as the list that they hold")
    return bool(wrong)


sys.exit(main())
