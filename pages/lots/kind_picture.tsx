// A small drawing for each kind of entry, so that it is found by eye.
import type { Kind } from "./model";

const paths: Record<Kind, string> = {
    receive: "M4 13v6h16v-6M12 3v10M8 9.500l4 4 4-4",
    harvest: "M12 21V9M12 9c0-4 3-6 7-6 0 4-3 6-7 6zM12 13c0-3-2.5-5-6-5 0 3 2.5 5 6 5z",
    transform: "M4 8h13M13 4l4 4-4 4M20 16H7M11 12l-4 4 4 4",
    test: "M10 3h4M11 3v6l-6 10a1.5 1.5 0 0 0 1.3 2h11.400a1.5 1.5 0 0 0 1.3-2L13 9V3M8 15h8",
    pack: "M4 8l8-4 8 4v9l-8 4-8-4zM4 8l8 4 8-4M12 12v9",
    ship: "M2 6h12v10H2zM14 10h4l4 3v3h-8zM6 16a2 2 0 1 0 0 4 2 2 0 0 0 0-4zM18 16a2 2 0 1 0 0 4 2 2 0 0 0 0-4z",
};

export function KindPicture({ kind, size = 28 }: { kind: Kind; size?: number }) {
    return (
        <svg
            width={size}
            height={size}
            viewBox="0 0 24 24"
            fill="none"
            stroke="currentColor"
            stroke-width="1.7"
            stroke-linecap="round"
            stroke-linejoin="round"
            aria-hidden="true">
            <path d={paths[kind]} />
        </svg>
    );
}
