#!/usr/bin/env python3
"""What one address can do to another: how long /healthz and signing in take from an address of its own while a crowd
sends texts, large bodies, half-open requests and PDFs of 2,000 pages; and how much memory the server takes. Median, the
slowest of a hundred, the slowest.

    python3 tests/bench/crowd.py build/temsao [SECONDS]"""
import http.client
import json
import multiprocessing
import os
import pathlib
import socket
import sys
import tempfile
import threading
import time

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "server"))
from server import SECRET, add_accounts, import_list, serving

SECONDS = float(sys.argv[2]) if len(sys.argv) > 2 else 20
CROWD, NEIGHBOUR = ("127.0.0.2", "192.0.2.1"), ("127.0.0.3", "198.51.100.1")  # the connection's address, the client's


def request(port, who, method, path, body=b"", headers=None):
    """Status of the answer, 0 when the server closed the connection."""
    line, client = who
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=600, source_address=(line, 0))
    try:
        connection.request(method, path, body, {"X-Forwarded-For": client} | (headers or {}))
        answer = connection.getresponse()
        answer.read()
        return answer.status
    except OSError:
        return 0
    finally:
        connection.close()


def in_threads(count, work):
    def go_on():
        while True:
            work()

    for _ in range(count):
        threading.Thread(target=go_on, daemon=True).start()
    while True:
        time.sleep(1)


def texts(port):
    body = json.dumps({"texts": ["https://id.ocop.vn/01/" + "9" * 4000] * 1000}).encode()
    in_threads(8, lambda: request(port, CROWD, "POST", "/api/v1/checks/text", body))


def large_bodies(port):
    body = b'{"texts":["' + b"x" * 4_000_000 + b'"]}'
    in_threads(150, lambda: request(port, CROWD, "POST", "/api/v1/checks/text", body))


def half_open(port):
    """Held open, and opened again when the server closes them."""
    lines = []
    while True:
        while len(lines) < 2000:
            line = socket.socket()
            line.bind((CROWD[0], 0))
            line.connect(("127.0.0.1", port))
            line.sendall(b"POST /api/v1/checks/text HTTP/1.1\r\nHost: a\r\nContent-Le")
            line.setblocking(False)
            lines.append(line)
        time.sleep(0.2)
        still = []
        for line in lines:
            try:
                line.recv(1)
                line.close()
            except BlockingIOError:
                still.append(line)
            except OSError:
                line.close()
        lines = still


def pdf(pages):
    """Pages without anything on them, small in the file."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>"]
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(pages))
    objects.append(b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, kids))
    objects += [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"] * pages
    text, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(text))
        text += b"%d 0 obj%sendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return text + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (
        len(objects) + 1,
        table,
        len(objects) + 1,
        len(text),
    )


def pdfs(port):
    body = pdf(2000)
    in_threads(50, lambda: request(port, CROWD, "POST", "/api/v1/checks/photo", body))


def photos(port):
    """Photos within every limit, expensive to read, from fifty addresses at once."""
    from random import Random

    from server import png

    body = png([Random(row).randbytes(2000) for row in range(2000)])
    number = iter(range(10**9))
    in_threads(
        50, lambda: request(port, (CROWD[0], f"192.0.2.{next(number) % 50}"), "POST", "/api/v1/checks/photo", body)
    )


def guesses(port):
    number = iter(range(10**9))

    def guess():
        body = json.dumps({"name": f"guess{next(number)}", "password": "a wrong password"})
        request(port, CROWD, "POST", "/api/v1/session", body.encode(), {"Content-Type": "application/json"})

    in_threads(8, guess)


def elsewhere(crowd, port):
    """A crowd does not work on the server's own machine: here it takes the processor time that is left over."""
    os.nice(15)
    crowd(port)


class Memory(threading.Thread):
    """The most that the server had in memory, and with the programs that it ran."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.own, self.all, self.over = pid, 0, 0, False

    @staticmethod
    def resident(pid):
        try:
            return int(pathlib.Path(f"/proc/{pid}/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE")
        except (OSError, IndexError):
            return 0

    def family(self, pid):
        yield pid
        try:
            for task in pathlib.Path(f"/proc/{pid}/task").iterdir():
                for child in (task / "children").read_text().split():
                    yield from self.family(int(child))
        except OSError:
            pass

    def run(self):
        while not self.over:
            self.own = max(self.own, self.resident(self.pid))
            self.all = max(self.all, sum(map(self.resident, set(self.family(self.pid)))))
            time.sleep(0.05)


def times(port, seconds):
    """Of /healthz, twenty a second, and of signing in, two a second, each from an address of its own."""
    body = json.dumps({"name": "office", "password": SECRET}).encode()
    taken, statuses = {"healthz": [], "sign-in": []}, set()
    end, number = time.monotonic() + seconds, 0
    while time.monotonic() < end:
        number += 1
        start = time.perf_counter()
        statuses.add(request(port, NEIGHBOUR, "GET", "/healthz"))
        taken["healthz"].append(time.perf_counter() - start)
        if number % 10 == 0:
            start = time.perf_counter()
            headers = {"Content-Type": "application/json"}
            who = (NEIGHBOUR[0], f"198.51.100.{number // 10 % 250}")
            statuses.add(request(port, who, "POST", "/api/v1/session", body, headers))
            taken["sign-in"].append(time.perf_counter() - start)
        time.sleep(0.05)
    return taken, statuses


def tell(name, taken, statuses, memory):
    parts = []
    for what, all_of_them in taken.items():
        sorted_times = sorted(all_of_them)
        p50, p99 = (sorted_times[int(part * (len(sorted_times) - 1))] * 1e3 for part in (0.5, 0.99))
        parts.append(f"{what} {p50:.1f}, {p99:.1f}, {sorted_times[-1] * 1e3:.1f} ms")
    print(
        f"{name:13} {'; '.join(parts)}; answers {sorted(statuses)};"
        f" memory {memory.own / 1e6:.0f} MB, with its programs {memory.all / 1e6:.0f} MB",
        flush=True,
    )


def main():
    with tempfile.TemporaryDirectory(prefix="temsao-crowd-") as folder:
        home = pathlib.Path(folder) / "home"
        import_list(home)
        add_accounts(home, "office")
        for crowd in (None, texts, large_bodies, half_open, pdfs, photos, guesses):
            with serving(home) as server:
                attack = crowd and multiprocessing.Process(target=elsewhere, args=(crowd, server.port), daemon=True)
                if attack:
                    attack.start()
                    time.sleep(2)
                memory = Memory(server.process.pid)
                memory.start()
                taken, statuses = times(server.port, SECONDS)
                memory.over = True
                if attack:
                    attack.kill()
                    attack.join()
                tell(crowd.__name__ if crowd else "alone", taken, statuses, memory)


main()
