#!/usr/bin/env python3
"""A folder of 1,000 photos: both cores against one, and a run that is killed in the middle and goes on.

The photos are those of tests/bench/stars.cpp (50 different ones, each 20 times): perspective, jars, blur, glare, JPEG. Every
run must give the same report: CSV byte for byte, JSON but for each file's milliseconds.

usage: tests/bench/thousand_photos.py build/temsao build/tests/bench_stars
"""
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

SOURCE = pathlib.Path(__file__).resolve().parents[2]
PHOTOS, DIFFERENT = 1000, 50
DAY = "2026-11-24"


def take_photos(folder, maker):
    folder.mkdir()
    for number in range(DIFFERENT):
        first = folder / f"{number:04}.jpg"
        subprocess.run([maker, "--one", str(number), first], check=True)
        for copy in range(number + DIFFERENT, PHOTOS, DIFFERENT):
            shutil.copy(first, folder / f"{copy:04}.jpg")


def main(tool, maker):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        temsao = [tool, "--home", folder / "home", "--quiet"]

        def words(name, *more, journal=None):
            verify = ["--json", "verify", folder / "photos", "--date", DAY]
            kept = ["--report", folder / f"{name}.csv", "--journal", folder / (journal or f"{name}.journal")]
            return [*temsao, *verify, *kept, *more]

        def run(name, *before, journal=None):
            """CPU and wall seconds, peak memory in MB; the report is kept."""
            start = time.monotonic()
            with open(folder / f"{name}.json", "w") as out:
                process = subprocess.Popen([*before, *words(name, journal=journal)], stdout=out)
                _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            cpu, wall = usage.ru_utime + usage.ru_stime, time.monotonic() - start
            print(f"{name:28} {wall:6.1f} s wall {cpu:6.1f} s CPU {usage.ru_maxrss / 1024:5.0f} MB", flush=True)
            return wall

        def report(name):
            whole = json.loads((folder / f"{name}.json").read_text())
            for file in whole["files"]:
                del file["ms"]
            return (folder / f"{name}.csv").read_bytes(), whole

        take_photos(folder / "photos", maker)
        sample = SOURCE / "samples/ha-tinh/danh-sach.csv"
        subprocess.run([*temsao, "list", "import", sample, "--as-of", "2026-11-01"], capture_output=True)

        both = run("both cores")
        one = run("one core", "taskset", "-c", "0")
        print(f"both cores are {one / both:.2f} times one")

        job = subprocess.Popen(words("killed", journal="interrupted"), stdout=subprocess.DEVNULL)
        time.sleep(both / 2)
        job.send_signal(signal.SIGKILL)
        job.wait()
        kept = (folder / "interrupted").read_bytes().count(b"\n") - 1
        print(f"killed after {kept} photos")
        run("gone on", journal="interrupted")
        seen = report("both cores")
        print("files in the report:", len(seen[1]["files"]))
        same = [report(name) == seen for name in ("one core", "gone on")]
        print("the reports are the same" if all(same) else f"the reports differ: {same}")
        return 0 if all(same) and 0 < kept < PHOTOS and len(seen[1]["files"]) == PHOTOS else 1


if __name__ == "__main__":
    sys.exit(main(*(pathlib.Path(word).resolve() for word in sys.argv[1:3])))
