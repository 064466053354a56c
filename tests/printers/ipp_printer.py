#!/usr/bin/env python3
"""Pages go to office printers that are programs here (cli/fake_ipp_printer.py), which count or do not, and go wrong: jams, no
paper, the power goes, connections are reset at any byte, answers are cut, hostile or missing. Whatever happens, no page is
printed twice, none counts as printed that does not lie in the tray, and no more are unknown than one job holds.

    ipp_printer.py FEED_PAGES [PULLS]

Exit status 77 where port 631 may not be opened (root may)."""
import concurrent.futures
import os
import pathlib
import random
import struct
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
from fake_ipp_printer import (
    COLLECTION,
    CREATE,
    END,
    GET_JOB,
    INTEGER,
    KEYWORD,
    MEMBER,
    SEND,
    IppPrinter,
    may_open_port,
    piece,
)

FEED = sys.argv[1]
PULLS = int(sys.argv[2] if len(sys.argv) > 2 else os.environ.get("TEMSAO_PULLS", 60))
PAGES, A_JOB = 20, 7  # as feed_pages makes its jobs
PATIENT, QUICK = (20_000, 20_000, 3), (250, 1500, 3)  # milliseconds: for an answer, standing still, between questions
TROUBLES = "none paper_out ribbon_out ink_out head_open cover_open jam paused canceled refused other".split()
failures = []


def expect(holds, words):
    if not holds:
        failures.append(words)


class Run:
    def __init__(self, printer, answers="counts", pace=PATIENT, cancel=None, pages=PAGES):
        words = [FEED, printer.address, pages, answers, *pace] + ([cancel] if cancel else [])
        begun = time.monotonic()
        ended = subprocess.run([str(word) for word in words], capture_output=True, text=True, timeout=600)
        self.seconds = time.monotonic() - begun
        printer.settle()
        printer.close()
        self.tray, self.sent, self.fates, self.wrong = list(printer.tray), set(), {}, []
        self.printed = self.unknown = 0
        self.trouble, self.is_silent, self.all_sent = "none", True, False
        if ended.returncode != 0:
            self.wrong.append(f"exit status {ended.returncode}: {ended.stdout} {ended.stderr}")
        for line in ended.stdout.splitlines():
            word, *numbers = line.split()
            if word == "end":
                self.printed, self.unknown = int(numbers[0]), int(numbers[1])
                self.trouble = TROUBLES[int(numbers[2])]
                self.is_silent, self.all_sent = numbers[3] == "1", numbers[4] == "1"
            elif word in ("sent", "printed", "unknown"):
                self.note(word, range(int(numbers[0]), int(numbers[1])))
        self.judge()

    def note(self, word, pages):
        for page in pages:
            if word == "sent" and page in self.sent or word != "sent" and (page not in self.sent or page in self.fates):
                self.wrong.append(f"the books are not in order: {word} {page}")
            if word == "sent":
                self.sent.add(page)
            else:
                self.fates[page] = word

    def judge(self):
        if set(self.fates) != self.sent:
            self.wrong.append(f"pages were sent and have no fate: {self.sent - set(self.fates)}")
        if len(set(self.tray)) != len(self.tray):
            self.wrong.append(f"a page was printed twice: {self.tray}")
        for page, fate in self.fates.items():
            if fate == "printed" and page not in self.tray:
                self.wrong.append(f"page {page} counts as printed and was not: {self.tray}")
        if unsent := set(self.tray) - self.sent:
            self.wrong.append(f"pages were printed and never sent: {unsent}")

    def said(self):
        return f"{self.printed} printed, {self.unknown} unknown, {self.trouble}, {self.is_silent}, {self.wrong}"

    def keeps_to(self, words, printed=None, unknown=None, trouble=None, is_silent=None):
        fits = (printed is None or printed == self.printed) and (unknown is None or unknown == self.unknown)
        fits &= (trouble is None or trouble == self.trouble) and (is_silent is None or is_silent == self.is_silent)
        expect(fits and not self.wrong, f"{words}: {self.said()}")


def good_runs():
    run = Run(IppPrinter())
    run.keeps_to("a printer that counts", PAGES, 0, "none", False)
    expect(run.all_sent and run.tray == list(range(PAGES)), f"a printer that counts: {run.tray}")
    Run(IppPrinter(counts_early=True, streams=True)).keeps_to("a printer that counts early", PAGES, 0, "none", False)
    run = Run(IppPrinter(counts=False), "mute")
    run.keeps_to("a printer without a count", 0, PAGES, "none", False)
    expect(run.all_sent, "a printer without a count gets all pages, job by job")
    Run(IppPrinter(counts=False), pace=(300, 20_000, 3)).keeps_to("a count that is missed", 0, A_JOB, "other", False)
    # An empty tray of several says so all the time: it may be the one that the last page came from.
    run = Run(IppPrinter(standing=["media-empty-warning"]))
    run.keeps_to("a tray that is empty all the time", PAGES - 3, 3, "none", False)


def troubles():
    for reason, trouble in (
        ("media-jam-error", "jam"),
        ("media-empty-error", "paper_out"),
        ("media-needed", "paper_out"),
        ("cover-open-error", "cover_open"),
    ):
        run = Run(IppPrinter(a_page=0.05, how=reason, at_page=10, holds_cancelled=trouble == "jam"))
        run.keeps_to(reason, printed=9, unknown=2 * A_JOB - 9, trouble=trouble, is_silent=False)
        # A second after half a second of pages, also when the cancelled job does not end; a busy machine takes longer.
        expect(run.seconds < 12, f"{reason}: told after {run.seconds:.1f} s")
    Run(IppPrinter(how="warns", at_page=9)).keeps_to("a jam that is a warning", trouble="jam", is_silent=False)
    Run(IppPrinter(a_page=0.03, how="cancels", at_page=9)).keeps_to("cancelled at the printer", trouble="canceled")
    printer = IppPrinter()
    printer.is_stopped = True
    Run(printer).keeps_to("a printer that stands still", 0, 0, "jam", False)
    printer = IppPrinter(sizes=[(1, 1)], reply=lambda operation, reply, http: changed_status(operation, reply, http))
    Run(printer).keeps_to("a printer that refuses the job", 0, 0, "refused", False)
    run = Run(IppPrinter(a_page=0.05), cancel=400)
    run.keeps_to("a run that is cancelled", trouble="none", is_silent=False)
    expect(0 < len(run.tray) < PAGES and not run.all_sent, f"a run that is cancelled: {run.tray}")
    expect(run.unknown <= A_JOB, f"a run that is cancelled: {run.said()}")
    Run(IppPrinter(how="power", at_page=9), pace=QUICK).keeps_to("the power goes", is_silent=True)
    Run(IppPrinter(how="silent", at_page=9), pace=QUICK).keeps_to("a printer that falls silent", is_silent=True)
    Run(IppPrinter(how="reset", at_byte=12_000)).keeps_to("the cable is pulled", is_silent=True)


def framed(http, reply):
    return http % len(reply) + reply


def changed_status(operation, reply, http, of=CREATE, status=0x040B):
    return framed(http, reply[:2] + struct.pack(">H", status) + reply[4:] if operation == of else reply)


def counted(change):
    """A printer whose count of a job is changed."""

    def reply_of(operation, reply, http):
        name = b"job-impressions-completed\x00\x04"
        at = reply.find(name) + len(name)
        if operation == GET_JOB and at > len(name):
            count = struct.unpack_from(">i", reply, at)[0]
            reply = reply[:at] + struct.pack(">i", change(count)) + reply[at + 4 :]
        return framed(http, reply)

    return reply_of


def only_jobs(change):
    return lambda operation, reply, http: framed(http, change(reply)) if operation == GET_JOB else framed(http, reply)


def deep(reply):
    nested = piece(COLLECTION, "job-more", b"") + (piece(MEMBER, "", "m") + piece(COLLECTION, "", b"")) * 300
    return reply[:-1] + nested + bytes([END])


def hostile():
    """Answers about the job that are none: nothing of it counts as printed."""
    dice = random.Random(3)
    answers = {
        "a count that is larger than the job": counted(lambda count: count + 1000),
        "a count below nothing": counted(lambda count: -count - 1),
        "a count that jumps up and down": counted(lambda count: count + dice.randrange(-3, 20)),
        "an answer that is nested deeply": only_jobs(deep),
        "a wide answer": only_jobs(lambda reply: reply[:-1] + piece(KEYWORD, "x", "y") * 1000 + bytes([END])),
        "a long answer": only_jobs(lambda reply: reply[:-1] + piece(KEYWORD, "x", "y" * 30_000) + bytes([END])),
        "another job": only_jobs(lambda reply: reply.replace(b"Tem Sao ", b"Another ")),
        "two counts": only_jobs(
            lambda reply: reply[:-1] + piece(INTEGER, "job-impressions-completed", 7) + bytes([END])
        ),
        "the answer to another question": only_jobs(lambda reply: reply[:4] + b"\x00\x00\x99\x99" + reply[8:]),
        "no IPP": only_jobs(lambda reply: b"<html>" * 20),
        "no HTTP": lambda operation, reply, http: b"\x00" * 3000 if operation == GET_JOB else framed(http, reply),
        "a redirect": lambda operation, reply, http: (
            b"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:631/\r\nContent-Length: 0\r\n\r\n"
            if operation == GET_JOB
            else framed(http, reply)
        ),
        "a password that is asked for": lambda operation, reply, http: (
            b'HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm="x"\r\nContent-Length: 0\r\n\r\n'
            if operation == GET_JOB
            else framed(http, reply)
        ),
    }
    for words, reply in answers.items():
        Run(IppPrinter(reply=reply), pace=QUICK).keeps_to(words, printed=0, unknown=A_JOB)
    endless = b"HTTP/1.1 200 OK\r\nContent-Type: application/ipp\r\nTransfer-Encoding: chunked\r\n\r\n" + b"3e8\r\n"
    endless += b"x" * 1000 + b"\r\n" + (b"3e8\r\n" + b"x" * 1000 + b"\r\n") * 2000
    run = Run(IppPrinter(reply=lambda *_: endless), pace=QUICK)
    run.keeps_to("an answer without an end", 0, 0, "none", True)
    run = Run(IppPrinter(slow_reply=0.02), pace=QUICK)
    run.keeps_to("an answer that drips, byte by byte", 0, 0, "none", True)
    expect(run.seconds < 30, f"an answer that drips holds us for {run.seconds:.1f} s")
    run = Run(IppPrinter(reply=lambda operation, reply, http: changed_status(operation, reply, http, SEND)), pace=QUICK)
    run.keeps_to("pages that are refused and printed", is_silent=True)


def one_pull(number):
    dice = random.Random(number)
    how = dice.choice(
        ["media-jam-error", "media-empty-warning", "reset", "power", "gone", "silent", "warns", "cancels"]
    )
    if dice.random() < 0.2:
        cut = (dice.randrange(1, 40), dice.randrange(300))
        printer = IppPrinter(dice.uniform(0.001, 0.02), cut_reply=cut, streams=dice.random() < 0.5)
        how = f"answer {cut[0]} is cut after {cut[1]} bytes"
    else:
        at_page, at_byte = dice.randrange(PAGES), None
        if dice.random() < 0.4:
            at_page, at_byte = None, dice.randrange(PAGES * 710)
        printer = IppPrinter(
            dice.uniform(0.001, 0.02),
            how,
            at_page,
            at_byte,
            counts_early=dice.random() < 0.5,
            streams=dice.random() < 0.5,
        )
    run = Run(printer, pace=QUICK)
    if run.unknown > A_JOB:
        run.wrong.append(f"{run.unknown} are unknown")
    return f"pull {number}, {how}: {run.said()}" if run.wrong else None, run.printed, run.unknown


def pulls():
    first = random.randrange(10**9)
    with concurrent.futures.ThreadPoolExecutor(4) as workers:
        ended = list(workers.map(one_pull, range(first, first + PULLS)))
    failures.extend(wrong for wrong, _, _ in ended if wrong)
    printed, unknown = sum(run[1] for run in ended), sum(run[2] for run in ended)
    expect(PULLS == 0 or printed > 0, "no page was printed in any run")
    return f"{PULLS} pulled plugs: {printed} pages printed, {unknown} unknown, {PULLS * PAGES - printed - unknown} not sent"


def main():
    if not may_open_port():
        return 77
    good_runs()
    troubles()
    hostile()
    said = pulls()
    print("\n".join(failures) or said)
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
