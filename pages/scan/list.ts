// The signed list on this phone: fetched when there is a network, kept, opened by the core, which checks the signature.
import { Trouble, api } from "../kit/api";
import { remember } from "../kit/remember";
import { lang } from "../kit/words";
import { dayInVietNam } from "../kit/clock";
import { eye } from "./eye";
import type { KeptList } from "./kept";
import { askToLast, kept } from "./kept";
import type { Held } from "./model";
import { isRefusal } from "./model";

/** `isLost`: a list was on this phone, and the browser cleared it away. */
export type ListState = { held: Held | null; fetched: string; root: string; isLost: boolean };
export type Update = "updated" | "same" | "noNetwork" | "none" | "otherKey";

const OLD = 30; // days
const HERE = "temsao.list"; // that a list was on this phone
const SLACK = 3_600_000; // milliseconds that two clocks may differ

/** A list is not younger than today, nor fetched later than now: else the phone's clock was set back. */
export const isClockBack = ({ held, fetched }: ListState, now = new Date()): boolean =>
    held !== null && (held.as_of > dayInVietNam(now) || Date.parse(fetched) > now.getTime() + SLACK);

/** How old a list is on a day. */
export function ageOf({ as_of }: Held, today: string): { days: number; isOld: boolean } {
    const days = Math.round((Date.parse(today) - Date.parse(as_of)) / 86_400_000);
    return { days, isOld: days > OLD };
}
/** The line of a minisign key file that is the key. */
export const keyLine = (file: string): string => file.trim().split("\n").at(-1)!.trim();

export async function openKept(): Promise<ListState> {
    const list = await kept.list();
    if (!list) return { held: null, fetched: "", root: "", isLost: remember.read(HERE) === "yes" };
    const held = await eye.open(list.bytes, list.root, lang());
    return isRefusal(held)
        ? { held: null, fetched: "", root: list.root, isLost: false }
        : { held, fetched: list.fetched, root: list.root, isLost: false };
}

async function take(list: KeptList): Promise<void> {
    const held = await eye.open(list.bytes, list.root, lang());
    if (isRefusal(held)) throw new Trouble(422, held.error.id, "", held.error.message);
    await kept.keepList(list);
    remember.keep(HERE, "yes");
    void askToLast();
}

/** `trustNew`: the province said, by another channel than this server, that its key is new. */
export async function update(trustNew = false): Promise<Update> {
    const before = await kept.list();
    try {
        const [answer, root] = await Promise.all([
            fetch(api.address("bundle"), { headers: before ? { "If-None-Match": before.tag } : {}, cache: "no-store" }),
            fetch(api.address("bundle.pub"), { cache: "no-store" }),
        ]);
        if (answer.status === 304) return "same";
        if (answer.status === 404) return "none";
        if (!answer.ok || !root.ok) return "noNetwork";
        const key = await root.text();
        if (before && keyLine(key) !== keyLine(before.root) && !trustNew) return "otherKey";
        await take({
            bytes: await answer.arrayBuffer(),
            root: key,
            tag: answer.headers.get("ETag") ?? "",
            fetched: new Date().toISOString(),
        });
        return "updated";
    } catch (problem) {
        if (problem instanceof Trouble) throw problem;
        return "noNetwork";
    }
}

/** Takes the list from a file; the key must be known already. */
export async function takeFile(file: File): Promise<void> {
    const before = await kept.list();
    if (before) await take({ ...before, bytes: await file.arrayBuffer(), tag: "", fetched: new Date().toISOString() });
}
