// A remark in its colour, and what went wrong as one sentence with what to do.
import type { ComponentChildren } from "preact";
import { Trouble } from "./api";
import { Button } from "./button";
import { NotKept } from "./kept_base";
import { kitWords } from "./kit_words";
import type { VerdictWord } from "./api_types";
import { VerdictShape, classOf } from "./verdict";
import { useWords } from "./words";

export function Notice({ kind, children, alert }: { kind: VerdictWord; children: ComponentChildren; alert?: boolean }) {
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
        if (error instanceof NotKept) return t.notKept;
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
