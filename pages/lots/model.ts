// What the lot book on a phone is made of.
import type { LotEntry, LotFacts, LotLine } from "../kit/api_types";
import type { Lang } from "../kit/words";

export const kinds = ["receive", "harvest", "transform", "test", "pack", "ship"] as const;
export type Kind = (typeof kinds)[number];

/** An entry that this phone has and the server has not confirmed, or about which it asked something. */
export type KeptEntry = {
    /** Made on this phone: the server writes an entry of this id once, however often it is sent. */
    id: string;
    user: string;
    /** When it was saved, milliseconds since 1970: entries are sent in this order. */
    saved: number;
    /** What is written; null: `strikes` is struck through and nothing stands in its place. */
    entry: LotEntry | null;
    /** The id of an event that is struck through. */
    strikes: string;
    /** What the goods are called, and their lot. */
    name: string;
    lot: string;
    kind: Kind;
    /** refused: `why` says what to change; asked: it is in the book, and `why` says what to look at. */
    state: "waiting" | "refused" | "asked";
    why: string[];
};

/** A lot as the phone shows it; `waits`: it is in an entry that waits, and the server does not know it yet. */
export type Lot = LotLine & { waits: boolean };

export type OwnProduct = { key: string; name: string };

/** What the server said last, kept for times without a network. */
export type Known = {
    user: string;
    at: number;
    lots: LotLine[];
    products: OwnProduct[];
    /** The server has more of them than a phone keeps. */
    more: boolean;
};
/** `lang`: in which the server wrote its amounts. */
export type Story = LotFacts & { lang: Lang };

/** What one types again and again, newest first. */
export type Habits = {
    items: string[];
    from: string[];
    to: string[];
    places: string[];
    processes: string[];
    /** Unit by goods, as written last. */
    units: Record<string, string>;
};

/** How a person who uses a lot names it: the server finds it by the goods' code or name. */
export const nameOf = (lot: { product: string; lot: string }) => `${lot.product}/${lot.lot}`;
