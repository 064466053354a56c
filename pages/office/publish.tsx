// Signing the list. The passphrase goes to the server once and is kept nowhere.
import { useState } from "preact/hooks";
import { api } from "../kit/api";
import { Button } from "../kit/button";
import { useDeed } from "../kit/deed";
import { Heading } from "../kit/heading";
import { Notice, TroubleNotice } from "../kit/notice";
import { TextField } from "../kit/text_field";
import { useWords } from "../kit/words";
import { officeWords } from "./words";

export function Publish() {
    const t = useWords(officeWords);
    const [passphrase, setPassphrase] = useState("");
    const [isDone, setDone] = useState(false);
    const { start, busy, error } = useDeed();
    const publish = async () => {
        try {
            await api.post("publish", { passphrase });
            setDone(true);
        } finally {
            setPassphrase("");
        }
    };
    return (
        <form
            class="stack narrow"
            onSubmit={(event) => {
                event.preventDefault();
                start(publish);
            }}>
            <Heading>{t.publishTitle}</Heading>
            <p class="lead">{t.publishLead}</p>
            {error !== null && <TroubleNotice error={error} />}
            {isDone && (
                <Notice kind="valid" alert>
                    <p>{t.published}</p>
                </Notice>
            )}
            {isDone ? (
                <div class="actions">
                    <a class="button primary" href={api.address("bundle")} download>
                        {t.bundle}
                    </a>
                    <a class="button" href={api.address("bundle.minisig")} download>
                        {t.signature}
                    </a>
                </div>
            ) : (
                <>
                    <TextField label={t.password} type="password" required value={passphrase} onValue={setPassphrase} />
                    <div class="actions">
                        <Button primary type="submit" disabled={busy || !passphrase}>
                            {t.publish}
                        </Button>
                    </div>
                </>
            )}
        </form>
    );
}
