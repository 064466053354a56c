#!/usr/bin/env python3
"""A photo whose decoder hangs and then crashes costs its own request and nothing else: others are answered meanwhile, and
when every place for photos is taken, who comes next hears 503."""
import threading

from server import CODE, PROGRAM, check, run, serving, wait_until

MOST_ASKERS = 200


def stand_in(folder):
    """A copy of the program. What it starts for each photo is the file under its own name: once the server runs,
    hang() lays another program there."""
    folder.mkdir()
    program = folder / "temsao"
    program.write_bytes(PROGRAM.read_bytes())
    program.chmod(0o755)
    return program


def hang(program, until):
    program.unlink()
    program.write_text(f"#!/bin/sh\nwhile [ ! -e '{until}' ]; do sleep 0.1; done\nkill -SEGV $$\n")
    program.chmod(0o755)


def story(home):
    program, go = stand_in(home / "bin"), home / "go"
    answers, askers = [], []

    def ask_until_one_is_told_to_come_back(server):
        if not any(answer.status == 503 for answer in answers) and len(askers) < MOST_ASKERS:
            photo = lambda: answers.append(server.ask("POST", "/api/v1/checks/photo", b"x"))
            askers.append(threading.Thread(target=photo))
            askers[-1].start()
        return any(answer.status == 503 for answer in answers)

    with serving(home, program=program) as server:
        hang(program, go)
        told = wait_until(lambda: ask_until_one_is_told_to_come_back(server))
        good = server.ask("POST", "/api/v1/checks/text", {"texts": [CODE]})
        waiting, over = len(askers) - len(answers), [answer for answer in answers if answer.status != 503]
        check("a good request is answered", good.status == 200, good.bytes)
        check("while most photos still wait for their decoders", waiting > len(over), (waiting, len(over)))
        busy = [answer for answer in answers if answer.status == 503]
        check("with the queue full others are told to come back", told and busy, answers)
        check("and when", busy and all(answer.getheader("Retry-After") for answer in busy), answers)
        go.touch()
        for asker in askers:
            asker.join()
    statuses = [answer.status for answer in answers]
    check("every asker is answered", len(statuses) == len(askers), (len(statuses), len(askers)))
    check("a crash is that request's trouble", set(statuses) == {422, 503}, statuses)


run(story, roles=())
