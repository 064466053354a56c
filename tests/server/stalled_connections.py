#!/usr/bin/env python3
"""250 connections that say half a header and no more, 50 of which dribble, do good requests no harm: these are answered
while the others still stall. In the end the server closes what stalls."""
import socket

from server import CODE, PATIENCE, check, run, serving

STALLED, DRIBBLING, GOOD, ROUNDS = 250, 50, 21, 10


def good_requests(server):
    """Processor time that they took together."""
    before = server.cpu_seconds()
    for _ in range(GOOD):
        answer = server.ask("POST", "/api/v1/checks/text", {"texts": [CODE]})
        check("a good request is answered", answer.status == 200, answer.bytes)
    return server.cpu_seconds() - before


def stall(server):
    lines = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(STALLED)]
    for line in lines:
        line.sendall(b"POST /api/v1/checks/text HTTP/1.1\r\nHost: a\r\nContent-Le")
    for _ in range(3):
        for line in lines[:DRIBBLING]:
            line.sendall(b"n")
    return lines


def is_open(line):
    line.setblocking(False)
    try:
        return line.recv(10) != b""
    except BlockingIOError:
        return True
    except ConnectionError:
        return False
    finally:
        line.settimeout(PATIENCE)


def answered_while_they_stall(server):
    """Gives the stalled connections. The server closes each after ten seconds: on a machine so busy that the good
    requests are not all sent until then, the round says nothing, and there is another one."""
    alone = good_requests(server)
    for _ in range(ROUNDS):
        lines = stall(server)
        beside = good_requests(server)
        seen = server.connections()
        if seen >= STALLED and all(map(is_open, lines)):
            check("a good request costs no more beside them", beside < max(0.1 * GOOD, 3 * alone), (alone, beside))
            return lines
        for line in lines:
            line.close()
    check(f"good requests are answered while {STALLED} connections stall", False, f"{seen} were open")
    return []


def is_closed_by_the_server(line):
    try:
        return line.recv(10) == b""
    except ConnectionError:
        return True


def story(home):
    with serving(home) as server:
        lines = answered_while_they_stall(server)
        closed = sum(map(is_closed_by_the_server, lines))
        check("what stalls is closed in the end", closed == STALLED, closed)
        good_requests(server)


run(story, roles=())
