#!/usr/bin/env python3
"""Lists damaged in one place: none is accepted in silence with another product, star, day or status than before.
Either a row or the file is refused, or a remark is made that the sound file does not get; where the file alone cannot show
the fault (spoil.py says where), the comparison with the list in use names the product.

    one_spoilt.py TEMSAO [HOW MANY, else 300 | =NUMBER of one, which is also written into the present folder]"""
import json
import pathlib
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from layouts import LAYOUTS
from programs import PROGRAMS
from same_list import ending, temsao
from spoil import spoil

COUNTS = {"name", "producer", "number", "shared_number", "stars", "valid_to", "status", "certificate"}


def look(program, home, folder, name, content):
    """The report of the import, which stores nothing; an error's has no rows."""
    file = folder / name
    file.write_bytes(content)
    done = temsao(program, home, "list", "import", file, "--look", "--as-of", "2026-11-01")
    file.unlink()
    return json.loads(done.stdout)


def spoken(report):
    """Everything that a person reads beside the products: refused rows, remarks, what was not read as a product."""
    said = Counter(("refused",) for _ in report["refused"])
    said.update((r["code"], r["message"]) for r in report["remarks"] if r["severity"] != "info")
    said.update((row["kind"], row["words"]) for row in report["other_rows"] if row["kind"] != "heading")
    said.update((h["heading"], h["meaning"]) for h in report["headings"] if not h["meaning"])
    said.update(("hidden", column) for column in report["hidden_columns"])
    said.update((m["encoding"], m["before"]) for m in report["mended"])
    return said


def other_products(report):
    """The names of the products that differ in what counts."""
    return [
        change["name"]
        for change in report["changes"]
        if not change["fields"] or COUNTS & {field["field"] for field in change["fields"]}
    ]


def products_of(program, folder, name, content):
    """As they are after the import into an empty home."""
    with tempfile.TemporaryDirectory() as home:
        file = folder / name
        file.write_bytes(content)
        temsao(program, home, "list", "import", file, "--as-of", "2026-11-01")
        file.unlink()
        shown = json.loads(temsao(program, home, "list", "show", "--date", "2026-11-24").stdout)
        fields = ("name", "producer", "gtin", "stars", "issued", "valid_to", "status")
        return [tuple(p[f] for f in fields) for p in shown.get("products", [])]


class Trial:
    def __init__(self, program, folder):
        self.program, self.folder, self.home = program, folder, str(folder / "home")
        self.sound = {}
        file = folder / "danh-sach.csv"
        content = PROGRAMS["Excel, CSV with semicolons"](
            LAYOUTS["the headings first"](), "15/10/2025", "UTF-8 with BOM"
        )
        file.write_bytes(content)
        temsao(program, self.home, "list", "import", file, "--as-of", "2026-11-01")
        self.products = products_of(program, folder, "sound.csv", content)

    def said_of_sound(self, case):
        if case not in self.sound:
            place, form, program = case
            content = PROGRAMS[program](LAYOUTS[place](), form, "UTF-8 with BOM")
            self.sound[case] = spoken(look(self.program, self.home, self.folder, f"sound{abs(hash(case))}", content))
        return self.sound[case]

    def run(self, number):
        """(what became of it, words when it is wrong)"""
        one = spoil(number)
        if one is None:
            return "cannot be damaged in this way", ""
        name = f"{number}.{ending(one.file[2])}"
        report = look(self.program, self.home, self.folder, name, one.content)
        if "rows" not in report:
            return "refused as a whole", ""
        if spoken(report) - self.said_of_sound(one.file):
            return "spoken of", ""
        same = products_of(self.program, self.folder, name, one.content) == self.products
        others = other_products(report)
        where = f"={number} {' | '.join(one.file)}: {one.words}"
        if same or not others:
            return "the same list", "" if same else f"{where}\n    the comparison with the list in use misses it"
        if one.shows:
            return "accepted in silence", f"{where}\n    {'; '.join(others)}: {report['changes'][0]['fields'][:1]}"
        return "told beside the list in use", ""


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    asked = sys.argv[2] if len(sys.argv) > 2 else "300"
    numbers = [int(asked[1:])] if asked.startswith("=") else list(range(int(asked)))
    if asked.startswith("="):
        one = spoil(numbers[0])
        pathlib.Path(f"case.{ending(one.file[2])}").write_bytes(one.content)
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(2) as pool:
        results = list(pool.map(Trial(program, pathlib.Path(name)).run, numbers))
    wrong = [words for _, words in results if words]
    print("\n".join(wrong))
    print(", ".join(f"{count} {what}" for what, count in Counter(what for what, _ in results).most_common()))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
