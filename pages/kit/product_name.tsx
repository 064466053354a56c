// The name of a product, fetched once by its key. Until it is there, or where the list no longer has it, the key is
// shown.
import { api } from "./api";
import { useLoad } from "./load";
import type { ProductFacts } from "./api_types";

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
