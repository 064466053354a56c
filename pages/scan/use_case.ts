// The case on the screen, from the photo to the answer.
import { useEffect, useRef, useState } from "preact/hooks";
import { go } from "../kit/route";
import { lang, useLang } from "../kit/words";
import type { Case } from "./case";
import { caseOfPhoto, questionOf, withFound, withStars } from "./case";
import { dayInVietNam } from "../kit/clock";
import { eye, TooMuch } from "./eye";
import { asJpeg, isHeic } from "../kit/heic";
import type { ListState } from "./list";
import type { Answer } from "./model";
import { isRefusal } from "./model";

type Heard = {
    opened: () => void;
    answered: (now: Case, answer: Answer) => void;
    failed: (why: Failure) => void;
};
/** What an answer is about: when nothing of it changed, there is nothing to judge. */
type Judged = { sights: unknown; stars: unknown; spoken: string; list: ListState | null };

/** The photo is more than the phone can do, a HEIC that neither browser nor server opens, no photo, or not judged. */
export type Failure = "too much" | "heic" | "not a photo" | "not judged";

export function useCase(list: ListState | null, { opened, answered, failed }: Heard) {
    const { lang: spoken } = useLang();
    const [{ now, answer }, set] = useState<{ now: Case | null; answer: Answer | null }>({ now: null, answer: null });
    const latest = useRef({ now, list });
    latest.current.list = list;
    const judged = useRef<Judged | null>(null);
    const show = (next: Case | null, said?: Answer | null) => {
        latest.current.now = next;
        set((before) => ({ now: next, answer: said === undefined ? before.answer : said }));
    };
    const take = (of: Case, said: Answer) => {
        judged.current = { sights: of.sights, stars: of.stars, spoken: lang(), list: latest.current.list };
        show(of, said);
        answered(of, said);
    };

    // Judged again when stars are counted, the language or the list changes; what a look found comes judged.
    useEffect(() => {
        if (!now || !list || !now.sights.length) return;
        const before = judged.current;
        const isJudged = before?.sights === now.sights && before.stars === now.stars;
        if (isJudged && before.spoken === spoken && before.list === list) return;
        let isOld = false;
        eye.judge(questionOf(now, dayInVietNam(), lang())).then(
            (said) => {
                const still = latest.current.now;
                if (!isOld && !isRefusal(said) && still?.sights === now.sights) take(still, said);
            },
            () => {
                if (!isOld) failed("not judged");
            },
        );
        return () => {
            isOld = true;
        };
    }, [now?.id, now?.sights, now?.stars, spoken, list]);

    const open = (one: Case, said: Answer | null = null) => {
        judged.current = null;
        show(one, said);
        opened();
        go("answer");
    };
    const close = () => {
        show(null, null);
        go();
    };
    const look = (photo: Blob, begun = performance.now(), isMade = false) => {
        const one = caseOfPhoto(photo);
        const grounds = { date: dayInVietNam(), lang: lang() };
        open(one);
        const isShown = () => latest.current.now?.id === one.id;
        const giveUp = (why: Failure) => {
            if (!isShown()) return;
            close();
            failed(why);
        };
        eye.look(photo, "photo", grounds, (found) => {
            const before = latest.current.now;
            if (before?.id !== one.id) return;
            const next = withFound(before, found, performance.now() - begun);
            const isUsable = found.answer && latest.current.list && grounds.lang === lang();
            if (isUsable && next.stars.every((count) => count === null)) take(next, found.answer!);
            else show(next);
        }).catch(async (why: unknown) => {
            if (why instanceof TooMuch) return giveUp("too much");
            if (isMade || !(await isHeic(photo))) return giveUp("not a photo");
            asJpeg(photo).then(
                (jpeg) => {
                    if (isShown()) look(jpeg, begun, true);
                },
                () => giveUp("heic"),
            );
        });
    };
    const count = (label: number, stars: number | null) => {
        const before = latest.current.now;
        if (before) show(withStars(before, label, stars));
    };
    return { now, answer, look, open, count, close };
}
