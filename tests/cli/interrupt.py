#!/usr/bin/env python3
"""Stops temsao at work, at several moments each, and looks at what is left. Run by tests/cli/interrupted.txt in an empty
folder. Long jobs are made here, so that there is a middle in which to stop them."""
import os
import pathlib
import signal
import subprocess
import sys
import time

from moments import timed

TIMES, MOST_TIMES = 6, 60
HEAD = "Tên sản phẩm,Chủ thể,Hạng sao,Ngày QĐ,Cơ quan cấp\n"


def make_list(name, rows):
    pathlib.Path(name).write_text(HEAD + "".join(f"Mật ong {i},HTX Mẫu,3,15/10/2025,UBND tỉnh\n" for i in range(rows)))


def temsao(*words):
    return subprocess.run(["temsao", "--quiet", "--json", *words], capture_output=True, text=True)


def started(words):
    return subprocess.Popen(["temsao", "--quiet", *words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def stop_all_over(words, how, before, after):
    """Runs the job TIMES times and more, until it was stopped once at least, each time stopped at another moment;
    `before` and `after` are called around each. A job that ends before it is stopped, since the machine has become less
    busy, is stopped earlier from then on."""
    before(0)
    whole, _ = timed(lambda: temsao(*words))
    stopped = 0
    by_the_signal = -how if how == signal.SIGKILL else 128 + how  # all others are caught, and files removed
    for number in range(1, MOST_TIMES + 1):
        before(number)
        job = started(words)
        time.sleep(whole * (number % TIMES + 0.5) / TIMES)
        if job.poll() is None:
            job.send_signal(how)
        status = job.wait()
        stopped += status == by_the_signal
        whole *= 1 if status == by_the_signal else 0.8
        after(status == 0)
        if number >= TIMES and stopped:
            return
    sys.exit(f"{how.name}: {' '.join(words)} was never stopped")


def stop_labels(how):
    """Many pictures, so that files are being written for a good part of the time."""

    def remove_labels(_):
        for file in pathlib.Path().glob("nhan*"):
            file.unlink()
        others[:] = os.listdir()

    def look(_):
        for name in set(os.listdir()) - set(others):
            if not name.startswith("nhan") or not pathlib.Path(name).read_bytes().endswith(b"IEND\xaeB`\x82"):
                sys.exit(f"{how.name}: left behind {name}")

    others = []
    words = ("label", "--all", "--date", "2026-11-24", "--dpi", "150", "-o", "nhan.png")
    stop_all_over(words, how, remove_labels, look)
    print(f"{how.name} while labels are drawn: ended by it, nothing left behind")


def kill_import():
    make_list("nhieu.csv", 6_000)

    def fresh_home(number):
        os.environ["TEMSAO_HOME"] = f"kho-{number}"
        temsao("list", "import", "it.csv", "--as-of", "2026-11-01")

    def look(is_finished):
        shown = temsao("list", "show")
        whole = (6_000,) if is_finished else (150, 6_000)
        if shown.returncode != 0 or shown.stdout.count('"key"') not in whole:
            sys.exit(f"SIGKILL: {os.environ['TEMSAO_HOME']} is broken: {shown.stderr}")

    words = ("list", "import", "nhieu.csv", "--as-of", "2026-11-02")
    stop_all_over(words, signal.SIGKILL, fresh_home, look)
    print("SIGKILL while a list is imported: the old list is in force")


def whole_lines(journal):
    lines = journal.read_bytes().splitlines(keepends=True) if journal.exists() else []
    return [line for line in lines if line.endswith(b"\n")]


def make_photos(folder, count):
    temsao("label", "--all", "--date", "2026-11-24", "--dpi", "300", "-o", "anh.png")
    folder.mkdir()
    for picture in sorted(pathlib.Path().glob("anh*.png"))[:count]:
        picture.rename(folder / picture.name)
    return len(os.listdir(folder))


def kill_verify():
    """A folder of photos: what a killed run had read is not read again, and the report is as if nothing had happened."""
    os.environ["TEMSAO_HOME"] = "kho-anh"
    temsao("list", "import", "it.csv", "--as-of", "2026-11-01")
    photos = make_photos(pathlib.Path("anh"), 60)
    words = ("verify", "anh", "--date", "2026-11-24")
    temsao(*words, "--report", "whole.csv")
    in_the_middle = 0
    for number, enough in enumerate((0, photos // 4, photos // 2, photos - 5)):
        journal, report = pathlib.Path(f"so-{number}"), pathlib.Path(f"report-{number}.csv")
        job = started((*words, "--journal", str(journal)))
        while job.poll() is None and len(whole_lines(journal)) <= enough:
            time.sleep(0.005)
        job.kill()
        job.wait()
        kept = whole_lines(journal)
        in_the_middle += 1 < len(kept) <= photos
        temsao(*words, "--journal", str(journal), "--report", str(report))
        lines = journal.read_bytes().splitlines(keepends=True)
        if lines[: len(kept)] != kept or len(lines) != photos + 1:
            sys.exit(f"SIGKILL: {journal} had {len(kept)} lines, and {len(lines)} in the end for {photos} photos")
        if report.read_bytes() != pathlib.Path("whole.csv").read_bytes():
            sys.exit(f"SIGKILL: {report} is not as whole.csv")
    print(
        f"SIGKILL while {photos} photos are checked: {'stopped in the middle' if in_the_middle else 'never stopped'}, "
        "none is read twice, the report is the same"
    )


make_list("it.csv", 150)
temsao("list", "import", "it.csv", "--as-of", "2026-11-01")
stop_labels(signal.SIGINT)
stop_labels(signal.SIGTERM)
kill_import()
kill_verify()
