#!/usr/bin/env python3
"""LibreOffice itself, where it is installed, reads two_products.xlsb: two invented products, written by SheetJS 0.18.5 (npm
xlsx) on 2026-11-29, whose dates, stars and telephone numbers are numbers under a format. Each value is what its cell shows.

    list_by_real_libreoffice.py TEMSAO"""
import csv
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROGRAM = str(pathlib.Path(sys.argv[1]).resolve())
FILE = pathlib.Path(__file__).resolve().parent / "two_products.xlsb"
FIELDS = ["Mã vạch", "Tên sản phẩm", "Hạng sao", "Ngày QĐ", "Có giá trị đến", "Điện thoại"]
EXPECTED = [
    ["09520000010003", "Nước mắm cá cơm Hạnh Mẫu", "3", "2025-04-08", "2028-04-08", "0912345678"],
    ["09520000010010", "Kẹo cu đơ Ông Mẫu", "4", "2025-04-08", "2028-04-08", "0912345678"],
]

if not shutil.which("soffice"):
    print("left out: LibreOffice is not installed (libreoffice-calc)")
    sys.exit(77)
with tempfile.TemporaryDirectory() as folder:
    for words in (["list", "import", str(FILE)], ["list", "export", "out.csv"]):
        done = subprocess.run([PROGRAM, "--home", "home", *words], cwd=folder, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
    rows = csv.DictReader((pathlib.Path(folder) / "out.csv").read_text("utf-8-sig").splitlines())
    read = [[row[field] for field in FIELDS] for row in rows]
assert read == EXPECTED, read
print("two products, each value as its cell shows it")
