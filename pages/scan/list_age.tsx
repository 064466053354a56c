import { day } from "../kit/figures";
import { to } from "../kit/route";
import { useWords } from "../kit/words";
import { dayInVietNam } from "../kit/clock";
import type { ListState } from "./list";
import { ageOf, isClockBack } from "./list";
import { scanWords } from "./words";

/** How old the list is, at the top of every screen. */
export function ListAge({ list }: { list: ListState | null }) {
    const t = useWords(scanWords);
    if (!list) return null;
    const { days, isOld } = list.held ? ageOf(list.held, dayInVietNam()) : { days: 0, isOld: true };
    if (list.held && isClockBack(list))
        return (
            <a class="list-age old" href={to("list")}>
                {t.listAgeUnknown(day(list.held.as_of))}
            </a>
        );
    return (
        <a class={`list-age${isOld ? " old" : ""}`} href={to("list")}>
            {list.held ? t.listAge(day(list.held.as_of), days) : t.listNone}
        </a>
    );
}
