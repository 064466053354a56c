import { Field } from "./field";

type Option = { value: string; name: string };

/** One choice of a few, as the browser shows such a list. */
export function SelectField({
    label,
    value,
    options,
    onChange,
}: {
    label: string;
    value: string;
    options: Option[];
    onChange: (value: string) => void;
}) {
    return (
        <Field label={label}>
            {(control) => (
                <select {...control} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
                    {options.map((one) => (
                        <option key={one.value} value={one.value}>
                            {one.name}
                        </option>
                    ))}
                </select>
            )}
        </Field>
    );
}
