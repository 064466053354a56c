// The person at the desk changes their own password: the present one, and the next one twice.
import { useState } from "preact/hooks";
import { api } from "./api";
import type { Session } from "./api_types";
import { Ask } from "./ask";
import { sessionWords } from "./kit_words";
import { Notice, TroubleNotice } from "./notice";
import { TextField } from "./text_field";
import { useWords } from "./words";

export function ChangePassword({ onClose }: { onClose: () => void }) {
    const t = useWords(sessionWords);
    const [present, setPresent] = useState("");
    const [next, setNext] = useState("");
    const [again, setAgain] = useState("");
    const [error, setError] = useState<unknown>(null);
    const [wrong, setWrong] = useState(false);
    const [busy, setBusy] = useState(false);
    const [changed, setChanged] = useState(false);
    const change = async () => {
        if (changed) return onClose();
        setError(null);
        setWrong(next !== again);
        if (next !== again) return;
        setBusy(true);
        try {
            await api.put<Session>("session/password", { password: present, new_password: next });
            setChanged(true);
        } catch (problem) {
            setError(problem);
        }
        setBusy(false);
    };
    return (
        <Ask
            title={t.changeTitle}
            confirm={changed ? t.close : t.change}
            busy={busy}
            onConfirm={() => void change()}
            onClose={onClose}>
            {changed ? (
                <Notice kind="valid">
                    <p>{t.changed}</p>
                </Notice>
            ) : (
                <>
                    {error !== null && <TroubleNotice error={error} />}
                    <TextField
                        label={t.present}
                        type="password"
                        autocomplete="current-password"
                        required
                        value={present}
                        onValue={setPresent}
                    />
                    <TextField
                        label={t.next}
                        hint={t.nextHint}
                        type="password"
                        autocomplete="new-password"
                        required
                        value={next}
                        onValue={setNext}
                    />
                    <TextField
                        label={t.nextAgain}
                        type="password"
                        autocomplete="new-password"
                        required
                        wrong={wrong ? t.different : undefined}
                        value={again}
                        onValue={setAgain}
                    />
                </>
            )}
        </Ask>
    );
}
