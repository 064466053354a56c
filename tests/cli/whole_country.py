#!/usr/bin/env python3
"""A list of the whole country, 17,000 products of 20 columns, is imported from text and from a workbook, and both are the same
list. How long it takes: tests/bench/whole_country.py, which uses this file.

    whole_country.py PROGRAM"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile
import zipfile
from xml.sax.saxutils import escape

ROWS = 17_000
SAMPLE = pathlib.Path(__file__).resolve().parents[2] / "samples/ha-tinh/danh-sach.csv"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def table():
    """The headings, and the sample's products again and again, each under a name of its own and without a GTIN: the key
    is then made of name and producer."""
    sample = list(csv.reader(SAMPLE.open(encoding="utf-8-sig"), delimiter=";"))
    headings, rows = sample[2], sample[3:162]
    products = []
    for number in range(ROWS):
        row = list(rows[number % len(rows)])
        row[0], row[1] = str(number + 1), ""
        row[2] += f" số {number}"
        products.append(row)
    return [headings, *products]


def write_csv(file, rows):
    with file.open("w", newline="") as out:
        csv.writer(out, delimiter=";").writerows(rows)


def write_xlsx(file, rows):
    places = {}

    def cell(text):
        return f'<c t="s"><v>{places.setdefault(text, len(places))}</v></c>'

    sheet = "".join("<row>" + "".join(map(cell, row)) + "</row>" for row in rows)
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets><sheet name="A" r:id="a"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": "<Relationships>"
        f'<Relationship Id="a" Type="{LINKS}/worksheet" Target="worksheets/a.xml"/>'
        f'<Relationship Id="b" Type="{LINKS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/worksheets/a.xml": f'<worksheet xmlns="{MAIN}"><sheetData>{sheet}</sheetData></worksheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{"".join(f"<si><t>{escape(text)}</t></si>" for text in places)}</sst>',
    }
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as out:
        for name, text in parts.items():
            out.writestr(name, text)


def make_lists(folder):
    rows, files = table(), [folder / "ca-nuoc.csv", folder / "ca-nuoc.xlsx"]
    write_csv(files[0], rows)
    write_xlsx(files[1], rows)
    return files


def main(program):
    wrong = []
    with tempfile.TemporaryDirectory(prefix="temsao-country-") as folder:
        folder = pathlib.Path(folder)

        def temsao(*words):
            command = [program, "--home", folder / "home", "--json", *words]
            return json.loads(subprocess.run(command, capture_output=True, text=True).stdout)

        for file in make_lists(folder):
            report = temsao("list", "import", file, "--as-of", "2026-11-01")
            if report["products"] != ROWS or report["refused"]:
                wrong.append(f"{file.name}: {report['products']} of {ROWS} products, {report['refused']} refused")
        if temsao("list", "diff", "1", "2")["changes"]:
            wrong.append("text and workbook gave different lists")
    print("\n".join(wrong) or f"{ROWS} products, the same from text and workbook")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve()))
