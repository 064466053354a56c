#!/usr/bin/env python3
"""What a request costs the server, in processor time, which a busy machine does not change: health, a code judged, a
signed code judged; memory over many requests; the slowest of a hundred.

    cmake --build build && python3 tests/bench/serve.py build/temsao [REQUESTS]

The floors: health is the library, the queue and nothing else; what a signature costs is in bench_signature."""
import json
import os
import pathlib
import socket
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import serve

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


def measure(server, name, request, many):
    with socket.create_connection(("127.0.0.1", server.port)) as line:
        assert ask(line, request).startswith(b"HTTP/1.1 200"), name
        before, memory = used(server.process.pid)
        times = []
        for _ in range(many):
            start = time.perf_counter()
            ask(line, request)
            times.append(time.perf_counter() - start)
        after, memory_after = used(server.process.pid)
    times.sort()
    each = (after - before) / many
    print(f"{name:26} {each * 1e6:7.0f} us CPU, {1 / each:8.0f}/s a core; p50 {times[many // 2] * 1e3:.2f} ms,"
          f" p99 {times[many * 99 // 100] * 1e3:.2f} ms; memory {memory / 1e6:.1f} -> {memory_after / 1e6:.1f} MB")


def post(path, body):
    text = body if isinstance(body, bytes) else json.dumps(body).encode()
    return b"POST %s HTTP/1.1\r\nHost: a\r\nContent-Length: %d\r\n\r\n" % (path.encode(), len(text)) + text


with tempfile.TemporaryDirectory(prefix="temsao-bench-") as folder:
    home = pathlib.Path(folder) / "home"
    serve.temsao(home, "list", "import", serve.LIST, "--as-of", "2026-11-01")
    with serve.serving(home) as server:
        measure(server, "health", b"GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n", MANY)
        measure(server, "a code judged", post("/api/v1/checks/text", {"texts": [serve.CODE]}), MANY)
        measure(server, "a hundred codes judged", post("/api/v1/checks/text", {"texts": [serve.CODE] * 100}), MANY // 100)
        measure(server, "the shopper's page", f"GET /01/{serve.PRODUCT}/10/L1 HTTP/1.1\r\nHost: a\r\n\r\n".encode(), MANY // 10)
