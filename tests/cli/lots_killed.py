#!/usr/bin/env python3
"""kill -9 at many points of lot import, log submit, log take, lot recall and its lifting: only whole events are left, all
of them in the log, and the same command once more ends as if nothing had happened: the same events, under the same ids.

    lots_killed.py PROGRAM [POINTS]"""
import itertools
import json
import pathlib
import shutil
import sys
import tempfile

from moments import timed
from program import LIST, expect, failures, kill_after, start, temsao

POINTS = int(sys.argv[2]) if len(sys.argv) > 2 else 200  # a quarter of them for each job, at least 16
ROWS, PRODUCER = 60, "HTX Nguyễn Hạnh Mẫu"


def must(home, *words):
    status, said, err = temsao(home, *words)
    if status:
        sys.exit(f"{' '.join(map(str, words))}: {status} {err}")
    return said


def book_rows():
    rows = ["Việc,Ngày giờ,Sản phẩm,Lô,Lượng,ĐVT,Từ lô,Nơi,Từ/Đến,Giấy tờ"]
    rows.append('nhập,02/11/2025 05:40,Cá cơm tươi,CC-1,9000,kg,,,Hộ ông Lý,"PN 1"')
    for i in range(ROWS):
        rows.append(f"đóng gói,24/11/2025 14:20,09520000010003,NM-{i},60,chai,CC-1=10 kg,,,")
        rows.append(f"giao,26/11/2025 07:10,09520000010003,NM-{i},24,chai,,,Cửa hàng {i % 7},PX {i}")
    return "\n".join(rows) + "\n"


def events_of(home):
    """Every event by its id, without the time at which it was written down."""
    file = home.parent / "events.jsonld"
    status, _, err = temsao(home, "lot", "export", file)
    if status:
        return {"": err}
    body = json.loads(file.read_text())["epcisBody"]["eventList"]
    return {event["eventID"]: {k: v for k, v in event.items() if k != "recordTime"} for event in body}


def what_of(events):
    """What happened to which lots, whatever the time."""
    return sorted(
        str(
            sorted(
                (k, str(v))
                for k, v in event.items()
                if k in ("bizStep", "epcList", "quantityList", "inputQuantityList", "outputQuantityList")
            )
        )
        for event in events.values()
    )


def audit(home, at):
    status, said, err = temsao(home, "log", "audit")
    expect(said.get("holds") is True, f"{at}: the log does not hold: {status} {said} {err}")
    return said


def killed(name, base, words, is_dated, result):
    """Kills the job at POINTS / 4 moments, each on a fresh copy of `base`; `result` is what it leaves, and must be what it
    left before, or what it leaves when nobody kills it."""
    folder = base.parent
    home = folder / "home"

    def fresh():
        shutil.rmtree(home, ignore_errors=True)
        shutil.copytree(base, home)
        for file in folder.glob("out*"):
            file.unlink()

    fresh()
    untouched = result(home)
    length, (status, _, err) = timed(lambda: temsao(home, *words))
    whole = result(home)
    expect(status == 0 and whole != untouched, f"{name}: {status} {err}")
    stopped, ends, points = 0, set(), POINTS // 4
    for number in itertools.count():
        if number >= points and (stopped or number >= 5 * points):
            break
        fresh()
        at = f"{name}, point {number}"
        if kill_after(length * (number % points + 0.5) / points, start(home, *words)):
            stopped += 1
        else:
            length *= 0.7  # the machine has become less busy since this was measured
        audit(home, at)
        left = result(home)
        before, after = what_of(left["events"]), what_of(whole["events"])
        expect(before in (what_of(untouched["events"]), after), f"{at}: {len(before)} events, neither none nor all")
        ends.add(len(before))
        status, said, err = temsao(home, *words)
        is_done = is_dated and before == after and left.get("revoked") == whole.get("revoked")
        expect(status == 0 or is_done, f"{at}, once more: {status} {said} {err}")
        audit(home, at + ", once more")
        again = result(home)
        expect(what_of(again["events"]) == after, f"{at}, once more: {len(again['events'])} events")
        expect(left["events"].items() <= again["events"].items(), f"{at}, once more: an event has another id")
        expect(again.get("revoked") == whole.get("revoked"), f"{at}, once more: the next list calls back other lots")
        if not is_dated:
            expect(again == whole, f"{at}, once more: it ends otherwise than without the kill")
    expect(stopped > 0, f"{name}: none was stopped")
    return stopped, len(ends)


def events(home):
    return {"events": events_of(home)}


def taken(home):
    """What the office took stands in one step with an entry of its own log."""
    size = audit(home, "taken")["size"]
    return {"events": {str(size): {"bizStep": size}} if size else {}}


def revoked(home):
    file = home / "keys/revocations"
    return events(home) | {"revoked": sorted(file.read_text().split("\n")) if file.exists() else []}


def lifted(home):
    """The events that are struck through, and what the next signed list calls back."""
    left = revoked(home)
    return left | {"events": {name: event for name, event in left["events"].items() if "errorDeclaration" in event}}


def prepare(folder):
    """A producer's data directory and the office's, which certified the producer's key."""
    base, office = folder / "base", folder / "office"
    for home in (base, office):
        temsao(home, "list", "import", LIST, "--as-of", "2026-11-01")
    (folder / "passphrase").write_text("một mật khẩu dài cho bài thử\n")
    secret = ["--passphrase-file", folder / "passphrase"]
    (folder / "so.csv").write_text(book_rows())
    must(base, "key", "new", "htx", *secret)
    must(office, "key", "new", "root", "--owner", "Tỉnh Mẫu", *secret)
    term = ["--from", "2020-01-01", "--to", "2099-12-31"]
    must(office, "key", "certify", base / "keys/htx.pub", "--producer", PRODUCER, *term, *secret)
    salt = ["receive", "Muối", "M-1", "--amount", "5 kg", "--from", "Đại lý", "--at", "01/11/2025"]
    must(base, "lot", "add", *salt, "--producer", PRODUCER)
    return base, office, secret


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        base, office, secret = prepare(folder)

        def submitted(home):
            file = folder / "out.temsao-log"
            return events(home) | {"file": file.read_bytes() if file.exists() else None}

        importing = ["lot", "import", folder / "so.csv", "--producer", PRODUCER]
        points = {"import": killed("lot import", base, importing, False, events)}
        must(base, *importing)
        submitting = ["log", "submit", "--key", "htx", *secret, "-o"]
        points["submit"] = killed("log submit", base, [*submitting, folder / "out.temsao-log"], False, submitted)
        must(base, *submitting, folder / "in.temsao-log")
        points["take"] = killed("log take", office, ["log", "take", folder / "in.temsao-log"], False, taken)
        recalling = ["lot", "recall", "Cá cơm tươi", "CC-1", "--reason", "nhiễm histamin"]
        points["recall"] = killed("lot recall", base, recalling, True, revoked)
        must(base, *recalling)
        lifting = [*recalling[:-1], "kiểm lại đạt", "--lift"]
        points["lift"] = killed("lot recall --lift", base, lifting, True, lifted)
        for job, (stopped, ends) in points.items():
            print(f"{job}: {stopped} stopped; {ends} different ends")
    print("\n".join(failures[:20]) or "only whole events, all in the log")
    sys.exit(bool(failures))


main()
