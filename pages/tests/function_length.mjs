// Functions and components have at most 70 lines, from the signature to the closing brace, in the pages and their
// tests. tests/form.mjs asks this too; alone:
//   node tests/function_length.mjs
// `exceptions` names what is longer and why; the list only shrinks: an entry that is not needed any more fails too.
import ts from "typescript";
import { read, report, sources } from "./sources.mjs";

const MOST_LINES = 70;
/** "file: name" -> why it may be longer, such as "a table". */
const exceptions = new Map([]);

/** Its own name, else that of what it is given to: a constant, a property, a test with its sentence. */
function nameOf(node) {
    if (node.name) return node.name.getText();
    const { parent } = node;
    if (parent.name) return parent.name.getText();
    if (ts.isCallExpression(parent)) {
        const [sentence] = parent.arguments;
        return ts.isStringLiteralLike(sentence) || ts.isTemplateExpression(sentence)
            ? sentence.getText().slice(1, -1)
            : parent.expression.getText();
    }
    return "a function without a name";
}

/** The functions of a file; those within functions count as part of them. */
function functionsIn(file) {
    const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
    const lineOf = (position) => source.getLineAndCharacterOfPosition(position).line + 1;
    const found = [];
    const visit = (node) => {
        if (!ts.isFunctionLike(node) || !node.body) return ts.forEachChild(node, visit);
        const [first, last] = [lineOf(node.getStart()), lineOf(node.end)];
        found.push({ id: `${file}: ${nameOf(node)}`, at: `${file}:${first}`, lines: last - first + 1 });
    };
    visit(source);
    return found;
}

const files = sources(".ts", ".tsx", ".mjs", ".js").filter((name) => !name.endsWith(".d.ts"));
const functions = files.flatMap(functionsIn);
const longer = functions.filter(({ lines }) => lines > MOST_LINES);
report(
    `functions over ${MOST_LINES} lines; part them into named steps or components`,
    longer.filter(({ id }) => !exceptions.has(id)).map(({ id, at, lines }) => `${at}: ${lines} lines, ${id}`),
);
report(
    "exceptions of tests/function_length.mjs that are short or gone: take them off",
    [...exceptions.keys()].filter((id) => !longer.some((one) => one.id === id)),
);
if (functions.length < 700) report("function_length.mjs sees too few functions to be right", [`${functions.length}`]);
