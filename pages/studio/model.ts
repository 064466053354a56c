// What the server tells a clerk's page, as far as the page uses it.
export type Product = {
    key: string; gtin: string; name: string; producer: string; address: string; group: string;
    stars: number; certificate: string; issued: string; valid_to: string; status: string;
};
export type ProductPage = { as_of: string; products: Product[]; next: string | null };
