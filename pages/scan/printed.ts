// What a person copies from a label: an address with or without https, the line under a symbol with its brackets and
// spaces, or a code alone.

/** An address as it is, or parts from which the core makes one; `dates`: AI -> six digits. */
export type Printed =
    | { kind: "address"; text: string }
    | { kind: "parts"; product: string; lot: string; serial: string; dates: [string, string][] };

const parts = (product: string, lot = "", serial = "", dates: [string, string][] = []): Printed => ({
    kind: "parts",
    product,
    lot,
    serial,
    dates,
});
const isDate = ([ai, value]: [string, string]) => ["11", "15", "17"].includes(ai) && /^\d{6}$/.test(value);

/** GS1's names of the parts: (01) product, (10) lot, (21) serial number, (11) (15) (17) days. */
function readBrackets(text: string): Printed | null {
    const found = [...text.matchAll(/\((\d{2,4})\)([^(]*)/g)].map((one): [string, string] => [one[1]!, one[2]!.trim()]);
    const at = new Map(found);
    const product = at.get("01")?.replace(/\D/g, "");
    const dates = found.map(([ai, value]): [string, string] => [ai, value.replace(/\s/g, "")]).filter(isDate);
    return product ? parts(product, at.get("10"), at.get("21"), dates) : null;
}

export function readPrinted(typed: string): Printed {
    const text = typed.trim();
    const joined = text.replace(/\s/g, "");
    if (/^https?:\/\//i.test(joined)) return { kind: "address", text: joined };
    if (/^[a-z0-9-]+(\.[a-z0-9-]+)+\/./i.test(joined)) return { kind: "address", text: `https://${joined}` };
    const bracketed = readBrackets(text);
    if (bracketed) return bracketed;
    const line = /^01(\d{14})(?:10(.{1,20}))?$/.exec(joined);
    if (line) return parts(line[1]!, line[2]);
    return parts(/^[\d\s.-]+$/.test(text) ? text.replace(/\D/g, "") : text);
}

/** The address that was made of the parts, with the days that were typed beside them. */
export const withDates = (address: string, dates: [string, string][]): string =>
    dates.length ? `${address}?${dates.map(([ai, day]) => `${ai}=${day}`).join("&")}` : address;
