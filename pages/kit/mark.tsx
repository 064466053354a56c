/** Our mark: a label with a star, in one colour. */
export function Mark({ size = 28 }: { size?: number }) {
    return (
        <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true">
            <path d="M4 3h14l7 7v15H4a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1z" fill="currentColor" />
            <path d="M13.5 9l1.9 4 4.4.6-3.2 3.1.8 4.3-3.9-2.1L9.6 21l.8-4.3-3.2-3.1 4.4-.6z" fill="var(--paper)" />
        </svg>
    );
}
