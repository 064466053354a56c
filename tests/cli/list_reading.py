#!/usr/bin/env python3
"""A list is read as the program shows it in which it was written, or the message says what was not read. Each case of
list_cases has the file and what is right beside it (list_import.py says how an expectation reads). All data are invented.

    list_reading.py TEMSAO"""
import sys

from list_cases import other_files, remarks, text_files, workbooks
from list_import import misfits

CASES = text_files.CASES + workbooks.CASES + other_files.CASES + workbooks.AT_ODDS + remarks.CASES


def main():
    wrong = 0
    for title, content, expected in CASES:
        name = expected.get("name", "danh-sach.xlsx" if content.startswith(b"PK") else "danh-sach.csv")
        found = misfits(sys.argv[1], content, name, expected)
        wrong += bool(found)
        print(f"{title}: " + ("as expected" if not found else "\n    " + "\n    ".join(found)))
    print(f"{wrong} of {len(CASES)} other than expected")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
