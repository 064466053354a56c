#!/usr/bin/env python3
"""A PostgreSQL whose processes are all stopped, as on a machine that hangs: what does not need it is answered, what needs
it is refused in words, health says so; when it goes on, everything does, and no run stays under way.

    store_that_hangs.py PROGRAM STORE PROCESS          (tests/store/postgres.py calls this)"""
import contextlib
import json
import os
import pathlib
import signal
import sys
import tempfile

from server import CODE, PRODUCT, SECRET, check, import_list, report, serving, temsao, wait_until

INTRODUCTION = "Nhà tôi làm nước mắm từ năm 1962"


def family(process):
    yield process
    with contextlib.suppress(OSError):
        for task in pathlib.Path(f"/proc/{process}/task").iterdir():
            for child in (task / "children").read_text().split():
                yield from family(int(child))


@contextlib.contextmanager
def hanging(process):
    stopped = list(family(process))
    for one in stopped:
        os.kill(one, signal.SIGSTOP)
    try:
        yield
    finally:
        for one in stopped:
            os.kill(one, signal.SIGCONT)


def health(server):
    return server.json("GET", "/healthz")["status"]


def while_it_hangs(server, session):
    check("health says that the store is away", wait_until(lambda: health(server) == "degraded"), health(server))
    check("a code without a serial is judged", server.judge()["verdict"] == "valid", server.judge())
    page = server.send("GET", f"/page/01/{PRODUCT}/10/L1")
    check("a shopper's page is shown", page.status == 200, page.status)
    check("without the producer's introduction", INTRODUCTION not in page.bytes.decode(), page.bytes)
    check("a page of ours is shown", server.send("GET", "/api/v1/openapi.json").status == 200)
    serial = server.ask("POST", "/api/v1/checks/text", {"texts": [CODE + "/21/ABC"]})
    check("a code with a serial is not judged without its history", serial.status == 503, serial.bytes)
    sign_in = server.ask("POST", "/api/v1/session", {"name": "office", "password": SECRET})
    check("nobody can sign in", sign_in.status == 503, sign_in.bytes)
    listed = server.ask("GET", "/api/v1/runs", session=session)
    check("who is signed in hears why nothing goes on", listed.status == 503, listed.bytes)
    check("and metrics say it", b"temsao_store_away 1" in server.send("GET", "/metrics").bytes)


def introduce(server, office):
    """Of the producer, approved by the office: what a page leaves out while the store hangs."""
    words = {"words": {"vi": INTRODUCTION, "en": ""}, "picture": None, "is_own": True}
    one = server.json("POST", "/api/v1/introductions", words, session=server.sign_in("maker"))
    server.ask("POST", f"/api/v1/introductions/{one['id']}/approval", {}, session=office)
    page = server.send("GET", f"/page/01/{PRODUCT}/10/L1").bytes.decode()
    check("a page shows how its producer introduces itself", INTRODUCTION in page, page)


def main():
    store, process = sys.argv[2], int(sys.argv[3])
    with tempfile.TemporaryDirectory(prefix="temsao-hang-") as folder:
        home = pathlib.Path(folder) / "one"
        import_list(home)
        temsao(home, "account", "add", "hung", "--role", "office", "--store", store)
        whose = json.loads(temsao(home, "--json", "list", "show", PRODUCT).stdout)["products"][0]["producer"]
        temsao(home, "account", "add", "maker", "--role", "producer", "--producer", whose, "--store", store)
        with serving(home, "--store", store) as server:
            session = server.sign_in("hung")
            introduce(server, session)
            runs = [server.start_run(session, count=40, serials=True) for _ in range(4)]
            with hanging(process):
                while_it_hangs(server, session)
            check("afterwards it is well", wait_until(lambda: health(server) == "ok"), health(server))
            states = [server.finished(session, run)["state"] for run in runs]
            check("every run is made", states == ["done"] * len(runs), states)
            seen = wait_until(lambda: server.send("GET", "/api/v1/runs", session=session).status == 200)
            check("and requests are answered again", seen)
    report()


main()
