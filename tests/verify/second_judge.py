#!/usr/bin/env python3
"""A second judge, in another language and from the documents alone, beside the program: random lists, codes and days,
and both must refuse the same rows, and say the same verdict for the same reasons.

    second_judge.py TEMSAO [--count N] [--seed S]    about N comparisons; without it twelve thousand

A difference is printed with its rows, code, day and both answers."""
import argparse
import pathlib
import random
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from second_judge import judge, make  # noqa: E402
from second_judge.program import Program  # noqa: E402

PRODUCTS, TEXTS = 40, 200  # of one list, each text read on each of its four or five days
MOST_SHOWN = 8


def of_label(label):
    """(verdict, {finding: severity}). Which rule a broken text breaks is for the tests of src/gs1."""
    found = {}
    for finding in label["findings"]:
        code, severity = finding["code"], finding["severity"]
        is_rule = code == "CHECKDIGIT" or code.startswith("SYNTAX_")
        found["BROKEN" if is_rule and severity == "invalid" else code] = severity
    return label["verdict"], {"BROKEN": "invalid"} if "BROKEN" in found else found


def new_list(seed):
    """(list as text, its day, texts, days)"""
    chance = random.Random(seed)
    as_of, days = make.days_for(chance)
    maker = make.Maker(chance, as_of, days)
    maker.scenarios(PRODUCTS)
    return make.as_csv(maker.rows), as_of, maker.texts(TEXTS), days


def show(seed, day, text, rows, ours, theirs):
    print(f"\nseed {seed}, {day}, {text}\n  program: {theirs}\n  second:  {ours}")
    number = next((part for part in text.replace("?", "/").split("/") if len(part) >= 8 and part[:1] in "09P"), "?")
    for line in rows.splitlines():
        if number in line or number.lstrip("0") in line:
            print("  " + line)


def show_rows(seed, rows, ours, theirs):
    lines = rows.splitlines()
    for row in sorted(ours ^ theirs.keys()):
        reason = theirs.get(row, "taken by the program, refused by the second judge")
        print(f"\nseed {seed}, row {row}: {reason}\n  {lines[row - 1]}")


def compare(program, seed):
    """(comparisons, differences, verdicts, lists of which other rows were refused)"""
    rows, as_of, texts, days = new_list(seed)
    refused = {one["row"]: one["reason"] for one in program.import_list(rows, as_of)["refused"]}
    products = judge.ProductList(rows, as_of)
    lists = [] if refused.keys() == products.refused else [(seed, rows, products.refused, refused)]
    compared, different, seen = 0, [], {"rows refused": len(products.refused)}
    for day in days:
        for text, theirs in zip(texts, map(of_label, program.labels(texts, day)), strict=True):
            ours = judge.judge(products, text, day)
            compared += 1
            for name in [theirs[0], *theirs[1]]:
                seen[name] = seen.get(name, 0) + 1
            if ours != theirs:
                different.append((seed, day, text, rows, ours, theirs))
    return compared, different, seen, lists


def main():
    options = argparse.ArgumentParser()
    options.add_argument("program")
    options.add_argument("--count", type=int, default=12000)
    options.add_argument("--seed", type=int, default=1)
    wish = options.parse_args()
    compared, different, seen, lists, seed = 0, [], {}, [], wish.seed
    with tempfile.TemporaryDirectory() as folder:
        program = Program(wish.program, folder)
        while compared < wish.count:
            more, wrong, found, other_rows = compare(program, seed)
            compared, seed = compared + more, seed + 1
            different += wrong
            lists += other_rows
            for name, times in found.items():
                seen[name] = seen.get(name, 0) + times
    for one in lists[:MOST_SHOWN]:
        show_rows(*one)
    for one in different[:MOST_SHOWN]:
        show(*one)
    print(
        f"{compared} comparisons, {len(different)} differ, {len(lists)} lists with other rows refused; "
        + ", ".join(f"{n} {c}" for n, c in sorted(seen.items()))
    )
    expected = set("valid check invalid inconclusive OK CERT_EXPIRED CERT_BORDERLINE CERT_REVOKED DELISTED".split())
    expected |= set("NOT_YET_VALID CERT_OTHER_RUNS CERT_SUPERSEDED CERT_STATUS_UNCLEAR ISSUER_IMPLAUSIBLE".split())
    expected |= set("AMBIGUOUS NOT_LISTED PRODUCT_NOT_LISTED LIST_STALE HOST_SUSPICIOUS HOST_UNKNOWN BROKEN".split())
    expected |= set("NOT_A_TRACE_CODE SYNTAX_DATES DATE_MISMATCH GOODS_EXPIRED SALE_ENDED MADE_BEFORE_END".split())
    expected |= {"rows refused", "CLOCK_DOUBTFUL"}
    missing = expected - {name for name, times in seen.items() if times}
    if missing:
        print("never seen, so never compared:", *sorted(missing))
    sys.exit(1 if different or lists or missing else 0)


if __name__ == "__main__":
    main()
