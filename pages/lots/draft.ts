// An entry while it is typed: fresh, or as one that is corrected; and what the server takes.
import type { LotEntry, LotEvent } from "../kit/api_types";
import { dayInVietNam, timeInVietNam } from "../kit/clock";
import type { Lang } from "../kit/words";
import { COUNTED, readNumber, takeApart } from "./amount";
import { isLotName, proposeLot } from "./lot_name";
import { momentOf, readClock } from "./moment";
import type { Kind } from "./model";
import { nameOf } from "./model";
import type { Book } from "./use_book";

/** A lot that goes in, or the one that it is about. */
export type Used = { product: string; lot: string; name: string; number: string; unit: string };
export type Draft = {
    kind: Kind;
    item: string;
    /** Empty: the proposed one. */
    lot: string;
    number: string;
    unit: string;
    party: string;
    uses: Used[];
    day: string;
    clock: string;
    /** The moment as it was noted, to the second, which stays unless day or hour is typed anew; empty: a new entry. */
    noted: string;
    place: string;
    process: string;
    passed: "" | "yes" | "no";
    report: string;
    paper: string;
    made: string;
    expires: string;
    note: string;
    /** The goods of an entry that is corrected, as the book names them: `item` is their code until another is typed. */
    goods: { code: string; name: string } | null;
    /** What an entry that is corrected says beyond what its form asks about: it stays. */
    beside: Partial<Pick<LotEntry, "from" | "started" | "made" | "expires">>;
};
export type Field = "item" | "lot" | "number" | "party" | "uses" | "clock" | "passed";
/** What keeps the entry from being saved, by field. */
export type Wrong = Partial<Record<Field, "missing" | "notNumber" | "twoWays" | "notLot" | "notClock">>;

export const makes = (kind: Kind): boolean => kind === "transform" || kind === "pack";
export const isAbout = (kind: Kind): boolean => kind === "test" || kind === "ship";

export function freshDraft(kind: Kind, { habits, known }: Book): Draft {
    const [only, ...others] = known?.products ?? [];
    const item = kind === "pack" && only && others.length === 0 ? only.key : ""; // one product needs no question
    return {
        kind,
        item,
        lot: "",
        number: "",
        unit: habits.units[item] ?? (kind === "pack" || kind === "ship" ? COUNTED : "kg"),
        party: "",
        uses: [],
        day: dayInVietNam(),
        clock: "",
        noted: "",
        place: kind === "ship" ? "" : (habits.places[0] ?? ""),
        process: "",
        passed: "",
        report: "",
        paper: "",
        made: kind === "pack" ? dayInVietNam() : "",
        expires: "",
        note: "",
        goods: null,
        beside: {},
    };
}

/** "2026-11-30T14:20:05+07:00", or a day alone, as the form shows it. */
export const notedAt = (at: string) => ({ day: at.slice(0, 10), clock: at.slice(11, 16), noted: at });

/** Whether the form can say all that an event says; one that cannot is only struck through. */
export const canBeRewritten = (event: LotEvent): boolean => event.outputs.length === 1 && event.run === undefined;

/** What an entry says of the days and the giver of goods where the form of its kind does not ask about them. */
export const besideOf = (kind: Kind, said: Draft["beside"]): Draft["beside"] => ({
    ...(kind !== "receive" && kind !== "ship" && said.from && { from: said.from }),
    ...(said.started && { started: said.started }),
    ...(kind !== "pack" && said.made && { made: said.made }),
    ...(kind !== "pack" && said.expires && { expires: said.expires }),
});

/** What an event says, to be corrected. `lang`: in which the server wrote its amounts. */
export function draftOf(event: LotEvent, lang: Lang): Draft {
    const used = ({ product, lot, name, amount }: LotEvent["inputs"][number]): Used => ({
        product,
        lot,
        name,
        ...(amount ? takeApart(amount, lang) : { number: "", unit: "kg" }),
    });
    const about = used(event.outputs[0]!);
    const kind = event.kind as Kind;
    return {
        kind,
        item: about.product,
        lot: about.lot,
        number: about.number,
        unit: about.unit,
        party: event.party?.name ?? "",
        uses: isAbout(kind) ? [about] : event.inputs.map(used),
        ...notedAt(event.is_day ? event.at.slice(0, 10) : event.at),
        place: event.place?.name ?? "",
        process: event.process ?? "",
        passed: event.passed === undefined ? "" : event.passed ? "yes" : "no",
        report: event.report ?? "",
        paper: event.paper ?? "",
        made: event.made ?? "",
        expires: event.expires ?? "",
        note: event.note ?? "",
        goods: { code: about.product, name: about.name },
        beside: besideOf(kind, { ...event, from: event.party?.name }),
    };
}

/** What people call the goods of the entry. */
export function itemName({ item, goods }: Draft, { known }: Book): string {
    const product = known?.products.find((one) => one.key === item);
    return product?.name ?? (goods?.code === item ? goods.name : item);
}
/** The code of goods that are called so, where one is known; else the name itself. */
export function itemNamed(name: string, { goods }: Draft, { known }: Book): string {
    const product = known?.products.find((one) => one.name === name);
    return product?.key ?? (goods?.name === name ? goods.code : name);
}

/** The lot that the entry is about: chosen, typed, or proposed. */
export function lotOf(draft: Draft, book: Book): string {
    if (isAbout(draft.kind)) return draft.uses[0]?.lot ?? "";
    if (draft.lot.trim()) return draft.lot.trim();
    const name = itemName(draft, book);
    // Also what waits or was refused here has its lot's name already.
    const isTaken = (lot: string) => [...book.lots, ...book.entries].some((one) => one.lot === lot);
    return name.trim() ? proposeLot(name, draft.day, isTaken) : "";
}

export function wrongIn(draft: Draft, book: Book): Wrong {
    const wrong: Wrong = {};
    const { kind } = draft;
    const amount = readNumber(draft.number);
    if (!isAbout(kind) && !draft.item.trim()) wrong.item = "missing";
    if (draft.uses.length === 0 && (makes(kind) || isAbout(kind))) wrong.uses = "missing";
    if (kind !== "test" && "wrong" in amount) wrong.number = amount.wrong === "none" ? "missing" : amount.wrong;
    if (makes(kind) && draft.uses.some((one) => one.number.trim() && "wrong" in readNumber(one.number)))
        wrong.uses = "notNumber";
    if ((kind === "receive" || kind === "ship") && !draft.party.trim()) wrong.party = "missing";
    if (kind === "test" && !draft.passed) wrong.passed = "missing";
    if (!isAbout(kind) && draft.item.trim() && !isLotName(lotOf(draft, book))) wrong.lot = "notLot";
    if (draft.clock.trim() && !readClock(draft.clock)) wrong.clock = "notClock";
    return wrong;
}

const typedNumber = (text: string): string => {
    const read = readNumber(text);
    return "number" in read ? read.number : text;
};
const given = (text: string) => text.trim() || undefined;

function momentTyped({ day, clock, noted }: Draft): string {
    if (noted && day === noted.slice(0, 10) && clock.trim() === noted.slice(11, 16)) return noted;
    if (clock.trim()) return momentOf(day, clock);
    return day === dayInVietNam() ? timeInVietNam() : day;
}

/** Only what is given; nothing is wrong in it. */
export function entryOf(draft: Draft, book: Book, insteadOf: string): LotEntry {
    const { kind } = draft;
    const about = draft.uses[0];
    const use = draft.uses.map(
        (one) => nameOf(one) + (one.number.trim() ? `=${typedNumber(one.number)} ${one.unit}` : ""),
    );
    const all: Record<string, string | boolean | undefined> = {
        ...draft.beside,
        kind,
        item: isAbout(kind) ? about?.product : draft.item.trim(),
        lot: lotOf(draft, book),
        amount: draft.number.trim() ? `${typedNumber(draft.number)} ${draft.unit}` : undefined,
        at: momentTyped(draft),
        use: makes(kind) ? use.join("; ") : undefined,
        from: kind === "receive" ? given(draft.party) : draft.beside.from,
        to: kind === "ship" ? given(draft.party) : undefined,
        place: given(draft.place),
        process: given(draft.process),
        passed: draft.passed === "yes" || undefined,
        failed: draft.passed === "no" || undefined,
        report: given(draft.report),
        paper: given(draft.paper),
        made: kind === "pack" ? given(draft.made) : draft.beside.made,
        expires: kind === "pack" ? given(draft.expires) : draft.beside.expires,
        note: given(draft.note),
        "instead-of": given(insteadOf),
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as LotEntry;
}
