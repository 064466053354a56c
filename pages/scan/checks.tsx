// Checks made on this phone: kept here, sent to the office when there is a network and somebody is signed in.
import { useState } from "preact/hooks";
import type { Session } from "../kit/api";
import { Trouble, api, keepSession } from "../kit/api";
import { Button } from "../kit/button";
import { Field } from "../kit/field";
import { stamp } from "../kit/figures";
import { Heading } from "../kit/heading";
import { Notice, TroubleNotice } from "../kit/notice";
import { SignIn } from "../kit/sign_in";
import { Table } from "../kit/table";
import { Verdict } from "../kit/verdict";
import { useWords } from "../kit/words";
import { kept } from "./kept";
import type { Check } from "./model";
import { place } from "./scan";
import { scanWords } from "./words";

const MOST = 500; // in one request
type Sent = { sent: number } | "signIn" | "noNetwork";

/** Sends what waits. The office takes the same check twice as one, so a broken connection does no harm. */
export async function sendWaiting(): Promise<Sent> {
    const waiting = (await kept.checks()).filter((check) => !check.sent);
    if (!waiting.length) return { sent: 0 };
    try {
        const session = keepSession(await api.get<Session>("session"));
        if (!session.user) return "signIn";
        for (let from = 0; from < waiting.length; from += MOST) {
            const part = waiting.slice(from, from + MOST);
            await api.post("checks/record", {
                checks: part.map(({ text, at, place: where, verdict }) => ({ text, at, place: where, verdict })),
            });
            await Promise.all(part.map((check) => kept.keepCheck({ ...check, sent: true })));
        }
        return { sent: waiting.length };
    } catch (problem) {
        if (problem instanceof Trouble && (problem.status === 401 || problem.status === 403)) return "signIn";
        return "noNetwork";
    }
}

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
            <Field label={t.place} hint={t.placeHint}>
                {(control) => (
                    <input
                        {...control}
                        autocomplete="off"
                        maxLength={100}
                        value={where}
                        onInput={(event) => {
                            setWhere(event.currentTarget.value);
                            place.keep(event.currentTarget.value.trim());
                        }}
                    />
                )}
            </Field>
            {typeof state === "object" && state.sent > 0 && (
                <Notice kind="valid" alert>
                    <p>{t.sentNow(state.sent)}</p>
                </Notice>
            )}
            {state === "noNetwork" && (
                <Notice kind="inconclusive" alert>
                    <p>{t.stays}</p>
                </Notice>
            )}
            {state === "signIn" && (
                <section class="card stack">
                    <p>{t.signInFirst}</p>
                    <SignIn done={send} />
                </section>
            )}
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
                    <Table
                        caption={t.checksTitle}
                        heads={[t.product, t.result, t.place, t.when, t.state]}
                        rows={[...checks]
                            .sort((a, b) => b.at.localeCompare(a.at))
                            .map((check) => ({
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
