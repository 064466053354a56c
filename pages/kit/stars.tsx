import { starWords } from "./kit_words";
import { useWords } from "./words";

const starPath = "M10 1.6l2.6 5.5 6 .8-4.4 4.2 1.1 6L10 15.2 4.7 18.1l1.1-6L1.4 7.9l6-.8z";
/** Five stars on one line, the certified ones solid. */
export function Stars({ count, size = 18 }: { count: number; size?: number }) {
    const t = useWords(starWords);
    return (
        <span class="stars" role="img" aria-label={t.of(count)}>
            {[1, 2, 3, 4, 5].map((place) => (
                <svg key={place} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
                    <path
                        d={starPath}
                        fill={place <= count ? "currentColor" : "none"}
                        stroke="currentColor"
                        stroke-width="1.3"
                        stroke-linejoin="round"
                    />
                </svg>
            ))}
        </span>
    );
}
