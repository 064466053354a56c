// One case: a photo or a typed code that an inspector checks, and what was found in it so far.
import { newId } from "../kit/new_id";
import { remember } from "../kit/remember";
import { timeInVietNam } from "../kit/clock";
import type { Answer, Check, Found, Question, Sight } from "./model";

export type Case = {
    id: string;
    at: string;
    photo: Blob | null;
    size: [number, number];
    sights: Sight[];
    stars: (number | null)[]; // counted by the inspector, label by label
    steps: string[];
    ms: number; // until the first answer
    isBusy: boolean;
};

/** The place that goes with every check; it is kept until the inspector writes another. */
export const place = {
    read: () => remember.read("temsao.place"),
    keep: (name: string) => {
        remember.keep("temsao.place", name);
        remember.keep("temsao.place.asked", "yes");
    },
    /** Whether the inspector was asked, and answered or wanted to be asked no more. */
    isAsked: () => remember.read("temsao.place") !== "" || remember.read("temsao.place.asked") === "yes",
};

export const caseOfPhoto = (photo: Blob | null): Case => ({
    id: newId(),
    at: timeInVietNam(),
    photo,
    size: [0, 0],
    sights: [],
    stars: [],
    steps: [],
    ms: 0,
    isBusy: true,
});

/** A typed code stands nowhere in a photo: its corners are all zero. */
export const caseOfText = (text: string): Case => ({
    ...caseOfPhoto(null),
    sights: [{ text, corners: Array(4).fill([0, 0]) as Sight["corners"], badge: null, seen: null }],
    stars: [null],
    isBusy: false,
});

/** The judge would say the same of both. */
const isSame = (some: Sight[], others: Sight[]) =>
    some.length === others.length && some.every((one, i) => one.seen === others[i]!.seen);

/** The case with what one more step found in the photo; `ms` is the time since the photo was handed over. */
export const withFound = (before: Case, { sights, step, size, last }: Found, ms: number): Case => ({
    ...before,
    size,
    ms: before.ms || (sights.length ? Math.round(ms) : 0),
    isBusy: !last,
    steps: step ? [...before.steps, step] : before.steps,
    sights: isSame(before.sights, sights) ? before.sights : sights,
    stars: sights.length === before.stars.length ? before.stars : sights.map((_, i) => before.stars[i] ?? null),
});

export const withStars = (before: Case, label: number, stars: number | null): Case => ({
    ...before,
    stars: before.stars.map((old, i) => (i === label ? stars : old)),
});

/** What the core is asked about a case. */
export const questionOf = (now: Case, date: string, lang: string): Question => ({
    texts: now.sights.map((sight) => sight.text),
    seen: now.sights.map((sight) => sight.seen),
    stars: now.stars,
    date,
    lang,
});

/** A check that was made, once more: without its photo, with the stars that were counted. */
export const caseOfCheck = ({ text, cases, at, stars }: Check): Case => ({
    ...caseOfText(text),
    id: cases.at(-1)!.replace(/ \d+$/, ""),
    at,
    stars: [stars],
});

/** The labels of an answer that belongs to this state of the case; none while the answer is still on its way. */
export const labelsOf = (now: Case, answer: Answer | null) =>
    now.sights.length === answer?.files.length ? answer.files.map((file) => file.labels[0]!) : [];
