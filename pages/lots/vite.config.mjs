import { keptOnPhone } from "../kit/kept_on_phone.mjs";

export default { plugins: [keptOnPhone("lots", { name: "Sổ lô OCOP · Tem Sao", short_name: "Sổ lô" })] };
