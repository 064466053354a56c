#!/usr/bin/env python3
"""After a kill, runs that were waiting or under way are made by the next start, and who was signed in still is. On SIGTERM
what was asked is answered first; nothing new is taken."""
import json
import signal
import socket

from server import CODE, PATIENCE, Server, check, run, serving, wait_until


def killed(home):
    server = Server(home)
    session = server.sign_in("office")
    runs = [server.start_run(session, count=2000, serials=True) for _ in range(2)]
    server.stop(signal.SIGKILL)
    with serving(home) as server:
        user = server.json("GET", "/api/v1/session", session=session)["user"]
        check("a session outlives a kill", user == "office", user)
        states = [server.finished(session, run)["state"] for run in runs]
        check("no run is lost", states == ["done", "done"], states)


def takes_connections(server):
    try:
        socket.create_connection(("127.0.0.1", server.port)).close()
        return True
    except ConnectionError:
        return False


def drained(home):
    server = Server(home)
    line = socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE)
    idle = socket.create_connection(("127.0.0.1", server.port), timeout=PATIENCE)
    body = json.dumps({"texts": [CODE] * 1000}).encode()
    head = (
        f"POST /api/v1/checks/text HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    line.sendall(head.encode())
    go_on = line.recv(1000)
    check("the request is under way", go_on.startswith(b"HTTP/1.1 100 "), go_on)
    line.sendall(body[:-1])
    server.process.send_signal(signal.SIGTERM)
    check("idle connections are closed", idle.recv(10) == b"")
    check("nothing new is taken", wait_until(lambda: not takes_connections(server)))
    check("the server waits for what is under way", server.process.poll() is None, server.lines)
    line.sendall(body[-1:])
    got = b""
    while part := line.recv(1 << 16):
        got += part
    is_whole = got.startswith(b"HTTP/1.1 200 ") and got.rstrip().endswith(b"}")
    check("a request under way is answered", is_whole, got[:300])
    check("and the server ends", server.process.wait(timeout=PATIENCE) == 0)


def story(home):
    killed(home)
    drained(home)


run(story, roles=("office",))
