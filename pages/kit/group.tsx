import type { ComponentChildren } from "preact";

/** Controls that answer one question, with what is wrong with the answer; it takes the focus when it is wrong. */
export function Group({
    legend,
    wrong,
    children,
}: {
    legend: string;
    wrong?: string | undefined;
    children: ComponentChildren;
}) {
    return (
        <fieldset class="stack tight" tabIndex={-1} {...(wrong && { "data-wrong": true })}>
            <legend>{legend}</legend>
            {wrong && (
                <p class="invalid small" role="alert">
                    {wrong}
                </p>
            )}
            {children}
        </fieldset>
    );
}
