#!/usr/bin/env python3
"""Prints and checks labels while machines of a cluster are killed, stopped and cut off (scripts/cluster-test calls this).

    run.py PROGRAM FOLDER --faults N [--minutes N] [--seed N] [--most LABELS] [--longest-gap SECONDS]

Holds when no serial number is lost or doubled, the log is one, its audit agrees, and no look-up said of a printed label
that it was not printed. Times are told, and judged only with --longest-gap."""
import argparse
import collections
import pathlib
import re
import subprocess
import sys
import time

from faults import Faults
from nodes import ROOT, STORE, Cluster
from work import Reader, Roots, Watcher, Writer, temsao

LIST = ROOT / "samples/ha-tinh/danh-sach.csv"
PATIENCE = 300  # seconds until it is given up that printing goes on


def arguments():
    said = argparse.ArgumentParser()
    said.add_argument("program", type=pathlib.Path)
    said.add_argument("folder", type=pathlib.Path)
    said.add_argument("--faults", type=int, default=8)
    said.add_argument("--seed", type=int, default=1)
    said.add_argument("--most", type=int, default=20, help="labels of a run")
    said.add_argument("--minutes", type=float, default=1440, help="after which no further fault begins")
    said.add_argument("--longest-gap", type=float, help="seconds without a print run, for 99 of 100 faults")
    return said.parse_args()


def start_server(program, home, folder):
    """For look-ups; returns its process and port."""
    log = folder / "serve.log"
    with log.open("wb") as file:
        words = [program, "--home", home, "serve", "--listen", "127.0.0.1:0", "--store", STORE]
        server = subprocess.Popen([str(word) for word in words], stdout=file, stderr=file, stdin=subprocess.DEVNULL)
    end = time.monotonic() + PATIENCE
    while not (found := re.search(r":(\d+)/", log.read_text())):
        if server.poll() is not None or time.monotonic() > end:
            sys.exit(f"the server did not start: {log.read_text()}")
        time.sleep(0.1)
    return server, int(found[1])


def gap(moments, begin, end):
    """The longest time without one of the moments, of the stretches that touch begin … end."""
    times = sorted(moments)
    pairs = zip(times, times[1:])
    return max((later - earlier for earlier, later in pairs if later >= begin and earlier <= end), default=0.0)


def wait_for_a_run(writers, since):
    end = time.monotonic() + PATIENCE
    while not any(writer.times and writer.times[-1] > since for writer in writers):
        if time.monotonic() > end:
            raise TimeoutError(f"nothing was printed for {PATIENCE} s: {[writer.refusals[-1:] for writer in writers]}")
        time.sleep(0.05)


def strike(cluster, writers, faults, number, end):
    """The faults, one after the other, each from the cluster whole again. Gives kind, begin and end of each, and why it
    ended before the last."""
    done = []
    for fault in faults.drawn(number):
        begin = time.monotonic()
        if begin > end and done:
            print(f"time is up after {len(done)} of {number} faults")
            break
        try:
            fault()
            healed = time.monotonic()
            wait_for_a_run(writers, healed)
            cluster.wait_until_whole()
        except TimeoutError as trouble:
            print(f"given up at {fault.__name__}: {trouble}")
            return done, [f"after {len(done)} faults: {trouble}"]
        done.append((fault.__name__, begin, time.monotonic()))
        moments = [moment for writer in writers for moment in writer.times]
        print(
            f"{len(done):4} {fault.__name__:26} lasted {healed - begin:5.1f} s, longest without printing"
            f" {gap(moments, *done[-1][1:]):5.1f} s, whole again after {done[-1][2] - begin:5.1f} s",
            flush=True,
        )
    return done, []


def exported_entries(program, home, folder):
    told = temsao(program, home, "log", "export", folder, "--store", STORE)
    if told.returncode != 0:
        sys.exit(f"the log could not be exported: {told.stdout}{told.stderr}")
    size = int((folder / "checkpoint").read_text().split("\n")[1])
    entries = []
    for number in range((size + 255) // 256):
        width = min(256, size - 256 * number)
        name = f"{number % 1000:03}" if number < 1000 else f"x{number // 1000:03}/{number % 1000:03}"
        blob = (folder / f"tile/entries/{name}{'' if width == 256 else f'.p/{width}'}").read_bytes()
        while blob:
            length = int.from_bytes(blob[:2], "big")
            entries.append(blob[2 : 2 + length])
            blob = blob[2 + length :]
    return entries


def judge(program, home, folder, writers, watcher):
    """What does not hold, as sentences; and figures."""
    entries = exported_entries(program, home, folder / "tiles")
    words = [entry.decode().split() for entry in entries]
    logged = collections.Counter(each[-1] for each in words if each[:2] == ["temsao", "printed"])
    told = collections.Counter(serial for writer in writers for serial in writer.serials)
    roots = Roots(entries)
    forked = [size for size, seen in watcher.seen.items() if seen != {roots.at(size)}]
    audit = temsao(program, home, "log", "audit", "--store", STORE, timeout=1800)
    figures = {
        "labels that temsao said it printed": sum(told.values()),
        "labels in the log": sum(logged.values()),
        "serial numbers lost": sum(serial not in logged for serial in told),
        "serial numbers doubled": sum(n > 1 for n in told.values()) + sum(n > 1 for n in logged.values()),
        "checkpoints seen": len(watcher.seen),
        "checkpoints that are of another history": len(forked),
        "entries of the log": len(entries),
    }
    wrong = [name for name in figures if figures[name] and re.search("lost|doubled|another", name)]
    if audit.returncode != 0:
        wrong.append(f"log audit: {audit.stdout}{audit.stderr}")
    if not told or not watcher.seen:
        wrong.append("nothing was printed or seen")
    return wrong, figures


def tell(figures, done, writers, reader, limit):
    if not done:
        return ["no fault was put right"]
    moments = [moment for writer in writers for moment in writer.times]
    gaps = sorted(gap(moments, begin, end) for _, begin, end in done)
    p99 = gaps[min(len(gaps) - 1, int(len(gaps) * 0.99))] if gaps else 0.0
    refusals = [text for writer in writers for text in writer.refusals]
    silent = gap(reader.answered, done[0][1], done[-1][2])
    figures |= {
        "print runs": len(moments),
        "print runs that ended with an error": len(refusals),
        "print runs killed by this test": sum(writer.killed for writer in writers),
        "seconds without printing, median / 99 in 100 / longest": f"{gaps[len(gaps) // 2]:.1f} / {p99:.1f} / {gaps[-1]:.1f}",
        "look-ups answered": len(reader.answered),
        "look-ups not answered": len(reader.unanswered),
        "look-ups that were wrong": len(reader.wrong),
        "seconds without a look-up, longest": f"{silent:.1f}",
    }
    print(f"\nFaults: {dict(collections.Counter(kind for kind, _, _ in done))}")
    for name, figure in figures.items():
        print(f"{name}: {figure}")
    for text in sorted(set(refusals))[:5] + [text for _, text in reader.unanswered[:3]] + reader.wrong[:3]:
        print(f"said: {text[:500]}")
    late = limit is not None and p99 > limit
    return (["the gap in writing"] if late else []) + (["look-ups"] if reader.wrong or not reader.answered else [])


def main():
    wish = arguments()
    program, home, folder = wish.program.resolve(), wish.folder / "home", wish.folder
    cluster = Cluster(folder)
    server = None
    began = time.monotonic()
    try:
        cluster.start()
        print(f"three machines are up after {time.monotonic() - began:.0f} s", flush=True)
        temsao(program, home, "list", "import", LIST, "--as-of", "2026-11-01")
        writers = [Writer(program, home, number, wish.most, wish.seed) for number in range(2)]
        writers[0].print_labels(1)  # makes the tables
        if not writers[0].times:
            sys.exit(f"nothing was printed: {writers[0].refusals}")
        server, port = start_server(program, home, folder)
        reader, watcher = Reader(port, writers), Watcher()
        threads = [*writers, reader, watcher]
        for thread in threads:
            thread.start()
        done, ended = strike(
            cluster, writers, Faults(cluster, writers, wish.seed), wish.faults, began + 60 * wish.minutes
        )
        for thread in threads:
            thread.ends.set()
        for thread in threads:
            thread.join()
        print(f"machines copied again, since they did not come back by themselves: {cluster.copied_again}")
        wrong, figures = judge(program, home, folder, writers, watcher)
        wrong += ended + tell(figures, done, writers, reader, wish.longest_gap)
    finally:
        if server:
            server.kill()
        cluster.stop()
    print(f"{'NOT SO: ' + '; '.join(wrong) if wrong else 'all of it holds'}, after {time.monotonic() - began:.0f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
