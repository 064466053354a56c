// The scanner: first only the camera, then only the answer. The age of the list stands at the top of every screen.
import { useState } from "preact/hooks";
import { Frame } from "../kit/frame";
import { TroubleNotice } from "../kit/notice";
import { to, useRoute } from "../kit/route";
import { useWords } from "../kit/words";
import { AnswerScreen } from "./answer";
import { Checks } from "./checks";
import { keepChecks } from "./field_checks";
import { ListAge } from "./list_age";
import { ListScreen } from "./list_screen";
import { Look } from "./look";
import { Typing } from "./typing";
import { useCase } from "./use_case";
import { useKept } from "./use_kept";
import { scanWords } from "./words";

export function Scan() {
    const t = useWords(scanWords);
    const [screen = ""] = useRoute();
    const [error, setError] = useState<unknown>(null);
    const { list, checks, readList, readChecks, send } = useKept(setError);
    const { now, answer, look, typed, count, close } = useCase(list, {
        opened: () => setError(null),
        answered: (judged, said) => void keepChecks(judged, said).then(readChecks),
        failed: (isTooMuch) => setError(isTooMuch ? t.tooMuch : t.notPhoto),
    });
    const done = () => {
        close();
        void send();
    };
    const show = () => {
        if (screen === "answer" && now)
            return <AnswerScreen key={now.id} now={now} answer={answer} list={list} counted={count} done={done} />;
        if (screen === "type") return <Typing typed={typed} />;
        if (screen === "list") return <ListScreen list={list} changed={readList} />;
        if (screen === "checks") return <Checks checks={checks} changed={readChecks} />;
        const waiting = checks.filter((check) => !check.sent).length;
        const toChecks = (
            <a class="button quiet" href={to("checks")}>
                {t.toChecks(waiting)}
            </a>
        );
        return <Look photo={look} toChecks={toChecks} />;
    };
    return (
        <Frame name={t.name} home="#/" side={<ListAge list={list} />}>
            {error !== null && <TroubleNotice error={error} />}
            {show()}
        </Frame>
    );
}
