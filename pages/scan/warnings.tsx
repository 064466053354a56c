// What an inspector should know before any check: what this phone or its list lacks, and what to do now.
import { Button } from "../kit/button";
import { useNewVersion } from "../kit/keep_page";
import { Notice } from "../kit/notice";
import { to } from "../kit/route";
import { useWords } from "../kit/words";
import { kept } from "./kept";
import type { ListState } from "./list";
import { isClockBack } from "./list";
import { scanWords } from "./words";

export function Warnings({ list }: { list: ListState | null }) {
    const t = useWords(scanWords);
    const isNew = useNewVersion();
    return (
        <>
            {isNew && (
                <Notice kind="inconclusive">
                    <p role="status">{t.newVersion}</p>
                    <div>
                        <Button onClick={() => location.reload()}>{t.reload}</Button>
                    </div>
                </Notice>
            )}
            {list && isClockBack(list) && (
                <Notice kind="check" alert>
                    <p>{t.clockWrong}</p>
                </Notice>
            )}
            {list && !kept.isLasting() && (
                <Notice kind="check" alert>
                    <p>{t.notLasting}</p>
                </Notice>
            )}
            {list?.isLost && (
                <Notice kind="check" alert>
                    <p>{t.listLost}</p>
                    <a href={to("list")}>{t.listTitle}</a>
                </Notice>
            )}
        </>
    );
}
