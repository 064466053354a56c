#!/usr/bin/env python3
"""Two servers, each with a data directory of its own, on one PostgreSQL: they agree on who is signed in, on serials, on
attempts to sign in, and on revocations.

    two_servers.py PROGRAM STORE          (tests/store/postgres.py calls this)"""
import pathlib
import sys
import tempfile
import time

from server import PRODUCT, check, import_list, report, serving, temsao, wait_until


def sessions_and_serials(one, two, session):
    user = two.json("GET", "/api/v1/session", session=session)["user"]
    check("who is signed in at one is signed in at the other", user == "office", user)
    made = one.finished(session, one.start_run(session, count=2, serials=True))
    serial = made["labels"][0]["serial"]
    two.ask("POST", f"/api/v1/serials/{serial}/void", {"reason": "rách"}, session=session)
    seen = one.json("GET", f"/api/v1/serials/{serial}", session=session)
    check("a serial printed at one and voided at the other is void at both", seen["state"] == "voided", seen)


def cancelled_elsewhere(one, two, session):
    """A run that one server makes is cancelled at the other."""
    long = one.start_run(session, count=5000, serials=True)
    wait_until(lambda: one.json("GET", f"/api/v1/runs/{long}", session=session)["state"] == "running")
    two.ask("DELETE", f"/api/v1/runs/{long}", session=session)
    ended = two.finished(session, long)
    check("a run is cancelled at another server", ended["state"] == "cancelled", ended)


def guesses(one, two):
    """Of twelve guesses, taken in turn, five are looked at at once; after that each must wait, at both. A machine so slow
    that the waits pass meanwhile sees more of them."""
    statuses = []
    began = time.monotonic()
    for server in (one, two) * 6:
        statuses.append(server.ask("POST", "/api/v1/session", {"name": "guessed", "password": "x"}).status)
    waited = time.monotonic() - began
    check("the first five are looked at", statuses[:5] == [401] * 5, statuses)
    check("the next must wait, at both", 429 in statuses or waited > 60, (statuses, waited))


def revocation(one, two, session):
    wish = {"product": PRODUCT, "decision": "1/QĐ-UBND"}
    one.ask("POST", "/api/v1/certificates/revocation", wish, session=session)
    seen = wait_until(lambda: two.judge()["verdict"] == "invalid")
    check("a revocation at one counts at the other, which runs on", seen, two.judge())


def main():
    store = sys.argv[2]
    with tempfile.TemporaryDirectory(prefix="temsao-servers-") as folder:
        homes = [pathlib.Path(folder) / "one", pathlib.Path(folder) / "two"]
        for home in homes:
            import_list(home)
        for role in ("office", "admin"):
            temsao(homes[0], "account", "add", role, "--role", role, "--store", store)
        with serving(homes[1], "--store", store) as two:
            with serving(homes[0], "--store", store) as one:
                session = one.sign_in("office")
                sessions_and_serials(one, two, session)
                cancelled_elsewhere(one, two, session)
                guesses(one, two)
                revocation(one, two, session)
    report()


main()
