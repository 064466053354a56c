#!/usr/bin/env python3
"""What a witness costs: a log of Python's grows by one entry at a time and is signed each time, over one connection.

    tests/bench/witness.py build/temsao [CHECKPOINTS]"""
import http.client
import json
import pathlib
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "server"))
from forked_log import ForkedLog  # noqa: E402
from server import serving, temsao  # noqa: E402

count = int(sys.argv[2]) if len(sys.argv) > 2 else 300
log = ForkedLog("bench.example", 1, count + 1)
requests = [log.request(0, size, size + 1) for size in range(1, count)]
with tempfile.TemporaryDirectory(prefix="temsao-witness-") as folder:
    home = pathlib.Path(folder) / "home"
    home.mkdir()
    json.loads(temsao(home, "--json", "log", "witness", "add", log.key).stdout)
    with serving(home) as server:
        first = server.send("POST", "/add-checkpoint", log.request(0, 0, 1))
        assert first.status == 200, first.bytes
        connection = http.client.HTTPConnection("127.0.0.1", server.port)
        before, began, took = server.cpu_seconds(), time.monotonic(), []
        for body in requests:
            one = time.monotonic()
            connection.request("POST", "/add-checkpoint", body)
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 200, answer.status
            took.append(time.monotonic() - one)
        cpu, wall = server.cpu_seconds() - before, time.monotonic() - began
took.sort()
print(
    f"{len(requests)} checkpoints signed: {cpu / len(requests) * 1e6:.0f} us CPU each, {len(requests) / wall:.0f} a second,"
)
print(f"median {took[len(took) // 2] * 1e3:.1f} ms, 99 in 100 within {took[len(took) * 99 // 100] * 1e3:.1f} ms;")
print(f"the last request had {len(requests[-1])} bytes")
