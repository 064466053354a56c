import { useState } from "preact/hooks";
import { kitWords } from "./kit_words";
import { useWords } from "./words";

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
