// All lots that this phone knows: those of the server, and those that begin with an entry which waits here.
import { timeInVietNam } from "../kit/clock";
import type { KeptEntry, Known, Lot } from "./model";
import { nameOf } from "./model";

const begins = new Set(["receive", "harvest", "transform", "pack"]);

/** Whether an entry that this phone keeps will stand in the story of a lot: it is about it, or uses it. */
export function isOfLot(one: KeptEntry, lot: { product: string; lot: string; name: string }): boolean {
    const isAbout = one.lot === lot.lot && (one.entry?.item === lot.product || one.name === lot.name);
    const used = (one.entry?.use ?? "").split("; ").map((use) => use.split("=")[0]);
    return isAbout || used.includes(nameOf(lot));
}

export function lotsShown(known: Known | null, entries: KeptEntry[]): Lot[] {
    const there = (known?.lots ?? []).map((lot) => ({ ...lot, waits: false }));
    const isThere = (one: KeptEntry) =>
        there.some((lot) => lot.lot === one.lot && (lot.name === one.name || lot.product === one.entry?.item));
    const coming = entries
        .filter((one) => one.state === "waiting" && one.entry && begins.has(one.kind) && !isThere(one))
        .map((one): Lot => {
            const at = timeInVietNam(new Date(one.saved));
            return {
                product: one.entry!.item,
                lot: one.lot,
                name: one.name,
                first: at,
                last: at,
                events: 1,
                recalled: false,
                producer: null,
                left: one.entry!.amount ?? null,
                waits: true,
            };
        });
    return [...coming.reverse(), ...there];
}
