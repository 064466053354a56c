#!/usr/bin/env python3
"""The sentences (sentences.cpp, in whichever folder of src/) and the sources hold together: every row is used, every
message that is named has a row, both languages use the same facts, and whoever names a sentence hands over as many facts
as it has. A sentence reads well without what a person may leave out. (That every id used exists is also an ENSURE in say().)"""
import re
import sys

from cpp import closing, facts_of, parts, rows_of, tokens
from tree import ROOT, files

# Ids that are put together at run time: how they begin, and where the rest comes from. A row counts as used when its
# rest stands in the sources too, as a text or a number.
COMPOSED = {
    "change.": "how weighty a change of the list is: name(catalog::Weight)",
    "grade.level_": "the level of a print grade, 0 to 4",
    "grade.parameter.": "what ISO/IEC 15415 grades: the names that scan gives",
    "group.": "a group of products: name(catalog::Group)",
    "import.back_": "why an import would go backwards: steps_back() in list_import.cpp",
    "log.column.": "the headings of the print log: words() in log_jobs.cpp",
    "lot_field.": "a field of an entry of the lot book: check() in lots/event.cpp, and {0:word} of a sentence",
    "lot_kind.": "a kind of entry of the lot book: name(lots::Kind), and {0:word} of a sentence",
    "meaning.": "what a column of a list means: the table in catalog/headings.cpp, and fields of catalog/changes.h",
    "page.asked_": "what a shopper asks: store::name(QuestionKind)",
    "page.kind_": "the kind of a line of a lot's story, lots::name(Kind)",
    "page.signature_": "what the signature of a code proves: name(trace::SignatureState)",
    "request.refused_": "the HTTP status by which the listener refuses",
    "state.": "the state of a serial number: state_of(), and {0:state} of a sentence",
    "status.": "what ended a certificate: name(catalog::Status)",
}
# Rows that nothing uses. This list only shrinks.
KNOWN_UNUSED = set()
# Helpers that put facts in front of those that are named, for ids that begin so.
ADDED = {
    ("error", "template.picture_"): 2,  # template_svg.cpp adds the template and the place
    ("error", "template.pattern_missing"): 2,  # likewise
    ("fail", "template."): 2,
    ("broken", "template."): 2,
    ("fail", "table."): 1,  # the file
    ("refuse", "print."): 1,  # the product
}
# Text in braces after an id that is not a list of facts.
NO_FACTS = {
    ("refuse", "page."): "a heading, and then a message of its own",
    ("", "label_rules.cpp"): "the table of rules for labels",
    ("", "remedies.cpp"): "the table of what each remedy changes",
}
# Messages without their facts, since nobody says them.
UNSAID = {"checks.form": "read_check() only asks whether a day could be read"}
LEAST_ROWS, LEAST_COUNTED = 300, 300
# What a person may leave out, by the member that holds it, and as sentences announce it.
LEFT_OUT = {"reason", "note"}
ANNOUNCED = r"(?i)\b(?:reason|lý do|note|ghi chú): ?“?\{(\d)\}"
# How a sentence reads that has nothing where something should stand.
HOLLOW = r"[:;,(“] ?[.;,)”]|\(\)|“”|  | [.;,)]|\.\.|[:;,( ]$"


def texts(found):
    return {token.text[1:-1] for token in found if token.kind == "string"}


def wrong_rows(rows):
    seen = set()
    for id, vi, en in rows:
        if id in seen:
            yield f"{id}: stands twice"
        seen.add(id)
        if facts_of(vi) != facts_of(en):
            yield f"{id}: the languages use different facts"
        if facts_of(vi) != set(range(len(facts_of(vi)))):
            yield f"{id}: a fact is left out between {{0}} and the last"
        for place in re.findall(r"\{([^{}]*)\}", vi + en):
            if not re.fullmatch(
                r"\d(:day|:moment|:figure|:state|:word|:brackets|:given\|[^|]*\|[^|]*|\|[^|]+\|[^|]+)?", place
            ):
                yield f"{id}: {{{place}}} is none of the forms that base/sentences.h lists"


def without_left_out(sentence):
    """As it reads when what may be left out is left out."""
    text = re.sub(r"\{\d:(brackets|given)[^{}]*\}", "", sentence)
    return re.sub(r"\{\d[^{}]*\}", "X", text)


def hollow_rows(rows):
    for id, *both in rows:
        for sentence in both:
            text, whole = without_left_out(sentence), re.sub(r"\{\d[^{}]*\}", "X", sentence)
            if set(re.findall(HOLLOW, text)) - set(re.findall(HOLLOW, whole)):
                yield f"{id}: without what may be left out it reads: {text}"
            found = re.search(ANNOUNCED, sentence)
            if found and not re.fullmatch(r"[^.{}]*\{\d\}", sentence):  # a line of its own is said where there is one
                yield f"{id}: fact {found[1]} may be left out; write {{{found[1]}:given|before|after}}"


def is_used(id, named):
    rests = [id.removeprefix(prefix) for prefix in COMPOSED if id.startswith(prefix)]
    return id in named or any(rest in named for rest in rests)


def unused_rows(rows, named):
    for id, _, _ in rows:
        if not is_used(id, named) and id not in KNOWN_UNUSED:
            yield f"{id}: no source names it; delete the row"
    for id in KNOWN_UNUSED:
        if is_used(id, named) or id not in {row[0] for row in rows}:
            yield f"{id}: is used or gone; take it off KNOWN_UNUSED"
    for prefix in COMPOSED:
        if prefix not in named:
            yield f"{prefix}: no source begins an id so any more; take it off COMPOSED"


def caller(found, at):
    """The function that the argument at this place goes to; nothing inside braces."""
    depth = 0
    for place in range(at - 1, 0, -1):
        text = found[place].text if found[place].kind == "sign" else ""
        depth += (text != "" and text in ")]}") - (text != "" and text in "([{")
        if depth < 0:
            return found[place - 1].text if text == "(" else ""
    return ""


def facts_given(found, at):
    """The facts that go with the id at this place, each as its tokens; None where they are not to be seen."""
    before = [token.text for token in found[max(0, at - 5) : at]]
    after = at + 1
    is_error = before[-4:-2] == ["Cause", "::"]
    if before[-4:-2] == ["Axis", "::"]:  # Axis::list, "CODE", Severity::check, {...}
        while found[after].text == "," and found[after + 1].text in ("Severity", "severity"):
            after += 4 if found[after + 1].text == "Severity" else 2
        if found[after].text in (")", "}"):
            return []
    elif is_error and found[after].text == ")":
        return []
    if found[after].text != "," or found[after + 1].text != "{":
        return None
    first, last = after + 2, closing(found, after + 1)
    given = parts(found, first, last)
    if given and given[0][0].text == "{":  # a remark: its facts, then what it is about
        given = parts(found, first + 1, closing(found, first))
    return given


def left_out(sentence, given, added):
    """Which of the facts handed over a person may leave out, though the sentence has a plain place for them."""
    for number, fact in enumerate(given, added):
        names = [token.text for token in fact if token.kind == "name"]
        if names and names[-1] in LEFT_OUT and not re.search(rf"\{{{number}:(given|brackets)", sentence):
            yield number


def facts_wanted(id, vi, function, file):
    for (helper, begins), _ in NO_FACTS.items():
        if (helper == function and id.startswith(begins)) or begins == file:
            return None
    added = [count for (helper, begins), count in ADDED.items() if helper == function and id.startswith(begins)]
    return len(facts_of(vi)) - sum(added[:1])


def wrong_counts(rows, sources):
    """And the number of messages that could be counted."""
    sentences, wrong, counted = {id: vi for id, vi, _ in rows}, [], 0
    for path, found in sources.items():
        for at, token in enumerate(found[:-1]):
            id = token.text[1:-1]
            if token.kind != "string" or id not in sentences or at == 0:
                continue
            given = facts_given(found, at)
            wanted = facts_wanted(id, sentences[id], caller(found, at), path.rpartition("/")[2])
            if given is None or wanted is None or (not given and id in UNSAID):
                continue
            counted += 1
            if len(given) != wanted:
                wrong.append(f"{path}:{token.line}: {id} has {wanted} facts to be handed over here, {len(given)} are")
            for number in left_out(sentences[id], given, len(facts_of(sentences[id])) - wanted):
                wrong.append(f"{path}:{token.line}: {id}: fact {number} may be left out; write {{{number}:given|…}}")
    return wrong, counted


def missing_rows(rows, sources):
    """Ids in the shape of a message, {"file.missing", {, or of an error, that have no row."""
    there = {id for id, _, _ in rows}
    for path, found in sources.items():
        for at, token in enumerate(found[:-2]):
            id = token.text[1:-1]
            if token.kind != "string" or not re.fullmatch(r"[a-z0-9_]+(\.[a-z0-9_]+)+", id) or id in there:
                continue
            is_error = at > 4 and [one.text for one in found[at - 4 : at - 2]] == ["Cause", "::"]
            is_message = found[at - 1].text == "{" and [one.text for one in found[at + 1 : at + 3]] == [",", "{"]
            if is_error or is_message and caller(found, at - 1) in ("say", "problem"):
                yield f"{path}:{token.line}: {id} has no sentence"


def all_wrong(tables, sources):
    rows = [row for found in tables.values() for row in rows_of(found)]
    named = set().union(*map(texts, sources.values()))
    named |= {token.text for found in sources.values() for token in found if token.kind == "number"}
    wrong, counted = wrong_counts(rows, sources)
    wrong += [*wrong_rows(rows), *hollow_rows(rows), *unused_rows(rows, named), *missing_rows(rows, sources)]
    return rows, counted, wrong


def blind_spots():
    """What this test must find, in sources of its own."""
    table = '{"a.used", "một {0}", "one {0}"}, {"a.unused", "hai", "two"}, {"a.other", "ba {0}", "three"},'
    table += '{"a.why", "bốn: {0:given| |}.", "four. Reason: {0}."}, {"a.note", "năm {0}", "five {0}"},'
    source = 'error(Cause::io, "a.used", {x, f(y, z)}); say({"a.used", {x}}); error(Cause::io, "a.gone"); "a.other";'
    source += '"a.why"; say({"a.note", {event.note}});'
    starts = "".join(f'"{prefix}";' for prefix in COMPOSED)
    _, _, wrong = all_wrong({"t": tokens(table)}, {"s": tokens(source + starts)})
    told = "\n".join(wrong)
    wanted = (
        "a.unused: no source",
        "a.used has 1 facts to be handed over here, 2 are",
        "a.gone has no",
        "a.other: the",
        "a.why: without what may be left out it reads: bốn: .",
        "a.why: fact 0 may be left out",
        "a.note: fact 0 may be left out",
    )
    return [f"this test no longer finds: {words}" for words in wanted if words not in told]


def main():
    paths = files("src/*.h", "src/*.cpp", "src/*.inc")
    found = {str(path.relative_to(ROOT)): tokens(path.read_text()) for path in paths}
    tables = {name: found.pop(name) for name in list(found) if name.endswith("/sentences.cpp")}
    rows, counted, wrong = all_wrong(tables, found)
    wrong += blind_spots()
    if len(rows) < LEAST_ROWS or counted < LEAST_COUNTED:
        wrong.append(f"only {len(rows)} rows and {counted} messages were understood; has their form changed?")
    print("\n".join(wrong) or f"{len(rows)} sentences hold, {counted} times their facts were counted")
    return bool(wrong)


sys.exit(main())
