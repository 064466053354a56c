#!/usr/bin/env python3
"""The connection to PostgreSQL is cut at each place of a print run: before the server has a message, or after it, when
its answer is on the way. Each run ends well, all its labels are in the log once, and none twice. When there is no other
connection within a minute, the run ends with a word on what is known.

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
PATIENCE = 12 * 60  # seconds until a command is given up; nothing here asserts how long one takes
wrong = []


class Cutter:
    """Between temsao and the server. Of the messages of a run the one at `place` is cut, once: not handed on, or handed
    on and not answered. `commits`: the places of COMMITs that it saw. `is_last`: afterwards it takes no connection.
    `cuts_each`: every COMMIT is cut, on whichever connection."""

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()
        self.begin(None, False)

    def begin(self, place, is_handed_on, commit=None, cuts_each=False):
        """`commit`: at the first, second … COMMIT instead, which is the last that it does."""
        self.cuts_each = cuts_each
        self.place, self.is_handed_on, self.count, self.commits = place, is_handed_on, 0, []
        self.commit, self.is_last, self.is_cut = commit, commit is not None, False

    def accept(self):
        while True:
            client, _ = self.listener.accept()
            if self.is_last and self.is_cut:
                client.close()
                continue
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
                is_commit = message[:1] == b"Q" and message[5:].upper().startswith(b"COMMIT")
                if is_commit:
                    self.commits.append(place)
                if (
                    (self.cuts_each and is_commit)
                    or place == self.place
                    or (self.commit and len(self.commits) == self.commit)
                ):
                    self.is_cut = True
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
    command = [PROGRAM, "--lang", "en", *words]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=PATIENCE)


class Office:
    """A data directory that prints through a Cutter of its own."""

    def __init__(self, folder):
        self.home, self.file, self.cutter, self.serials = f"{folder}/home", f"{folder}/a.pdf", Cutter(), []
        places = f"{self.cutter.address},{self.cutter.address}"
        self.store = f"postgresql://temsao@{places}/{DATABASE}?sslmode=disable&gssencmode=disable"
        temsao(self.home, "list", "import", LIST, "--as-of", "2026-11-01")

    def print_labels(self):
        more = ("--serials", "--count", str(LABELS), "--store", self.store, "-o", self.file)
        return temsao(self.home, "--json", "label", "09520000010003", "--date", "2026-11-24", *more)

    def label(self, place, is_handed_on):
        self.cutter.begin(place, is_handed_on)
        done = self.print_labels()
        if done.returncode == 0:
            self.serials.extend(one["serial"] for one in json.loads(done.stdout)["labels"])
        else:
            wrong.append(f"cut at {place}, handed on {is_handed_on}: {done.stdout}{done.stderr}")

    def label_in_vain(self, is_handed_on, cause):
        """Cut at the second COMMIT, the one that enters the log; and then there is no way to the server."""
        self.cutter.begin(None, is_handed_on, commit=2)
        self.ends_with(cause)

    def label_without_end(self):
        """There is a way back each time, and each time the COMMIT is cut."""
        self.cutter.begin(None, False, cuts_each=True)
        self.ends_with("store.away", "store.in_doubt")
        if len(self.cutter.commits) < 3:
            wrong.append(f"a step that is cut each time was tried {len(self.cutter.commits)} times")

    def ends_with(self, *causes):
        done = self.print_labels()
        said = json.loads(done.stdout)["error"] if done.returncode == 74 else {"id": f"{done.stdout}{done.stderr}"}
        if said["id"] not in causes or "60 seconds" not in said["message"]:
            wrong.append(f"without a way on: {said} instead of {causes}")


def main():
    with contextlib.ExitStack() as folders:

        def office():
            return Office(folders.enter_context(tempfile.TemporaryDirectory(prefix="temsao-lost-")))

        one = office()
        for _ in range(2):  # the first makes the tables
            one.label(None, False)
        commits, messages = list(one.cutter.commits), one.cutter.count
        if len(commits) < 2 or messages < 20:
            wrong.append(f"a run was to have two steps: {commits} of {messages} messages")
        in_vain = [
            threading.Thread(target=office().label_in_vain, args=words)
            for words in ((True, "store.in_doubt"), (False, "store.in_doubt"))
        ]
        in_vain.append(threading.Thread(target=office().label_without_end))
        for thread in in_vain:
            thread.start()
        for place in sorted({*range(0, messages, 11), *commits}):
            for is_handed_on in (False, True):
                one.label(place, is_handed_on)
        for thread in in_vain:
            thread.join()
        one.cutter.begin(None, False)
        audit = temsao(one.home, "--json", "log", "audit", "--store", one.store)
        shown, serials = json.loads(audit.stdout), one.serials
        whole = len(serials) + LABELS  # of the two in doubt the one that was handed on is stored
        if audit.returncode != 0 or len(set(serials)) != len(serials) or shown["size"] != whole:
            wrong.append(f"{len(serials)} labels, {len(set(serials))} different ones, {audit.stdout[:2000]}")
    print("\n".join(wrong) or f"{len(serials)} labels, each in the log once")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
