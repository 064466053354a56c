#!/usr/bin/env python3
"""Stops temsao at work, at several moments each, and looks at what is left. Run by tests/cli/interrupted.txt in an empty
folder. Long jobs are made here, so that there is a middle in which to stop them."""
import os
import pathlib
import signal
import subprocess
import sys
import time

TIMES = 6
HEAD = "Tên sản phẩm,Chủ thể,Hạng sao,Ngày QĐ,Cơ quan cấp\n"


def make_list(name, rows):
    pathlib.Path(name).write_text(HEAD + "".join(f"Mật ong {i},HTX Mẫu,3,15/10/2025,UBND tỉnh\n" for i in range(rows)))


def temsao(*words):
    return subprocess.run(["temsao", "--quiet", "--json", *words], capture_output=True, text=True)


def seconds_of(words):
    start = time.monotonic()
    temsao(*words)
    return time.monotonic() - start


def stop(words, how, after):
    job = subprocess.Popen(["temsao", "--quiet", *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    if job.poll() is None:
        job.send_signal(how)
    return job.wait()


def stop_labels(how):
    """Many pictures, so that files are being written for a good part of the time."""
    words = ("label", "--all", "--date", "2026-11-24", "--dpi", "150", "-o", "nhan.png")
    whole = seconds_of(words)
    stopped = 0
    for i in range(TIMES):
        for file in pathlib.Path().glob("nhan*"):
            file.unlink()
        before = set(os.listdir())
        status = stop(words, how, whole * (i + 0.5) / TIMES)
        stopped += status == 128 + how
        for name in set(os.listdir()) - before:
            if not name.startswith("nhan") or not pathlib.Path(name).read_bytes().endswith(b"IEND\xaeB`\x82"):
                sys.exit(f"{how.name}: left behind {name}")
    print(f"{how.name} while labels are drawn: {'ended by it' if stopped else 'never stopped'}, nothing left behind")


def kill_import():
    words = ("list", "import", "nhieu.csv", "--as-of", "2026-11-02")
    make_list("nhieu.csv", 6_000)
    os.environ["TEMSAO_HOME"] = "kho-do"  # to measure
    whole = seconds_of(words)
    for i in range(TIMES):
        os.environ["TEMSAO_HOME"] = home = f"kho-{i}"
        temsao("list", "import", "it.csv", "--as-of", "2026-11-01")
        finished = stop(words, signal.SIGKILL, whole * (i + 0.5) / TIMES) == 0
        shown = temsao("list", "show")
        if shown.returncode != 0 or shown.stdout.count('"key"') not in ((6_000,) if finished else (150, 6_000)):
            sys.exit(f"SIGKILL: {home} is broken: {shown.stderr}")
    print("SIGKILL while a list is imported: the old list is in force")


def kill_verify():
    """A folder of photos: what a killed run had read is not read again, and the report is as if nothing had happened."""
    os.environ["TEMSAO_HOME"] = "kho-anh"
    temsao("list", "import", "it.csv", "--as-of", "2026-11-01")
    temsao("label", "--all", "--date", "2026-11-24", "--dpi", "300", "-o", "anh.png")
    folder = pathlib.Path("anh")
    folder.mkdir()
    for picture in sorted(pathlib.Path().glob("anh*.png"))[:60]:
        picture.rename(folder / picture.name)
    photos = len(os.listdir(folder))
    words = ("verify", str(folder), "--date", "2026-11-24")
    start = time.monotonic()
    temsao(*words, "--report", "whole.csv")
    whole = time.monotonic() - start
    in_the_middle, times = 0, 4
    for i in range(times):
        journal, report = pathlib.Path(f"so-{i}"), pathlib.Path(f"report-{i}.csv")
        stop((*words, "--journal", str(journal)), signal.SIGKILL, whole * (i + 0.5) / times)
        kept = journal.read_bytes().splitlines(keepends=True) if journal.exists() else []
        kept = [line for line in kept if line.endswith(b"\n")]
        in_the_middle += 1 < len(kept) <= photos
        temsao(*words, "--journal", str(journal), "--report", str(report))
        lines = journal.read_bytes().splitlines(keepends=True)
        if lines[:len(kept)] != kept or len(lines) != photos + 1:
            sys.exit(f"SIGKILL: {journal} had {len(kept)} lines, and {len(lines)} in the end for {photos} photos")
        if report.read_bytes() != pathlib.Path("whole.csv").read_bytes():
            sys.exit(f"SIGKILL: {report} is not as whole.csv")
    print(f"SIGKILL while {photos} photos are checked: {'stopped in the middle' if in_the_middle else 'never stopped'}, "
          "none is read twice, the report is the same")


make_list("it.csv", 150)
temsao("list", "import", "it.csv", "--as-of", "2026-11-01")
stop_labels(signal.SIGINT)
stop_labels(signal.SIGTERM)
kill_import()
kill_verify()
