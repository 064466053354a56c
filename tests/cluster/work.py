"""What goes on while machines fail: labels are printed by several at once, and codes are looked up at a server. Every
answer is kept with its time."""
import base64
import contextlib
import hashlib
import http.client
import json
import random
import signal
import subprocess
import threading
import time

from nodes import PRIMARY_ONLY, STORE

PRODUCT, LOT = "09520000010003", "L1"


def temsao(program, home, *words, timeout=300):
    environment = {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": str(home)}
    command = [str(program), "--home", str(home), "--lang", "en", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=timeout)


class Writer(threading.Thread):
    """Prints runs of labels, one after the other. Only what temsao said it printed counts as printed."""

    def __init__(self, program, home, number, most, seed):
        super().__init__(daemon=True)
        self.program, self.home, self.most = program, home, most
        self.file = home.parent / f"labels-{number}.pdf"
        self.random = random.Random(seed * 100 + number)
        self.ends = threading.Event()
        self.serials, self.times, self.refusals = [], [], []
        self.killed = 0
        self.process = None

    def run(self):
        while not self.ends.is_set():
            self.print_labels(self.random.randint(1, self.most))

    def print_labels(self, count):
        words = ["--json", "--home", self.home, "--lang", "en", "label", PRODUCT, "--date", "2026-11-24", "--lot", LOT]
        words += ["--template", "jar-60x40", "--serials", "--count", count, "--store", STORE, "-o", self.file]
        self.process = subprocess.Popen(
            [str(word) for word in (self.program, *words)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "HOME": str(self.home)},
        )
        said, complaint = self.process.communicate()
        if self.process.returncode == 0:
            self.times.append(time.monotonic())
            self.serials += [label["serial"] for label in json.loads(said)["labels"]]
        elif self.process.returncode == -signal.SIGKILL:
            self.killed += 1
        else:
            self.refusals.append((said + complaint).strip())
        self.file.unlink(missing_ok=True)

    def kill_what_prints(self):
        with contextlib.suppress(OSError, AttributeError):
            self.process.send_signal(signal.SIGKILL)


class Reader(threading.Thread):
    """Looks up codes of printed labels at a server. `wrong`: one that it said was never printed."""

    def __init__(self, port, writers):
        super().__init__(daemon=True)
        self.port, self.writers = port, writers
        self.ends = threading.Event()
        self.answered, self.unanswered, self.wrong = [], [], []

    def run(self):
        while not self.ends.is_set():
            printed = [writer.serials for writer in self.writers if writer.serials]
            if printed:
                self.look_up(random.choice(random.choice(printed)))
            self.ends.wait(0.2)

    def look_up(self, serial):
        code = f"https://id.ocop.vn/01/{PRODUCT}/10/{LOT}/21/{serial}"
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
            ask = {"Content-Type": "application/json"}
            connection.request("POST", "/api/v1/checks/text", json.dumps({"texts": [code]}), ask)
            answer = connection.getresponse()
            said = answer.read().decode()
            connection.close()
        except (OSError, http.client.HTTPException) as trouble:
            self.unanswered.append((time.monotonic(), str(trouble)))
            return
        if answer.status != 200:
            self.unanswered.append((time.monotonic(), said))
        elif json.loads(said)["verdict"] != "valid":
            self.wrong.append(said)
        else:
            self.answered.append(time.monotonic())


class Watcher(threading.Thread):
    """Keeps every signed checkpoint that it sees, outside of the cluster: a second history would be found by it."""

    def __init__(self):
        super().__init__(daemon=True)
        self.ends = threading.Event()
        self.seen = {}  # by size

    def run(self):
        question = "SELECT note FROM log_checkpoint ORDER BY size DESC LIMIT 20"
        while not self.ends.is_set():
            words = ["psql", PRIMARY_ONLY + "?connect_timeout=2", "-XAtq", "-R", "\1", "-c", question]
            with contextlib.suppress(subprocess.TimeoutExpired):
                said = subprocess.run(words, capture_output=True, text=True, timeout=10).stdout
                for note in said.split("\1"):
                    if note.count("\n") > 3:
                        self.seen.setdefault(int(note.split("\n")[1]), set()).add(note.split("\n")[2])
            self.ends.wait(0.5)


class Roots:
    """Roots of the log at every size, from its entries (RFC 6962), by a second program."""

    def __init__(self, entries):
        self.stack, self.roots = [], {}
        for size, entry in enumerate(entries, 1):
            self.stack.append((1, hashlib.sha256(b"\0" + entry).digest()))
            while len(self.stack) > 1 and self.stack[-1][0] == self.stack[-2][0]:
                (width, right), (_, left) = self.stack.pop(), self.stack.pop()
                self.stack.append((2 * width, hashlib.sha256(b"\1" + left + right).digest()))
            self.roots[size] = list(self.stack)

    def at(self, size):
        parts = [hash_ for _, hash_ in self.roots.get(size, [])]
        while len(parts) > 1:
            right, left = parts.pop(), parts.pop()
            parts.append(hashlib.sha256(b"\1" + left + right).digest())
        return base64.b64encode(parts[0]).decode() if parts else ""
