// Which design? Each is shown with this product's own words, as the server draws it.
import { api } from "../kit/api";
import { Heading } from "../kit/heading";
import { Loaded, useLoad } from "../kit/load";
import type { Template } from "../kit/model";
import { go } from "../kit/route";
import { useWords } from "../kit/words";
import { useDraft } from "./draft";
import { ForProduct, Onward } from "./steps";
import { studioWords } from "./words";

export function Design({ product }: { product: string }) {
    const t = useWords(studioWords);
    const [draft, change] = useDraft(product);
    const [load, again] = useLoad((signal) => api.get<Template[]>("templates", signal), []);
    const choose = (template: string) => {
        change(template === draft.template ? { template } : { template, stock: "" });
        go("label", product, "paper");
    };
    return (
        <>
            <Heading step={t.step(2)}>{t.designTitle}</Heading>
            <ForProduct product={product}>
                {() => (
                    <Loaded load={load} again={again}>
                        {(templates) => (
                            <ul class="plain pictures">
                                {templates.map((template) => (
                                    <li key={template.name}>
                                        <button
                                            type="button"
                                            class="picture"
                                            aria-pressed={template.name === draft.template}
                                            onClick={() => choose(template.name)}>
                                            <span class="picture-ground">
                                                <img
                                                    src={api.address(
                                                        `templates/${template.name}/preview.svg?product=${encodeURIComponent(product)}`,
                                                    )}
                                                    alt=""
                                                    loading="lazy"
                                                    style={{
                                                        width: `${(template.size[0] / 100) * 100}%`,
                                                        aspectRatio: `${template.size[0]} / ${template.size[1]}`,
                                                    }}
                                                />
                                            </span>
                                            <span class="picture-words">
                                                <strong>{template.title}</strong>
                                            </span>
                                        </button>
                                    </li>
                                ))}
                            </ul>
                        )}
                    </Loaded>
                )}
            </ForProduct>
            <Onward back="#/" />
        </>
    );
}
