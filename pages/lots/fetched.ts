// What the server says of the book, kept on this phone for times without a network.
import { api, query } from "../kit/api";
import type { LotFacts, LotLine, Lots, Products } from "../kit/api_types";
import { lotPath } from "../kit/lot_path";
import { lang } from "../kit/words";
import { kept } from "./kept";
import type { Known, OwnProduct, Story } from "./model";

const PAGE = 200; // the most that the server gives at once
export const MOST = 10_000; // lots, or products, on a phone
const MOST_STORIES = 12;

/** All pages of a list; `more`: it is longer than a phone keeps. */
async function allOf<T>(fetchPage: (asked: string) => Promise<{ rows: T[]; next: string | null }>) {
    const rows: T[] = [];
    let after: string | null = "";
    while (after !== null && rows.length < MOST) {
        const page = await fetchPage(query({ limit: PAGE, after }));
        rows.push(...page.rows);
        after = page.next;
    }
    return { rows, more: after !== null };
}

const allLots = () =>
    allOf<LotLine>(async (asked) => {
        const { lots, next } = await api.get<Lots>(`lots?${asked}`);
        return { rows: lots, next };
    });
const allProducts = () =>
    allOf<OwnProduct>(async (asked) => {
        const { products, next } = await api.get<Products>(`products?${asked}`);
        return { rows: products.map(({ key, name }) => ({ key, name })), next: next ?? null };
    });

/** `missed` hears why the products did not come; then those of the last time stay. */
export async function fetchKnown(user: string, missed: (problem: unknown) => void): Promise<Known> {
    const before = await kept.known(user);
    const [lots, products] = await Promise.all([
        allLots(),
        allProducts().catch((problem: unknown) => {
            missed(problem);
            return { rows: before?.products ?? [], more: false };
        }),
    ]);
    const known: Known = {
        user,
        at: Date.now(),
        lots: lots.rows.sort((a, b) => b.last.localeCompare(a.last)),
        products: products.rows,
        more: lots.more || products.more,
    };
    await kept.keepKnown(known);
    return known;
}

export async function fetchStory(user: string, { product, lot }: { product: string; lot: string }): Promise<Story> {
    const story = { ...(await api.get<LotFacts>(lotPath(product, lot))), lang: lang() };
    await kept.keepStory(user, story);
    return story;
}

/** The newest lots' stories, so that they can be read without a network, and their words be offered. */
export async function fetchStories({ user, lots }: Known): Promise<Story[]> {
    const stories: Story[] = [];
    for (const lot of lots.slice(0, MOST_STORIES)) stories.push(await fetchStory(user, lot));
    return stories;
}
