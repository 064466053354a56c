#!/usr/bin/env python3
"""XLSB is read by way of LibreOffice where that is installed. A program of the same name stands in for it here: it writes
the workbook that LibreOffice would write, fails, writes nonsense, or nothing. Its folder is gone afterwards.

    list_by_libreoffice.py TEMSAO"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIST = ROOT / "samples/ha-tinh/danh-sach.xlsx"
program = str(pathlib.Path(sys.argv[1]).resolve())
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
wrong = []

STAND_IN = """#!/bin/sh
while [ "$1" != --outdir ]; do shift; done
test -s "$3" || exit 9
%s
"""


def check(what, holds, seen=""):
    if not holds:
        wrong.append(f"{what}\n    {str(seen)[:800]}")


def imported(folder, does):
    """What the import says when soffice does that; None: it is not there."""
    programs, work = folder / "bin", folder / "tmp"
    for one in (programs, work):
        one.mkdir(exist_ok=True)
    soffice = programs / "soffice"
    soffice.unlink(missing_ok=True)
    if does is not None:
        soffice.write_text(STAND_IN % does)
        soffice.chmod(0o755)
    environment = os.environ | {"PATH": f"{programs}:/usr/bin:/bin" if does is not None else str(programs)}
    command = [program, "--lang", "en", "--home", str(folder / "home"), "--json", "list", "import", "ds.xlsb", "--look"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, env=environment | {"TMPDIR": str(work)})
    check(f"nothing is left after {does!r}", not list(work.iterdir()), list(work.iterdir()))
    return done.returncode, json.loads(done.stdout), done.stderr


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        with zipfile.ZipFile(folder / "ds.xlsb", "w") as package:
            package.writestr(
                "_rels/.rels",
                f'<Relationships><Relationship Id="a" Type="{LINK}" Target="xl/workbook.bin"/></Relationships>',
            )
            package.writestr("xl/workbook.bin", b"\x83\x01\x00")
        status, report, said = imported(folder, f'cp {LIST} "$2/list.xlsx"')
        check("the list is read", status == 1 and report["rows"]["product"] == 159, report)
        check("and it is said how", report["read_by"] == "LibreOffice" and "by way of LibreOffice" in said, said)
        for does, words in (
            (None, "install the package libreoffice-calc"),
            ("exit 1", "LibreOffice cannot read"),
            ("exit 0", "LibreOffice cannot read"),
            ('echo nonsense > "$2/list.xlsx"', "LibreOffice cannot read"),
            ("head -c 5000 " + str(LIST) + ' > "$2/list.xlsx"', "ds.xlsb"),
            ("kill -SEGV $$", "LibreOffice cannot read"),
        ):
            status, report, said = imported(folder, does)
            check(f"{does!r} ends in words", status == 65 and words in report["error"]["message"], report)
    print("\n".join(wrong) or "XLSB is read by way of LibreOffice, or the message says what to install")
    return bool(wrong)


sys.exit(main())
