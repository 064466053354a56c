// The scanner: first only the camera, then only the answer. The age of the list stands at the top of every screen.
import { useState } from "preact/hooks";
import { Frame } from "../kit/frame";
import { TroubleNotice } from "../kit/notice";
import { to, useRoute } from "../kit/route";
import { useWords } from "../kit/words";
import { AnswerScreen } from "./answer";
import { AskPlace } from "./ask_place";
import type { Case } from "./case";
import { caseOfCheck, caseOfText } from "./case";
import { Checks } from "./checks";
import { keepChecks } from "./field_checks";
import { Install } from "./install";
import { ListAge } from "./list_age";
import { ListScreen } from "./list_screen";
import { Look } from "./look";
import type { Answer } from "./model";
import { Typing } from "./typing";
import type { Failure } from "./use_case";
import { useCase } from "./use_case";
import { useKept } from "./use_kept";
import { useWalk } from "./use_walk";
import { caseOf } from "./walk";
import { Warnings } from "./warnings";
import { scanWords } from "./words";

const failures = (t: (typeof scanWords)["vi"]): Record<Failure, string> => ({
    "too much": t.tooMuch,
    heic: t.heic,
    "not a photo": t.notPhoto,
    "not judged": t.notJudged,
});

export function Scan() {
    const t = useWords(scanWords);
    const [screen = ""] = useRoute();
    const [error, setError] = useState<unknown>(null);
    const { list, checks, readList, readChecks, send } = useKept(setError);
    const keep = (judged: Case, said: Answer) => void keepChecks(judged, said).then(readChecks).catch(setError);
    const { now, answer, look, open, count, close } = useCase(list, {
        opened: () => setError(null),
        answered: keep,
        failed: (why) => setError(failures(t)[why]),
    });
    const walk = useWalk(list, keep);
    const done = () => {
        close();
        void send().catch(setError);
    };
    const show = () => {
        if (screen === "answer" && now)
            return <AnswerScreen key={now.id} now={now} answer={answer} list={list} counted={count} done={done} />;
        if (screen === "type") return <Typing typed={(text) => open(caseOfText(text))} />;
        if (screen === "list") return <ListScreen list={list} changed={readList} />;
        if (screen === "checks")
            return <Checks checks={checks} changed={readChecks} open={(check) => open(caseOfCheck(check))} />;
        const waiting = checks.filter((check) => !check.sent).length;
        const toChecks = (
            <a class="button quiet" href={to("checks")}>
                {t.toChecks(waiting)}
            </a>
        );
        return (
            <>
                <Look
                    walk={walk}
                    photo={look}
                    open={(one) => open(caseOf(one), one.answer)}
                    before={<AskPlace />}
                    toChecks={toChecks}
                />
                <Install />
            </>
        );
    };
    return (
        <Frame name={t.name} home="#/" side={<ListAge list={list} />}>
            <Warnings list={list} />
            {error !== null && <TroubleNotice error={error} />}
            {show()}
        </Frame>
    );
}
