// How a producer introduces itself on the shopper's page: what is shown, what waits, and a form for the next one.
import { useEffect, useState } from "preact/hooks";
import { api } from "../kit/api";
import type { Introduction, Introductions } from "../kit/api_types";
import { Ask } from "../kit/ask";
import { Button } from "../kit/button";
import { useDeed } from "../kit/deed";
import { day, stamp } from "../kit/figures";
import { Heading } from "../kit/heading";
import { IntroductionShown } from "../kit/introduction";
import { Loaded, useLoad } from "../kit/load";
import { TroubleNotice } from "../kit/notice";
import { useWords } from "../kit/words";
import { IntroduceForm } from "./introduce_form";
import { introduceWords } from "./introduce_words";

type Own = { shown: Introduction | null; waiting: Introduction | null; picture: Blob | null };

/** What counts now, and the picture of the one that a next one begins with. */
async function fetchOwn(signal: AbortSignal): Promise<Own> {
    const { introductions } = await api.get<Introductions>("introductions?limit=200", signal);
    const inState = (state: Introduction["state"]) => introductions.find((one) => one.state === state) ?? null;
    const [shown, waiting] = [inState("approved"), inState("waiting")];
    const last = waiting ?? shown;
    const picture = last?.picture ? await api.blob(`introductions/${last.id}/picture.jpg`) : null;
    return { shown, waiting, picture };
}

export function Introduce() {
    const t = useWords(introduceWords);
    const [load, again] = useLoad(fetchOwn, []);
    const [told, setTold] = useState<"sent" | "withdrawn" | "takenOff" | null>(null);
    const changed = (what: typeof told) => {
        setTold(what);
        again();
    };
    return (
        <>
            <Heading>{t.title}</Heading>
            <p class="lead">{t.lead}</p>
            <Told words={told ? { sent: t.sent, withdrawn: t.withdrawn, takenOff: t.takenOff }[told] : ""} />
            <Loaded load={load} again={again}>
                {({ shown, waiting, picture }) => (
                    <>
                        {waiting && <Waiting one={waiting} onWithdrawn={() => changed("withdrawn")} />}
                        <section class="card stack">
                            <h2>{t.shown}</h2>
                            {shown ? (
                                <Shown one={shown} onTakenOff={() => changed("takenOff")} />
                            ) : (
                                <p class="soft">{t.noneShown}</p>
                            )}
                        </section>
                        <IntroduceForm
                            key={waiting?.id ?? shown?.id ?? ""}
                            words={(waiting ?? shown)?.words ?? { vi: "", en: "" }}
                            picture={picture}
                            onSent={() => changed("sent")}
                        />
                    </>
                )}
            </Loaded>
        </>
    );
}

/** What has just been done; read out, and brought into sight. */
function Told({ words }: { words: string }) {
    useEffect(() => {
        if (words) scrollTo(0, 0);
    }, [words]);
    return (
        <p class="told" role="status">
            {words}
        </p>
    );
}

function Waiting({ one, onWithdrawn }: { one: Introduction; onWithdrawn: () => void }) {
    const t = useWords(introduceWords);
    const { start, busy, error } = useDeed();
    return (
        <section class="card stack">
            <h2>{t.waiting}</h2>
            <IntroductionShown introduction={one} />
            <p class="soft small">{t.sentAt(stamp(one.at))}</p>
            {error !== null && <TroubleNotice error={error} />}
            <div class="actions">
                <Button
                    disabled={busy}
                    onClick={() =>
                        start(async () => {
                            await api.remove(`introductions/${one.id}`);
                            onWithdrawn();
                        })
                    }>
                    {t.withdraw}
                </Button>
            </div>
        </section>
    );
}

function Shown({ one, onTakenOff }: { one: Introduction; onTakenOff: () => void }) {
    const t = useWords(introduceWords);
    const { start, busy, error } = useDeed();
    const [isAsked, setAsked] = useState(false);
    return (
        <>
            <IntroductionShown introduction={one} />
            <p class="soft small">{t.shownSince(day(one.decided?.on))}</p>
            <div class="actions">
                <Button danger onClick={() => setAsked(true)}>
                    {t.takeOff}
                </Button>
            </div>
            {isAsked && (
                <Ask
                    title={t.takeOffTitle}
                    confirm={t.takeOff}
                    danger
                    busy={busy}
                    onConfirm={() =>
                        start(async () => {
                            await api.remove(`introductions/${one.id}`);
                            onTakenOff();
                        })
                    }
                    onClose={() => setAsked(false)}>
                    <p>{t.takeOffText}</p>
                    {error !== null && <TroubleNotice error={error} />}
                </Ask>
            )}
        </>
    );
}
