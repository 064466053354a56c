"""C++ as tokens, as far as the tests about the tree need it: no preprocessor, no grammar."""
import re
from typing import NamedTuple

PATTERN = re.compile(
    r"""(?P<comment> //[^\n]* | /\*.*?\*/ )
      | (?P<space> \s+ )
      | (?P<raw> R"(?P<mark>[^(\s]*)\( .*? \)(?P=mark)" )
      | (?P<string> "(?:[^"\\\n]|\\.)*" )
      | (?P<character> '(?:[^'\\\n]|\\.)+' )
      | (?P<number> \d[\w.']* )
      | (?P<name> [A-Za-z_]\w* )
      | (?P<sign> :: | . )""",
    re.X | re.S,
)


class Token(NamedTuple):
    kind: str
    text: str
    line: int


def tokens(source):
    """Comments and spaces left out; strings that stand beside each other are one."""
    found, line = [], 1
    for match in PATTERN.finditer(source):
        kind, text = match.lastgroup, match[0]
        if kind == "string" and found and found[-1].kind == "string":
            found[-1] = Token(kind, found[-1].text[:-1] + text[1:], found[-1].line)
        elif kind not in ("comment", "space"):
            found.append(Token("raw" if kind == "mark" else kind, text, line))
        line += text.count("\n")
    return found


def closing(found, at):
    """The place of the bracket that closes the one at `at`."""
    depth = 0
    for place in range(at, len(found)):
        if found[place].kind == "sign":
            depth += (found[place].text in "([{") - (found[place].text in ")]}")
            if depth == 0:
                return place
    raise ValueError(f"line {found[at].line}: nothing closes this bracket")


def parts(found, first, last):
    """What stands between two places, parted at its commas; brackets keep theirs."""
    split, at = [[]], first
    while at < last:
        if found[at].kind == "sign" and found[at].text in "([{":
            end = closing(found, at)
            split[-1] += found[at : end + 1]
            at = end + 1
            continue
        if found[at].text == "," and found[at].kind == "sign":
            split.append([])
        else:
            split[-1].append(found[at])
        at += 1
    return [] if split == [[]] else split


def rows_of(found):
    """The rows of a table of sentences, {"id", "vi", "en"}, wherever they stand."""
    shape = ["{", None, ",", None, ",", None]
    for at in range(len(found) - len(shape)):
        part = found[at : at + len(shape)]
        if all(token.text == sign if sign else token.kind == "string" for token, sign in zip(part, shape)):
            yield tuple(token.text[1:-1] for token in (part[1], part[3], part[5]))


def facts_of(sentence):
    """The numbers of the facts that a sentence uses."""
    return {int(number) for number in re.findall(r"\{(\d)", sentence)}
