// Everything a page asks of the server goes through here: one address, one language, the CSRF token on whatever changes
// something, and every failure as a Trouble with words a person can act on.
import type { Session } from "./api_types";
import { lang } from "./words";

/**
 * What went wrong: `status` 0 means that no answer came. `detail` is the server's own sentence (RFC 9457), in the
 * language asked for.
 */
export class Trouble extends Error {
    constructor(
        readonly status: number,
        readonly code: string,
        readonly title: string,
        readonly detail: string,
        readonly body: unknown = null,
    ) {
        super(detail || title);
    }
}

const HOME = "/api/v1/";
let csrf = "";

/** Keeps the token of the session for later calls. */
export function keepSession(session: Session): Session {
    csrf = session.csrf ?? "";
    return session;
}

type Ask = { body?: unknown; raw?: Blob; headers?: Record<string, string>; signal?: AbortSignal };

async function ask(method: string, path: string, { body, raw, headers, signal }: Ask = {}): Promise<Response> {
    const head: Record<string, string> = { "Accept-Language": lang(), ...headers };
    if (method !== "GET" && csrf) head["X-CSRF"] = csrf;
    if (body !== undefined) head["Content-Type"] = "application/json";
    let answer: Response;
    try {
        answer = await fetch(HOME + path, {
            method,
            headers: head,
            body: raw ?? (body === undefined ? null : JSON.stringify(body)),
            signal: signal ?? null,
            credentials: "same-origin",
        });
    } catch (error) {
        if (signal?.aborted) throw error;
        throw new Trouble(0, "NO_ANSWER", "", "");
    }
    if (answer.ok) return answer;
    throw await trouble(answer);
}

async function trouble(answer: Response): Promise<Trouble> {
    let told: Record<string, unknown> = {};
    try {
        told = (await answer.json()) as Record<string, unknown>;
    } catch {
        // an answer without words: the status speaks
    }
    const text = (name: string) => (typeof told[name] === "string" ? (told[name] as string) : "");
    return new Trouble(answer.status, text("code"), text("title"), text("detail"), told);
}

const json = async <T>(answer: Promise<Response>): Promise<T> => {
    const got = await answer;
    return (got.status === 204 ? undefined : await got.json()) as T;
};

export const api = {
    get: <T>(path: string, signal?: AbortSignal) => json<T>(ask("GET", path, signal ? { signal } : {})),
    text: async (path: string, signal?: AbortSignal) => (await ask("GET", path, signal ? { signal } : {})).text(),
    blob: async (path: string) => (await ask("GET", path)).blob(),
    post: <T>(path: string, body?: unknown, headers?: Record<string, string>, signal?: AbortSignal) =>
        json<T>(ask("POST", path, { body: body ?? {}, ...(headers && { headers }), ...(signal && { signal }) })),
    put: <T>(path: string, body: unknown) => json<T>(ask("PUT", path, { body })),
    remove: <T>(path: string) => json<T>(ask("DELETE", path)),
    /** Sends a file as it is; its name goes in a header, percent-coded. */
    send: <T>(path: string, file: File | Blob, name = "") =>
        json<T>(
            ask("POST", path, {
                raw: file,
                headers: {
                    "Content-Type": file.type || "application/octet-stream",
                    ...(name && { "X-File-Name": encodeURIComponent(name) }),
                },
            }),
        ),
    /** Sends a file, and gets another one made of it. */
    turn: async (path: string, file: Blob) =>
        (
            await ask("POST", path, { raw: file, headers: { "Content-Type": file.type || "application/octet-stream" } })
        ).blob(),
    /** The address of something the browser fetches itself: a picture, a download. */
    address: (path: string) => HOME + path,
};

/** "a=1&b=2" of what is given; what is empty is left out. */
export const query = (facts: Record<string, string | number | undefined | null>): string =>
    Object.entries(facts)
        .filter(([, value]) => value !== undefined && value !== null && value !== "")
        .map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`)
        .join("&");
