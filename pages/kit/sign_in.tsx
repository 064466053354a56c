// The form to sign in: name and password; `done` is called when the server has let the person in.
import { useState } from "preact/hooks";
import { api } from "./api";
import { Button } from "./button";
import { useDeed } from "./deed";
import { Heading } from "./heading";
import { sessionWords } from "./kit_words";
import { TroubleNotice } from "./notice";
import { TextField } from "./text_field";
import { useWords } from "./words";

export function SignIn({ done }: { done: () => void }) {
    const t = useWords(sessionWords);
    const [name, setName] = useState("");
    const [password, setPassword] = useState("");
    const { start, busy, error } = useDeed();
    const enter = () => start(() => api.post("session", { name, password }).then(done));
    return (
        <form
            class="stack"
            onSubmit={(event) => {
                event.preventDefault();
                enter();
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
