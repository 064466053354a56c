#!/usr/bin/env python3
"""Lists saved by other programs, as XLS, ODS and the XML of Excel 2003, give the same list as the XLSX that they were made
from; hidden rows, zeros in front and written days with them. Damaged ones are refused, and without ssconvert temsao says
what to install. Exit 77, skipped, where ssconvert is missing.

    list_of_other_programs.py TEMSAO"""
import io
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import zipfile

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


def open_document(sheets):
    """Each sheet: its name, whether it is hidden, its rows; a row or column in HIDDEN is hidden."""
    names = ("office", "style", "text", "table")
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    shown = "".join(
        f'<style:style style:name="{style}" style:family="table"><style:table-properties table:display="{display}"/>'
        "</style:style>"
        for style, display in (("on", "true"), ("off", "false"))
    )
    tables = ""
    for name, is_hidden, rows in sheets:
        lines = "".join(
            "<table:table-row>"
            + "".join(
                f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
                for cell in row
            )
            + "</table:table-row>"
            for row in rows
        )
        style = "off" if is_hidden else "on"
        tables += f'<table:table table:name="{name}" table:style-name="{style}">{lines}</table:table>'
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} office:version="1.2">'
        f"<office:automatic-styles>{shown}</office:automatic-styles><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    manifest = (
        f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{space}" manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{mime}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for part, text in (("mimetype", mime), ("META-INF/manifest.xml", manifest), ("content.xml", content)):
            archive.writestr(part, text)
    return file.getvalue()


def hidden_parts(folder):
    """Whichever sheets are hidden, the visible list is read and the hidden ones are named so; texts stay as they are."""
    head = ["Tên sản phẩm", "Chủ thể", "Hạng sao", "Số QĐ", "Ngày QĐ"]
    lists = {
        "cũ &amp; lẻ": [head, ["Mắm cũ", "HTX Mẫu", "5", "1/QĐ-UBND", "15/10/2024"]],
        "mới": [head, ["Mắm _x0041_ mới", "HTX Mẫu", "3", "2/QĐ-UBND", "15/10/2025"]],
    }
    for hidden in lists:
        for names in (list(lists), list(lists)[::-1]):
            file = folder / "an.ods"
            file.write_bytes(open_document([(name, name == hidden, lists[name]) for name in names]))
            subprocess.run(
                ["ssconvert", "--export-type=Gnumeric_Excel:excel_biff8", file, folder / "an.xls"],
                check=True,
                capture_output=True,
            )
            (visible,) = set(lists) - {hidden}
            for one in (file, folder / "an.xls"):
                (report, products), said = imported(one)
                what = f"{one.suffix} with {hidden} hidden, sheets {names}"
                check(f"the visible sheet of {what} is read", lists[visible][1][0] in products, products)
                check(f"and no other, of {what}", lists[hidden][1][0] not in products, products)
                check(f"the hidden one of {what} is named so", "(hidden)" in said, said)


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
        hidden_parts(folder)
    print("\n".join(wrong) or "lists of other programs are read as the list that they hold")
    return bool(wrong)


sys.exit(main())
