#!/usr/bin/env python3
"""What must not change a verdict: the order of the rows, an unrelated product, the list written out and read back, the
other language, a second run, and a day later on which nothing begins or ends.

    metamorphic.py TEMSAO [--lists N] [--seed S]"""
import argparse
import datetime
import pathlib
import random
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from second_judge import code as codes  # noqa: E402
from second_judge import judge, make  # noqa: E402
from second_judge.program import Program  # noqa: E402

PRODUCTS, TEXTS = 40, 150
DAY = datetime.timedelta(1)
UNRELATED = (  # numbers far from those of make.py
    "08934563138165,,Gạo Xa Lạ,HTX Xa Lạ,3,77/QĐ-UBND,{day},UBND tỉnh Nghệ An,,thu hồi,",
    ",,Mật Xa Lạ,HTX Xa Lạ,4,78/QĐ-UBND,{day},UBND tỉnh Nghệ An,,,đề nghị thu hồi",
)


class Rules:
    def __init__(self, program, seed):
        chance = random.Random(seed)
        self.program, self.seed, self.chance = program, seed, chance
        self.as_of, days = make.days_for(chance)
        maker = make.Maker(chance, self.as_of, days)
        maker.scenarios(PRODUCTS)
        self.rows, self.texts, self.day = maker.rows, maker.texts(TEXTS), chance.choice(days)
        self.csv = make.as_csv(self.rows)
        self.products = judge.ProductList(self.csv, self.as_of)
        self.wrong = []

    def labels(self, csv=None, day=None, lang="en"):
        if csv is not None:
            self.program.import_list(csv, self.as_of)
        return self.program.labels(self.texts, day or self.day, lang)

    def same(self, rule, before, after, texts=None):
        for text, one, other in zip(self.texts if texts is None else texts, before, after, strict=True):
            if one != other:
                parts = [name for name in one | other if one.get(name) != other.get(name)]
                change = "".join(f"\n  {name}: {one.get(name)}\n  then: {other.get(name)}" for name in parts)
                self.wrong.append(f"{rule}: seed {self.seed}, {self.day}, {text}{change}")

    def run(self):
        """How many labels were compared."""
        first = self.labels(self.csv)
        self.same("a second run", first, self.labels())
        self.same("the other language", spoken(first), spoken(self.labels(lang="vi")))
        self.same("the list written out and read back", first, self.labels(self.program.export()))
        mixed = list(self.rows)
        self.chance.shuffle(mixed)
        self.same("the order of rows", first, self.labels(make.as_csv(mixed)))
        day = (self.as_of - 100 * DAY).strftime("%d/%m/%Y")
        more = self.csv + "".join(row.format(day=day) + "\n" for row in UNRELATED)
        self.same("an unrelated product", first, self.labels(more))
        quiet = [n for n, text in enumerate(self.texts) if self.nothing_happens(text)]
        later = self.labels(day=self.day + DAY)
        self.same(
            "a day later",
            [without_age(first[n]) for n in quiet],
            [without_age(later[n]) for n in quiet],
            [self.texts[n] for n in quiet],
        )
        return 5 * len(first) + len(quiet)

    def nothing_happens(self, text):
        """Neither certificate, code nor list comes to an end or begins between the day and the next."""
        if (self.day + DAY - self.as_of).days in (0, judge.FRESH_DAYS + 1):
            return False
        code = codes.parse(text)
        turns = [code.made(), *(end for _, end in code.ends())] if code else []
        for product in self.products.by_number.get(code.number, []) if code else []:
            for one in product.certificates:
                turns += [one.issued, one.end]
        return self.day not in turns and self.day + DAY not in turns


def spoken(labels):
    """Without what is said in words."""
    return [
        label
        | {
            "findings": [
                {k: v for k, v in finding.items() if k not in ("message", "rule")} for finding in label["findings"]
            ]
        }
        for label in labels
    ]


def without_age(label):
    """The age of an old list is told in words."""
    kept = [f for f in label["findings"] if f["code"] != "LIST_STALE"]
    stale = len(kept) < len(label["findings"])
    return label | {"findings": kept, "stale": stale}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("--lists", type=int, default=8)
    options.add_argument("--seed", type=int, default=1)
    wish = options.parse_args()
    compared, wrong = 0, []
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(wish.seed, wish.seed + wish.lists):
            rules = Rules(Program(wish.program, folder), seed)
            compared += rules.run()
            wrong += rules.wrong
    for line in wrong[:8]:
        print(line)
    print(f"{compared} labels compared, {len(wrong)} changed")
    sys.exit(1 if wrong or not compared else 0)


if __name__ == "__main__":
    main()
