// Who is at the desk. A page that needs a person wraps itself in <SignedIn>.
import type { ComponentChildren } from "preact";
import { createContext } from "preact";
import { useContext, useState } from "preact/hooks";
import { api, keepSession } from "./api";
import type { Session } from "./api";
import { Button, Field, Frame, Heading, Loaded, Notice, TroubleNotice, useLoad } from "./ui";
import { useWords, words } from "./words";

const sessionWords = words(
    {
        title: "Đăng nhập",
        name: "Tên đăng nhập",
        password: "Mật khẩu",
        enter: "Đăng nhập",
        leave: "Đăng xuất",
        hint: "Chưa có tài khoản? Người mở máy chủ tạo giúp bằng lệnh “temsao account add”.",
        roleTitle: "Tài khoản này không dùng được trang này",
        role: (user: string) => `Bạn đang đăng nhập là ${user}. Hãy đăng xuất rồi vào bằng tài khoản khác.`,
    },
    {
        title: "Sign in",
        name: "User name",
        password: "Password",
        enter: "Sign in",
        leave: "Sign out",
        hint: "No account yet? Whoever runs the server makes one with “temsao account add”.",
        roleTitle: "This account cannot use this page",
        role: (user: string) => `You are signed in as ${user}. Sign out and use another account.`,
    },
);

const Context = createContext<{ session: Session; leave: () => void }>({
    session: { user: null },
    leave: () => undefined,
});
export const useSession = () => useContext(Context);

export function SignOut() {
    const t = useWords(sessionWords);
    const { session, leave } = useSession();
    return (
        <>
            <span class="who">{session.user}</span>
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
    const t = useWords(sessionWords);
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
                            <Heading>{t.roleTitle}</Heading>
                            <Notice kind="check">
                                <p>{t.role(session.user)}</p>
                            </Notice>
                            <div class="actions">
                                <Button primary onClick={leave}>
                                    {t.leave}
                                </Button>
                            </div>
                        </Frame>
                    );
                return <Context.Provider value={{ session, leave }}>{children}</Context.Provider>;
            }}
        </Loaded>
    );
}

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
            <Field label={t.name}>
                {(control) => (
                    <input
                        {...control}
                        autocomplete="username"
                        autocapitalize="none"
                        required
                        value={name}
                        onInput={(event) => setName(event.currentTarget.value)}
                    />
                )}
            </Field>
            <Field label={t.password}>
                {(control) => (
                    <input
                        {...control}
                        type="password"
                        autocomplete="current-password"
                        required
                        value={password}
                        onInput={(event) => setPassword(event.currentTarget.value)}
                    />
                )}
            </Field>
            <div class="actions">
                <Button primary type="submit" disabled={busy}>
                    {t.enter}
                </Button>
            </div>
            <p class="soft small">{t.hint}</p>
        </form>
    );
}
