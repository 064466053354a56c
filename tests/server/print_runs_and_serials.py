#!/usr/bin/env python3
"""Print runs: taken on once for each key, made, cancelled, refused with the reason. Serials: known, voided once, replaced by
a fresh one, and the log says why."""
import json

from server import PRODUCT, check, run, serving, temsao, wait_until

WISH = {"product": PRODUCT, "template": "jar-60x40", "count": 3, "format": "pdf"}
SHARE, QUEUE = 20, 100


def same_key(server, session):
    """Gives the run's id."""
    first = server.ask("POST", "/api/v1/runs", WISH, {"Idempotency-Key": "a"}, session)
    again = server.ask("POST", "/api/v1/runs", WISH, {"Idempotency-Key": "a"}, session)
    other = server.ask("POST", "/api/v1/runs", WISH | {"count": 4}, {"Idempotency-Key": "a"}, session)
    check("a run is taken on", first.status == 202, first.bytes)
    check("the same key again is the same run", again.bytes == first.bytes, again.bytes)
    check("the same key for another wish is refused", other.status == 409, other.bytes)
    headers = {"Idempotency-Key": "a", "Accept-Language": "en"}
    english = server.ask("POST", "/api/v1/runs", WISH, headers, session)
    check("the same key in another language is the same run", english.bytes == first.bytes, english.bytes)
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


def share_of_the_queue(server, producer, office):
    """While a long run is made, a producer may let twenty more wait, and others may go on."""
    long = server.start_run(producer, count=100000, serials=True)
    wait_until(lambda: server.json("GET", f"/api/v1/runs/{long}", session=producer)["state"] == "running")
    waiting, told = [], None
    while not told and len(waiting) <= QUEUE:
        key = {"Idempotency-Key": f"share {len(waiting)}"}
        answer = server.ask("POST", "/api/v1/runs", WISH, key, producer)
        if answer.status == 202:
            waiting.append(json.loads(answer.bytes)["id"])
        else:
            told = answer
    check("a producer has a share of the queue", told.status == 429 and len(waiting) == SHARE, (told, len(waiting)))
    again = server.ask("POST", "/api/v1/runs", WISH, {"Idempotency-Key": "share 3"}, producer)
    check(
        "a run taken on before is still known by its key", json.loads(again.bytes).get("id") == waiting[3], again.bytes
    )
    shown = json.loads(temsao(server.home, "--json", "list", "show").stdout)["products"]
    mine = next(product["producer"] for product in shown if product["key"] == PRODUCT)
    other = next(p["key"] for p in shown if p["producer"] != mine and p["status"] == "valid" and p["key"].isdigit())
    theirs = server.start_run(office, product=other, format="pdf")
    for run_id in waiting[1:] + [long]:
        server.ask("DELETE", f"/api/v1/runs/{run_id}", session=producer)
    order = [server.finished(producer, waiting[0])["state"], server.finished(office, theirs)["state"]]
    check("another producer's run has its turn", order[1] in ("done", "failed"), order)
    states = {server.finished(producer, run_id)["state"] for run_id in waiting[1:] + [long]}
    check("all the others are cancelled", states == {"cancelled"}, states)


def printers(server, producer, office):
    """A producer's printer is its own: nobody else's of that name changes, and theirs not by it."""

    def measure(session, right):
        body = {"measured": [20 + right, 20, 20, 170, 257], "dpi": 300}
        return server.ask("PUT", "/api/v1/printers/HP-1", body, session=session)

    def shown(session):
        all_of_them = server.json("GET", "/api/v1/printers", session=session)
        return {one["name"]: one["right_mm"] for one in all_of_them}

    check("the office measures a printer", measure(office, 0).status == 200)
    before = shown(office)
    check("a producer sees it", shown(producer) == before, shown(producer))
    taken = measure(producer, 2)
    check("a producer measures its own of that name", taken.status == 200, taken.bytes)
    check("which changes nobody else's", shown(office) == before, shown(office))
    check("and is its own", shown(producer)["HP-1"] != before["HP-1"], (before, shown(producer)))


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
        session, office = server.sign_in("producer"), server.sign_in("office")
        server.home = home
        printers(server, session, office)
        runs(server, session)
        share_of_the_queue(server, session, office)
        serials(server, session, home)


run(story, roles=("producer", "office"))
