import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

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
