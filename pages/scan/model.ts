// What the page and its worker tell each other, and what is kept.
import type { CheckedLabel, Checks, VerdictWord } from "../kit/api_types";

export type Point = [number, number];
/**
 * A label found in a photo; corners of its symbol in pixels of the whole photo, from the top left clockwise. `badge`
 * is what was counted beside a trace code: `stars` is null when the counter is not sure. `seen` is all that was seen of
 * the label, for the judge; null for a code that was typed.
 */
export type Sight = {
    text: string;
    corners: [Point, Point, Point, Point];
    badge: { seen: boolean; stars: number | null; confidence: number } | null;
    seen: object | null;
};
export const starsCounted = (sight: Sight): number | null => sight.badge?.stars ?? null;
/** What a photo or a frame shows after a step. `answer`: what the judge says of these labels; null where nothing is. */
export type Found = {
    sights: Sight[];
    answer: Answer | null;
    step: string;
    size: [number, number];
    ms: number;
    last: boolean;
};
/** The day and the language of an answer. */
export type Grounds = { date: string; lang: string };
/**
 * A photo is looked at step by step. A frame of the live camera is looked at once, quickly: for codes only, or also for
 * stars; a hard frame, in which nothing is found so, once more in another way.
 */
export type Manner = "photo" | "frame" | "stars" | "hard frame";

/** A label, and the whole answer, as `verify --json` has them. */
export type Label = CheckedLabel;
export type Answer = Checks;
/** A shop's link or a Wi-Fi code is listed, and says nothing about goods. */
export const isTraceCode = (label: Label): boolean => !label.findings.some((one) => one.code === "NOT_A_TRACE_CODE");
/** Whether the stars of the list still hold: those of a certificate that was revoked or expired are not shown. */
export const hasStarsInForce = (label: Label): boolean =>
    !label.findings.some((one) => one.code === "CERT_REVOKED" || one.code === "CERT_EXPIRED");
export type Question = {
    texts: string[];
    seen: (object | null)[];
    stars: (number | null)[];
    date: string;
    lang: string;
};
export type Typed = { product: string; lot: string; serial: string; lang: string };

/** The signed list held now. */
export type Held = { province: string; sequence: number; as_of: string; products: number };
export type Refusal = { error: { id: string; message: string } };
export const isRefusal = (said: object): said is Refusal => "error" in said;

/** A code that was checked on a day at a place, once or more; it is sent to the office when there is a network. */
export type Check = {
    id: string;
    /** Of the cases in which it was seen. */
    cases: string[];
    text: string;
    at: string;
    place: string;
    verdict: VerdictWord;
    name: string;
    stars: number | null;
    stars_by: "inspector" | "phone" | null;
    sent: boolean;
};
