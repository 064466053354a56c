// The case on the screen, from the photo to the answer.
import { useEffect, useState } from "preact/hooks";
import { today } from "../kit/figures";
import { go } from "../kit/route";
import { lang, useLang } from "../kit/words";
import type { Case } from "./case";
import { caseOfPhoto, caseOfText, questionOf, withFound, withStars } from "./case";
import { eye, TooMuch } from "./eye";
import type { ListState } from "./list";
import type { Answer } from "./model";
import { isRefusal } from "./model";

type Heard = {
    opened: () => void;
    answered: (now: Case, answer: Answer) => void;
    failed: (isTooMuch: boolean) => void;
};

export function useCase(list: ListState | null, { opened, answered, failed }: Heard) {
    const { lang: spoken } = useLang();
    const [now, setNow] = useState<Case | null>(null);
    const [answer, setAnswer] = useState<Answer | null>(null);

    // Judged again when more is found, stars are counted, the language or the list changes.
    useEffect(() => {
        if (!now || !list) return;
        let isOld = false;
        void eye.judge(questionOf(now, today(), lang())).then((said) => {
            if (isOld || isRefusal(said)) return;
            setAnswer(said);
            answered(now, said);
        });
        return () => {
            isOld = true;
        };
    }, [now?.id, now?.sights, now?.stars, spoken, list]);

    const open = (one: Case) => {
        setAnswer(null);
        setNow(one);
        opened();
        go("answer");
    };
    const close = () => {
        setNow(null);
        setAnswer(null);
        go();
    };
    const look = (photo: Blob, begun = performance.now()) => {
        const one = caseOfPhoto(photo);
        open(one);
        eye.look(photo, "photo", (found) =>
            setNow((before) => (before?.id === one.id ? withFound(before, found, performance.now() - begun) : before)),
        ).catch((why: unknown) => {
            close();
            failed(why instanceof TooMuch);
        });
    };
    const count = (label: number, stars: number | null) =>
        setNow((before) => before && withStars(before, label, stars));
    return { now, answer, look, typed: (text: string) => open(caseOfText(text)), count, close };
}
