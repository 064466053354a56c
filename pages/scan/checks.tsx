// The checks made on this phone, one row a code, and the button that sends them.
import { Button } from "../kit/button";
import { Heading } from "../kit/heading";
import { Notice, TroubleNotice } from "../kit/notice";
import { SignIn } from "../kit/sign_in";
import { TextField } from "../kit/text_field";
import { useWords } from "../kit/words";
import { Account } from "./account";
import { CheckTable } from "./check_table";
import type { Check } from "./model";
import type { SendingState } from "./use_sending";
import { useSending } from "./use_sending";
import { scanWords } from "./words";

export function Checks({
    checks,
    changed,
    open,
}: {
    checks: Check[];
    changed: () => Promise<void>;
    open: (check: Check) => void;
}) {
    const t = useWords(scanWords);
    const { where, setWhere, settle, state, send, error } = useSending(changed);
    const waiting = checks.filter((check) => !check.sent).length;
    return (
        <>
            <Heading>{t.checksTitle}</Heading>
            {error !== null && <TroubleNotice error={error} />}
            <TextField
                label={t.place}
                hint={waiting ? t.placeOfWaiting : t.placeHint}
                maxLength={100}
                value={where}
                onValue={setWhere}
                onBlur={settle}
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
                    <CheckTable checks={checks} changed={changed} open={open} />
                </>
            )}
            {state !== "signIn" && <Account key={JSON.stringify(state)} changed={() => waiting > 0 && send()} />}
            <div class="actions">
                <a class="button quiet" href="#/">
                    {t.back}
                </a>
            </div>
        </>
    );
}

/** The result of sending; people who are not signed in can sign in here. */
function Outcome({ state, again }: { state: SendingState; again: () => void }) {
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
