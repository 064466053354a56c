#!/usr/bin/env python3
"""How well `verify --ocr` tells a changed product name from the right one, on labels this program made.

Labels of the sample list on four templates are read once and kept in a journal; then lists in which every name differs
are laid beside them. Told shares by kind of change; with the right names nothing may be told.

usage: tests/bench/printed_names.py build/temsao [photos]   (photos: turned, blurred, at other sizes, by Pillow)
"""
import csv
import json
import pathlib
import random
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
LIST = SOURCE / "samples/ha-tinh/danh-sach.csv"
TEMPLATES = ["bottle-90x60", "jar-60x40", "box-100x70", "tag-50x80"]
PRODUCTS, ROUNDS = 22, 5
KINDS = [
    "Nước mắm cá cơm",
    "Kẹo cu đơ gừng",
    "Mật ong hoa rừng",
    "Mật mía",
    "Ruốc tôm",
    "Bánh đa nem",
    "Giò bột",
    "Miến dong",
    "Gạo nếp rồng",
    "Dầu lạc ép nguội",
    "Trà mướp đắng",
    "Rượu nhung hươu",
    "Chè xanh sao suốt",
    "Nhung hươu thái lát",
    "Tinh dầu tràm",
    "Đũa gỗ móc",
    "Hương trầm",
    "Nón lá",
]
NAME = 2  # the column


def others(kind):
    return [other for other in KINDS if not set(other.split()) & set(kind.split())]


def another_kind(kind, maker, chance):
    return chance.choice(others(kind)) + maker


def another_whole(kind, maker, chance):
    return chance.choice(others(kind)) + " Sơn Lâm"


def another_word(kind, maker, chance):
    words = kind.split()
    words[chance.randrange(len(words))] = chance.choice([w for other in others(kind) for w in other.split()])
    return " ".join(words) + maker


def photographed(path, chance):
    from PIL import Image, ImageFilter

    label = Image.open(path).convert("L")
    scale = chance.uniform(0.7, 1.3)
    label = label.resize((int(label.width * scale), int(label.height * scale)), Image.BICUBIC)
    table = Image.new("L", (label.width + 200, label.height + 200), 180)
    table.paste(label, (100, 100))
    w, h = table.size
    off = lambda: chance.uniform(-40, 40)
    table = table.transform(
        (w, h), Image.QUAD, (off(), off(), off(), h + off(), w + off(), h + off(), w + off(), off()), Image.BICUBIC
    )
    table = table.filter(ImageFilter.GaussianBlur(chance.uniform(0.3, 1.6)))
    table.save(path.with_suffix(".jpg"), quality=chance.randrange(40, 90))
    path.unlink()


def kind_of(row):
    names = [row[NAME]] if len(row) > NAME else []
    return next((kind for kind in sorted(KINDS, key=len, reverse=True) if names and names[0].startswith(kind)), None)


def changed(rows, change, chance):
    """The list with another name for every product of a known kind."""
    for row in rows:
        if kind := kind_of(row):
            yield row[:NAME] + [change(kind, row[NAME][len(kind) :], chance)] + row[NAME + 1 :]
        else:
            yield row


class Bench:
    def __init__(self, tool, folder):
        self.tool, self.folder = tool, folder
        (folder / "labels").mkdir()

    def run(self, *words):
        command = [self.tool, "--home", self.folder / "home", "--quiet", *words]
        return subprocess.run(command, capture_output=True, text=True)

    def import_list(self, rows, day):
        with open(self.folder / "list.csv", "w", encoding="utf-8", newline="") as out:
            csv.writer(out, delimiter=";").writerows(rows)
        self.run("list", "import", self.folder / "list.csv", "--as-of", f"2026-11-{day:02}")

    def print_labels(self, products, photos, chance):
        for row in products:
            for template in TEMPLATES:
                path = self.folder / "labels" / f"{row[1]}-{template}.png"
                days = ("--made", "2026-11-20", "--date", "2026-11-24")
                self.run("label", row[1], "--template", SOURCE / f"templates/{template}.svg", *days, "-o", path)
                if photos and path.exists():
                    photographed(path, chance)

    def asked(self):
        """Of how many labels it is asked whether the name is right, and how many there are."""
        kept = ("--date", "2026-11-24", "--journal", self.folder / "journal")
        report = json.loads(self.run("--json", "verify", self.folder / "labels", "--ocr", *kept).stdout)
        labels = [label for file in report["files"] for label in file["labels"]]
        return sum(any(f["code"] == "NAME_MISMATCH" for f in label["findings"]) for label in labels), len(labels)


def main(tool, photos):
    with tempfile.TemporaryDirectory() as folder:
        bench, chance = Bench(tool, pathlib.Path(folder)), random.Random(5)
        rows = list(csv.reader(open(LIST, encoding="utf-8-sig"), delimiter=";"))
        bench.import_list(rows, 1)
        products = [row for row in rows if len(row) > NAME and row[1].startswith("952")]
        bench.print_labels(products[:PRODUCTS], photos, chance)
        print("the right name asks: %d of %d" % bench.asked())
        for day, change in enumerate([another_kind, another_whole, another_word], start=2):
            told = total = 0
            for round_ in range(ROUNDS):
                bench.import_list(changed(rows, change, chance), day + 3 * round_)
                seen = bench.asked()
                told, total = told + seen[0], total + seen[1]
            name = change.__name__.replace("_", " ")
            print("%s is told: %d of %d (%.0f %%)" % (name, told, total, 100 * told / total))


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve(), len(sys.argv) > 2)
