// A shelf walked along with the camera: each code once, with its verdict. The first frame gives the verdict by the list
// alone; then the stars are counted in several frames, and what most of them show is judged too.
import { newId } from "../kit/new_id";
import type { Case } from "./case";
import type { Answer, Found, Label, Sight } from "./model";
import { isTraceCode, starsCounted } from "./model";

/** One code. `looks`: frames in which its stars were looked for; `votes`: in how many of them which number was seen. */
export type Walked = {
    id: string;
    at: string;
    sight: Sight;
    size: [number, number];
    answer: Answer;
    photo: Blob | null;
    looks: number;
    votes: Record<number, number>;
    isVoted: boolean;
};

const ENOUGH = 3; // frames that agree
const MOST_LOOKS = 9; // then the person counts

export const labelOf = (one: Walked): Label => one.answer.files[0]!.labels[0]!;
/** Whether a label asks for a person: all that is not valid, but for codes that are no trace codes. */
export const needsLook = (one: Walked): boolean => isTraceCode(labelOf(one)) && labelOf(one).verdict !== "valid";

/** The stars that more than half of the counts agree on, once enough do. */
export function voted(votes: Record<number, number>): number | null {
    const all = Object.values(votes).reduce((sum, one) => sum + one, 0);
    const found = Object.entries(votes).find(([, count]) => count >= ENOUGH && count * 2 > all);
    return found ? Number(found[0]) : null;
}

/** The part of a frame's answer that is about one of its labels. */
const partOf = (answer: Answer, n: number): Answer => ({ ...answer, files: [answer.files[n]!] });

function begun(sight: Sight, found: Found, answer: Answer, at: string): Walked {
    const { size } = found;
    return { id: newId(), at, sight, size, answer, photo: null, looks: 0, votes: {}, isVoted: false };
}

function lookedAgain(one: Walked, sight: Sight, found: Found, answer: Answer): Walked {
    const stars = starsCounted(sight);
    const votes = stars === null ? one.votes : { ...one.votes, [stars]: (one.votes[stars] ?? 0) + 1 };
    const looks = one.looks + 1;
    const winner = voted(votes);
    if (winner !== null && winner === stars)
        return { ...one, looks, votes, isVoted: true, sight, size: found.size, answer, photo: null };
    return { ...one, looks, votes, isVoted: looks >= MOST_LOOKS };
}

/** `now`: the walk after one more frame; `news`: what is new in it, or was judged again. */
export function withFrame(before: Walked[], found: Found, at: string): { now: Walked[]; news: Walked[] } {
    const { answer } = found;
    if (!answer) return { now: before, news: [] };
    const now = [...before];
    const news: Walked[] = [];
    const done = new Set<string>();
    found.sights.forEach((sight, n) => {
        if (done.has(sight.text)) return; // the same code on two labels is one code
        done.add(sight.text);
        const place = now.findIndex((one) => one.sight.text === sight.text);
        const old = now[place];
        if (!old) {
            const one = begun(sight, found, partOf(answer, n), at);
            now.unshift(one);
            news.push(one);
        } else if (found.step === "stars" && !old.isVoted) {
            const one = lookedAgain(old, sight, found, partOf(answer, n));
            now[place] = one;
            if (one.answer !== old.answer) news.push(one);
        }
    });
    return { now, news };
}

/** Whether a frame shows a trace code whose stars are not counted yet. */
export const wantsStars = (walked: Walked[], sights: Sight[]): boolean =>
    walked.some(
        (one) => !one.isVoted && isTraceCode(labelOf(one)) && sights.some((sight) => sight.text === one.sight.text),
    );

/** What a tap on one of them opens: its own case. */
export const caseOf = (one: Walked): Case => ({
    id: one.id,
    at: one.at,
    photo: one.photo,
    size: one.size,
    sights: [one.sight],
    stars: [null],
    steps: ["frame"],
    ms: 0,
    isBusy: false,
});
