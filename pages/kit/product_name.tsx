// A product's name by its key, asked for once; the key itself until the answer is there, or where the list has it no more.
import { api } from "./api";
import { useLoad } from "./load";
import type { ProductFacts } from "./model";

const names = new Map<string, Promise<string>>();

export function ProductName({ id }: { id: string }) {
    if (!names.has(id))
        names.set(
            id,
            api.get<ProductFacts>(`products/${encodeURIComponent(id)}`).then(
                (facts) => facts.product.name,
                () => id,
            ),
        );
    const [load] = useLoad(() => names.get(id)!, [id]);
    return <span>{load.state === "there" ? load.value : id}</span>;
}
