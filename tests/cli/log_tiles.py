#!/usr/bin/env python3
"""The log as the program exports it, read by a second program: written from RFC 6962, C2SP signed-note, tlog-checkpoint,
tlog-tiles and tlog-proof, and sharing nothing with ours but the key line that is handed over.

    log_tiles.py PROGRAM

Prints labels in several runs, kills some of them, and then checks: every tile is made of the entries, the checkpoint is
signed and is the root, every label that lies about is an entry, each serial stands there once, and the proofs hold
while altered ones do not."""
import base64
import contextlib
import hashlib
import json
import os
import pathlib
import random
import re
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time

from moments import timed

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "trace"))
from second_verifier import sound_key, verifies  # plain Ed25519 of RFC 8032

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
LIST = pathlib.Path(__file__).resolve().parents[2] / "samples/ha-tinh/danh-sach.xlsx"
PRODUCT, DAY = "09520000010003", "2026-11-24"
failures = []


def expect(holds, words):
    if not holds:
        failures.append(words)


# RFC 6962, 2.1
def leaf(entry):
    return hashlib.sha256(b"\0" + entry).digest()


def node(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def mth(hashes):
    if len(hashes) < 2:
        return hashes[0] if hashes else hashlib.sha256(b"").digest()
    k = 1
    while 2 * k < len(hashes):
        k *= 2
    return node(mth(hashes[:k]), mth(hashes[k:]))


def root_by_path(index, size, hash_, path):
    """RFC 6962, 2.1.1, walked down from the top: which side the rest of the path hangs on."""
    if size == 1:
        return hash_ if not path else None
    if not path:
        return None
    k = 1
    while 2 * k < size:
        k *= 2
    if index < k:
        below = root_by_path(index, k, hash_, path[:-1])
        return below and node(below, path[-1])
    below = root_by_path(index - k, size - k, hash_, path[:-1])
    return below and node(path[-1], below)


def consistent(m, n, old, new, path):
    """RFC 6962, 2.1.2: both roots from the one proof."""

    def roots(m, n, known, path):
        if m == n:
            if known:
                return (old, old) if not path else None
            return (path[0], path[0]) if len(path) == 1 else None
        if not path:
            return None
        k = 1
        while 2 * k < n:
            k *= 2
        if m <= k:
            both = roots(m, k, known, path[:-1])
            return both and (both[0], node(both[1], path[-1]))
        both = roots(m - k, n - k, False, path[:-1])
        return both and (node(path[-1], both[0]), node(path[-1], both[1]))

    return roots(m, n, True, path) == (old, new)


def open_note(note, vkey):
    name, key_id, encoded = vkey.split("+", 2)
    public = base64.b64decode(encoded)
    if public[0] != 1 or hashlib.sha256(name.encode() + b"\n" + public).hexdigest()[:8] != key_id:
        return None
    text, _, signatures = note.rpartition("\n\n")
    for line in signatures.split("\n"):
        found = re.fullmatch("— ([^ ]+) ([^ ]+)", line)
        if found and found[1] == name:
            blob = base64.b64decode(found[2])
            if blob[:4].hex() == key_id and verifies(sound_key(public[1:]), (text + "\n").encode(), blob[4:]):
                return text + "\n"
    return None


def checkpoint(note, vkey):
    text = open_note(note, vkey)
    if text is None:
        return None
    origin, size, root = text.split("\n")[:3]
    return (int(size), base64.b64decode(root)) if origin == vkey.split("+")[0] else None


def tile_name(level, number, width):
    parts = f"{number % 1000:03}"
    number //= 1000
    while number:
        parts = f"x{number % 1000:03}/{parts}"
        number //= 1000
    return f"tile/{level}/{parts}" + (f".p/{width}" if width < 256 else "")


def read_log(folder, vkey):
    """The entries, after everything exported was compared with them."""
    size, root = checkpoint((folder / "checkpoint").read_text(), vkey) or (0, b"")
    expect(size > 0, "the checkpoint is signed by the log's key")
    entries = []
    for number in range((size + 255) // 256):
        blob = (folder / tile_name("entries", number, min(256, size - 256 * number))).read_bytes()
        while blob:
            length = int.from_bytes(blob[:2], "big")
            entries.append(blob[2 : 2 + length])
            blob = blob[2 + length :]
    expect(len(entries) == size, f"{size} entries are there, found {len(entries)}")
    row, level = [leaf(entry) for entry in entries], 0
    expect(mth(row) == root, "the checkpoint's root is that of the entries")
    while row:
        for number in range((len(row) + 255) // 256):
            part = row[256 * number : 256 * number + 256]
            name = tile_name(level, number, len(part))
            expect((folder / name).read_bytes() == b"".join(part), f"{name} is made of the entries")
        row = [mth(row[i : i + 256]) for i in range(0, len(row) // 256 * 256, 256)]
        level += 1
    return entries


def check_inclusion(text, entry, vkey):
    head, _, note = text.partition("\n\n")
    lines = head.split("\n")
    if lines[0] != "c2sp.org/tlog-proof@v1" or not lines[1].startswith("extra ") or not lines[2].startswith("index "):
        return False
    size, root = checkpoint(note, vkey) or (0, b"")
    path = [base64.b64decode(line) for line in lines[3:]]
    return (
        base64.b64decode(lines[1][6:]) == entry
        and size > 0
        and root_by_path(int(lines[2][6:]), size, leaf(entry), path) == root
    )


class Program:
    """temsao in a folder of its own."""

    def __init__(self, folder):
        self.quiet = {
            "cwd": folder,
            "env": {**os.environ, "TEMSAO_HOME": str(folder / "home"), "LANG": "C.UTF-8"},
            "stdout": subprocess.DEVNULL,
            "stderr": subprocess.DEVNULL,
        }

    def __call__(self, *words, ok=True):
        heard = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        done = subprocess.run([PROGRAM, *words], **(self.quiet | heard))
        if ok and done.returncode not in (0, 1, 2):
            failures.append(f"{' '.join(words)}: {done.stderr}")
        return done

    def killed(self, commands, after):
        """All at once, each killed after so many seconds."""
        processes = [subprocess.Popen([PROGRAM, *words], **self.quiet) for words in commands]
        time.sleep(after)
        for process in processes:
            process.kill()
            process.wait()

    def on_a_full_disk(self, words, limit):
        """Writing beyond so many bytes of a file fails."""
        limits = (limit, limit)
        full = {"restore_signals": False, "preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limits)}
        subprocess.run([PROGRAM, *words], **(self.quiet | full))


def print_labels(temsao):
    """Runs that end well, others that are killed at points all over a run's time, two at once, and others whose disk is
    full at different points."""
    label = ["label", PRODUCT, "--date", DAY, "--serials"]
    temsao(*label, "--count", "300", "-o", "first.pdf")
    temsao("log", "export", "old")
    whole, _ = timed(lambda: temsao(*label, "--count", "6", "-o", "measure.pdf"))
    chance = random.Random(20261124)
    for number in range(12):
        pair = [[*label, "--count", "6", "-o", f"killed-{number}-{one}.pdf"] for one in range(2)]
        temsao.killed(pair, chance.uniform(0.2, 2.2) * whole)
    for number, limit in enumerate((1, 30_000, 100_000, 140_000, 200_000)):
        temsao.on_a_full_disk([*label, "--count", "40", "-o", f"full-{number}.pdf"], limit)
    temsao(*label, "--count", "2", "-o", "last.pdf")


def void_unprinted(temsao):
    """Runs that were killed after they reserved are told of, and can be voided."""
    for run in json.loads(temsao("--json", "log", "show").stdout)["unprinted"]:
        temsao("serial", "void", "--run", str(run["issue"]))
    left = json.loads(temsao("--json", "log", "audit").stdout)["unprinted"]
    expect(left == [], "every run that waits can be voided")


def compare_labels(folder, entries):
    """Every serial on paper against the log. Gives the log's serials."""
    logged = [m[1] for entry in entries if (m := re.search(r"\nserial (\S+)\n", entry.decode()))]
    double = len(logged) - len(set(logged))
    printed, files = [], sorted(folder.glob("*.pdf"))
    for file in files:
        text = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
        printed += re.findall(r"\(21\)\s*([0-9A-Z]{8})", text)
    lost = len(set(printed) - set(logged))
    expect(len(printed) >= 308 and len(printed) == len(set(printed)), f"no two labels share a serial: {len(printed)}")
    expect(double == 0, f"{double} serials stand twice in the log")
    expect(lost == 0, f"{lost} labels were printed that the log has not recorded")
    print(
        f"{len(entries)} entries, {len(files)} files with {len(printed)} labels after 24 kills and 5 full disks: "
        f"{lost} lost, {double} double"
    )
    return logged


def check_proofs(temsao, entries, serials, vkey):
    for serial in serials:
        proof = temsao("log", "prove", serial).stdout
        entry = next(entry for entry in entries if f"serial {serial}\n".encode() in entry)
        expect(check_inclusion(proof, entry, vkey), f"the proof of {serial} holds")
        other = next(entry for entry in entries if f"serial {serial}\n".encode() not in entry)
        expect(not check_inclusion(proof, other, vkey), f"the proof of {serial} proves nothing else")


def check_growth(temsao, folder, vkey):
    temsao("log", "prove", "--since", "old/checkpoint", "-o", "grown.txt")
    grown = (folder / "grown.txt").read_text()
    hashes, older_text, older_signatures, newer = grown.removeprefix("temsao consistency 1\n").split("\n\n", 3)
    old = checkpoint(older_text + "\n\n" + older_signatures + "\n", vkey)
    new = checkpoint(newer, vkey)
    path = [base64.b64decode(line) for line in hashes.split("\n")]
    expect(consistent(old[0], new[0], old[1], new[1], path), "the new log begins with the old one")
    expect(not consistent(old[0], new[0], old[1], new[1], path[:-1]), "a shortened proof does not hold")
    expect(temsao("log", "check", "grown.txt").returncode == 0, "log check agrees")
    elsewhere = temsao("--home", "elsewhere", "log", "check", "grown.txt", "--key", vkey)
    expect(elsewhere.returncode == 0, "log check needs nothing but the key")
    (folder / "altered.txt").write_text(grown.replace(hashes[:8], hashes[8:16], 1))
    expect(temsao("log", "check", "altered.txt", ok=False).returncode == 65, "log check refuses an altered proof")


def alter_an_entry(temsao, folder):
    with contextlib.closing(sqlite3.connect(folder / "home/temsao.sqlite")) as ledger, ledger:
        ledger.create_function("temsao_row", -1, lambda *values: 0)  # of the triggers that sum up the rows
        ledger.execute("UPDATE issue SET lot = '261123' WHERE id = 1")
    expect(temsao("log", "audit").returncode == 1, "log audit finds the altered lot")


def main():
    with tempfile.TemporaryDirectory(prefix="temsao-log-") as name:
        folder = pathlib.Path(name)
        temsao = Program(folder)
        temsao("list", "import", str(LIST), "--as-of", "2026-11-01")
        print_labels(temsao)
        void_unprinted(temsao)
        vkey = re.search(r"ocop-log/\S+", temsao("log", "show").stdout)[0]
        expect(temsao("log", "audit").returncode == 0, "log audit finds that the log holds")
        temsao("log", "export", "new")
        entries = read_log(folder / "new", vkey)
        read_log(folder / "old", vkey)
        logged = compare_labels(folder, entries)
        check_proofs(temsao, entries, (logged[0], logged[150], logged[-1]), vkey)
        check_growth(temsao, folder, vkey)
        alter_an_entry(temsao, folder)
    print("\n".join("not so: " + words for words in failures))
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
