import { keptOnPhone } from "../kit/kept_on_phone.mjs";

const app = keptOnPhone("scan", { name: "Kiểm tra tem OCOP · Tem Sao", short_name: "Kiểm tra tem" });

export default { plugins: [app], worker: { format: "es" } };
