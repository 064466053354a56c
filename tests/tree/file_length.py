#!/usr/bin/env python3
"""A Python file has at most 400 lines, wherever it lies; a longer one holds two matters."""
import sys

from tree import ROOT, files

MOST_LINES = 400


def main():
    paths, wrong = files("*.py"), []
    for path in paths:
        count = path.read_text().count("\n")
        if count > MOST_LINES:
            wrong.append(
                f"{path.relative_to(ROOT)} has {count} lines; part it by matter into files that the trade's words name, "
                f"{MOST_LINES} at most"
            )
    if len(paths) < 100:
        wrong.append(f"only {len(paths)} files were seen; is this the whole tree?")
    print("\n".join(wrong) or f"{len(paths)} Python files, none of more than {MOST_LINES} lines")
    return bool(wrong)


sys.exit(main())
