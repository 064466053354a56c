"""With which flags a folder of src/ is compiled, as compile_commands.json of a build folder has them."""
import json
import re
import shlex
import sys


def flags_of(build, folder):
    """The compiler, and the flags that say where includes are and what is defined; no warnings, no outputs."""
    target = "temsao" if folder == "cli" else f"temsao_{folder}"  # the program itself, or a room
    for entry in json.loads((build / "compile_commands.json").read_text()):
        is_its = f"/src/{folder}/" in entry["file"] or f"/{target}.dir/Unity/" in entry["file"]
        if is_its and not entry["file"].endswith("sentences.cpp"):
            words = shlex.split(entry["command"])
            compiler = next(word for word in words if re.search(r"(g\+\+|c\+\+|clang\+\+)[^/]*$", word))
            kept = [word for word in words if re.match(r"-(I|D|std)", word)]
            system = [w for i, word in enumerate(words) if word == "-isystem" for w in (word, words[i + 1])]
            return [compiler, *kept, *system]
    sys.exit(f"compile_commands.json has no file of src/{folder}; configure again")
