// Writes kit/api_types.ts: the shapes of the server's answers as TypeScript, from what `temsao --openapi` says.
//   npm run types -- PROGRAM            the program, as ../build/temsao
//   npm run types -- PROGRAM --check    says whether the file is fresh, and writes nothing
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";
import prettier from "prettier";

const [program, check] = process.argv.slice(2);
const file = fileURLToPath(new URL("kit/api_types.ts", import.meta.url));

const described = JSON.parse(execFileSync(program, ["--openapi"], { encoding: "utf8" }));
// The pages name the shapes and not the routes.
const tree = await openapiTS(
    { ...described, paths: {} },
    { arrayLength: true, rootTypes: true, rootTypesNoSchemaPrefix: true },
);
const header =
    "// Made by `npm run types` from temsao --openapi (src/serve/shape_table.h); do not change it by hand.\n\n";
const options = await prettier.resolveConfig(file);
const text = await prettier.format(header + astToString(tree), { ...options, filepath: file });

if (!check) {
    writeFileSync(file, text);
} else if (readFileSync(file, "utf8") !== text) {
    console.error(`${file} is not what the server's shapes give now; run: npm --prefix pages run types -- ${program}`);
    process.exit(1);
}
