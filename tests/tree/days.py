#!/usr/bin/env python3
"""Days and hours are those of Viet Nam (Date::at, lots::moment_at): nothing asks for the zone that the machine is set to,
which on a hired server is seldom Viet Nam's."""
import re
import sys

from cpp import tokens
from tree import ROOT, files

BY_ZONE = re.compile(r"localtime(_r|_s)?|mktime|timelocal|tzset|current_zone|zoned_time|ctime_r|strftime|put_time")
REMEDY = "call Date::at or lots::moment_at"


def asked(source):
    return [
        (token.line, token.text) for token in tokens(source) if token.kind == "name" and BY_ZONE.fullmatch(token.text)
    ]


MADE_UP = ["localtime_r(&time, &local);", "parts = *std::localtime(&now);", "return std::mktime(&parts);"]
HARMLESS = ["// localtime_r is not called\ngmtime_r(&time, &parts);", 'say("strftime");', "#include <ctime>"]
wrong = [f"this test is blind to: {source}" for source in MADE_UP if not asked(source)]
wrong += [f"this test sees a zone in: {source}" for source in HARMLESS if asked(source)]
looked_at = 0
for path in files("src/*.h", "src/*.cpp"):
    looked_at += 1
    wrong += [
        f"{path.relative_to(ROOT)}:{line}: {word} goes by the machine's zone; {REMEDY}"
        for line, word in asked(path.read_text())
    ]
print("\n".join(wrong) or f"{looked_at} files")
sys.exit(bool(wrong) or looked_at < 300)
