#!/usr/bin/env python3
"""A server whose log goes into a pipe that nobody reads answers on, and ends when it is told to."""
import re
import signal
import subprocess

from server import ENVIRONMENT, PATIENCE, PROGRAM, Server, check, run

ASKED = 1500  # lines of some 90 bytes: more than a pipe holds


class Unread(Server):
    """Of its log only the first line is read, which names the port."""

    def __init__(self, home):
        command = [PROGRAM, "--home", home, "--lang", "en", "serve", "--listen", "127.0.0.1:0"]
        environment = ENVIRONMENT | {"HOME": str(home)}
        self.process = subprocess.Popen(command, stderr=subprocess.PIPE, bufsize=0, env=environment)
        first = b""
        while not first.endswith(b"\n"):
            first += self.process.stderr.read(1)
        self.port = int(re.search(rb":(\d+)/", first)[1])
        self.shapes = None


def story(home):
    server = Unread(home)
    try:
        for _ in range(ASKED):
            server.send("GET", "/healthz")
        check(f"{ASKED} requests are answered", server.send("GET", "/healthz").status == 200)
        server.process.send_signal(signal.SIGTERM)
        check("it ends", server.process.wait(PATIENCE) == 0, server.process.returncode)
    finally:
        server.process.kill()
        server.process.wait()


run(story, roles=())
