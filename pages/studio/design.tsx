// Which design? Each is shown with this product's own words, as the server draws it.
import { api } from "../kit/api";
import { Heading } from "../kit/heading";
import { Loaded, useLoad } from "../kit/load";
import type { Template } from "../kit/api_types";
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
            <Heading step={t.step(2)}>{t.templateTitle}</Heading>
            <ForProduct product={product}>
                {() => (
                    <Loaded load={load} again={again}>
                        {(templates) => (
                            <ul class="plain pictures">
                                {templates.map((template) => (
                                    <li key={template.name}>
                                        <TemplateButton
                                            template={template}
                                            product={product}
                                            isChosen={template.name === draft.template}
                                            choose={choose}
                                        />
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

type ButtonProps = { template: Template; product: string; isChosen: boolean; choose: (template: string) => void };

/** A template with this product's label in it; all are shown at one scale, and those that are too large whole. */
function TemplateButton({ template, product, isChosen, choose }: ButtonProps) {
    const { name, title, size } = template;
    const address = api.address(`templates/${name}/preview.svg?product=${encodeURIComponent(product)}`);
    return (
        <button type="button" class="picture" aria-pressed={isChosen} onClick={() => choose(name)}>
            <span class="picture-ground">
                <img
                    src={address}
                    alt=""
                    loading="lazy"
                    style={{
                        width: `min(${size[0]}%, var(--tallest) * ${size[0] / size[1]})`,
                        aspectRatio: `${size[0]} / ${size[1]}`,
                    }}
                />
            </span>
            <span class="picture-words">
                <strong>{title}</strong>
            </span>
        </button>
    );
}
