#!/usr/bin/env python3
"""The log as the program exports it, read by a second program: written from RFC 6962, C2SP signed-note, tlog-checkpoint,
tlog-tiles and tlog-proof, and sharing nothing with ours but the key line that is handed over.

    log_tiles.py PROGRAM

Prints labels in several runs, kills some of them, and then checks: every tile is made of the entries, the checkpoint is
signed and is the root, every label that lies about is an entry, each serial stands there once, and the proofs hold
while altered ones do not."""
import base64
import hashlib
import json
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "trace"))
from second_verifier import sound_key, verifies  # plain Ed25519 of RFC 8032

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
LIST = pathlib.Path(__file__).resolve().parent.parent / "samples/ha-tinh/danh-sach.xlsx"
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
            entries.append(blob[2:2 + length])
            blob = blob[2 + length:]
    expect(len(entries) == size, f"{size} entries are there, found {len(entries)}")
    row, level = [leaf(entry) for entry in entries], 0
    expect(mth(row) == root, "the checkpoint's root is that of the entries")
    while row:
        for number in range((len(row) + 255) // 256):
            part = row[256 * number:256 * number + 256]
            name = tile_name(level, number, len(part))
            expect((folder / name).read_bytes() == b"".join(part), f"{name} is made of the entries")
        row = [mth(row[i:i + 256]) for i in range(0, len(row) // 256 * 256, 256)]
        level += 1
    return entries


def check_inclusion(text, entry, vkey):
    head, _, note = text.partition("\n\n")
    lines = head.split("\n")
    if lines[0] != "c2sp.org/tlog-proof@v1" or not lines[1].startswith("extra ") or not lines[2].startswith("index "):
        return False
    size, root = checkpoint(note, vkey) or (0, b"")
    path = [base64.b64decode(line) for line in lines[3:]]
    return base64.b64decode(lines[1][6:]) == entry and size > 0 and \
        root_by_path(int(lines[2][6:]), size, leaf(entry), path) == root


def main():
    with tempfile.TemporaryDirectory(prefix="temsao-log-") as folder:
        folder = pathlib.Path(folder)
        environment = {**os.environ, "TEMSAO_HOME": str(folder / "home"), "LANG": "C.UTF-8"}

        def temsao(*words, ok=True):
            done = subprocess.run([PROGRAM, *words], cwd=folder, env=environment, capture_output=True, text=True)
            if ok and done.returncode not in (0, 1, 2):
                failures.append(f"{' '.join(words)}: {done.stderr}")
            return done

        temsao("list", "import", str(LIST), "--as-of", "2026-11-01")
        label = ["label", PRODUCT, "--date", DAY, "--serials"]
        temsao(*label, "--count", "300", "-o", "first.pdf")
        temsao("log", "export", "old")
        # Killed at points all over a run's time, two at once.
        begun = time.monotonic()
        temsao(*label, "--count", "6", "-o", "measure.pdf")
        whole = time.monotonic() - begun
        chance = random.Random(20261124)
        for number in range(12):
            pair = [subprocess.Popen([PROGRAM, *label, "--count", "6", "-o", f"killed-{number}-{one}.pdf"], cwd=folder,
                                     env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                    for one in range(2)]
            time.sleep(chance.uniform(0.2, 2.2) * whole)
            for process in pair:
                process.kill()
                process.wait()
        # A disk that is full at different points of a run: writing beyond the limit fails.
        import resource
        for number, limit in enumerate((1, 30_000, 100_000, 140_000, 200_000)):
            subprocess.run([PROGRAM, *label, "--count", "40", "-o", f"full-{number}.pdf"], cwd=folder, env=environment,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, restore_signals=False,
                           preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
        temsao(*label, "--count", "2", "-o", "last.pdf")
        # Runs that were killed after they reserved are told of, and can be voided.
        waiting = json.loads(temsao("--json", "log", "show").stdout)["unprinted"]
        for run in waiting:
            temsao("serial", "void", "--run", str(run["issue"]))
        expect(json.loads(temsao("--json", "log", "audit").stdout)["unprinted"] == [], "every run that waits can be voided")
        vkey = re.search(r"ocop-log/\S+", temsao("log", "show").stdout)[0]
        expect(temsao("log", "audit").returncode == 0, "log audit finds that the log holds")
        temsao("log", "export", "new")
        entries = read_log(folder / "new", vkey)
        read_log(folder / "old", vkey)

        logged = [m[1] for entry in entries if (m := re.search(r"\nserial (\S+)\n", entry.decode()))]
        double = len(logged) - len(set(logged))
        lying, files = [], sorted(folder.glob("*.pdf"))
        for file in files:
            text = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
            lying += re.findall(r"\(21\)\s*([0-9A-Z]{8})", text)
        lost = len(set(lying) - set(logged))
        expect(len(lying) >= 308 and len(lying) == len(set(lying)), f"no two labels share a serial: {len(lying)}")
        expect(double == 0, f"{double} serials stand twice in the log")
        expect(lost == 0, f"{lost} labels lie about that the log does not know")

        for serial in (logged[0], logged[150], logged[-1]):
            proof = temsao("log", "prove", serial).stdout
            entry = next(entry for entry in entries if f"serial {serial}\n".encode() in entry)
            expect(check_inclusion(proof, entry, vkey), f"the proof of {serial} holds")
            other = next(entry for entry in entries if f"serial {serial}\n".encode() not in entry)
            expect(not check_inclusion(proof, other, vkey), f"the proof of {serial} proves nothing else")
        temsao("log", "prove", "--since", "old/checkpoint", "-o", "grown.txt")
        grown = (folder / "grown.txt").read_text()
        hashes, older_text, older_signatures, newer = grown.removeprefix("temsao consistency 1\n").split("\n\n", 3)
        old = checkpoint(older_text + "\n\n" + older_signatures + "\n", vkey)
        new = checkpoint(newer, vkey)
        path = [base64.b64decode(line) for line in hashes.split("\n")]
        expect(consistent(old[0], new[0], old[1], new[1], path), "the new log begins with the old one")
        expect(not consistent(old[0], new[0], old[1], new[1], path[:-1]), "a shortened proof does not hold")
        expect(temsao("log", "check", "grown.txt").returncode == 0, "log check agrees")
        expect(temsao("--home", "elsewhere", "log", "check", "grown.txt", "--key", vkey).returncode == 0,
               "log check needs nothing but the key")
        (folder / "altered.txt").write_text(grown.replace(hashes[:8], hashes[8:16], 1))
        expect(temsao("log", "check", "altered.txt", ok=False).returncode == 65, "log check refuses an altered proof")

        # An entry altered behind the log's back is found.
        subprocess.run([sys.executable, "-c", "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]);"
                        "c.execute(\"UPDATE issue SET lot = '261123' WHERE id = 1\"); c.commit()",
                        folder / "home/temsao.sqlite"], check=True)
        expect(temsao("log", "audit").returncode == 1, "log audit finds the altered lot")
        print(f"{len(entries)} entries, {len(files)} files with {len(lying)} labels after 24 kills and 5 full disks: "
              f"{lost} lost, {double} double")
    print("\n".join("not so: " + words for words in failures))
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())
