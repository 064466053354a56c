#!/usr/bin/env python3
"""docs/scale.md follows from docs/measured.md: the measured figures it names stand there, and the sums are right."""
import re
import sys

from tree import ROOT

page = (ROOT / "docs/scale.md").read_text()
measured = re.sub(r"\s+", " ", (ROOT / "docs/measured.md").read_text())
wrong = []

# What measured.md says, in its own words; the first group is the figure.
INPUTS = {
    "sqlite": r"together ([\d.]+) s .{0,40}; 74 bytes each",
    "sqlite bytes": r"s CPU\); (\d+) bytes each",
    "postgres": r"on the same two cores: (\d+) s",
    "postgres bytes": r"s CPU of ours, (\d+) bytes each",
    "audit": r"audited in ([\d.]+) s CPU",
    "proof": r"a proof in ([\d.]+) ms",
    "drawing": r"unsigned, 1,000 / 100,000 labels \| [\d.]+ / ([\d.]+) ms CPU a label",
    "read back": r"by turns: ([\d.]+) ms CPU a label, where 1\.0",
    "judged": r"a code judged ([\d,]+)\.",
    "signature": r"41 µs by libsodium, (\d+) with our code",
    "list": r"make a signed list of ([\d.]+) MB",
    "filter": r"as a filter \| ([\d.]+)\d MB",
    "files": r"in 82 files, (\d+) bytes a label",
    "witness": r"over one connection, ([\d.]+) ms CPU each",
    "witnessed": r"ms CPU each and (\d+) a second",
    "lots": r"packed (\d+) kB \| 455 ms to read",
}
fact = {}
for name, pattern in INPUTS.items():
    found = re.search(pattern, measured)
    if found:
        fact[name] = float(found[1].replace(",", ""))
    else:
        wrong.append(f"docs/measured.md no longer says: {name} ({pattern})")


def row(begins):
    """The last cell of the row that begins so."""
    line = next((line for line in page.split("\n") if line.startswith(f"| {begins}")), None)
    if line is None:
        wrong.append(f"docs/scale.md has no row: {begins}")
        return ""
    return line.rstrip(" |").rpartition("|")[2].strip()


def holds(begins, value, tolerance=0.02):
    cell = row(begins)
    found = re.search(r"[\d,]+(?:\.\d+)?", cell)
    said = float(found[0].replace(",", "")) if found else None
    if said is None or abs(said - value) > tolerance * value + 0.05 * (value < 3):
        wrong.append(f"docs/scale.md, {begins}: {cell!r}, but it is {value:.4g}")


def check():
    labels, provinces, working, year = 300e6, 34, 250 * 8 * 3600, 365 * 86400
    million = labels / 1e6
    mean = labels / working
    holds("bytes on SQLite |", labels * fact["sqlite bytes"] / 1e9)
    holds("bytes on PostgreSQL |", labels * fact["postgres bytes"] / 1e9)
    holds("bytes on a store of three", 3 * labels * fact["postgres bytes"] / 1e9)
    holds("labels a second, on", mean)
    holds("what SQLite logs", 1e6 / fact["sqlite"])
    holds("what PostgreSQL logs", 1e6 / fact["postgres"])
    for begins, rate in (("what SQLite logs", 1e6 / fact["sqlite"]), ("what PostgreSQL logs", 1e6 / fact["postgres"])):
        times = re.search(r"([\d,]+) times", row(begins))
        if not times or abs(float(times[1].replace(",", "")) - rate / mean) > 0.02 * rate / mean:
            wrong.append(f"docs/scale.md, {begins}: it is {rate / mean:.0f} times the mean")
    holds("drawing them", labels * fact["drawing"] / 1000 / 3600)
    holds("reading each back", labels * fact["read back"] / 1000 / 3600)
    holds("look-ups a second |", labels / year)
    times = re.search(r"(\d+) times", row("what one server answers"))
    if not times or abs(float(times[1]) - fact["judged"] / (labels / year)) > 8:
        wrong.append(f"docs/scale.md: one server answers {fact['judged'] / (labels / year):.0f} times the mean")
    holds("the audit of", million * fact["audit"] / 60, 0.03)
    holds("one proof", fact["proof"])
    holds("the log as files", labels * fact["files"] / 1e9)
    holds("bytes on SQLite, in all", provinces * labels * fact["sqlite bytes"] / 1e9)
    holds("bytes on PostgreSQL, in all", provinces * labels * fact["postgres bytes"] / 1e12)
    holds("labels a second, in all", provinces * mean)
    holds("look-ups a second, in all", provinces * labels / year)
    holds("signatures of a witness", 3 * 24)
    if f"{fact['witness']:.2f} ms" not in row("signatures of a witness"):
        wrong.append(f"docs/scale.md: a signature of a witness costs {fact['witness']} ms")
    holds("what one witness could sign", fact["witnessed"])
    holds("the list of a province", 500 / 17000 * fact["list"] * 1000)
    holds("100,000 lots", fact["lots"] / 1000)
    holds("the serial numbers of 1 million", fact["filter"])
    holds("the serial numbers of 300 million", million * fact["filter"])


if not wrong:
    check()
print("\n".join(wrong) or f"docs/scale.md follows from {len(fact)} measured figures")
sys.exit(bool(wrong))
