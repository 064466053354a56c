import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { Button } from "./button";
import { kitWords } from "./kit_words";
import { useWords } from "./words";

/** A question to answer before going on. Escape and "cancel" close it; the focus returns to where it was. */
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
