#!/usr/bin/env python3
"""Processor time of a request, of several programs by turns in one run: so a machine that others use hits all alike. Before a
change build the program, keep a copy, change, build, and compare. Of thirty-one rounds the least and the median, in microseconds;
Boost.Beast alone, as much as an answer to one code, stands beside them where bench_echo was built.

    serve_by_turns.py OLD_PROGRAM NEW_PROGRAM … [REQUESTS a round]"""
import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAMS = [pathlib.Path(word).resolve() for word in sys.argv[1:] if not word.isdigit()]
MANY = next((int(word) for word in sys.argv[1:] if word.isdigit()), 300)
ROUNDS = 31
PRODUCT = "09520000010003"
CODE = f"https://id.ocop.vn/01/{PRODUCT}/10/L1"


def get(path):
    return f"GET {path} HTTP/1.1\r\nHost: a\r\n\r\n".encode()


def check(texts):
    body = json.dumps({"texts": texts}).encode()
    return b"POST /api/v1/checks/text HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n" % len(body) + body


REQUESTS = {
    "health": (get("/healthz"), MANY),
    "a code judged": (check([CODE]), MANY),
    "a hundred codes": (check([CODE] * 100), MANY // 20),
    "the shopper's page": (get(f"/page/01/{PRODUCT}/10/L1"), MANY // 3),
}


class Server:
    def __init__(self, name, command, log):
        self.name = name
        with open(log, "w") as told:
            self.process = subprocess.Popen(command, stdout=told, stderr=told)
        while not (port := re.search(r"(?:^|:)(\d+)(?:/|$)", pathlib.Path(log).read_text(), re.M)):
            if self.process.poll() is not None:
                sys.exit(f"{name} ended: {pathlib.Path(log).read_text()}")
            time.sleep(0.05)
        self.line = socket.create_connection(("127.0.0.1", int(port[1])))

    def ask(self, request):
        self.line.sendall(request)
        got = b""
        while b"\r\n\r\n" not in got:
            got += self.line.recv(1 << 16)
        head, _, body = got.partition(b"\r\n\r\n")
        length = int(re.search(rb"content-length: (\d+)", head.lower())[1])
        while len(body) < length:
            body += self.line.recv(1 << 16)
        return body

    def used(self):
        """Microseconds of a processor, by all threads."""
        tasks = pathlib.Path(f"/proc/{self.process.pid}/task").iterdir()
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1000


def start(program, folder):
    home = folder / f"home{len(list(folder.iterdir()))}"
    words = ["list", "import", ROOT / "samples/ha-tinh/danh-sach.csv", "--as-of", "2026-11-01"]
    subprocess.run([program, "--home", home, *words], capture_output=True)
    command = [program, "--home", home, "serve", "--listen", "127.0.0.1:0"]
    return Server(str(program), command, folder / f"{home.name}.log")


def measure(servers):
    for name, (request, many) in REQUESTS.items():
        times = {server.name: [] for server in servers}
        for _ in range(ROUNDS):
            for server in servers:
                if server.name == "Beast alone" and name != "a code judged":
                    continue
                before = server.used()
                for _ in range(many):
                    server.ask(request)
                times[server.name].append((server.used() - before) / many)
        for who, each in times.items():
            if each:
                print(
                    f"{name:20} least {min(each):7.1f}, median {sorted(each)[ROUNDS // 2]:7.1f} us: {who}", flush=True
                )


with tempfile.TemporaryDirectory(prefix="temsao-by-turns-") as temporary:
    folder = pathlib.Path(temporary)
    servers = [start(program, folder) for program in PROGRAMS]
    echo = ROOT / "build/tests/bench_echo"
    if echo.exists():
        answer = servers[0].ask(REQUESTS["a code judged"][0])
        servers.append(Server("Beast alone", [echo, str(len(answer))], folder / "echo.log"))
    try:
        measure(servers)
    finally:
        for server in servers:
            server.process.terminate()
            server.process.wait()
