// Which goods: packs are of a product of the list, everything else has the name that people give it.
import { useWords } from "../kit/words";
import { Choices } from "./choices";
import type { FieldsOf } from "./fields_of";
import { RememberedField } from "./remembered_field";
import { lotsWords } from "./words";

const MOST = 12;

export function ItemField({
    book,
    draft,
    wrong,
    isCorrection,
    takeItem,
}: FieldsOf & { takeItem: (item: string) => void }) {
    const t = useWords(lotsWords);
    const products = book.known?.products ?? [];
    const told = wrong.item && t.missingItem;
    if (draft.kind === "pack" && products.length > 0) {
        // One product needs no question.
        if (products.length === 1 && draft.item !== products[0]!.key && !isCorrection) takeItem(products[0]!.key);
        if (products.length <= MOST)
            return (
                <Choices
                    legend={t.whichProduct}
                    value={draft.item}
                    wrong={told}
                    options={products.map((one) => ({ value: one.key, name: one.name }))}
                    onChange={takeItem}
                />
            );
    }
    const name = products.find((one) => one.key === draft.item)?.name ?? draft.item;
    const known = draft.kind === "pack" ? products.map((one) => one.name) : book.habits.items;
    return (
        <RememberedField
            label={draft.kind === "pack" ? t.whichProduct : draft.kind === "transform" ? t.intoWhat : t.whichGoods}
            wrong={told}
            value={name}
            remembered={known}
            onValue={(text) => takeItem(products.find((one) => one.name === text)?.key ?? text)}
        />
    );
}
