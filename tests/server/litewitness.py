#!/usr/bin/env python3
"""Witnesses of two makers: litewitness (Go, filippo.io/torchwood) signs for our log, and we sign for a log made with Go's own
packages. Left out where Go, its module proxy or ssh-agent is missing."""
import base64
import hashlib
import json
import os
import pathlib
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from socket import socket as socket_of

from forked_log import public_of, time_of
from server import PATIENCE, PRODUCT, ROOT, check, run, serving, temsao, wait_until

GO = shutil.which("go") or shutil.which("go", path="/usr/local/go/bin")
MODULE = ROOT / "tests/server/go_log"
SEED = hashlib.sha256(b"a log of Go's").hexdigest()
NAME = "lite.example/witness"


def leave_out(why):
    print(f"test left out: {why}")
    sys.exit(77)


def go(*words, **more):
    return subprocess.run([GO, *words], cwd=MODULE, capture_output=True, text=True, timeout=PATIENCE, **more)


def open_ssh(private):
    """An Ed25519 key as ssh-add reads it (PROTOCOL.key of OpenSSH)."""

    def text(data):
        return len(data).to_bytes(4, "big") + data

    public = public_of(private)
    line = text(b"ssh-ed25519") + text(public)
    inner = b"\0" * 8 + line + text(private + public) + text(b"")
    inner += bytes(range(1, 8))[: -len(inner) % 8]
    whole = b"openssh-key-v1\0" + text(b"none") * 2 + text(b"") + b"\0\0\0\1" + text(line) + text(inner)
    packed = base64.encodebytes(whole).decode()
    return f"-----BEGIN OPENSSH PRIVATE KEY-----\n{packed}-----END OPENSSH PRIVATE KEY-----\n"


def with_litewitness(folder, program, log_key, use):
    """litewitness on a free port, told of our log as its witnessctl does: rows in its database."""
    private = hashlib.sha256(b"a witness of Go's").digest()
    key_file, socket, database = folder / "key", folder / "agent", folder / "lite.db"
    key_file.write_text(open_ssh(private))
    key_file.chmod(0o600)
    agent = subprocess.Popen(["ssh-agent", "-D", "-a", socket], stdout=subprocess.DEVNULL)
    try:
        wait_until(socket.exists)
        environment = os.environ | {"SSH_AUTH_SOCK": str(socket)}
        added = subprocess.run(["ssh-add", key_file], env=environment, capture_output=True, text=True)
        check("ssh-agent has the key", added.returncode == 0, added.stderr)
        tables = sqlite3.connect(database)
        tables.execute(
            "CREATE TABLE log (origin TEXT PRIMARY KEY, tree_size INTEGER NOT NULL, tree_hash TEXT NOT NULL)"
        )
        tables.execute(
            "CREATE TABLE key (origin TEXT NOT NULL, key TEXT NOT NULL, FOREIGN KEY(origin) REFERENCES log(origin))"
        )
        empty = base64.b64encode(hashlib.sha256(b"").digest()).decode()
        origin = log_key.partition("+")[0]
        tables.execute("INSERT INTO log VALUES (?, 0, ?)", (origin, empty))
        tables.execute("INSERT INTO key VALUES (?, ?)", (origin, log_key))
        tables.commit()
        tables.close()
        port = free_port()
        words = [program, "-name", NAME, "-db", database, "-ssh-agent", socket, "-listen", f"127.0.0.1:{port}"]
        fingerprint = hashlib.sha256(public_of(private)).hexdigest()
        process = subprocess.Popen([*words, "-key", fingerprint], stderr=subprocess.PIPE, text=True)
        vkey = None
        for line in process.stderr:
            if found := re.search(r"vkey=\"?([^\s\"]+)", line):
                vkey = found[1]
            if "listening" in line:
                break
        try:
            use(f"http://127.0.0.1:{port}", vkey)
        finally:
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=PATIENCE)
    finally:
        agent.kill()
        agent.wait()


def free_port():
    with socket_of() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def for_our_log(home, url, vkey):
    def export():
        done = temsao(home, "--json", "--lang", "en", "log", "export", home.parent / "tiles")
        return done, json.loads(done.stdout)["witnesses"] if done.stdout else {}

    added = temsao(home, "log", "witness", "add", vkey, "--url", url)
    check("litewitness is added by the key that it prints", added.returncode == 0, (vkey, added.stderr))
    temsao(home, "log", "witness", "need", "1")
    for _ in range(3):
        done, said = export()
        check("litewitness signs", done.returncode == 0 and said["signed"] == [NAME], (done.stderr, said))
        note = (home.parent / "tiles/checkpoint").read_text()
        check("and its signature is good", time_of(vkey, note, note.splitlines()[-1]), note)
        temsao(home, "label", PRODUCT, "--lot", "L1", "--count", "300", "--serials", "-o", home.parent / "x.pdf")
    copy = home.parent / "copy"
    shutil.copytree(home, copy)
    (copy / "log-folders").unlink()
    temsao(home, "label", PRODUCT, "--lot", "L1", "--count", "2", "-o", home.parent / "z.pdf")
    done, said = export()
    check("again", done.returncode == 0, done.stderr)
    temsao(copy, "label", PRODUCT, "--lot", "L2", "--count", "5", "-o", home.parent / "y.pdf")
    done = temsao(copy, "--json", "log", "export", home.parent / "other")
    check("a copy with another history is refused", done.returncode == 1, (done.stdout, done.stderr))


def for_a_log_of_go(home):
    key = go("run", ".", "key", SEED).stdout.strip()
    own = json.loads(temsao(home, "--json", "log", "witness", "add", key).stdout)["witness"]
    with serving(home) as server:
        seen = go("run", ".", server.url, own, SEED)
    check(
        "Go's log is signed by us as it grows, and its other history is not",
        seen.stdout == "signed 12, refused 7\n",
        seen,
    )


def story(home):
    temsao(home, "label", PRODUCT, "--lot", "L1", "--count", "3", "--serials", "-o", home.parent / "x.pdf")
    log_key = json.loads(temsao(home, "--json", "log", "show").stdout)["key"]
    with tempfile.TemporaryDirectory(prefix="lite-") as folder:
        use = lambda url, vkey: for_our_log(home, url, vkey)  # noqa: E731
        with_litewitness(pathlib.Path(folder), BUILT.name + "/litewitness", log_key, use)
    for_a_log_of_go(home)


if not GO or not shutil.which("ssh-agent"):
    leave_out("Go or ssh-agent is not here")
BUILT = tempfile.TemporaryDirectory(prefix="temsao-litewitness-")
made = go("build", "-o", BUILT.name + "/litewitness", "filippo.io/torchwood/cmd/litewitness")
if made.returncode:
    leave_out(f"litewitness cannot be had: {made.stderr[-300:]}")
run(story, roles=())
