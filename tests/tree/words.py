#!/usr/bin/env python3
"""Words that we gave up do not come back: in the documents, in the sentences, options and routes of src/, in the words of
the pages, and, for turns that a stranger reads twice, in the comments of all sources. Words that the program reads
(catalog/headings.cpp, label/label_date.cpp) are as people write them; those files are not looked at.

One thing has one word, and a stranger understands it. Words that a reader types (`code`, --options, NAMES_OF_CODES) and
ids do not count. A place that needs a refused word stands in `allowed`, with its reason."""
import re
import sys

from tree import ROOT, files


# What is refused, and what to write instead.
REFUSED = {
    r"khoá\b": "khóa",
    r"huỷ": "hủy",
    r"xoá\b": "xóa",
    r"hoá\b": "hóa",
    r"loá\b": "lóa",
    r"\bbởi\b": "do, theo",
    r"nhà sản xuất": "chủ thể",
    r"xưởng": "nhà in",
    r"mã vuông": "mã QR",
    r"sổ in": "nhật ký in",
    r"điểm chốt": "mốc đã ký",
    r"truy xuất": "truy vết",
    r"chứng cứ": "bằng chứng",
    r"hàng (giả|thật)": "what was compared",
    r"hạn dùng": "hạn sử dụng; how long goods keep is thời hạn sử dụng",
    r"cơ sở(?! dữ liệu)": "chủ thể",
    r"quầy tính tiền": "quầy thu ngân",
    r"nơi phát hành": "nơi gửi, or cơ quan ban hành",
    r"hết hạn(?! sử dụng)": "hết hiệu lực",
    r"(?<!there )\b(is|are) no (?!longer)": "is not a …, has no …, or “there is no …”",
    r"put right": "fix",
    r"unless given": "(default: …)",
    r"spoilt": "damaged",
    r"reckon": "calculate",
    r"\banew\b": "again",
    r"whoever": "anybody who",
    r"this very": "this",
    r"all the same": "still, anyway",
    r"ledger": "print log",
    r"passphrase": "password",
    r"\[[FMD]\]": "(chưa đối chiếu bản gốc), (quy ước của Tem Sao), or nothing",
}
# In comments too.
HARD_TO_READ = {
    pattern: REFUSED[pattern]
    for pattern in (
        r"(?<!there )\b(is|are) no (?!longer)",
        "spoilt",
        r"\banew\b",
        "whoever",
        "this very",
        "all the same",
    )
} | {
    r"(?<!there )\b(is|are) none\b": "is not a …",
    r"\bnobody's\b": "of no account, of no request",
    r"\bany more\b": "no longer",
    r"\bdear\b": "expensive, costly",
    r"\bthat is none\b": "that is not a …",
    r"\bgo(es)? before\b": "takes precedence over, comes before",
    r"\bnothing need\b": "there is nothing to …",
}
STRAIGHT = r'\\"'  # in a sentence: “…”; what is typed at a command line keeps its own
# File (or its last parts), phrase around the word, reason.
ALLOWED = [
    ("label_rules.cpp", mark, "the mark of a rule's source; rule_words() (base/finding.h) says it in words")
    for mark in ("[F]", "[M]", "[D]")
]

typed = re.compile(
    r'--[a-z-]+ \\"[^"]*\\"|data-[a-z]+=\\"[a-z]*\\"|' r"`[^`]*`|\]\([^)]*\)|https?://\S+|--[a-z-]+|\b[A-Z]+_[A-Z_]+\b"
)
literal = re.compile(r'"((?:[^"\\\n]|\\.)*)"')


def document(text):
    """The lines of a document; of a block of commands only the remarks."""
    in_block = False
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("```"):
            in_block = not in_block
        elif in_block:
            yield number, "".join(re.findall(r"\s# (.*)$", line))
        else:
            yield number, line


def source(text):
    """The texts of a source: strings that follow each other are one. Includes and ids are left out."""
    text = re.sub(r"(?m)^#.*$", "", text)
    text = re.sub(literal.pattern + r"|//.*", lambda found: "" if found[0].startswith("//") else found[0], text)
    for found in re.finditer(literal.pattern + r"(?:\s*" + literal.pattern + ")*", text):
        words = "".join(literal.findall(found[0]))
        if not re.fullmatch(r"[A-Za-z0-9_.-]*", words):
            yield text.count("\n", 0, found.start()) + 1, words


def comments(text):
    """Comments of C++, line by line."""
    for number, line in enumerate(text.split("\n"), 1):
        found = re.match(r'((?:[^"/]|"(?:[^"\\]|\\.)*"|/(?!/))*)//(.*)', line)
        if found:
            yield number, found[2]


def names(*patterns):
    return [str(path.relative_to(ROOT)) for path in files(*patterns)]


documents = names(
    "README*.md",
    "DESIGN.md",
    "CONTRIBUTING.md",
    "docs/*.md",
    "docs/guides/*.md",
    "templates/README*",
    "samples/README*",
    "src/trace/FORMAT.md",
)
sources = names(
    "src/*sentences.cpp",
    "src/*options.cpp",
    "src/*options.h",
    "src/serve/routes.cpp",
    "src/label/label_rules.cpp",
    "pages/*words.ts",
)
commented = names("src/*.h", "src/*.cpp", "tests/*.h", "tests/*.cpp")
wrong, needed, texts = [], set(), 0


def look(name, read, refused):
    """Notes each refused word in the texts of a file."""
    global texts
    for number, words in read((ROOT / name).read_text()):
        texts += 1
        words = typed.sub("·", words)
        for pattern, better in refused.items():
            for found in re.finditer(pattern, words, re.IGNORECASE):
                reasons = [n for n, (file, phrase, _) in enumerate(ALLOWED) if name.endswith(file) and phrase in words]
                needed.update(reasons)
                if not reasons:
                    near = words[max(0, found.start() - 30) : found.end() + 30]
                    wrong.append(f"{name}:{number}: “{found[0]}” in “…{near}…”; write: {better}")


for name in documents:
    look(name, document, REFUSED)
for name in sources:
    look(name, source, REFUSED | ({STRAIGHT: "“…”"} if name.endswith("sentences.cpp") else {}))
for name in commented:
    look(name, comments, HARD_TO_READ)
wrong += [
    f"ALLOWED: {file}, “{phrase}” is needed by no text any more; delete the row"
    for n, (file, phrase, _) in enumerate(ALLOWED)
    if n not in needed
]
if len(documents) < 15 or not sources or texts < 1500:
    wrong.append(
        f"only {texts} texts of {len(documents)} documents and {len(sources)} sources; has their form changed?"
    )
print("\n".join(wrong) or f"{texts} texts hold")
sys.exit(bool(wrong))
