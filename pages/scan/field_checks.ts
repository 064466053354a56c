// Checks made on this phone: kept here, and sent to the office when there is a network and somebody is signed in.
import { Trouble, api, keepSession } from "../kit/api";
import type { FieldCheck, Session } from "../kit/api_types";
import type { Case } from "./case";
import { place } from "./case";
import { kept } from "./kept";
import type { Answer, Check } from "./model";
import { starsCounted } from "./model";

const MOST = 500; // in one request
export type Sent = { sent: number } | "signIn" | "noNetwork";

/** Keeps one check for each label with a trace code of ours; a new count of stars replaces the earlier check. */
export async function keepChecks(now: Case, answer: Answer): Promise<void> {
    await Promise.all(
        answer.files.map((_, i) => checkOf(now, answer, i)).map((check) => check && kept.keepCheck(check)),
    );
}

function checkOf(now: Case, answer: Answer, i: number): Check | null {
    const { verdict, labels } = answer.files[i]!;
    const label = labels[0];
    if (!label?.trace) return null;
    const person = now.stars[i] ?? null;
    const phone = starsCounted(now.sights[i]!);
    return {
        id: `${now.id} ${i}`,
        text: label.text,
        at: now.at,
        place: place.read(),
        verdict,
        name: label.product?.name ?? label.trace.gtin ?? label.trace.code ?? "",
        stars: person ?? phone,
        stars_by: person !== null ? "inspector" : phone !== null ? "phone" : null,
        sent: false,
    };
}

const asSent = ({ text, at, place: where, verdict }: Check): FieldCheck => ({ text, at, place: where, verdict });

/** Sends the waiting checks. The office counts the same check only once, so a broken connection does no harm. */
export async function sendWaiting(): Promise<Sent> {
    const waiting = (await kept.checks()).filter((check) => !check.sent);
    if (!waiting.length) return { sent: 0 };
    try {
        const session = keepSession(await api.get<Session>("session"));
        if (!session.user) return "signIn";
        for (let from = 0; from < waiting.length; from += MOST) {
            const part = waiting.slice(from, from + MOST);
            await api.post("checks/record", { checks: part.map(asSent) });
            await Promise.all(part.map((check) => kept.keepCheck({ ...check, sent: true })));
        }
        return { sent: waiting.length };
    } catch (problem) {
        if (problem instanceof Trouble && (problem.status === 401 || problem.status === 403)) return "signIn";
        return "noNetwork";
    }
}
