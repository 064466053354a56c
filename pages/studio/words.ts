import { words } from "../kit/words";

export const studioWords = words(
    {
        name: "Làm tem",
        pick: "Làm tem cho sản phẩm nào?",
        search: "Tìm theo tên, nhà sản xuất hoặc mã vạch",
        searchHint: "Gõ không dấu cũng được.",
        found: (n: number) => (n === 0 ? "Không có sản phẩm nào khớp." : `${n} sản phẩm`),
        more: "Xem thêm",
        until: (date: string) => `In được đến ${date}`,
        lapsed: (date: string) => `Hết hạn công nhận ${date}`,
    },
    {
        name: "Labels",
        pick: "Which product are the labels for?",
        search: "Search by name, producer or barcode",
        searchHint: "Accents may be left out.",
        found: (n: number) => (n === 0 ? "No product matches." : n === 1 ? "1 product" : `${n} products`),
        more: "Show more",
        until: (date: string) => `May be printed until ${date}`,
        lapsed: (date: string) => `Certificate ended ${date}`,
    },
);
