#!/usr/bin/env python3
"""Labels are printed at office printers that speak IPP and are programs here: one that counts its pages, one that is a queue,
one that takes no PDF. They run out of paper, and temsao is killed while it prints. Whatever happens, no number is printed
twice, none counts as printed that was not, and the print log holds.

    print_at_office_printer.py PROGRAM

Exit status 77 where port 631 may not be opened (root may)."""
import json
import pathlib
import signal
import sqlite3
import struct
import subprocess
import sys
import tempfile
import time

from fake_ipp_printer import CREATE, IppPrinter, may_open_port
from moments import timed
from program import LIST, PROGRAM, environment, expect, failures, kill_after, start, temsao

PRODUCT, DAY = "09520000010003", "2026-11-24"
SHEET, A_SHEET = "a4-60x40", 18
KILLS = 6


def in_words(home, *words):
    return subprocess.run([PROGRAM, *map(str, words)], capture_output=True, text=True, env=environment(home)).stdout


def label_words(name, count, *more):
    return ("label", PRODUCT, "--date", DAY, "--serials", "--count", count, "--print", name, *more)


def label(home, name, count, *more, job=temsao):
    return job(home, *label_words(name, count, *more))


def states(home):
    """How many serials are in each state, as the store has them."""
    names = ["reserved", "printed", "voided", "reissued", "sent", "unknown"]
    with sqlite3.connect(f"file:{home}/temsao.sqlite?mode=ro", uri=True) as database:
        rows = database.execute("SELECT state, count(*) FROM serial GROUP BY state").fetchall()
    return {names[state]: number for state, number in rows}


def log_holds(home, words):
    status, audit, err = temsao(home, "log", "audit")
    expect(audit.get("holds"), f"{words}: the print log does not hold: {audit} {err}")


def printing_of(said):
    printing = said.get("printing", {})
    return tuple(printing.get(name) for name in ("printed", "unknown", "unsent", "trouble"))


def adding(home):
    printer = IppPrinter()
    status, said, err = temsao(home, "printer", "add", "VP", f"ipp://{printer.host}")
    found = {name: said.get(name) for name in ("kind", "answers", "dpi", "address")}
    as_added = {"kind": "ipp", "answers": "counts", "dpi": 600, "address": printer.address}
    expect(status == 0 and found == as_added, f"printer add: {status} {said} {err}")
    status, said, err = temsao(home, "printer", "test", "VP")
    expect(status == 0 and said.get("printed") == 3 and said["answers"] == "counts", f"printer test: {said} {err}")
    expect(len(printer.tray) == 3, f"printer test: {printer.tray}")
    listed = temsao(home, "printer", "list")[1]["printers"]
    expect([(one["name"], one["kind"], one["answered"]) for one in listed] == [("VP", "ipp", True)], f"list: {listed}")
    for address, sentence in (
        ("ipp://8.8.8.8", "not in the local network"),
        ("ipp://192.168.1.4:80/ipp/print", "Port 80"),
        ("ipp://lan@192.168.1.4/", "is not the address of a printer"),
        ("ipp://192.168.1.4/ipp/print?x=1", "is not the address of a printer"),
        ("http://192.168.1.4:631/ipp/print", "is not the address of a printer"),
    ):
        status, said, err = temsao(home, "printer", "add", "X", address)
        expect(status != 0 and sentence in err, f"printer add {address}: {status} {err}")
    status, said, err = temsao(home, "printer", "add", "X", printer.address, "--kind", "zebra")
    expect(status == 64 and "--kind" in err, f"printer add --kind: {status} {err}")
    jpeg = IppPrinter(formats=["image/jpeg", "image/urf"])
    status, said, err = temsao(home, "printer", "add", "X", jpeg.address)
    expect(status == 1 and "neither PDF nor PWG Raster" in err, f"a printer that takes neither: {status} {err}")
    return printer


def good_run(home, printer):
    before, asked = len(printer.tray), len(printer.seen)
    status, said, err = label(home, "VP", 25)
    expect(status == 0 and printing_of(said) == (25, 0, 0, None), f"a good run: {status} {said.get('printing')} {err}")
    expect(len(printer.tray) - before == 25, f"a good run: {len(printer.tray) - before} pages in the tray")
    expect(states(home) == {"printed": 25} and said.get("files") == [], f"a good run: {states(home)} {said}")
    made = [values for operation, values in printer.seen[asked:] if operation == CREATE]
    expect(len(made) == 3, f"a good run has a job for each ten labels: {len(made)}")
    for values in made:
        wanted = (values.get("print-scaling"), values.get("sides"), values.get("copies"))
        expect(wanted == (b"none", b"one-sided", 1), f"what a job asks for: {values}")
    log_holds(home, "a good run")


def on_sheets(home, printer):
    """The labels of a sheet share its fate; a partly used sheet has fewer."""
    before = states(home)
    status, said, err = label(home, "VP", 30, "--stock", SHEET, "--start", 7)
    expect(status == 0 and printing_of(said) == (30, 0, 0, None), f"sheets: {status} {said.get('printing')} {err}")
    expect(states(home)["printed"] - before["printed"] == 30, f"sheets: {states(home)}")
    printer.how, printer.reason, printer.at_page = "media-empty-error", "media-empty-error", len(printer.tray) + 2
    status, said, err = label(home, "VP", 3 * A_SHEET + 5, "--stock", SHEET, "--start", 7)
    # The first sheet has twelve labels; the second lies in the tray, but the last that was counted is not believed.
    expected = (12, 2 * A_SHEET + 11, 0, "paper_out")
    expect(status == 1 and printing_of(said) == expected, f"no paper: {status} {printing_of(said)} {err}")
    unknown = said["printing"]["unknown_serials"]
    status, _, err = label(home, "VP", 1)
    expect(status == 1 and "Out of paper" in err and "No label was made" in err, f"still no paper: {status} {err}")
    expect("Hết giấy" in temsao(home, *label_words("VP", 1), lang="vi")[2], "still no paper, in Vietnamese")
    printer.is_stopped = printer.has_broken = False
    printer.how = ""
    status, said, err = temsao(home, "printer", "settle", "VP", "--last-good", unknown[A_SHEET - 1])
    expect((said.get("printed"), said.get("voided")) == (A_SHEET, A_SHEET + 11), f"settle: {status} {said} {err}")
    log_holds(home, "sheets")


def without_paper(home):
    reserved = states(home)
    status, said, err = label(home, "VP", 2, "--template", "bottle-90x60")
    expect(status == 1 and "no paper of 90 × 60 mm" in err and "210 × 297 mm" in err, f"no such paper: {status} {err}")
    expect(states(home) == reserved, f"no such paper: numbers were taken: {states(home)}")
    status, said, err = label(home, "VP", 2, "--gap", "2")
    expect(status == 64 and "--gap" in err, f"a gap is for label printers: {status} {err}")


def alike(home, printer):
    """Labels without numbers of their own."""
    before = len(printer.tray)
    status, said, err = temsao(home, "label", PRODUCT, "--date", DAY, "--count", 17, "--print", "VP")
    expect(status == 0 and printing_of(said) == (17, 0, 0, None), f"labels without numbers: {status} {said} {err}")
    expect(len(printer.tray) - before == 17, f"labels without numbers: {len(printer.tray) - before} in the tray")


def raster(home):
    """A printer that takes no PDF gets pictures, in the resolution that is fine enough."""
    for types, name in ((["sgray_8", "srgb_8"], "INK"), (["black_1", "sgray_8"], "LASER")):
        printer = IppPrinter(formats=["image/pwg-raster", "image/jpeg"], raster=types)
        status, said, err = temsao(home, "printer", "add", name, printer.address)
        expect(status == 0 and said.get("dpi") == 300, f"{name}: {status} {said} {err}")
        status, said, err = temsao(home, "printer", "test", name)
        expect(status == 0 and said.get("printed") == 3, f"{name}, test: {status} {said} {err}")
        status, said, err = label(home, name, 12)
        expect(status == 0 and printing_of(said) == (12, 0, 0, None), f"{name}: {status} {printing_of(said)} {err}")
        formats = {values["document-format"] for _, values in printer.seen if "document-format" in values}
        expect(formats == {b"image/pwg-raster"} and len(printer.tray) == 15, f"{name}: {formats}, {printer.tray}")
        # PWG 5102.4: bits a pixel of the first page.
        bits = struct.unpack_from(">I", printer.last_document, 4 + 388)[0]
        expect(bits == (24 if name == "INK" else 8), f"{name}: {bits} bits a pixel")
    status, said, err = temsao(home, "printer", "add", "LASER", printer.address, "--dpi", "600")
    expect(status == 0 and said.get("dpi") == 600, f"raster of 600 dpi: {status} {said} {err}")


def queue(home):
    printer = IppPrinter(is_queue=True)
    status, said, err = temsao(home, "printer", "add", "Q", printer.address)
    expect(said.get("answers") == "mute", f"a queue: {said} {err}")
    status, said, err = label(home, "Q", 12)
    expect(status == 1 and printing_of(said) == (0, 12, 0, None), f"a queue: {status} {printing_of(said)} {err}")
    status, said, err = temsao(home, "printer", "settle", "Q", "--last-good", said["printing"]["unknown_serials"][-1])
    expect(said.get("printed") == 12, f"a queue, settled: {said} {err}")
    expect("after each run" in in_words(home, "--lang", "en", "printer", "test", "Q"), "what a queue is, in words")


def cancelled(home, printer):
    before = states(home)
    printer.a_page = 0.5
    process = label(home, "VP", 25, job=start)
    pages = len(printer.tray)
    for _ in range(3000):
        if len(printer.tray) > pages + 2:
            break
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    printer.a_page = 0.01
    printer.settle()
    after = states(home)
    come = len(printer.tray) - pages
    grown = {state: after.get(state, 0) - before.get(state, 0) for state in ("printed", "unknown", "sent")}
    expect(come < 10, f"Ctrl-C stops the printer: {come} pages came")
    expect(0 < grown["printed"] <= come and grown["printed"] + grown["unknown"] == 10, f"Ctrl-C: {grown}, {come} came")
    said = json.loads(out) if out else {}
    expect(process.returncode == 1 and printing_of(said)[2] == 15, f"Ctrl-C is told: {process.returncode} {said} {err}")
    log_holds(home, "Ctrl-C")


def killed(home, printer):
    """The program is killed while it prints; the next run says what is unknown."""
    whole, _ = timed(lambda: label(home, "VP", 20))
    for number in range(KILLS):
        kill_after(whole * (number + 1) / (KILLS + 1), label(home, "VP", 20, job=start))
        printer.settle()
        # A job whose pages did not come ends by itself after a while.
        for job in printer.jobs.values():
            job.state = 8 if job.state < 7 and not job.is_whole else job.state
    printed = states(home).get("printed", 0)
    status, said, err = label(home, "VP", 1)
    after = states(home)
    expect(status == 0 and "sent" not in after, f"after kills: {status} {err} {after}")
    expect(after["printed"] == printed + 1, f"after kills: {after}")
    expect(len(set(printer.tray)) == len(printer.tray), "after kills: a page was printed twice")
    log_holds(home, "after kills")


def main():
    if not may_open_port():
        return 77
    with tempfile.TemporaryDirectory(prefix="temsao-office-printer-") as name:
        folder = pathlib.Path(name)
        home = folder / "home"
        (folder / "list.csv").write_bytes(LIST.read_bytes())
        temsao(home, "list", "import", folder / "list.csv", "--as-of", "2026-11-01")
        printer = adding(home)
        good_run(home, printer)
        on_sheets(home, printer)
        without_paper(home)
        alike(home, printer)
        raster(home)
        queue(home)
        cancelled(home, printer)
        killed(home, printer)
        status, said, err = temsao(home, "check")
        expect(status == 0, f"check: {said} {err}")
        status, said, err = temsao(home, "printer", "remove", "VP")
        expect(status == 0 and label(home, "VP", 1)[0] == 66, f"printer remove: {err}")
    print("\n".join(failures) or f"office printers of five kinds and {KILLS} kills: every label is accounted for")
    return bool(failures)


sys.exit(main())
