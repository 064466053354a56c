// Who writes in the lot book on this phone.
import { Trouble, api, keepSession } from "../kit/api";
import type { Session } from "../kit/api_types";

/** in: signed in; away: the server does not answer, the person of the last time; out: nobody is signed in. */
export type Person = { user: string; role: string; state: "in" | "away" | "out" };

const LAST = "temsao.lots.user";

const lastUser = (): string => {
    try {
        return localStorage.getItem(LAST) ?? "";
    } catch {
        return "";
    }
};
export const keepUser = (user: string): void => {
    try {
        localStorage.setItem(LAST, user);
    } catch {
        // then only this visit knows
    }
};

/** What a failed call says of the person: signed out, or no answer; null: neither. */
export function stateAfter(problem: unknown): "out" | "away" | null {
    if (!(problem instanceof Trouble)) return null;
    return problem.status === 401 ? "out" : problem.status === 0 ? "away" : null;
}

export async function whoIsThere(): Promise<Person> {
    try {
        const session = keepSession(await api.get<Session>("session"));
        if (!session.user) return { user: lastUser(), role: "producer", state: "out" };
        keepUser(session.user);
        return { user: session.user, role: session.role ?? "", state: "in" };
    } catch (problem) {
        if (!(problem instanceof Trouble)) throw problem;
        return { user: lastUser(), role: "producer", state: stateAfter(problem) ?? "away" };
    }
}
