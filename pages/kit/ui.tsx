// The parts that every page is put together from.
import type { ComponentChildren, JSX } from "preact";
import { useEffect, useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { Trouble } from "./api";
import { Mark, VerdictShape, classOf } from "./shapes";
import type { VerdictName } from "./shapes";
import { LanguageSwitch, useWords, words } from "./words";

const kitWords = words(
    {
        skip: "Tới nội dung chính",
        wait: "Đang tải…",
        noAnswer: "Máy chủ không trả lời. Kiểm tra mạng, hoặc hỏi người mở máy chủ, rồi thử lại.",
        expired: "Phiên làm việc đã hết. Hãy đăng nhập lại.",
        other: (status: number) =>
            `Máy chủ không làm được việc này (mã ${status}). Hãy thử lại; nếu vẫn vậy, báo cho người quản lý.`,
        again: "Thử lại",
        choose: "hoặc bấm để chọn tệp",
        cancel: "Thôi",
    },
    {
        skip: "To the main content",
        wait: "Loading…",
        noAnswer: "The server does not answer. Check the network, or ask whoever runs it, then try again.",
        expired: "The session has ended. Please sign in again.",
        other: (status: number) =>
            `The server could not do this (code ${status}). Try again; if it stays so, tell the person in charge.`,
        again: "Try again",
        choose: "or press to choose a file",
        cancel: "Cancel",
    },
);

export type Place = { at: string; name: string; here: boolean };

/** The frame of a page: mark and name, places to go, language, then the one thing this screen is about. */
export function Frame({
    name,
    home,
    places,
    side,
    wide,
    children,
}: {
    name: string;
    home: string;
    places?: Place[];
    side?: ComponentChildren;
    wide?: boolean;
    children: ComponentChildren;
}) {
    const t = useWords(kitWords);
    return (
        <>
            <a
                class="skip"
                href="#main"
                onClick={(event) => {
                    event.preventDefault();
                    document.getElementById("main")?.focus();
                }}>
                {t.skip}
            </a>
            <header class="bar">
                <a class="brand" href={home}>
                    <Mark />
                    {name}
                </a>
                {places && (
                    <nav aria-label={name}>
                        {places.map((one) => (
                            <a key={one.at} href={one.at} aria-current={one.here ? "page" : undefined}>
                                {one.name}
                            </a>
                        ))}
                    </nav>
                )}
                {side}
                <LanguageSwitch />
            </header>
            <main id="main" tabIndex={-1} class={wide ? "wide" : ""}>
                {children}
            </main>
        </>
    );
}

/** The question of a screen. It takes the focus when the screen opens, so that a screen reader says where one is. */
export function Heading({ children, step }: { children: ComponentChildren; step?: string }) {
    const ref = useRef<HTMLHeadingElement>(null);
    // Before the screen is painted: later it would take the focus from a field that is being typed into already.
    useLayoutEffect(() => {
        ref.current?.focus({ preventScroll: true });
        scrollTo(0, 0);
        document.querySelector("nav [aria-current]")?.scrollIntoView({ inline: "nearest", block: "nearest" });
        document.title = `${ref.current?.textContent ?? ""} · Tem Sao`;
    }, []);
    return (
        <div class="stack tight">
            {step && <p class="step">{step}</p>}
            <h1 ref={ref} tabIndex={-1}>
                {children}
            </h1>
        </div>
    );
}

export function Button({
    primary,
    danger,
    quiet,
    ...rest
}: { primary?: boolean; danger?: boolean; quiet?: boolean } & JSX.IntrinsicElements["button"]) {
    const kind = primary ? " primary" : danger ? " danger" : quiet ? " quiet" : "";
    return <button type="button" {...rest} class={`button${kind}`} />;
}

type Control = { id: string; "aria-describedby"?: string; "aria-invalid"?: "true" };
/** A label, the control, a hint under it, and what is wrong with what was typed. */
export function Field({
    label,
    hint,
    wrong,
    children,
}: {
    label: string;
    hint?: string;
    wrong?: string | undefined;
    children: (control: Control) => ComponentChildren;
}) {
    const id = useId();
    const told = [hint && `${id}-hint`, wrong && `${id}-wrong`].filter(Boolean).join(" ");
    return (
        <div class="field">
            <label for={id}>{label}</label>
            {children({ id, ...(told && { "aria-describedby": told }), ...(wrong && { "aria-invalid": "true" }) })}
            {hint && (
                <span class="hint" id={`${id}-hint`}>
                    {hint}
                </span>
            )}
            {wrong && (
                <span class="wrong" id={`${id}-wrong`} role="alert">
                    {wrong}
                </span>
            )}
        </div>
    );
}

export function Notice({ kind, children, alert }: { kind: VerdictName; children: ComponentChildren; alert?: boolean }) {
    return (
        <div class={`notice ${classOf(kind)}`} role={alert ? "alert" : undefined}>
            <VerdictShape verdict={kind} size={22} />
            <div class="words">{children}</div>
        </div>
    );
}

/** Anything thrown, as one sentence. */
export function useTroubleWords(): (error: unknown) => string {
    const t = useWords(kitWords);
    return (error) => {
        if (!(error instanceof Trouble)) return String(error);
        if (error.detail) return error.detail;
        return error.status === 0 ? t.noAnswer : error.status === 401 ? t.expired : t.other(error.status);
    };
}

export function TroubleNotice({ error, again }: { error: unknown; again?: () => void }) {
    const t = useWords(kitWords);
    const say = useTroubleWords();
    return (
        <Notice kind="invalid" alert>
            <p>{say(error)}</p>
            {again && (
                <div>
                    <Button onClick={again}>{t.again}</Button>
                </div>
            )}
        </Notice>
    );
}

/** What was typed, once the fingers rest: so that a search asks once and not for each letter. */
export function useRested(typed: string) {
    const [rested, setRested] = useState(typed);
    useEffect(() => {
        const later = setTimeout(() => setRested(typed), 200);
        return () => clearTimeout(later);
    }, [typed]);
    return rested;
}

export type Load<T> = { state: "waiting" } | { state: "there"; value: T } | { state: "failed"; error: unknown };
/** Fetches when `keys` change; an older answer never overtakes a newer one. */
export function useLoad<T>(fetcher: (signal: AbortSignal) => Promise<T>, keys: unknown[]): [Load<T>, () => void] {
    const [load, set] = useState<Load<T>>({ state: "waiting" });
    const [turn, setTurn] = useState(0);
    useEffect(() => {
        const stop = new AbortController();
        fetcher(stop.signal).then(
            (value) => {
                if (!stop.signal.aborted) set({ state: "there", value });
            },
            (error) => {
                if (!stop.signal.aborted) set({ state: "failed", error });
            },
        );
        return () => stop.abort();
    }, [...keys, turn]);
    return [load, () => setTurn((n) => n + 1)];
}

export function Loaded<T>({
    load,
    again,
    children,
}: {
    load: Load<T>;
    again: () => void;
    children: (value: T) => ComponentChildren;
}) {
    const t = useWords(kitWords);
    if (load.state === "waiting")
        return (
            <p class="soft" role="status">
                {t.wait}
            </p>
        );
    if (load.state === "failed") return <TroubleNotice error={load.error} again={again} />;
    return <>{children(load.value)}</>;
}

/** A place to drop a file, which is also a button to choose one. */
export function Drop({
    label,
    hint,
    accept,
    capture,
    onFile,
}: {
    label: string;
    hint?: string;
    accept: string;
    capture?: "environment";
    onFile: (file: File) => void;
}) {
    const t = useWords(kitWords);
    const [over, setOver] = useState(false);
    return (
        <label
            class={`drop${over ? " over" : ""}`}
            onDragOver={(event) => {
                event.preventDefault();
                setOver(true);
            }}
            onDragLeave={() => setOver(false)}
            onDrop={(event) => {
                event.preventDefault();
                setOver(false);
                const file = event.dataTransfer?.files[0];
                if (file) onFile(file);
            }}>
            <svg
                width="40"
                height="40"
                viewBox="0 0 40 40"
                fill="none"
                stroke="currentColor"
                stroke-width="2"
                stroke-linecap="round"
                stroke-linejoin="round"
                aria-hidden="true">
                <path d="M20 26V8M13 15l7-7 7 7M6 26v6a2 2 0 0 0 2 2h24a2 2 0 0 0 2-2v-6" />
            </svg>
            <strong>{label}</strong>
            <span class="soft">{hint ?? t.choose}</span>
            <input
                type="file"
                accept={accept}
                {...(capture && { capture })}
                aria-label={label}
                onChange={(event) => {
                    const file = event.currentTarget.files?.[0];
                    event.currentTarget.value = "";
                    if (file) onFile(file);
                }}
            />
        </label>
    );
}

/** A question that must be answered before going on. Escape and "cancel" close it; the focus returns to where it was. */
export function Ask({
    title,
    children,
    confirm,
    danger,
    busy,
    onConfirm,
    onClose,
}: {
    title: string;
    children?: ComponentChildren;
    confirm: string;
    danger?: boolean;
    busy?: boolean;
    onConfirm: () => void;
    onClose: () => void;
}) {
    const t = useWords(kitWords);
    const ref = useRef<HTMLDialogElement>(null);
    const id = useId();
    useEffect(() => {
        ref.current?.showModal();
    }, []);
    return (
        <dialog ref={ref} aria-labelledby={id} onClose={onClose}>
            <form
                class="stack"
                onSubmit={(event) => {
                    event.preventDefault();
                    onConfirm();
                }}>
                <h2 id={id}>{title}</h2>
                {children}
                <div class="actions">
                    <button type="submit" class={`button ${danger ? "danger" : "primary"}`} disabled={busy}>
                        {confirm}
                    </button>
                    <Button quiet onClick={() => ref.current?.close()}>
                        {t.cancel}
                    </Button>
                </div>
            </form>
        </dialog>
    );
}

/** A table that turns into cards on a phone; `heads` name the columns, cells follow in the same order. */
export function Table({
    caption,
    heads,
    rows,
}: {
    caption: string;
    heads: string[];
    rows: { key: string | number; cells: ComponentChildren[] }[];
}) {
    return (
        <table class="cards">
            <caption class="visually-hidden">{caption}</caption>
            <thead>
                <tr>
                    {heads.map((head) => (
                        <th key={head} scope="col">
                            {head}
                        </th>
                    ))}
                </tr>
            </thead>
            <tbody>
                {rows.map((row) => (
                    <tr key={row.key}>
                        {row.cells.map((cell, i) => (
                            <td key={i} data-head={heads[i]} class={heads[i] ? "" : "whole"}>
                                {cell}
                            </td>
                        ))}
                    </tr>
                ))}
            </tbody>
        </table>
    );
}
