// The shelf that is walked along, from frame to frame: what was read so far, signalled and kept as checks.
import { useEffect, useRef, useState } from "preact/hooks";
import { lang, useLang } from "../kit/words";
import type { Case } from "./case";
import { questionOf } from "./case";
import { dayInVietNam, timeInVietNam } from "./day";
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
    const change = (id: string, part: Partial<Walked>) =>
        put(latest.current.map((one) => (one.id === id ? { ...one, ...part } : one)));

    const seen = (found: Found, photo: () => Promise<Blob>) => {
        const before = latest.current;
        const { now, news } = withFrame(before, found, timeInVietNam());
        if (now.some((one, n) => one !== before[n])) put(now);
        if (!news.length) return;
        const made = photo();
        for (const one of news) {
            read(caseOf(one), one.answer);
            void made.then((picture) => change(one.id, { photo: picture }));
        }
        const heard = news.filter((one) => isTraceCode(labelOf(one)) && isWorse(one, before));
        if (heard.length) signal(heard.some(needsLook) ? "look" : "good");
    };

    // Another list, or another language: the same codes are judged again.
    useEffect(() => {
        let isOld = false;
        for (const one of latest.current)
            void eye.judge(questionOf(caseOf(one), dayInVietNam(), lang())).then((answer) => {
                if (isOld || isRefusal(answer)) return;
                change(one.id, { answer });
                read(caseOf(one), answer);
            });
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
