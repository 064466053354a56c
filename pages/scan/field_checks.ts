// Checks made on this phone: kept here, and sent to the office when there is a network and somebody is signed in.
import { Trouble, api, keepSession } from "../kit/api";
import type { FieldCheck, Session } from "../kit/api_types";
import type { Case } from "./case";
import { place } from "./case";
import { kept } from "./kept";
import { nameOf } from "./label_name";
import type { Answer, Check } from "./model";
import { starsCounted } from "./model";
import { worse } from "./summary";

const MOST = 500; // in one request
export type Sent = { sent: number } | "signIn" | "noNetwork";

const idOf = ({ text, at, place: where }: Pick<Check, "text" | "at" | "place">) =>
    [at.slice(0, 10), where, text].join(" ");

let last: Promise<unknown> = Promise.resolve();
/** One after the other: each reads what the one before kept. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work, work);
    last = done;
    return done;
}

export const checksKept = async (): Promise<Check[]> =>
    (await kept.checks()).map((one) => ({ ...one, cases: one.cases ?? [one.id] })); // of before, one case each

/**
 * The check of before with what was seen now. A case that is judged again replaces what it said; of two cases, which
 * may be two packs, the worse verdict counts, and what a person counted stays. What the office has already need not be
 * sent again.
 */
function together(old: Check, one: Check): Check {
    const isAgain = one.cases.every((id) => old.cases.includes(id));
    const verdict = isAgain ? one.verdict : worse(old.verdict, one.verdict);
    const keepsCount = !isAgain && old.stars_by === "inspector" && one.stars_by !== "inspector";
    return {
        ...one,
        ...(keepsCount && { stars: old.stars, stars_by: old.stars_by }),
        cases: [...old.cases.filter((id) => !one.cases.includes(id)), ...one.cases],
        verdict,
        sent: old.sent && old.verdict === verdict,
    };
}

async function keepTogether(one: Check): Promise<void> {
    const old = (await checksKept()).find(({ id }) => id === one.id);
    await kept.keepCheck(old ? together(old, one) : one);
}

/** Keeps each trace code of ours once a day and place. */
export const keepChecks = (now: Case, answer: Answer): Promise<void> =>
    inTurn(async () => {
        for (const check of answer.files.map((_, i) => checkOf(now, answer, i))) if (check) await keepTogether(check);
    });

/** What waits and was checked at `before`, or at no place that was told, gets another place. */
export const movePlace = (before: string, after: string): Promise<void> =>
    inTurn(async () => {
        for (const one of await checksKept()) {
            if (one.sent || one.place === after || (one.place && one.place !== before)) continue;
            const moved = { ...one, place: after };
            await keepTogether({ ...moved, id: idOf(moved) });
            await kept.dropCheck(one.id); // last, so that nothing is lost when the page is closed between
        }
    });

export const dropCheck = (id: string): Promise<void> => inTurn(() => kept.dropCheck(id));

function checkOf(now: Case, answer: Answer, i: number): Check | null {
    const { verdict, labels } = answer.files[i]!;
    const label = labels[0];
    if (!label?.trace || !answer.list) return null; // without a list nothing was checked
    const person = now.stars[i] ?? null;
    const phone = starsCounted(now.sights[i]!);
    const about = { text: label.text, at: now.at, place: place.read() };
    return {
        ...about,
        id: idOf(about),
        cases: [`${now.id} ${i}`],
        verdict,
        name: nameOf(label),
        stars: person ?? phone,
        stars_by: person !== null ? "inspector" : phone !== null ? "phone" : null,
        sent: false,
    };
}

const asSent = ({ text, at, place: where, verdict }: Check): FieldCheck => ({ text, at, place: where, verdict });

/** The office has it; what was seen of it meanwhile waits. */
async function asHad(sent: Check): Promise<void> {
    const now = (await checksKept()).find(({ id }) => id === sent.id);
    if (now?.verdict === sent.verdict) await kept.keepCheck({ ...now, sent: true });
}

/** Sends the waiting checks. The office counts the same check only once, so a broken connection does no harm. */
export async function sendWaiting(): Promise<Sent> {
    const waiting = (await checksKept()).filter((check) => !check.sent);
    if (!waiting.length) return { sent: 0 };
    try {
        const session = keepSession(await api.get<Session>("session"));
        if (!session.user) return "signIn";
        for (let from = 0; from < waiting.length; from += MOST) {
            const part = waiting.slice(from, from + MOST);
            await api.post("checks/record", { checks: part.map(asSent) });
            await inTurn(() => Promise.all(part.map(asHad)));
        }
        return { sent: waiting.length };
    } catch (problem) {
        if (problem instanceof Trouble && (problem.status === 401 || problem.status === 403)) return "signIn";
        return "noNetwork";
    }
}
