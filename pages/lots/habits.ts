// What a person types again and again is offered the next time; it stays on this phone.
import type { LotEntry } from "../kit/api_types";
import { unitOf } from "./amount";
import type { Habits, Story } from "./model";

const MOST = 30; // of each
export const noHabits: Habits = { items: [], from: [], to: [], places: [], processes: [], units: {} };

const first = (list: string[], text: string | undefined): string[] =>
    text?.trim() ? [text.trim(), ...list.filter((one) => one !== text.trim())].slice(0, MOST) : list;
const last = (list: string[], text: string | undefined): string[] =>
    text?.trim() && !list.includes(text.trim()) ? [...list, text.trim()].slice(0, MOST) : list;

/** After an entry: its words come first. `isProduct`: the goods are on the list, where they are chosen from. */
export function learn(habits: Habits, entry: LotEntry, isProduct: boolean): Habits {
    return {
        items: isProduct ? habits.items : first(habits.items, entry.item),
        from: first(habits.from, entry.from),
        to: first(habits.to, entry.to),
        places: first(habits.places, entry.place),
        processes: first(habits.processes, entry.process),
        units: entry.amount ? { ...habits.units, [entry.item]: unitOf(entry.amount) } : habits.units,
    };
}

/** What the book says already, for a phone that is new: behind what was typed here. */
export function learnStory(habits: Habits, story: Story): Habits {
    let now = habits;
    for (const event of story.events) {
        const party = event.party?.name;
        now = {
            ...now,
            from: event.kind === "receive" ? last(now.from, party) : now.from,
            to: event.kind === "ship" ? last(now.to, party) : now.to,
            places: last(now.places, event.place?.name),
            processes: last(now.processes, event.process),
            items: event.kind === "pack" ? now.items : last(now.items, event.item),
        };
    }
    return now;
}
