// The checks made on this phone, and the button that sends them.
import { useState } from "preact/hooks";
import { Button } from "../kit/button";
import { stamp } from "../kit/figures";
import { Heading } from "../kit/heading";
import { Notice, TroubleNotice } from "../kit/notice";
import { SignIn } from "../kit/sign_in";
import { Table } from "../kit/table";
import { TextField } from "../kit/text_field";
import { Verdict } from "../kit/verdict";
import { useWords } from "../kit/words";
import { place } from "./case";
import type { Sent } from "./field_checks";
import { sendWaiting } from "./field_checks";
import type { Check } from "./model";
import { scanWords } from "./words";

export function Checks({ checks, changed }: { checks: Check[]; changed: () => Promise<void> }) {
    const t = useWords(scanWords);
    const [where, setWhere] = useState(place.read());
    const [state, setState] = useState<Sent | "busy" | "">("");
    const [error, setError] = useState<unknown>(null);
    const waiting = checks.filter((check) => !check.sent).length;
    const send = () => {
        setState("busy");
        sendWaiting()
            .then(async (outcome) => {
                await changed();
                setState(outcome);
            })
            .catch(setError);
    };
    return (
        <>
            <Heading>{t.checksTitle}</Heading>
            {error !== null && <TroubleNotice error={error} />}
            <TextField
                label={t.place}
                hint={t.placeHint}
                maxLength={100}
                value={where}
                onValue={(text) => {
                    setWhere(text);
                    place.keep(text.trim());
                }}
            />
            <Outcome state={state} again={send} />
            {checks.length === 0 ? (
                <p class="empty">{t.checksNone}</p>
            ) : (
                <>
                    <p class="lead" role="status">
                        {waiting ? t.waiting(waiting) : t.allSent}
                    </p>
                    {waiting > 0 && state !== "signIn" && (
                        <div class="actions">
                            <Button primary disabled={state === "busy"} onClick={send}>
                                {state === "busy" ? t.sending : t.send}
                            </Button>
                        </div>
                    )}
                    <CheckTable checks={checks} />
                </>
            )}
            <div class="actions">
                <a class="button quiet" href="#/">
                    {t.back}
                </a>
            </div>
        </>
    );
}

/** The result of sending; people who are not signed in can sign in here. */
function Outcome({ state, again }: { state: Sent | "busy" | ""; again: () => void }) {
    const t = useWords(scanWords);
    if (state === "noNetwork")
        return (
            <Notice kind="inconclusive" alert>
                <p>{t.stays}</p>
            </Notice>
        );
    if (state === "signIn")
        return (
            <section class="card stack">
                <p>{t.signInFirst}</p>
                <SignIn done={again} />
            </section>
        );
    if (typeof state !== "object" || state.sent === 0) return null;
    return (
        <Notice kind="valid" alert>
            <p>{t.sentNow(state.sent)}</p>
        </Notice>
    );
}

function CheckTable({ checks }: { checks: Check[] }) {
    const t = useWords(scanWords);
    const newestFirst = [...checks].sort((a, b) => b.at.localeCompare(a.at));
    return (
        <Table
            caption={t.checksTitle}
            heads={[t.product, t.result, t.place, t.when, t.state]}
            rows={newestFirst.map((check) => ({
                key: check.id,
                cells: [
                    <strong>{check.name}</strong>,
                    <Verdict verdict={check.verdict} />,
                    check.place || "–",
                    <span class="number">{stamp(Date.parse(check.at) / 1000)}</span>,
                    check.sent ? t.sent : t.notSent,
                ],
            }))}
        />
    );
}
