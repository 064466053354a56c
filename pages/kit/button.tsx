import type { JSX } from "preact";

export function Button({
    primary,
    danger,
    quiet,
    ...rest
}: { primary?: boolean; danger?: boolean; quiet?: boolean } & JSX.IntrinsicElements["button"]) {
    const kind = primary ? " primary" : danger ? " danger" : quiet ? " quiet" : "";
    return <button type="button" {...rest} class={`button${kind}`} />;
}
