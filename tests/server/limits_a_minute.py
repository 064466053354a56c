#!/usr/bin/env python3
"""One address may ask for 60 photos a minute, and for texts by what they cost, then it hears 429; others may go on. The
server counts by minutes of the clock: over as many as a machine needs, so many times as much is allowed. Wrong passwords
slow down who types them, and nobody else."""
import json
import time

from server import PATIENCE, SECRET, check, run, serving, wait_until

PHOTOS = 60
UNITS, TEXTS = 600, 1000  # a minute; in one request, 1 + 1 + 50 units
THROUGH_PROXY = {"X-Forwarded-For": "192.0.2.7"}
PHOTO = "/api/v1/checks/photo?date=never"  # refused without looking at it


def minute():
    return int(time.time()) // 60


def until_it_is_too_often(ask):
    """The statuses, up to the first 429, and the minutes of the clock that they took."""
    statuses, first, end = [], minute(), time.monotonic() + PATIENCE
    while 429 not in statuses and time.monotonic() < end:
        statuses.append(ask())
    return statuses, minute() - first + 1


def photos(server):
    statuses, minutes = until_it_is_too_often(lambda: server.ask("POST", PHOTO, b"x", THROUGH_PROXY).status)
    check("one address may not take everything", statuses[0] == 400 and statuses[-1] == 429, statuses)
    check(f"{PHOTOS} a minute", PHOTOS < len(statuses) <= PHOTOS * minutes + 1, (len(statuses), minutes))
    other = server.ask("POST", PHOTO, b"x", {"X-Forwarded-For": "192.0.2.8"})
    check("another one may", other.status == 400, other.status)


def texts(server):
    """A thousand texts cost as much as 52 requests with one."""
    many = json.dumps({"texts": ["https://id.ocop.vn/01/1"] * TEXTS})
    headers = THROUGH_PROXY | {"Content-Type": "application/json"}
    statuses, minutes = until_it_is_too_often(lambda: server.ask("POST", "/api/v1/checks/text", many, headers).status)
    check("texts are counted by their number", len(statuses) <= UNITS // 51 * minutes + 1, (len(statuses), minutes))
    check("and those within the limit are judged", set(statuses[:-1]) == {200}, statuses)


def guesses(server):
    def tried(name, password="x", address="192.0.2.1"):
        body = {"name": name, "password": password}
        answer = server.ask("POST", "/api/v1/session", body, {"X-Forwarded-For": address})
        if answer.status == 401:  # a new minute may begin between any two
            refused.append(name)
        return answer

    refused = []
    statuses, _ = until_it_is_too_often(lambda: tried("office").status)
    check("guessing is slowed down", statuses[:5] == [401] * 5 and statuses[-1] == 429, statuses)
    told = wait_until(lambda: next((one for one in [tried("office")] if one.status == 429), None))
    check("and it is said for how long", 0 < int(told.getheader("Retry-After")) <= 60, told.getheader("Retry-After"))
    check("another name may be tried", tried("another").status == 401)
    check("the person signs in from elsewhere", tried("office", SECRET, "192.0.2.9").status == 200)
    book = server.json("GET", "/api/v1/deeds?limit=200", session=server.sign_in("admin"))["deeds"]
    failed = [deed for deed in book if deed["action"] == "sign in failed"]
    by_name = [deed for deed in failed if deed["account"] == "office"]
    check("what failed is in the book", len(by_name) == refused.count("office"), (refused, failed))
    check("with the address", all(deed["subject"] == "192.0.2.1" for deed in by_name), failed)
    check("and names that are nobody's are not", not any("another" in str(deed) for deed in failed), failed)


def story(home):
    with serving(home) as server:
        photos(server)
        texts(server)
        guesses(server)


run(story, roles=("office", "admin"))
