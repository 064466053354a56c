// What epcis2.js makes of the events of an EPCIS document: [{"id", "other", "step", "reads_as_date"}], a line of JSON.
//   node other_hashes.mjs FOLDER FILE       FOLDER has node_modules/epcis2.js
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const [folder, file] = process.argv.slice(2);
const { eventToHashedId } = createRequire(path.resolve(folder, "x.js"))("epcis2.js");
const document = JSON.parse(readFileSync(file, "utf8"));
const context = Object.assign({}, ...document["@context"].filter((one) => typeof one === "object"));

/** Is one of the texts, times apart, a date to JavaScript? */
const readsAsDate = (value, name = "") =>
    typeof value === "object"
        ? Object.entries(value).some(([key, one]) => readsAsDate(one, Array.isArray(value) ? name : key))
        : typeof value === "string" && !/[tT]ime|Date$/.test(name) && !Number.isNaN(Date.parse(value));

console.log(
    JSON.stringify(
        document.epcisBody.eventList.map(({ eventID, ...rest }) => ({
            id: eventID,
            other: eventToHashedId(rest, context, false),
            step: rest["temsao:step"],
            reads_as_date: readsAsDate(rest),
        })),
    ),
);
