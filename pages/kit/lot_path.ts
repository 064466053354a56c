/** Where the server has one lot. */
export const lotPath = (product: string, lot: string): string =>
    `lots/${encodeURIComponent(product)}/${encodeURIComponent(lot)}`;
