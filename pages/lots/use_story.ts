// A lot's story: from the server, else as this phone kept it.
import { Trouble } from "../kit/api";
import type { Load } from "../kit/load";
import { useLoad } from "../kit/load";
import { useLang } from "../kit/words";
import { fetchStory } from "./fetched";
import { kept } from "./kept";
import type { Story } from "./model";
import type { Book } from "./use_book";

/** `missed`: why it did not come from the server; null: it did. */
export type Told = { story: Story; missed: unknown };

export function useStory(book: Book, product: string, lot: string): [Load<Told>, () => void] {
    const { lang } = useLang();
    const user = book.person?.user ?? "";
    // Each entry that goes out, comes in or changes may be one of this lot; another language has other words.
    const state = book.entries.map((one) => `${one.id} ${one.state}`).join();
    return useLoad(async (): Promise<Told> => {
        try {
            return { story: await fetchStory(user, { product, lot }), missed: null };
        } catch (problem) {
            const story = await kept.story(user, product, lot);
            if (!story || (problem instanceof Trouble && problem.status === 404)) throw problem;
            return { story, missed: problem };
        }
    }, [user, lang, product, lot, state, book.person?.state]);
}
