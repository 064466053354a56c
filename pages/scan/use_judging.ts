// Judges a case again when its stars are counted, or the language or the list changes.
import type { MutableRef } from "preact/hooks";
import { useEffect } from "preact/hooks";
import { dayInVietNam } from "../kit/clock";
import { lang, useLang } from "../kit/words";
import type { Case } from "./case";
import { questionOf } from "./case";
import { eye } from "./eye";
import type { ListState } from "./list";
import type { Answer } from "./model";
import { isRefusal } from "./model";

/** What an answer is about: when nothing of it changed, there is nothing to judge. */
export type Judged = { sights: unknown; stars: unknown; spoken: string; list: ListState | null };

/** What `judged` holds is not judged again, such as what a look found. `said` gets the case that was asked about. */
export function useJudging(
    now: Case | null,
    list: ListState | null,
    judged: MutableRef<Judged | null>,
    heard: { said: (of: Case, answer: Answer) => void; failed: () => void },
): void {
    const { lang: spoken } = useLang();
    useEffect(() => {
        if (!now || !list || !now.sights.length) return;
        const before = judged.current;
        const isJudged = before?.sights === now.sights && before.stars === now.stars;
        if (isJudged && before.spoken === spoken && before.list === list) return;
        let isOld = false;
        eye.judge(questionOf(now, dayInVietNam(), lang())).then(
            (said) => {
                if (!isOld && !isRefusal(said)) heard.said(now, said);
            },
            () => {
                if (!isOld) heard.failed();
            },
        );
        return () => {
            isOld = true;
        };
    }, [now?.id, now?.sights, now?.stars, spoken, list]);
}
