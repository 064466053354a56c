#!/usr/bin/env python3
"""Print runs: taken on once for each key, made, cancelled, refused with the reason. Serials: known, voided once, replaced by
a fresh one, and the log says why."""
import json

from server import PRODUCT, check, run, serving, temsao

WISH = {"product": PRODUCT, "template": "jar-60x40", "count": 3, "format": "pdf"}


def same_key(server, session):
    """Gives the run's id."""
    first = server.ask("POST", "/api/v1/runs", WISH, {"Idempotency-Key": "a"}, session)
    again = server.ask("POST", "/api/v1/runs", WISH, {"Idempotency-Key": "a"}, session)
    other = server.ask("POST", "/api/v1/runs", WISH | {"count": 4}, {"Idempotency-Key": "a"}, session)
    check("a run is taken on", first.status == 202, first.bytes)
    check("the same key again is the same run", again.bytes == first.bytes, again.bytes)
    check("the same key for another wish is refused", other.status == 409, other.bytes)
    return json.loads(first.bytes)["id"]


def runs(server, session):
    made = server.finished(session, same_key(server, session))
    check("it is made", made["state"] == "done" and made["files"] == 1, made)
    path = f"/api/v1/runs/{made['id']}/file"
    file = server.ask("GET", path, session=session)
    check("its file is a PDF", file.status == 200 and file.bytes.startswith(b"%PDF"), file.status)
    known = server.ask("GET", path, None, {"If-None-Match": file.getheader("ETag")}, session)
    check("known by its tag", known.status == 304 and not known.bytes, known.status)

    long = server.start_run(session, count=5000, serials=True, format="pdf")
    server.ask("DELETE", f"/api/v1/runs/{long}", session=session)
    ended = server.finished(session, long)
    check("a long run is cancelled", ended["state"] == "cancelled" and ended["files"] == 0, ended)
    bad = server.finished(session, server.start_run(session, template="nowhere", count=3, format="pdf"))
    check("one that cannot be made says why", bad["state"] == "failed" and "nowhere" in bad["error"]["message"], bad)
    listed = server.json("GET", "/api/v1/runs?limit=2", session=session)
    check("the history is in pages", len(listed["runs"]) == 2 and listed["next"], listed)


def serials(server, session, home):
    made = server.finished(session, server.start_run(session, count=2, serials=True))
    first, second = (label["serial"] for label in made["labels"])

    def seen(serial):
        return server.json("GET", f"/api/v1/serials/{serial}", session=session)

    def void(serial):
        return server.ask("POST", f"/api/v1/serials/{serial}/void", {"reason": "rách"}, session=session)

    known = seen(first)
    is_known = known["product"] == PRODUCT and known["state"] == "printed"
    check("a serial is known by its product and lot", is_known, known)
    done = void(first)
    check("it is voided", done.status == 200 and seen(first)["state"] == "voided", done.bytes)
    again = void(first)
    check("once", again.status == 409, again.bytes)
    fresh = server.json("POST", f"/api/v1/serials/{second}/reissue", {"reason": "rách khi dán"}, session=session)
    check("another makes way for a fresh one", fresh["state"] == "reissued" and fresh["by"] != second, fresh)
    temsao(home, "log", "export", home / "log")
    entries = b"".join(file.read_bytes() for file in (home / "log").rglob("*") if file.is_file())
    check("and the log says why", f"by {fresh['by']}\nreason rách khi dán\n".encode() in entries, entries[-900:])


def story(home):
    with serving(home) as server:
        session = server.sign_in("producer")
        runs(server, session)
        serials(server, session, home)


run(story, roles=("producer",))
