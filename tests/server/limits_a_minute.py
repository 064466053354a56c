#!/usr/bin/env python3
"""One address may ask for 60 photos a minute and one name for 10 attempts to sign in, then it hears 429; others may go on.
The server counts by minutes of the clock: over as many as a machine needs, so many times as much is allowed."""
import time

from server import PATIENCE, check, run, serving

PHOTOS, SIGN_INS = 60, 10
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


def guesses(server):
    guess = {"name": "guessed", "password": "x"}
    statuses, minutes = until_it_is_too_often(lambda: server.ask("POST", "/api/v1/session", guess).status)
    check("guessing is slowed down", statuses[0] == 401 and statuses[-1] == 429, statuses)
    check(f"{SIGN_INS} guesses a minute", SIGN_INS < len(statuses) <= SIGN_INS * minutes + 1, (statuses, minutes))
    other = server.ask("POST", "/api/v1/session", {"name": "another", "password": "x"})
    check("another name may be tried", other.status == 401, other.status)


def story(home):
    with serving(home) as server:
        photos(server)
        guesses(server)


run(story, roles=())
