// A lot's story: from the server, else as this phone kept it.
import { Trouble } from "../kit/api";
import type { Load } from "../kit/load";
import { useLoad } from "../kit/load";
import { kept } from "./kept";
import type { Story } from "./model";
import type { Book } from "./use_book";
import { fetchStory } from "./use_book";

export type Told = { story: Story; isFresh: boolean };

export function useStory(book: Book, product: string, lot: string): [Load<Told>, () => void] {
    const user = book.person?.user ?? "";
    return useLoad(async (): Promise<Told> => {
        try {
            return { story: await fetchStory(user, { product, lot }), isFresh: true };
        } catch (problem) {
            const story = await kept.story(user, product, lot);
            if (!story || (problem instanceof Trouble && problem.status === 404)) throw problem;
            return { story, isFresh: false };
        }
    }, [product, lot, book.entries.length]);
}
