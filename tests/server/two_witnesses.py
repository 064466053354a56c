#!/usr/bin/env python3
"""Two servers with one witness's key on one PostgreSQL: of a log with two histories they sign one, whichever is asked and
however they are killed.

    two_witnesses.py PROGRAM STORE          (tests/store/postgres.py calls this)"""
import http.client
import json
import pathlib
import random
import shutil
import signal
import sys
import tempfile
import time

from forked_log import ForkedLog, histories_signed, storm
from server import Server, check, report, temsao

store = sys.argv[2]
with tempfile.TemporaryDirectory(prefix="temsao-witnesses-") as folder:
    homes = [pathlib.Path(folder) / "one", pathlib.Path(folder) / "two"]
    log = ForkedLog("storm.example", 6, 60)
    homes[0].mkdir()
    temsao(homes[0], "log", "witness", "add", log.key, "--store", store)
    shutil.copytree(homes[0], homes[1])
    servers = [Server(home, "--store", store) for home in homes]

    def send(draw, body):
        try:
            return servers[draw.randrange(2)].send("POST", "/add-checkpoint", body)
        except (OSError, http.client.HTTPException):
            return None

    threads, signed = storm(log, send, rounds=60)
    draw = random.Random(21)
    while any(thread.is_alive() for thread in threads):
        time.sleep(0.2 + draw.random() * 0.5)
        which = draw.randrange(2)
        servers[which].stop(signal.SIGKILL)
        servers[which] = Server(homes[which], "--store", store)
    for server in servers:
        server.stop()
    check("they signed", len(signed) > 5, len(signed))
    check("and one history only", len(histories_signed(log, signed)) == 1, sorted(set(signed))[:9])
    seen = json.loads(temsao(homes[1], "--json", "log", "witness", "list", "--store", store).stdout)["logs"]
    least = max(size for _, size, _ in signed)  # an answer may have been lost with its server
    check("both know how far they signed", [one["size"] >= least for one in seen] == [True], (least, seen))
report()
