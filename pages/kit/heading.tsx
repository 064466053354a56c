import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

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
