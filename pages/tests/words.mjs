// The words of the pages: what every dictionary in them says is checked, language by language.
//   node tests/words.mjs
// Each forbidden word has a better one that the pages use; an exception is named with its key and its reason.
import path from "node:path";
import ts from "typescript";
import { read, report, sources } from "./sources.mjs";

const forbidden = {
    vi: new RegExp(
        "khoá|huỷ|xoá|loá|xưởng|nhà sản xuất|mã vuông|sổ in|điểm chốt|truy xuất|chứng cứ|văn phòng|hạn dùng" +
            "|hàng (?:giả|thật)|(?<!\\p{L})(?:hoá|bởi)(?!\\p{L})",
        "iu",
    ),
    en: new RegExp(
        "\\b(?:is|are) no |put right|unless given|spoilt|reckon|\\banew\\b|whoever|this very" +
            "|all the same|ledger|passphrase",
        "i",
    ),
};
/** "page dictionary.key" -> why it may say a forbidden word. */
const exceptions = new Map([["studioWords.serialLead", "“is no longer valid” is the usual phrase"]]);
/** Dictionaries whose keys are looked up by a value. */
const byValue = new Set(["verdictWords", "kindHints", "lotKindWords", "questionKinds"]);

/** Every text of a property: plain strings, parts of templates, both sides of a condition. */
function textsOf(node) {
    if (ts.isStringLiteralLike(node)) return [node.text];
    if (ts.isTemplateExpression(node))
        return [[node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join("…")].concat(
            node.templateSpans.flatMap((span) => textsOf(span.expression)),
        );
    if (ts.isBinaryExpression(node)) return [[node.left, node.right].flatMap(textsOf).join("")];
    const found = [];
    ts.forEachChild(node, (child) => void found.push(...textsOf(child)));
    return found;
}

/** The dictionaries of one file: calls of words(vi, en), each with its name. */
function dictionariesOf(file) {
    const found = [];
    const visit = (node) => {
        if (ts.isCallExpression(node) && node.expression.getText() === "words" && node.arguments.length === 2)
            found.push({ file, name: node.parent.name?.text ?? "?", languages: node.arguments });
        ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true));
    return found;
}

const files = sources(".ts", ".tsx").filter((name) => !name.endsWith(".d.ts") && name !== "kit/words.tsx");
const dictionaries = files.flatMap(dictionariesOf);
const entries = dictionaries.flatMap(({ file, name, languages }) =>
    languages.flatMap((object, i) =>
        object.properties.map((one) => ({
            file,
            lang: ["vi", "en"][i],
            dictionary: name,
            key: one.name.text,
            texts: textsOf(one.initializer),
        })),
    ),
);
if (entries.length < 500) report("words.mjs reads too few texts to be right", [String(entries.length)]);

const where = ({ file, lang, dictionary, key }) => `${file} ${dictionary}.${key} (${lang})`;
const isExcepted = ({ dictionary, key }) => exceptions.has(`${dictionary}.${key}`);
const say = (wrong) => wrong.map((one) => `${where(one)}: ${one.texts.join(" / ")}`);
const some = (pattern) => (one) => one.texts.some((text) => pattern.test(text));
report("forbidden words", say(entries.filter((one) => some(forbidden[one.lang])(one) && !isExcepted(one))));
report("straight quotation marks", say(entries.filter(some(/"/))));
report("a rule's mark in a text", say(entries.filter(some(/\[[FMD]\]/))));

// A rule is shown by <Rule>, which puts words in the place of its mark, and nowhere else.
const rawRule = files.filter((name) =>
    /\{\s*finding\.rule\s*\}/.test(read(name).replaceAll("<Rule rule={finding.rule} />", "")),
);
report("a rule shown with its mark", rawRule);

const all = new Map(files.map((name) => [name, read(name)]));
const isUsed = ({ file, dictionary, key }) => {
    if (byValue.has(dictionary)) return true;
    const folder = path.posix.dirname(file); // of kit/, every page may show it
    return [...all].some(([name, text]) => {
        if (!text.includes(dictionary) || (folder !== "kit" && path.posix.dirname(name) !== folder)) return false;
        const readers = [...text.matchAll(new RegExp(`const (\\w+) = useWords\\(${dictionary}\\)`, "g"))];
        return ["t", ...readers.map((found) => found[1])].some((reader) =>
            new RegExp(`\\b${reader}\\.${key}\\b`).test(text),
        );
    });
};
report("texts that no page shows", entries.filter((one) => one.lang === "vi" && !isUsed(one)).map(where));
