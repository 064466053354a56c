#!/usr/bin/env python3
"""Two servers, each with a data directory of its own, on one PostgreSQL: they agree on who is signed in, on serials, on
attempts to sign in, and on revocations; what one that is lost has not finished, the other makes.

    two_servers.py PROGRAM STORE          (tests/store/postgres.py calls this)"""
import json
import pathlib
import signal
import subprocess
import sys
import tempfile
import threading
import time

from server import LIST, PRODUCT, Server, check, import_list, report, serving, temsao, wait_until


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


def of_a_lost_server(one, two, store):
    """A server is killed in the middle of a run, and never comes back: after five minutes the other one makes the run."""
    session = one.sign_in("office")
    lost = one.start_run(session, count=100000, serials=True)
    after_it = one.start_run(session, count=2)
    wait_until(lambda: two.json("GET", f"/api/v1/runs/{lost}", session=session)["state"] == "running")
    one.stop(signal.SIGKILL)
    seen = two.json("GET", f"/api/v1/runs/{after_it}", session=session)["state"]
    check("at first its runs wait for it", seen == "waiting", seen)
    subprocess.run(["psql", store, "--quiet", "--command", "UPDATE server SET seen = seen - 400"], check=True)
    two.ask("DELETE", f"/api/v1/runs/{lost}", session=session)
    ended = two.finished(session, lost)["state"]
    check("the one that was cancelled meanwhile is cancelled", ended == "cancelled", ended)
    made = two.finished(session, after_it)
    check("the other is made where there is a server", made["state"] == "done", made)
    file = two.ask("GET", f"/api/v1/runs/{after_it}/file", session=session)
    check("and its labels can be had there", file.status == 200 and file.bytes.startswith(b"%PDF"), file.status)


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


def questions(one, two, session):
    """What shoppers ask at two servers is one list: counted once, closed at either."""
    asked = {"code": f"/01/{PRODUCT}/10/L1", "kind": "dates"}
    for server, words in ((one, "một"), (two, "hai"), (one, "")):
        taken = server.ask("POST", "/api/v1/questions", asked | {"words": words})
        check("a question is taken", taken.status == 200, taken.bytes)
    seen = [server.json("GET", "/api/v1/questions", session=session)["questions"] for server in (one, two)]
    check("both have one list", seen[0] == seen[1] and len(seen[0]) == 1, seen)
    told = [said["words"] for said in seen[0][0]["said"]]
    check("with a count and everybody's words", (seen[0][0]["times"], told) == (3, ["một", "hai"]), seen)
    path = f"/api/v1/questions/{seen[0][0]['id']}/close"
    statuses = [server.ask("POST", path, {"note": "xong"}, session=session).status for server in (two, one)]
    check("what one has closed is closed at the other", statuses == [200, 409], statuses)


def introductions(one, two, session):
    """A producer hands in at one server, often and at both at once; the office decides at either, and both pages agree."""
    maker = one.sign_in("maker")
    wish = {"words": {"vi": "Nhà tôi làm nước mắm", "en": ""}, "picture": None, "is_own": True}
    statuses = []

    def hand_in(server):
        for _ in range(10):
            statuses.append(server.ask("POST", "/api/v1/introductions", wish, session=maker).status)

    both = [threading.Thread(target=hand_in, args=(server,)) for server in (one, two)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    check("each is taken", statuses == [201] * 20, statuses)
    waiting = two.json("GET", "/api/v1/introductions", session=session)["introductions"]
    check("and one waits", [each["state"] for each in waiting] == ["waiting"], waiting)
    path = f"/api/v1/introductions/{waiting[0]['id']}"
    decided = [server.ask("POST", path + "/approval", {}, session=session).status for server in (two, one)]
    check("what one has approved is approved at the other", decided == [200, 409], decided)

    def shown():
        pages = [server.send("GET", f"/page/01/{PRODUCT}/10/L1").bytes.decode() for server in (one, two)]
        return [wish["words"]["vi"] in page for page in pages]

    check("and both pages show it", shown() == [True, True], shown())
    check("one withdraws it", one.ask("DELETE", path, session=session).status == 200)
    check("and neither shows it", shown() == [False, False], shown())


def revocation(one, two, session):
    wish = {"product": PRODUCT, "decision": "1/QĐ-UBND"}
    one.ask("POST", "/api/v1/certificates/revocation", wish, session=session)
    seen = wait_until(lambda: two.judge()["verdict"] == "invalid")
    check("a revocation at one counts at the other, which runs on", seen, two.judge())


def revoked_at_both_at_once(one, two, session, home):
    """Two people revoke different products at the same moment, on two servers, many times: all of them stay revoked, at
    both, also when a new list comes that knows of none."""
    shown = json.loads(temsao(home, "--json", "list", "show").stdout)["products"]
    valid = [product["key"] for product in shown if product["key"].isdigit() and product["status"] == "valid"]
    products = [key for key in valid if key != PRODUCT][:40]
    check("there are enough of them", len(products) == 40, len(products))

    def revoke(server, some):
        for product in some:
            wish = {"product": product, "decision": "2/QĐ-UBND"}
            answer = server.ask("POST", "/api/v1/certificates/revocation", wish, session=session)
            check(f"{product} is revoked", answer.status == 200, answer.bytes)

    both = [threading.Thread(target=revoke, args=words) for words in ((one, products[::2]), (two, products[1::2]))]
    for each in both:
        each.start()
    for each in both:
        each.join()

    def still_valid(server):
        texts = [f"https://id.ocop.vn/01/{product}" for product in products]
        files = server.json("POST", "/api/v1/checks/text", {"texts": texts})["files"]
        return [product for product, file in zip(products, files) if file["verdict"] != "invalid"]

    for server in (one, two):
        wait_until(lambda server=server: not still_valid(server))
        check("what was revoked at one server or the other is revoked at both", not still_valid(server))
    return products


def after_a_new_list(home, products):
    """The servers are down; a spreadsheet that knows of no revocation is imported by itself."""
    temsao(home, "list", "import", LIST, "--replace")
    shown = json.loads(temsao(home, "--json", "list", "show").stdout)["products"]
    words = {product["key"]: product["status"] for product in shown if product["key"] in products}
    check("what was revoked elsewhere holds against a new spreadsheet", set(words.values()) == {"revoked"}, words)


def main():
    store = sys.argv[2]
    with tempfile.TemporaryDirectory(prefix="temsao-servers-") as folder:
        homes = [pathlib.Path(folder) / "one", pathlib.Path(folder) / "two"]
        for home in homes:
            import_list(home)
        for role in ("office", "admin"):
            temsao(homes[0], "account", "add", role, "--role", role, "--store", store)
        whose = json.loads(temsao(homes[0], "--json", "list", "show", PRODUCT).stdout)["products"][0]["producer"]
        temsao(homes[0], "account", "add", "maker", "--role", "producer", "--producer", whose, "--store", store)
        with serving(homes[1], "--store", store) as two:
            of_a_lost_server(Server(homes[0], "--store", store), two, store)
            with serving(homes[0], "--store", store) as one:
                session = one.sign_in("office")
                sessions_and_serials(one, two, session)
                cancelled_elsewhere(one, two, session)
                guesses(one, two)
                questions(one, two, session)
                introductions(one, two, session)
                revocation(one, two, session)
                products = revoked_at_both_at_once(one, two, session, homes[0])
        for home in homes:
            after_a_new_list(home, products)
    report()


main()
