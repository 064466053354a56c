#!/usr/bin/env python3
"""A list whose reader crashes, prints nothing or cannot be started is answered with words about a list; nothing is kept
of it, and the next one is read."""
from server import LISTED_LATER, check, is_clear_refusal, lay_script, run, serving, stand_in

LIST = "Tên sản phẩm;Chủ thể;Số sao\nMuối;HTX Mẫu;3\n".encode()
PATH = f"/api/v1/list-proposals?as_of={LISTED_LATER}"


def story(home):
    program = stand_in(home / "bin")
    with serving(home, program=program) as server:
        office = server.sign_in("office")
        for what, script in (
            ("crashes", "kill -SEGV $$"),
            ("prints nothing", "exit 0"),
            ("prints half a document", "echo '{'"),
        ):
            lay_script(program, script)
            for language, word, other in (("vi", "danh sách", "ảnh"), ("en", "list", "photo")):
                headers = {"X-File-Name": "xa.csv", "Accept-Language": language}
                told = server.ask("POST", PATH, LIST, headers, session=office)
                words = told.bytes.decode()
                check(f"one that {what} is refused", is_clear_refusal(told), (told.status, words))
                check(f"in words about a list ({language})", word in words and other not in words, words)
        kept = server.ask("GET", "/api/v1/list-proposals", session=office)
        check("nothing is kept of them", kept.bytes.strip() == b"[]", kept.bytes)


run(story)
