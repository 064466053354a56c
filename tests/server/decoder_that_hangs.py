#!/usr/bin/env python3
"""A photo whose decoder hangs and then crashes costs its own request and nothing else: others are answered meanwhile, and
one address does not get every place for photos, and when all are taken, who comes next hears 503."""
import threading

from server import CODE, check, lay_script, run, serving, stand_in, wait_until

MOST_ASKERS = 200


def hang(program, until):
    lay_script(program, f"while [ ! -e '{until}' ]; do sleep 0.1; done\nkill -SEGV $$")


class Askers:
    """Photos sent at once, each from a thread of its own; the answers come when their decoders end."""

    def __init__(self, server):
        self.server, self.threads, self.answers = server, [], []

    def send(self, address):
        def photo():
            headers = {"X-Forwarded-For": address}
            self.answers.append(self.server.ask("POST", "/api/v1/checks/photo", b"x", headers))

        self.threads.append(threading.Thread(target=photo))
        self.threads[-1].start()

    def told(self, status):
        return [answer for answer in self.answers if answer.status == status]

    def send_until_one_hears(self, status, next_address):
        """Whether one was told to come back, and when."""

        def one_is_told():
            if not self.told(status) and len(self.threads) < MOST_ASKERS:
                self.send(next_address(len(self.threads)))
            return self.told(status)

        told = wait_until(one_is_told)
        return told and all(answer.getheader("Retry-After") for answer in told)

    def waiting(self):
        return len(self.threads) - len(self.answers)


def story(home):
    program, go = stand_in(home / "bin"), home / "go"
    with serving(home, program=program) as server:
        hang(program, go)
        askers = Askers(server)
        told = askers.send_until_one_hears(429, lambda _: "192.0.2.1")
        check("one address does not get every place for photos", told, askers.answers)
        of_one = askers.waiting()
        told = askers.send_until_one_hears(503, lambda number: f"198.51.100.{number}")
        check("another address gets one, until all are taken", told and askers.waiting() > of_one, askers.answers)
        good = server.ask("POST", "/api/v1/checks/text", {"texts": [CODE]})
        check("a good request is answered", good.status == 200, good.bytes)
        check("while all these wait for their decoders", not askers.told(422), askers.answers)
        go.touch()
        for thread in askers.threads:
            thread.join()
    statuses = [answer.status for answer in askers.answers]
    check("every asker is answered", len(statuses) == len(askers.threads), (len(statuses), len(askers.threads)))
    check("a crash is that request's trouble", set(statuses) == {422, 429, 503}, statuses)


run(story, roles=())
