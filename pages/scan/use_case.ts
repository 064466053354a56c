// The case on the screen, from the photo to the answer.
import { useRef, useState } from "preact/hooks";
import { go } from "../kit/route";
import { lang } from "../kit/words";
import type { Case } from "./case";
import { caseOfPhoto, withFound, withStars } from "./case";
import { dayInVietNam } from "../kit/clock";
import { eye, TooMuch } from "./eye";
import { asJpeg, isHeic } from "../kit/heic";
import type { ListState } from "./list";
import type { Answer } from "./model";
import type { Judged } from "./use_judging";
import { useJudging } from "./use_judging";

type Heard = {
    opened: () => void;
    answered: (now: Case, answer: Answer) => void;
    failed: (why: Failure) => void;
};

/** The photo is more than the phone can do, a HEIC that neither browser nor server opens, no photo, or not judged. */
export type Failure = "too much" | "heic" | "not a photo" | "not judged";

export function useCase(list: ListState | null, { opened, answered, failed }: Heard) {
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

    useJudging(now, list, judged, {
        said: (of, said) => {
            const still = latest.current.now;
            if (still?.sights === of.sights) take(still, said);
        },
        failed: () => failed("not judged"),
    });

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
