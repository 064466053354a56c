#!/usr/bin/env python3
"""A server that is killed within an approval: afterwards the list waits, or it is in force and approved, and never something
between. Kills at random moments of an approval; as many as the last argument says.

    approval_killed.py TEMSAO [KILLS]"""
import json
import pathlib
import random
import sys
import threading
import time
import urllib.parse

from server import LIST, Server, check, days_ago, run, serving

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "cli"))
from moments import timed

KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 8


def proposed(server, office, as_of):
    name = {"X-File-Name": urllib.parse.quote("danh-sach.xlsx")}
    posted = server.ask("POST", f"/api/v1/list-proposals?as_of={as_of}", LIST.read_bytes(), name, office)
    check("a list is proposed", posted.status == 201, posted.bytes[:300])
    return json.loads(posted.bytes)["id"]


def in_force(server):
    return server.json("GET", "/api/v1/products?limit=1")["as_of"]


def approve(server, admin, number):
    return server.send("POST", f"/api/v1/list-proposals/{number}/approval", {}, session=admin)


def killed_within(server, admin, number, after):
    def ask():
        try:
            approve(server, admin, number)
        except OSError:
            pass  # as it should be: the server is gone

    asking = threading.Thread(target=ask)
    asking.start()
    time.sleep(after)
    server.process.kill()
    server.process.wait()
    asking.join()


def story(home):
    chance = random.Random(20261129)
    with serving(home) as server:
        office, admin = server.sign_in("office"), server.sign_in("admin")
        number = proposed(server, office, days_ago(19))
        takes, approved = timed(lambda: approve(server, admin, number))
        check("an approval takes", approved.status == 200)
    states = {"waiting": 0, "approved": 0}
    days = 18
    for kill in range(KILLS):
        doomed = Server(home)
        office, admin = doomed.sign_in("office"), doomed.sign_in("admin")
        before, wanted = in_force(doomed), days_ago(days)
        number = proposed(doomed, office, wanted)
        killed_within(doomed, admin, number, chance.uniform(takes * 0.3, takes * 1.3))
        with serving(home) as server:
            office, admin = server.sign_in("office"), server.sign_in("admin")
            proposal = server.json("GET", f"/api/v1/list-proposals/{number}", session=office)
            now = in_force(server)
            states[proposal["state"]] = states.get(proposal["state"], 0) + 1
            whole = (proposal["state"], proposal["decided_by"], now) in (
                ("waiting", None, before),
                ("approved", "admin", wanted),
            )
            check(f"kill {kill}: the list waits, or is approved and in force", whole, (proposal["state"], before, now))
            listed = server.json("GET", "/api/v1/list-proposals", session=office)
            states_told = {one["id"]: one["state"] for one in listed}
            check("and the list of lists says the same", states_told[number] == proposal["state"], states_told)
            if proposal["state"] == "waiting":
                again = approve(server, admin, number)
                check("what waits can be approved", again.status == 200, again.bytes[:300])
                check("and is in force then", in_force(server) == wanted)
            else:
                again = approve(server, admin, number)
                check("what is approved is not approved again", again.status == 409, again.bytes[:300])
            days = max(0, days - 1)
    print("after the kills:", states)


run(story, roles=("office", "admin"))
