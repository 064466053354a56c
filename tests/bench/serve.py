#!/usr/bin/env python3
"""What a request costs the server, in processor time, which a busy machine does not change: health, a code judged, a
hundred codes, the shopper's page; beside the floors: a server of Boost.Beast that does nothing, and what a signature
takes. How long a good request takes while 200 connections stall and every place for photos is taken. Photos checked a
second beside the command line. Memory over many requests is tests/bench/serve_load.py.

    cmake --preset bench && cmake --build --preset bench && python3 tests/bench/serve.py build-bench [REQUESTS]"""
import http.client
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

BUILD = pathlib.Path(sys.argv[1]).resolve()
sys.argv[1] = str(BUILD / "temsao")  # for the tests' own server, which is used here
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "server"))
from server import CODE, LIST, PRODUCT, png, serving, temsao

MANY = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000
TICKS = os.sysconf("SC_CLK_TCK")


def used(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    resident = int(pathlib.Path(f"/proc/{pid}/statm").read_text().split()[1]) * 4096
    return (int(fields[11]) + int(fields[12])) / TICKS, resident


def ask(line, request):
    line.sendall(request)
    got = b""
    while b"\r\n\r\n" not in got:
        got += line.recv(1 << 16)
    head, _, body = got.partition(b"\r\n\r\n")
    length = int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0])
    while len(body) < length:
        body += line.recv(1 << 16)
    return head


def measure(port, pid, name, request, many):
    with socket.create_connection(("127.0.0.1", port)) as line:
        assert ask(line, request).startswith(b"HTTP/1.1 200"), name
        before, memory = used(pid)
        times = []
        for _ in range(many):
            start = time.perf_counter()
            ask(line, request)
            times.append(time.perf_counter() - start)
        after, memory_after = used(pid)
    times.sort()
    each = (after - before) / many
    print(
        f"{name:26} {each * 1e6:7.0f} us CPU, {1 / each:8.0f}/s a core; p50 {times[many // 2] * 1e3:.2f} ms,"
        f" p99 {times[many * 99 // 100] * 1e3:.2f} ms; memory {memory / 1e6:.1f} -> {memory_after / 1e6:.1f} MB"
    )


def post(path, body):
    text = body if isinstance(body, bytes) else json.dumps(body).encode()
    return b"POST %s HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n" % (path.encode(), len(text)) + text


def floors(answer, request):
    echo = subprocess.Popen([BUILD / "tests/bench_echo", str(answer)], stdout=subprocess.PIPE, text=True)
    try:
        measure(int(echo.stdout.readline()), echo.pid, f"Beast alone, {answer} bytes", request, MANY)
    finally:
        echo.terminate()
        echo.wait()
    print(subprocess.run([BUILD / "tests/bench_signature"], check=True, capture_output=True, text=True).stdout, end="")


def crowded(server, request):
    """200 connections that stall in the middle of a request, and more photos than there are places for."""
    stalled = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(200)]
    for line in stalled:
        line.sendall(request[:20])
    photo = noise()
    codes = []
    over = threading.Event()

    def send():
        while not over.is_set():
            codes.append(server.ask("POST", "/api/v1/checks/photo", photo).status)
            if codes[-1] == 503:
                time.sleep(0.05)

    senders = [threading.Thread(target=send) for _ in range(24)]
    for sender in senders:
        sender.start()
    while 503 not in codes:
        time.sleep(0.05)
    times = []
    for _ in range(300):
        with socket.create_connection(("127.0.0.1", server.port)) as line:
            start = time.perf_counter()
            assert ask(line, request).startswith(b"HTTP/1.1 200")
            times.append(time.perf_counter() - start)
        time.sleep(0.01)
    over.set()
    for sender in senders:
        sender.join()
    for line in stalled:
        line.close()
    times.sort()
    print(
        f"200 connections stalled, photos queued to the full ({codes.count(200)} done, {codes.count(503)} told to come back):"
        f" a code judged p50 {times[150] * 1e3:.1f} ms, p99 {times[297] * 1e3:.1f} ms, most {times[-1] * 1e3:.1f} ms"
    )


def noise():
    """A photo that is expensive to read: 4 megapixels of noise, as PNG."""
    from random import Random

    return png([bytes(Random(row).randbytes(2000)) for row in range(2000)])


def photos(server, home, folder):
    temsao(home, "label", PRODUCT, "--dpi", "600", "-o", folder / "one.png")
    many = folder / "photos"
    many.mkdir()
    for number in range(60):
        shutil.copy(folder / "one.png", many / f"{number}.png")
    start = time.perf_counter()
    temsao(home, "--quiet", "verify", many)
    line = time.perf_counter() - start
    waiting = sorted(many.iterdir())

    def send():
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        while waiting:
            connection.request("POST", "/api/v1/checks/photo", waiting.pop().read_bytes())
            answer = connection.getresponse()
            assert answer.status == 200, answer.read()
            answer.read()

    senders = [threading.Thread(target=send) for _ in range(2)]
    start = time.perf_counter()
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()
    served = time.perf_counter() - start
    print(f"60 photos: {60 / served:.1f} checks a second by the server, {60 / line:.1f} by the command line")


with tempfile.TemporaryDirectory(prefix="temsao-bench-") as folder:
    folder = pathlib.Path(folder)
    home = folder / "home"
    temsao(home, "list", "import", LIST, "--as-of", "2026-11-01")
    judged = post("/api/v1/checks/text", {"texts": [CODE]})
    with serving(home) as server:
        pid = server.process.pid
        measure(server.port, pid, "health", b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n", MANY)
        measure(server.port, pid, "a code judged", judged, MANY)
        floors(len(server.ask("POST", "/api/v1/checks/text", {"texts": [CODE]}).bytes), judged)
        measure(
            server.port,
            pid,
            "a hundred codes judged",
            post("/api/v1/checks/text", {"texts": [CODE] * 100}),
            MANY // 100,
        )
        measure(
            server.port,
            pid,
            "the shopper's page",
            f"GET /page/01/{PRODUCT}/10/L1 HTTP/1.1\r\nHost: a\r\n\r\n".encode(),
            MANY // 10,
        )
        photos(server, home, folder)
        crowded(server, judged)
