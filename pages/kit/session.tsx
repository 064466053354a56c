// Who is at the desk. A page that needs a person wraps itself in <SignedIn>.
import type { ComponentChildren } from "preact";
import { createContext } from "preact";
import { useContext, useState } from "preact/hooks";
import { api, keepSession } from "./api";
import { ChangePassword } from "./change_password";
import { Frame } from "./frame";
import { sessionWords } from "./kit_words";
import { Loaded, useLoad } from "./load";
import type { Session } from "./api_types";
import { OtherRole } from "./other_role";
import { SignIn } from "./sign_in";
import { useWords } from "./words";

const Context = createContext<{ session: Session; leave: () => void }>({
    session: { user: null },
    leave: () => undefined,
});
export const useSession = () => useContext(Context);

export function SignOut() {
    const t = useWords(sessionWords);
    const { session, leave } = useSession();
    const [changing, setChanging] = useState(false);
    return (
        <>
            <span class="who">{session.user}</span>
            <button type="button" class="link" onClick={() => setChanging(true)}>
                {t.change}
            </button>
            {changing && <ChangePassword onClose={() => setChanging(false)} />}
            <button type="button" class="link" onClick={leave}>
                {t.leave}
            </button>
        </>
    );
}

export function SignedIn({
    name,
    home,
    roles,
    children,
}: {
    name: string;
    home: string;
    roles: string[];
    children: ComponentChildren;
}) {
    const [load, again] = useLoad(async () => keepSession(await api.get<Session>("session")), []);
    const leave = () => void api.remove("session").finally(again);
    return (
        <Loaded load={load} again={again}>
            {(session) => {
                if (!session.user)
                    return (
                        <Frame name={name} home={home}>
                            <SignIn done={again} />
                        </Frame>
                    );
                if (!roles.includes(session.role ?? ""))
                    return (
                        <Frame name={name} home={home}>
                            <OtherRole user={session.user} leave={leave} />
                        </Frame>
                    );
                return <Context.Provider value={{ session, leave }}>{children}</Context.Provider>;
            }}
        </Loaded>
    );
}
