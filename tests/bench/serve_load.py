#!/usr/bin/env python3
"""Codes judged over HTTP, one connection kept open: CPU time of the server for each, how long they take, its memory on the way.

    serve_load.py PROGRAM [REQUESTS]"""
import http.client
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
program = pathlib.Path(sys.argv[1]).resolve()
count = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
with tempfile.TemporaryDirectory(prefix="temsao-load-") as home:
    subprocess.run(
        [program, "--home", home, "list", "import", ROOT / "samples/ha-tinh/danh-sach.csv", "--as-of", "2026-11-01"],
        capture_output=True,
    )
    server = subprocess.Popen(
        [program, "--home", home, "--quiet", "serve", "--listen", "127.0.0.1:0"], stderr=subprocess.PIPE, text=True
    )
    line = http.client.HTTPConnection("127.0.0.1", int(re.search(r":(\d+)/", server.stderr.readline())[1]))
    proc = pathlib.Path(f"/proc/{server.pid}")
    memory = lambda: int(re.search(r"VmRSS:\s+(\d+)", (proc / "status").read_text())[1])
    cpu = lambda: sum(map(int, (proc / "stat").read_text().rpartition(")")[2].split()[11:13])) / os.sysconf(
        "SC_CLK_TCK"
    )
    body = json.dumps({"texts": ["https://id.ocop.vn/01/09520000010003/10/L1"]})
    times = []
    for number in range(1, count + 1):
        start = time.perf_counter()
        line.request("POST", "/api/v1/checks/text", body, {"Content-Type": "application/json"})
        answer = line.getresponse()
        answer.read()
        if answer.status != 200:
            sys.exit(f"request {number} was answered {answer.status}")
        times.append(time.perf_counter() - start)
        if number == count // 50 or number % max(1, count // 5) == 0:
            print(f"{number} requests: {memory()} kB, {1000 * cpu() / number:.3f} ms CPU each")
    times.sort()
    print(f"median {1000 * times[count // 2]:.2f} ms, 99 in 100 within {1000 * times[count * 99 // 100]:.2f} ms")
    server.terminate()
    server.wait(timeout=30)
