#!/usr/bin/env python3
"""Labels are printed at label printers that are programs here: one that counts, one that says only that it is busy, one that
says nothing. They run out of paper, lose their power, and temsao is killed while it prints. Whatever happens, no number is
printed twice, none counts as printed that was not, and the print log holds.

    print_at_printer.py PROGRAM"""
import pathlib
import sqlite3
import sys
import tempfile

from fake_printer import Printer
from moments import timed
from program import LIST, expect, failures, kill_after, start, temsao

PRODUCT, DAY = "09520000010003", "2026-11-24"
KILLS = 12


def make_home(folder):
    home = folder / "home"
    (folder / "list.csv").write_bytes(LIST.read_bytes())
    temsao(home, "list", "import", folder / "list.csv", "--as-of", "2026-11-01")
    return home


def label(home, name, count, *more, job=temsao):
    words = ("label", PRODUCT, "--date", DAY, "--serials", "--count", count, "--print", name, *more)
    return job(home, *words)


def states(home):
    """How many serials are in each state, as the store has them."""
    names = ["reserved", "printed", "voided", "reissued", "sent", "unknown"]
    with sqlite3.connect(f"file:{home}/temsao.sqlite?mode=ro", uri=True) as database:
        rows = database.execute("SELECT state, count(*) FROM serial GROUP BY state").fetchall()
    return {names[state]: number for state, number in rows}


def never_sent(home):
    with sqlite3.connect(f"file:{home}/temsao.sqlite?mode=ro", uri=True) as database:
        return database.execute("SELECT serial FROM serial WHERE state = 2 AND leaf IS NULL").fetchone()[0]


def log_holds(home, words):
    status, audit, err = temsao(home, "log", "audit")
    expect(audit.get("holds"), f"{words}: the print log does not hold: {audit} {err}")


def nothing_twice(printer, words):
    expect(printer.settle(), f"{words}: labels wait in the printer, and it prints none")
    numbered = [commands for commands, _ in printer.roll if b"^PQ1\n" in commands or b"PRINT 1,1" in commands]
    expect(len(set(numbered)) == len(numbered), f"{words}: a label lies on the roll twice")


def adding(home):
    printer = Printer()
    status, said, err = temsao(home, "printer", "add", "Z", printer.address)
    expect(status == 0, f"printer add: {err}")
    found = {name: said.get(name) for name in ("kind", "answers", "dpi")}
    expect(found == {"kind": "zebra", "answers": "counts", "dpi": 203}, f"printer add: {said}")
    status, said, err = temsao(home, "printer", "test", "Z")
    expect(status == 0 and said.get("printed") == 3, f"printer test: {said} {err}")
    listed = temsao(home, "printer", "list")[1]
    expect([(one["name"], one["answered"]) for one in listed["printers"]] == [("Z", True)], f"printer list: {listed}")
    for address, sentence in (
        ("8.8.8.8", "not in the local network"),
        ("192.168.1.4:22", "Port 22"),
        ("http://192.168.1.4", "is not the address of a printer"),
        ("/etc/passwd", "is not the address of a printer"),
    ):
        status, said, err = temsao(home, "printer", "add", "X", address)
        expect(status != 0 and sentence in err, f"printer add {address}: {status} {err}")
    status, said, err = temsao(home, "printer", "add", "Z3", printer.address, "--dpi", "300")
    expect(status == 64 and "203 dpi" in err, f"another resolution: {status} {err}")
    return printer


def good_run(home, printer):
    before = len(printer.roll)
    status, said, err = label(home, "Z", 25)
    expect(status == 0, f"a good run: {status} {err}")
    expect(said.get("printing", {}).get("printed") == 25, f"a good run: {said.get('printing')}")
    expect(len(printer.roll) - before == 25, f"a good run: {len(printer.roll) - before} labels on the roll")
    expect(states(home) == {"printed": 25}, f"a good run: {states(home)}")
    expect(said.get("files") == [], f"a good run has no files: {said.get('files')}")
    nothing_twice(printer, "a good run")
    log_holds(home, "a good run")


def out_of_paper(home, printer):
    before = states(home)
    printer.paper = 13
    status, said, err = label(home, "Z", 40)
    printing = said.get("printing", {})
    counts = (printing.get("printed"), printing.get("unknown"), printing.get("unsent"))
    expect(status == 1 and counts == (13, 7, 20), f"out of paper: {status} {printing} {err}")
    expect(printing.get("trouble") == "paper_out", f"out of paper: {printing}")
    after = states(home)
    grown = {state: after[state] - before.get(state, 0) for state in after if after[state] != before.get(state, 0)}
    expect(grown == {"printed": 13, "unknown": 7, "voided": 20}, f"out of paper: {grown}")
    log_holds(home, "out of paper")
    status, said, err = label(home, "Z", 1)
    expect(status == 1 and "Out of paper" in err, f"still no paper: {status} {err}")
    printer.paper = 10**9
    unknown = printing["unknown_serials"]
    status, said, err = temsao(home, "printer", "settle", "Z", "--last-good", never_sent(home))
    expect(status == 66, f"a label that was never sent is not the last good one: {status} {said}")
    status, said, err = temsao(home, "printer", "settle", "Z", "--last-good", "AAAAAAAA")
    expect(status != 0, f"a number of no label settles nothing: {said}")
    status, said, err = temsao(home, "printer", "settle", "Z", "--last-good", unknown[1])
    expect((said.get("printed"), said.get("voided")) == (2, 5), f"settle: {status} {said} {err}")
    expect("unknown" not in states(home), f"settle leaves unknown labels: {states(home)}")
    nothing_twice(printer, "out of paper")
    log_holds(home, "after settling")


def alike(home, printer):
    """Labels without numbers of their own."""
    before = len(printer.roll)
    status, said, err = temsao(home, "label", PRODUCT, "--date", DAY, "--count", 17, "--print", "Z")
    expect(status == 0 and said["printing"]["printed"] == 17, f"labels without numbers: {status} {said} {err}")
    expect(len(printer.roll) - before == 17, f"labels without numbers: {len(printer.roll) - before} on the roll")
    printer.paper = 5
    status, said, err = temsao(home, "label", PRODUCT, "--date", DAY, "--count", 17, "--print", "Z")
    printing = said["printing"]
    expect((printing["printed"], printing["unknown"]) == (5, 12), f"labels without numbers: {printing}")
    printer.paper = 10**9


def others(home):
    busy = Printer(kind="tsc")
    status, said, err = temsao(home, "printer", "add", "T", busy.address, "--dpi", "203")
    expect(said.get("answers") == "busy" and said.get("kind") == "tsc", f"a TSC printer: {said} {err}")
    status, said, err = label(home, "T", 4)
    expect(status == 0 and said["printing"]["printed"] == 4, f"a TSC printer: {status} {said.get('printing')} {err}")
    nothing_twice(busy, "a TSC printer")
    mute = Printer(kind="tsc", answers=False)
    status, said, err = temsao(home, "printer", "add", "M", mute.address, "--dpi", "203")
    expect(status == 64 and "--kind" in err, f"a mute printer: {status} {err}")
    status, said, err = temsao(home, "printer", "add", "M", mute.address, "--dpi", "203", "--kind", "tsc")
    expect(said.get("answers") == "mute", f"a mute printer: {said} {err}")
    status, said, err = label(home, "M", 6)
    printing = said.get("printing", {})
    expect(status == 1 and printing.get("unknown") == 6, f"a mute printer: {status} {printing} {err}")
    status, said, err = temsao(home, "printer", "settle", "M", "--last-good", printing["unknown_serials"][-1])
    expect(said.get("printed") == 6, f"a mute printer, settled: {said} {err}")
    nothing_twice(mute, "a mute printer")
    first = label(home, "M", 3)[1]["printing"]["unknown_serials"]
    second = label(home, "M", 4)[1]["printing"]["unknown_serials"]
    status, said, err = temsao(home, "printer", "settle", "M", "--last-good", second[1])
    counts = tuple(said.get(name) for name in ("printed", "voided", "unknown"))
    expect(counts == (2, 2, 3), f"the last good label of one time settles that time only: {said} {err}")
    status, said, err = temsao(home, "printer", "settle", "M", "--last-good", first[0])
    counts = tuple(said.get(name) for name in ("printed", "voided", "unknown"))
    expect(counts == (1, 2, 0), f"the time before is settled by itself: {said} {err}")
    log_holds(home, "other printers")


def killed(home, printer):
    """The program is killed while it prints; the next run says what is unknown."""
    whole, _ = timed(lambda: label(home, "Z", 30))
    for number in range(KILLS):
        kill_after(whole * (number + 1) / (KILLS + 1), label(home, "Z", 30, job=start))
        printer.settle()
    before = len(printer.roll)
    printed = states(home).get("printed", 0)
    status, said, err = label(home, "Z", 1)
    expect(status == 0, f"after kills: {status} {err}")
    after = states(home)
    expect("sent" not in after, f"after kills: {after}")
    expect(after.get("printed", 0) == printed + 1 and len(printer.roll) == before + 1, f"after kills: {after}")
    nothing_twice(printer, "after kills")
    log_holds(home, "after kills")
    # What the store calls printed at this printer lies on its roll.
    expect(after["printed"] <= len(printer.roll) + 25, f"more printed than lies on rolls: {after}")


def main():
    with tempfile.TemporaryDirectory(prefix="temsao-printer-") as name:
        folder = pathlib.Path(name)
        home = make_home(folder)
        printer = adding(home)
        good_run(home, printer)
        out_of_paper(home, printer)
        alike(home, printer)
        others(home)
        killed(home, printer)
        status, said, err = temsao(home, "check")
        expect(status == 0, f"check: {said} {err}")
        status, said, err = temsao(home, "printer", "remove", "Z")
        expect(status == 0, f"printer remove: {err}")
        status, said, err = label(home, "Z", 1)
        expect(status == 66, f"a printer that was removed: {status} {err}")
    print("\n".join(failures) or f"three printers and {KILLS} kills: every label is accounted for")
    sys.exit(bool(failures))


main()
