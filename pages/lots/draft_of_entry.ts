// An entry that this phone keeps, back in the form it was typed in.
import type { Draft, Used } from "./draft";
import { besideOf, freshDraft, isAbout, notedAt } from "./draft";
import { unitOf } from "./amount";
import type { KeptEntry } from "./model";
import type { Book } from "./use_book";

const numberOf = (amount: string): string => /^[\d.,]+/.exec(amount)?.[0] ?? "";

/** "CODE/LOT=300 kg" */
function usedOf(text: string, { lots }: Book): Used {
    const [name = "", amount = ""] = text.split("=");
    const slash = name.lastIndexOf("/");
    const [product, lot] = [name.slice(0, slash), name.slice(slash + 1)];
    const known = lots.find((one) => one.product === product && one.lot === lot);
    return { product, lot, name: known?.name ?? product, number: numberOf(amount), unit: unitOf(amount) || "kg" };
}

export function draftOfEntry({ entry, kind, name }: KeptEntry, book: Book): Draft {
    const fresh = freshDraft(kind, book);
    if (!entry) return fresh;
    const at = entry.at ?? "";
    const amount = entry.amount ?? "";
    return {
        ...fresh,
        item: isAbout(kind) ? "" : entry.item,
        lot: entry.lot ?? "",
        number: numberOf(amount),
        unit: unitOf(amount) || fresh.unit,
        party: entry.from ?? entry.to ?? "",
        uses: isAbout(kind)
            ? [{ product: entry.item, lot: entry.lot ?? "", name, number: "", unit: "kg" }]
            : (entry.use ?? "")
                  .split("; ")
                  .filter(Boolean)
                  .map((one) => usedOf(one, book)),
        ...(at && notedAt(at)),
        place: entry.place ?? "",
        process: entry.process ?? "",
        passed: entry.passed ? "yes" : entry.failed ? "no" : "",
        report: entry.report ?? "",
        paper: entry.paper ?? "",
        made: entry.made ?? "",
        expires: entry.expires ?? "",
        note: entry.note ?? "",
        goods: { code: entry.item, name },
        beside: besideOf(kind, entry),
    };
}
