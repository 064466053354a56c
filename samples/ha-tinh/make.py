#!/usr/bin/env python3
"""Makes the sample lists of Hà Tĩnh: danh-sach.csv, danh-sach.xlsx and cac-vu-viec.csv. Standard library only, and the
same bytes every time.

    make.py                             the lists that lie here, of November 2026
    make.py --check                     whether they are as this program makes them
    make.py --as-of 2027-05-01 FOLDER   the same lists six months later: decisions that are six months younger, so that
                                        as many certificates are valid

People and firms are invented, GTINs are of the demonstration prefix 952; communes are real (as of 2025-07-01)."""
import argparse
import csv
import datetime
import io
import pathlib
import sys

from cases import CASES
from products import HEADINGS, make_products, refused
from workbook import make_xlsx

HERE = pathlib.Path(__file__).resolve().parent
TITLE = "DANH SÁCH SẢN PHẨM OCOP TỈNH HÀ TĨNH (DỮ LIỆU MẪU)"


def make_csv(rows, note):
    text = io.StringIO()
    out = csv.writer(text, delimiter=";", lineterminator="\r\n")
    out.writerow([note])
    out.writerow([])
    out.writerow(HEADINGS)
    for row in rows:
        out.writerow([row[h] for h in HEADINGS])
    return ("\ufeff" + text.getvalue()).encode()


def main():
    reading = argparse.ArgumentParser(description="Makes the sample lists of Hà Tĩnh.")
    reading.add_argument("--check", action="store_true", help="say whether the lists here are up to date")
    reading.add_argument("--as-of", type=datetime.date.fromisoformat, help="of another month, into FOLDER")
    reading.add_argument("folder", nargs="?", type=pathlib.Path, default=HERE)
    asked = reading.parse_args()
    if bool(asked.as_of) != (asked.folder != HERE):
        reading.error("--as-of and FOLDER go together: the lists that lie here are those of November 2026")
    months = (asked.as_of.year - 2026) * 12 + asked.as_of.month - 11 if asked.as_of else 0
    rows = make_products(months)
    outputs = {
        "danh-sach.csv": make_csv(rows + refused(rows), TITLE),
        "danh-sach.xlsx": make_xlsx(rows + refused(rows), TITLE),
        "cac-vu-viec.csv": make_csv(CASES, "MƯỜI HAI VỤ VIỆC (DỮ LIỆU MẪU)"),
    }
    at = asked.folder
    stale = [n for n, data in outputs.items() if not (at / n).exists() or (at / n).read_bytes() != data]
    if asked.check:
        print("\n".join(f"{n} is not what make.py makes; run it" for n in stale) or "the samples are current")
        return bool(stale)
    for n in stale:
        (at / n).write_bytes(outputs[n])
        print("wrote", n)
    return 0


sys.exit(main())
