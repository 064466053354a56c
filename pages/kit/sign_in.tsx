// The form to sign in: name and password; `done` is called when the server has let the person in.
import { useState } from "preact/hooks";
import { api } from "./api";
import { Button } from "./button";
import { Heading } from "./heading";
import { sessionWords } from "./kit_words";
import { TroubleNotice } from "./notice";
import { TextField } from "./text_field";
import { useWords } from "./words";

export function SignIn({ done }: { done: () => void }) {
    const t = useWords(sessionWords);
    const [name, setName] = useState("");
    const [password, setPassword] = useState("");
    const [error, setError] = useState<unknown>(null);
    const [busy, setBusy] = useState(false);
    const enter = async () => {
        setBusy(true);
        setError(null);
        try {
            await api.post("session", { name, password });
            done();
        } catch (problem) {
            setError(problem);
        }
        setBusy(false);
    };
    return (
        <form
            class="stack"
            onSubmit={(event) => {
                event.preventDefault();
                void enter();
            }}>
            <Heading>{t.title}</Heading>
            {error !== null && <TroubleNotice error={error} />}
            <TextField
                label={t.name}
                autocomplete="username"
                autocapitalize="none"
                required
                value={name}
                onValue={setName}
            />
            <TextField
                label={t.password}
                type="password"
                autocomplete="current-password"
                required
                value={password}
                onValue={setPassword}
            />
            <div class="actions">
                <Button primary type="submit" disabled={busy}>
                    {t.enter}
                </Button>
            </div>
            <p class="soft small">{t.hint}</p>
        </form>
    );
}
