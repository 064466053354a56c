// The shelf that is walked along, from frame to frame: what was read so far, signalled and kept as checks.
import { useEffect, useRef, useState } from "preact/hooks";
import { lang, useLang } from "../kit/words";
import type { Case } from "./case";
import { place, questionOf } from "./case";
import { dayInVietNam, timeInVietNam } from "../kit/clock";
import { eye } from "./eye";
import type { ListState } from "./list";
import type { Answer, Found } from "./model";
import { isRefusal, isTraceCode } from "./model";
import { signal } from "./signal";
import type { Walked } from "./walk";
import { caseOf, labelOf, needsLook, wantsStars, withFrame } from "./walk";

export type Walk = {
    walked: Walked[];
    seen: (found: Found, photo: () => Promise<Blob>) => void;
    wantsStars: (found: Found) => boolean;
    restart: () => void;
};

const isWorse = (one: Walked, before: Walked[]): boolean => {
    const old = before.find((other) => other.id === one.id);
    return !old || (needsLook(one) && !needsLook(old));
};

/** `read` hears of each code that was judged, for the first time or again. */
export function useWalk(list: ListState | null, read: (now: Case, answer: Answer) => void): Walk {
    const { lang: spoken } = useLang();
    const [walked, setWalked] = useState<Walked[]>([]);
    const latest = useRef(walked);
    const put = (next: Walked[]) => {
        latest.current = next;
        setWalked(next);
    };
    /** What was found out about a sight; another sight may have taken its place meanwhile. */
    const isStill = ({ sight }: Walked) => latest.current.some((one) => one.sight === sight);
    const change = ({ sight }: Walked, part: Partial<Walked>) =>
        put(latest.current.map((one) => (one.sight === sight ? { ...one, ...part } : one)));
    /** A day and a place have a walk of their own; a place that is told only now is the one of this walk. */
    const ground = useRef({ day: "", where: "" });
    const begin = () => {
        const [{ day, where }, now] = [ground.current, { day: dayInVietNam(), where: place.read() }];
        ground.current = now;
        return day === now.day && (where === now.where || where === "") ? latest.current : [];
    };

    const seen = (found: Found, photo: () => Promise<Blob>) => {
        const before = begin();
        const { now, news } = withFrame(before, found, timeInVietNam());
        if (before !== latest.current || now.some((one, n) => one !== before[n])) put(now);
        if (!news.length) return;
        const made = photo();
        for (const one of news) {
            read(caseOf(one), one.answer);
            made.then((picture) => change(one, { photo: picture })).catch(() => undefined); // then without a photo
        }
        const heard = news.filter((one) => isTraceCode(labelOf(one)) && isWorse(one, before));
        if (heard.length) signal(heard.some(needsLook) ? "look" : "good");
    };

    // Another list, or another language: the same codes are judged again.
    useEffect(() => {
        let isOld = false;
        for (const one of latest.current)
            eye.judge(questionOf(caseOf(one), dayInVietNam(), lang()))
                .then((answer) => {
                    if (isOld || isRefusal(answer) || !isStill(one)) return;
                    change(one, { answer });
                    read(caseOf(one), answer);
                })
                .catch(() => undefined); // the next frame asks the same judge, and says so
        return () => {
            isOld = true;
        };
    }, [spoken, list]);
    return {
        walked,
        seen,
        wantsStars: (found) => wantsStars(latest.current, found.sights),
        restart: () => put([]),
    };
}
