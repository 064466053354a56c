// Who sends the checks: signed in or not, and the other of the two.
import { useState } from "preact/hooks";
import { api, keepSession } from "../kit/api";
import type { Session } from "../kit/api_types";
import { useDeed } from "../kit/deed";
import { sessionWords } from "../kit/kit_words";
import { useLoad } from "../kit/load";
import { TroubleNotice } from "../kit/notice";
import { SignIn } from "../kit/sign_in";
import { useWords } from "../kit/words";
import { scanWords } from "./words";

/** `changed`: somebody signed in; `key` it by what else signs in or out. */
export function Account({ changed }: { changed: () => void }) {
    const t = useWords(scanWords);
    const session = useWords(sessionWords);
    const [load, again] = useLoad(async () => keepSession(await api.get<Session>("session")), []);
    const [isEntering, setEntering] = useState(false);
    const leaving = useDeed();
    if (load.state !== "there") return null; // without a network one sends later
    const entered = () => {
        setEntering(false);
        again();
        changed();
    };
    const leave = () => leaving.start(() => api.remove("session").then(again));
    if (isEntering)
        return (
            <section class="card">
                <SignIn done={entered} />
            </section>
        );
    const { user } = load.value;
    return (
        <>
            {leaving.error !== null && <TroubleNotice error={leaving.error} />}
            <p class="row">
                <span class="soft">{user ? t.signedInAs(user) : t.notSignedIn}</span>
                <button type="button" class="link" onClick={user ? leave : () => setEntering(true)}>
                    {user ? session.leave : session.enter}
                </button>
            </p>
        </>
    );
}
