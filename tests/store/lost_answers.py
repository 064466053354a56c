#!/usr/bin/env python3
"""The connection to PostgreSQL is cut at each place of a print run: before the server has a message, or after it, when
its answer is on the way. Each run ends well, all its labels are in the log once, and none twice.

    lost_answers.py PROGRAM DATABASE SOCKET          (tests/store/postgres.py calls this)"""
import contextlib
import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import threading

PROGRAM, DATABASE, SOCKET = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2], sys.argv[3]
LIST = pathlib.Path(__file__).resolve().parents[2] / "samples/ha-tinh/danh-sach.csv"
LABELS = 3
wrong = []


class Cutter:
    """Between temsao and the server. Of the messages of a run the one at `place` is cut, once: not handed on, or handed
    on and not answered. `commits`: the places of COMMITs that it saw."""

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()
        self.begin(None, False)

    def begin(self, place, is_handed_on):
        self.place, self.is_handed_on, self.count, self.commits = place, is_handed_on, 0, []

    def accept(self):
        while True:
            client, _ = self.listener.accept()
            threading.Thread(target=self.serve, args=(client,), daemon=True).start()

    def serve(self, client):
        server = socket.socket(socket.AF_UNIX)
        server.connect(SOCKET)
        quiet = threading.Event()
        threading.Thread(target=self.answer, args=(server, client, quiet), daemon=True).start()
        with contextlib.suppress(OSError, EOFError), client, server, contextlib.ExitStack() as at_the_end:
            for end in (client, server):  # a close alone would wait for the other thread
                at_the_end.callback(lambda end=end: end.shutdown(socket.SHUT_RDWR))
            size = self.read(client, 4)
            server.sendall(size + self.read(client, int.from_bytes(size, "big") - 4))  # the first has no kind
            while True:
                head = self.read(client, 5)
                message = head + self.read(client, int.from_bytes(head[1:], "big") - 4)
                place, self.count = self.count, self.count + 1
                if message[:1] == b"Q" and message[5:].upper().startswith(b"COMMIT"):
                    self.commits.append(place)
                if place == self.place:
                    quiet.set()
                    if self.is_handed_on:
                        server.sendall(message)
                        server.shutdown(socket.SHUT_WR)
                        while server.recv(65536):  # what it does, it has done
                            pass
                    return
                server.sendall(message)

    @staticmethod
    def read(connection, size):
        bytes_ = b""
        while len(bytes_) < size:
            more = connection.recv(size - len(bytes_))
            if not more:
                raise EOFError
            bytes_ += more
        return bytes_

    @staticmethod
    def answer(server, client, quiet):
        with contextlib.suppress(OSError):
            while (said := server.recv(65536)) and not quiet.is_set():
                client.sendall(said)


def temsao(home, *words):
    environment = os.environ | {"TEMSAO_HOME": home}
    return subprocess.run([PROGRAM, "--lang", "en", *words], env=environment, capture_output=True, text=True)


def main():
    cutter = Cutter()
    store = f"postgresql://temsao@{cutter.address},{cutter.address}/{DATABASE}?sslmode=disable&gssencmode=disable"
    serials = []
    with tempfile.TemporaryDirectory(prefix="temsao-lost-") as folder:
        home = folder + "/home"
        temsao(home, "list", "import", LIST, "--as-of", "2026-11-01")

        def label(place, is_handed_on):
            cutter.begin(place, is_handed_on)
            more = ("--serials", "--count", str(LABELS), "--store", store, "-o", f"{folder}/a.pdf")
            done = temsao(home, "--json", "label", "09520000010003", "--date", "2026-11-24", *more)
            if done.returncode == 0:
                serials.extend(one["serial"] for one in json.loads(done.stdout)["labels"])
            else:
                wrong.append(f"cut at {place}, handed on {is_handed_on}: {done.stdout}{done.stderr}")

        for _ in range(2):  # the first makes the tables
            label(None, False)
        commits, messages = list(cutter.commits), cutter.count
        if len(commits) < 2 or messages < 20:
            wrong.append(f"a run was to have two steps: {commits} of {messages} messages")
        for place in sorted({*range(0, messages, 11), *commits}):
            for is_handed_on in (False, True):
                label(place, is_handed_on)
        cutter.begin(None, False)
        audit = temsao(home, "--json", "log", "audit", "--store", store)
        shown = json.loads(audit.stdout)
        if audit.returncode != 0 or len(set(serials)) != len(serials) or shown["size"] != len(serials):
            wrong.append(f"{len(serials)} labels, {len(set(serials))} different ones, {audit.stdout[:2000]}")
    print("\n".join(wrong) or f"{len(serials)} labels, each in the log once")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
