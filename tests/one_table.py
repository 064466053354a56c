#!/usr/bin/env python3
"""Every option of the tables in src/app stands in help, in the completions, in the man pages and, where the server takes
it, in openapi.json with its type; what the build made and installs is what the program prints now.

    one_table.py PROGRAM CMAKE BUILD_FOLDER

Where groff, zsh or fish are missing, what they would say is not asked."""
import gzip
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "tests/server"))
from server import PROGRAM, check, report, serving  # noqa: E402

CMAKE, BUILD = sys.argv[2:4]
LANGUAGES = ("en", "vi")
GLOBALS = ["--help", "-h", "--version", "--home", "--lang", "--json", "--quiet"]
# How a value of this kind stands in JSON.
TYPES = {
    "flag": {"type": "boolean"},
    "text": {"type": "string"},
    "texts": {"type": "string"},  # of several products, a body has one
    "choice": {"type": "string"},
    "number": {"type": "integer"},
    "amount": {"type": ["string", "integer"]},
    "lengths": {"type": "array", "items": {"type": "number"}},
    "date": {"type": "string", "format": "date"},
    "file": {"type": "string"},
    "files": {"type": "string"},  # likewise
}
# The server's bodies that are options of a job; a member that has another name than its option.
BODIES = {
    "LabelWish": ("label", {}),
    "RunWish": ("label", {}),
    "LotEntry": ("lot add", {}),
    "RecallWish": ("lot recall", {}),
    "LiftWish": ("lot recall", {}),  # --lift, whose reason is the same option
    "Revocation": ("list revoke", {"product": "key"}),
    "PublishWish": ("publish", {"passphrase": "passphrase-file"}),
    "Reason": ("serial void", {}),
    "PrinterMeasures": ("stock calibrate", {}),
}
QUERIES = {"limit": "number", "expiring": "number", "n": "number", "date": "date", "as_of": "date", "closed": "flag"}

STRING = r'"((?:[^"\\]|\\.)*)"'
TEXT = rf"({STRING}(?:\s+{STRING})*)"
ROW = re.compile(
    rf'"([a-z-]+)",\s+(?:Kind::)?(\w+),\s+(named|positional),\s+(required|optional),\s+{STRING},\s+{TEXT},\s+{TEXT}'
    rf"(?:,\s+{STRING})?\}}"
)


class Option:
    def __init__(self, found):
        self.name, self.kind, self.place, self.need, self.shown = found.groups()[:5]
        self.vi, self.en = ("".join(re.findall(STRING, found[n])) for n in (6, 9))
        self.choices = (found[12] or "").split()

    def flags(self):
        """As a shell completes them."""
        if self.place == "positional":
            return []
        return ["--" + self.name] + (["-o"] if self.name == "out" else [])


def read_tables():
    """The commands of src/app, each with its options in order."""
    shared = {
        found[1]: Option(ROW.search(text))
        for text in re.findall(
            r"^inline constexpr Option .*?;$", (ROOT / "src/app/shared_options.h").read_text(), re.M | re.S
        )
        if (found := re.match(r"inline constexpr Option (\w+)\{", text))
    }
    commands = {}
    for path in sorted((ROOT / "src/app").glob("*_options.cpp")):
        blocks = re.split(rf'^        \{{"([a-z ]+)",$', path.read_text(), flags=re.M)
        for name, block in zip(blocks[1::2], blocks[2::2]):
            rows = re.finditer(rf"shared::(\w+)|{ROW.pattern}", block)
            options = [shared[row[1]] if row[1] else Option(ROW.match(row[0])) for row in rows]
            commands[name] = options
    return commands


def temsao(*words):
    done = subprocess.run(
        [PROGRAM, *words], capture_output=True, text=True, env={"LANG": "C.UTF-8", "HOME": "/nowhere"}
    )
    check(f"temsao {' '.join(words)} is answered", done.returncode == 0 and done.stdout, done.stderr)
    return done.stdout


def in_help(commands):
    for name, options in commands.items():
        for language in LANGUAGES:
            shown = temsao(f"--lang={language}", *name.split(), "--help")
            check(f"{name}: --lang={language} is understood", ("Cách dùng:" in shown) == (language == "vi"), shown)
            for option in options:
                flag = option.flags()[-1] if option.flags() else option.name
                line = next((line for line in shown.split("\n") if re.match(rf"  {re.escape(flag)}\b", line)), "")
                words = " ".join(getattr(option, language).split())
                check(
                    f"{name}: help in {language} has {flag} and its text",
                    words in " ".join(shown.split()) and line,
                    shown,
                )


def bash_completes(script, *lines):
    """What is offered for the last word of each line."""
    asked = "".join(
        f"COMP_WORDS=({' '.join(map(repr, line))}); COMP_CWORD={len(line) - 1}; _temsao temsao {line[-1]!r} {line[-2]!r}; "
        'echo "${COMPREPLY[*]}"\n'
        for line in lines
    )
    done = subprocess.run(
        ["bash", "-c", f"source {script}; compopt() {{ :; }}\n{asked}"], capture_output=True, text=True
    )
    check("bash completes without a complaint", done.returncode == 0 and not done.stderr, done.stderr)
    return [answer.split() for answer in done.stdout.split("\n")]


def in_bash(commands, script):
    check("bash reads its completion", subprocess.run(["bash", "-n", script]).returncode == 0)
    offered = bash_completes(script, *(("temsao", *name.split(), "-") for name in commands))
    for (name, options), words in zip(commands.items(), offered):
        expected = sorted(sum((option.flags() for option in options), []) + GLOBALS)
        check(f"bash completes the options of {name}", sorted(words) == expected, (sorted(words), expected))
    choices = [(name, option) for name, options in commands.items() for option in options if option.choices]
    check("some options have choices", len(choices) > 6, choices)
    offered = bash_completes(script, *(("temsao", *name.split(), "--" + option.name, "") for name, option in choices))
    for (name, option), words in zip(choices, offered):
        check(f"bash completes {name} --{option.name}", words == option.choices, words)
    firsts = [name.split()[0] for name in commands]
    first, language, second, after = bash_completes(
        script,
        ("temsao", ""),
        ("temsao", "--lang", "=", ""),
        ("temsao", "--home", "a", "list", "i"),
        ("temsao", "list", "show", "--limit", ""),
    )[:4]
    check("bash completes the commands", set(first) == set(firsts), first)
    check("and --lang=", language == ["vi", "en"], language)
    check("and what follows a group", second == ["import"], second)
    check("and nothing where a number must stand", after == [], after)


def in_zsh(commands, script):
    if shutil.which("zsh"):
        check("zsh reads its completion", subprocess.run(["zsh", "-n", script]).returncode == 0)
    text = script.read_text()
    for name, options in commands.items():
        *group, last = name.split()
        part = text.split(f"\n        {group[0]})\n", 1)[1] if group else text
        indent = " " * (16 if group else 8)
        part = part.split(f"\n{indent}{last})\n", 1)[1].split(";;", 1)[0]
        for option in options:
            if option.place == "named":
                known = re.search(rf"(--{option.name}|{{--{option.name},-o}})'\[", part)
            else:
                known = f":{option.shown.replace(':', chr(92) + ':')}:" in part
            check(f"zsh knows {name} {option.name}", known, part)
            if option.choices:
                check(
                    f"zsh knows the choices of {name} --{option.name}", f"({' '.join(option.choices)})'" in part, part
                )


def in_fish(commands, script):
    if shutil.which("fish"):
        check("fish reads its completion", subprocess.run(["fish", "--no-execute", script]).returncode == 0)
    lines = script.read_text().split("\n")
    for name, options in commands.items():
        at, last = " ".join(["__temsao_at", *name.split()[:-1]]), name.split()[-1]
        offer = f"complete -c temsao -n '{at}' -a {last} "
        check(f"fish offers {name}", any(line.startswith(offer) for line in lines), offer)
        for option in options:
            if option.place == "positional":
                continue
            start = f"complete -c temsao -n '__temsao_at {name}' -l {option.name} "
            line = next((line for line in lines if line.startswith(start)), "")
            check(f"fish knows {name} --{option.name}", option.en.replace("'", "'\\''") in line, start)
            check(f"fish knows the choices of {name} --{option.name}", " ".join(option.choices) in line, line)


def in_man(commands, page, language):
    text = page.read_text()
    plain = re.sub(r"\\f[BIR]|\\&", "", text).replace("\\-", "-").replace("\\e", "\\")
    for name, options in commands.items():
        part = plain.split(f'.SS "temsao {name}"\n', 1)[1].split(".SS", 1)[0]
        for option in options:
            head = " ".join(filter(None, (", ".join(reversed(option.flags())), option.shown)))
            entry = f".TP\n{head}\n{getattr(option, language)}\n"
            check(f"the man page in {language} has {name} {option.name}", entry in part, (entry, part))
    check("the man page says how to get it", "temsao --completion bash|zsh|fish" in plain and "temsao --man" in plain)
    if shutil.which("groff"):
        done = subprocess.run(["groff", "-Kutf8", "-Tutf8", "-man", "-ww", page], capture_output=True, text=True)
        check(
            f"groff sets the man page in {language} without a warning",
            done.returncode == 0 and not done.stderr,
            done.stderr,
        )
        shown = re.sub(".\x08|\x1b\\[[0-9;]*m", "", done.stdout)  # bold by overstriking or by colours, as groff is set
        check("and shows its last heading", "PAGE" in shown or "TRANG" in shown, shown[-500:])


def bodies_of_jobs():
    """The bodies in the table of src/serve/bodies.cpp, each with its job."""
    table = (ROOT / "src/serve/bodies.cpp").read_text().split("table = {", 1)[1].split("\n    };", 1)[0]
    return dict(re.findall(r'\{"([A-Z]\w+)",\s+"([a-z ]+)",', table))


def kinds_of_values():
    table = (ROOT / "src/app/options.h").read_text().split("enum class Kind {", 1)[1].split("};", 1)[0]
    return set(re.findall(r"^    (\w+),", table, re.M))


def in_openapi(commands):
    jobs = {schema: job for schema, (job, _) in BODIES.items()}
    check("BODIES has every body of src/serve/bodies.cpp with its job", jobs == bodies_of_jobs(), bodies_of_jobs())
    check("TYPES has every kind of src/app/options.h", set(TYPES) == kinds_of_values(), kinds_of_values())
    with tempfile.TemporaryDirectory() as home, serving(home) as server:
        document = server.json("GET", "/api/v1/openapi.json")
    schemas = document["components"]["schemas"]
    for schema, (job, names) in BODIES.items():
        options = {option.name: option for option in commands[job]}
        members = schemas[schema]["properties"]
        check(
            f"{schema} has members, and takes no others", members and schemas[schema]["additionalProperties"] is False
        )
        for member, described in members.items():
            option = options.get(names.get(member, member))
            check(f"{schema}: {member} is an option of {job}", option, members)
            expected = TYPES[option.kind]
            check(f"{schema}: {member} has its type", expected.items() <= described.items(), (expected, described))
            check(f"{schema}: {member} has its text", option.kind == "file" or described["description"] == option.en)
            check(f"{schema}: {member} has its choices", described.get("enum", []) == option.choices, described)
    parameters = [
        (path, parameter)
        for path, methods in document["paths"].items()
        for operation in methods.values()
        for parameter in operation["parameters"]
        if parameter["in"] == "query"
    ]
    check("routes have queries", len(parameters) > 10, parameters)
    for path, parameter in parameters:
        expected = TYPES[QUERIES.get(parameter["name"], "text")]
        check(f"{path}: the query's {parameter['name']} has its type", parameter["schema"] == expected, parameter)
    asked = {
        ref
        for operation in re.findall(r'"requestBody": ({.*?}}})', json.dumps(document))
        for ref in re.findall(r"schemas/(\w+)", operation)
    }
    check("every body of a job belongs to a route", set(BODIES) <= asked, asked)


# Where each is installed, and how the program prints it.
MADE = {
    "bash-completion/completions/temsao": ("--completion", "bash"),
    "zsh/site-functions/_temsao": ("--completion", "zsh"),
    "fish/vendor_completions.d/temsao.fish": ("--completion", "fish"),
    "man/man1/temsao.1": ("--man",),
    "man/vi/man1/temsao.1": ("--lang=vi", "--man"),
}


def main():
    commands = read_tables()
    options = sum(len(options) for options in commands.values())
    check("the tables were read", len(commands) >= 40 and options >= 165, (len(commands), options))
    shown = temsao("--help")
    check("--help does not show what only packages need", "--man" not in shown and "--completion" not in shown, shown)
    with tempfile.TemporaryDirectory() as folder:
        share = pathlib.Path(folder) / "share"
        subprocess.run([CMAKE, "--install", BUILD, "--prefix", folder], check=True, capture_output=True)
        for packed in share.rglob("*.gz"):  # man pages, where gzip is there
            packed.with_suffix("").write_bytes(gzip.decompress(packed.read_bytes()))
        for file, words in MADE.items():
            check(f"share/{file} is installed, and fresh", (share / file).read_text() == temsao(*words))
        in_help(commands)
        in_bash(commands, share / "bash-completion/completions/temsao")
        in_zsh(commands, share / "zsh/site-functions/_temsao")
        in_fish(commands, share / "fish/vendor_completions.d/temsao.fish")
        in_man(commands, share / "man/man1/temsao.1", "en")
        in_man(commands, share / "man/vi/man1/temsao.1", "vi")
    in_openapi(commands)
    report()


main()
