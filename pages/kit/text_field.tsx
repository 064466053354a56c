import type { JSX } from "preact";
import { Field } from "./field";

type Props = {
    label: string;
    hint?: string;
    wrong?: string | undefined;
    /** Why the form must not be sent as it stands, also where `wrong` does not say it yet. */
    unfit?: string | undefined;
    value: string;
    onValue: (text: string) => void;
} & Omit<JSX.IntrinsicElements["input"], "label" | "value" | "onInput">;

/** A line of text to type, with its label, a hint, and what is wrong with it. */
export function TextField({ label, hint, wrong, unfit, value, onValue, ...rest }: Props) {
    return (
        <Field label={label} {...(hint !== undefined && { hint })} wrong={wrong}>
            {(control) => (
                <input
                    autocomplete="off"
                    {...rest}
                    {...control}
                    ref={(input) => input?.setCustomValidity(unfit ?? "")}
                    value={value}
                    onInput={(event) => onValue(event.currentTarget.value)}
                />
            )}
        </Field>
    );
}
