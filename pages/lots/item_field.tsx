// Which goods: packs are of a product of the list, everything else has the name that people give it.
import { useWords } from "../kit/words";
import { Choices } from "./choices";
import { itemName, itemNamed } from "./draft";
import type { FieldsOf } from "./fields_of";
import { RememberedField } from "./remembered_field";
import { lotsWords } from "./words";

const MOST = 12;

export function ItemField({ book, draft, wrong, takeItem }: FieldsOf & { takeItem: (item: string) => void }) {
    const t = useWords(lotsWords);
    const products = book.known?.products ?? [];
    const told = wrong.item && t.missingItem;
    const isOffered = draft.goods === null || products.some((one) => one.key === draft.item);
    if (draft.kind === "pack" && products.length > 0 && products.length <= MOST && isOffered)
        return (
            <Choices
                legend={t.whichProduct}
                value={draft.item}
                wrong={told}
                options={products.map((one) => ({ value: one.key, name: one.name }))}
                onChange={takeItem}
            />
        );
    const known = draft.kind === "pack" ? products.map((one) => one.name) : book.habits.items;
    return (
        <RememberedField
            label={draft.kind === "pack" ? t.whichProduct : draft.kind === "transform" ? t.intoWhat : t.whichGoods}
            wrong={told}
            value={itemName(draft, book)}
            remembered={known}
            onValue={(text) => takeItem(itemNamed(text, draft, book))}
        />
    );
}
