#!/usr/bin/env python3
"""temsao prints at ippeveprinter, the IPP Everywhere printer that CUPS has for tests: labels come out one page each, unscaled,
on paper of their size; a jam is told, and what became of each label is known. And ipptool, its client, understands the fake
printer of the other tests.

    ippeveprinter.py PROGRAM

Exit status 77 where the package cups-ipp-utils is not installed, or ippeveprinter does not start: it wants a bus (dbus), port
631 (root may open it), and nobody else there."""
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cli"))
from fake_ipp_printer import IppPrinter, may_open_port

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
LIST = HERE.parents[1] / "samples/ha-tinh/danh-sach.csv"
PRODUCT, DAY = "09520000010003", "2026-11-24"
ADDRESS = "ipp://127.0.0.1:631/ipp/print"
failures = []

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>custom</type><listen>unix:path={socket}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
<allow user="*"/></policy></busconfig>"""

# What prints a document: it counts its pages, and one of them may jam.
PRINTS = """#!{python}
import os, pathlib, re, sys, time
folder = pathlib.Path("{folder}")
pages = len(re.findall(rb"/Type ?/Page\\b", pathlib.Path(sys.argv[1]).read_bytes()))
asked = {{name: os.environ.get("IPP_" + name, "") for name in ("MEDIA_COL", "PRINT_SCALING", "SIDES", "DOCUMENT_FORMAT_SUPPLIED")}}
boxes = sorted(set(re.findall(rb"/MediaBox ?\\[([^]]*)\\]", pathlib.Path(sys.argv[1]).read_bytes())))
with open(folder / "jobs", "a") as jobs:
    jobs.write(repr((pages, asked, boxes)) + "\\n")
jam = int((folder / "jam").read_text())
for page in range(1, pages + 1):
    time.sleep(0.05)
    print(f"ATTR: job-impressions-completed={{page}}", file=sys.stderr, flush=True)
    if page == jam:
        print("STATE: +media-jam-error", file=sys.stderr, flush=True)
        time.sleep(3)
"""


def expect(holds, words):
    if not holds:
        failures.append(words)


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


class Printer:
    def __init__(self, folder):
        self.folder, self.started = folder, []
        self.jam(0)
        (folder / "bus.conf").write_text(BUS.format(socket=folder / "bus"))
        command = folder / "prints"
        command.write_text(PRINTS.format(python=sys.executable, folder=folder))
        command.chmod(0o755)
        (folder / "spool").mkdir()
        self.start(["dbus-daemon", f"--config-file={folder / 'bus.conf'}", "--nofork"])
        self.until(lambda: (folder / "bus").exists(), "dbus-daemon does not start")
        self.serve("keys")

    def serve(self, keys):
        """With the certificate in a folder of this name, made where there is none."""
        (self.folder / keys).mkdir(exist_ok=True)
        words = ["-r", "off", "-n", "localhost", "-p", "631", "-K", self.folder / keys, "-f", "application/pdf"]
        words += ["-c", self.folder / "prints", "-d", self.folder / "spool", "Tem Sao"]
        self.start(["ippeveprinter", *words])
        self.until(answers, "ippeveprinter does not start")

    def serve_again(self, keys):
        server = self.started.pop()
        server.terminate()
        server.wait()
        self.serve(keys)

    def start(self, words):
        environment = os.environ | {"DBUS_SYSTEM_BUS_ADDRESS": f"unix:path={self.folder / 'bus'}"}
        with open(self.folder / "said", "ab") as said:
            self.started.append(subprocess.Popen(words, stdout=said, stderr=said, env=environment))

    def until(self, holds, otherwise):
        for _ in range(100):
            if holds():
                return
            if any(one.poll() is not None for one in self.started):
                break
            time.sleep(0.1)
        self.stop()
        skip(f"{otherwise}: {(self.folder / 'said').read_text()[-300:]}")

    def jam(self, page):
        (self.folder / "jam").write_text(str(page))

    def jobs(self):
        return [eval(line) for line in (self.folder / "jobs").read_text().splitlines()]

    def stop(self):
        for one in reversed(self.started):
            one.terminate()
            one.wait()


def answers():
    try:
        socket.create_connection(("127.0.0.1", 631), 1).close()
        return True
    except OSError:
        return False


def temsao(home, *words):
    environment = os.environ | {"TEMSAO_HOME": str(home), "LANG": "C.UTF-8"}
    command = [PROGRAM, "--json", "--lang", "en", *map(str, words)]
    ended = subprocess.run(command, capture_output=True, text=True, env=environment)
    return ended.returncode, json.loads(ended.stdout) if ended.stdout else {}, ended.stderr


def label(home, count):
    words = ("--date", DAY, "--serials", "--count", count, "--stock", "a4-60x40", "--print", "EVE")
    status, said, err = temsao(home, "label", PRODUCT, *words)
    printing = said.get("printing", {})
    return status, tuple(printing.get(name) for name in ("printed", "unknown", "unsent", "trouble")), err


def prints(folder, printer):
    home = folder / "home"
    (folder / "list.csv").write_bytes(LIST.read_bytes())
    temsao(home, "list", "import", folder / "list.csv", "--as-of", "2026-11-01")
    status, said, err = temsao(home, "printer", "add", "EVE", "ipp://127.0.0.1")
    found = {name: said.get(name) for name in ("kind", "answers", "dpi", "address")}
    as_added = {"kind": "ipp", "answers": "counts", "dpi": 600, "address": ADDRESS}
    expect(status == 0 and found == as_added, f"printer add: {status} {said} {err}")
    expect("measure it with a ruler" in err, f"it does not say that it never scales, which is told: {err}")
    status, said, err = temsao(home, "printer", "test", "EVE")
    expect(status == 0 and said.get("printed") == 3 and said["answers"] == "counts", f"printer test: {said} {err}")
    status, counts, err = label(home, 18 * 12)
    expect(status == 0 and counts == (18 * 12, 0, 0, None), f"twelve sheets: {status} {counts} {err}")
    jobs = printer.jobs()
    counts = [pages for pages, _, _ in jobs]
    expect(counts[0] == 3 and sum(counts[1:]) == 12 and max(counts) <= 10, f"the jobs: {jobs}")
    for _, asked, boxes in jobs[1:]:
        exact = "x-dimension=21000" in asked["MEDIA_COL"] and "y-dimension=29700" in asked["MEDIA_COL"]
        rest = (asked["PRINT_SCALING"], asked["SIDES"], asked["DOCUMENT_FORMAT_SUPPLIED"])
        expect(exact and rest == ("none", "one-sided", "application/pdf"), f"what a job asks for: {asked}")
        sides = [float(side) for side in boxes[0].split()]
        fits = abs(sides[2] - 210 / 25.4 * 72) < 0.1 and abs(sides[3] - 297 / 25.4 * 72) < 0.1
        expect(len(boxes) == 1 and fits, f"the pages: {boxes}")
    printer.jam(4)
    status, counts, err = label(home, 18 * 6)
    # The fourth sheet was counted as it jammed, and was the last of its job.
    expect(status == 1 and counts == (18 * 3, 18, 18 * 2, "jam"), f"a jam: {status} {counts} {err}")
    status, said, err = temsao(home, "log", "audit")
    expect(said.get("holds"), f"the print log: {said} {err}")


def keeps_the_certificate(folder, printer):
    """With ipps the certificate that was seen first is the only one that is spoken to."""
    home = folder / "home"
    status, said, err = temsao(home, "printer", "add", "TLS", "ipps://127.0.0.1")
    expect(status == 0 and said.get("address", "").startswith("ipps://"), f"ipps: {status} {said} {err}")
    kept = json.loads((home / "printers.json").read_text())["TLS"].get("certificate", "")
    expect(re.fullmatch("[0-9a-f]{64}", kept), f"ipps: the certificate that is kept: {kept}")
    printer.serve_again("keys")
    status, said, err = temsao(home, "printer", "test", "TLS")
    expect(status == 0 and said.get("printed") == 3, f"ipps: {status} {said} {err}")
    printer.serve_again("other-keys")
    asked = len(printer.jobs())
    status, said, err = temsao(home, "printer", "test", "TLS")
    expect(status == 1 and "another certificate" in err, f"ipps, another certificate: {status} {said} {err}")
    expect(len(printer.jobs()) == asked, "ipps, another certificate: a job was sent")


def understands(folder):
    """ipptool, and through it libcups, reads the answers of the fake."""
    test = folder / "facts.test"
    test.write_text(
        "{ OPERATION Get-Printer-Attributes GROUP operation-attributes-tag\n"
        "ATTR charset attributes-charset utf-8 ATTR naturalLanguage attributes-natural-language en\n"
        "ATTR uri printer-uri $uri\n"
        "STATUS successful-ok EXPECT printer-state OF-TYPE enum WITH-VALUE 3\n"
        "EXPECT media-size-supported OF-TYPE collection EXPECT media-col-default OF-TYPE collection\n"
        "EXPECT operations-supported OF-TYPE enum EXPECT printer-resolution-default OF-TYPE resolution }\n"
    )
    fake = IppPrinter()
    ended = subprocess.run(["ipptool", "-tv", fake.address, test], capture_output=True, text=True)
    sizes = re.findall(r"media-size-supported.*", ended.stdout)
    expect(ended.returncode == 0, f"ipptool does not take the fake for a printer: {ended.stdout} {ended.stderr}")
    expect("x-dimension=21000 y-dimension=29700" in "".join(sizes), f"the sizes of the fake: {sizes}")


def main():
    for program in ("ippeveprinter", "ipptool", "dbus-daemon"):
        if not shutil.which(program):
            skip(f"{program} is not installed (packages cups-ipp-utils, dbus-daemon)")
    if not may_open_port():
        sys.exit(77)
    if answers():
        skip("something else has port 631 of this machine")
    with tempfile.TemporaryDirectory(prefix="temsao-ippeve-") as name:
        folder = pathlib.Path(name)
        printer = Printer(folder)
        try:
            prints(folder, printer)
            keeps_the_certificate(folder, printer)
        finally:
            printer.stop()
        understands(folder)
    print("\n".join(failures) or "ippeveprinter prints what it is given, and says so")
    return bool(failures)


sys.exit(main())
