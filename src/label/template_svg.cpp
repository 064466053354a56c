// The one user of pugixml in `label`: a strict subset of SVG -> Template.
#include "base/pieces.h"
#include "base/text.h"
#include "label/svg_path.h"
#include "label/svg_values.h"
#include "label/template.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <pugixml.hpp>
#include <set>

namespace temsao::label {
namespace {

constexpr std::size_t most_bytes = 256 * 1024;
constexpr int most_elements = 2000;
constexpr int deepest = 32;
constexpr auto elements_limit = "2,000 / 32";

// Attributes that may stand on any element. Inkscape writes its own under a prefix; those say nothing about the look.
const std::set<std::string_view> allowed = {"id",
                                            "x",
                                            "y",
                                            "width",
                                            "height",
                                            "rx",
                                            "ry",
                                            "x1",
                                            "y1",
                                            "x2",
                                            "y2",
                                            "cx",
                                            "cy",
                                            "r",
                                            "d",
                                            "fill",
                                            "stroke",
                                            "stroke-width",
                                            "fill-rule",
                                            "font-family",
                                            "font-size",
                                            "font-weight",
                                            "letter-spacing",
                                            "text-anchor",
                                            "viewBox",
                                            "version",
                                            "role",
                                            "aria-label",
                                            "data-use",
                                            "data-kind",
                                            "data-field",
                                            "data-facts",
                                            "data-layout",
                                            "data-size",
                                            "data-min-size",
                                            "data-weight",
                                            "data-line-height",
                                            "data-spacing",
                                            "data-lines",
                                            "data-align",
                                            "data-valign",
                                            "data-case",
                                            "data-optional",
                                            "data-gap",
                                            "data-wrap",
                                            "data-accent",
                                            "data-paint",
                                            "data-main",
                                            "data-second",
                                            "data-typeface",
                                            "data-pattern",
                                            "data-own",
                                            "data-guide",
                                            "data-title",
                                            "data-basis",
                                            "data-rotate",
                                            "data-ink",
                                            "data-spot",
                                            "data-overprint",
                                            "data-if",
                                            "points",
                                            "xml:space"};

// What Inkscape writes into style although it changes nothing, with the only value that we take.
const std::map<std::string_view, std::string_view> harmless = {{"display", "inline"},
                                                               {"opacity", "1"},
                                                               {"fill-opacity", "1"},
                                                               {"stroke-opacity", "1"},
                                                               {"stroke-dasharray", "none"},
                                                               {"font-style", "normal"},
                                                               {"font-variant", "normal"},
                                                               {"font-stretch", "normal"},
                                                               {"word-spacing", "0"},
                                                               {"line-height", "*"},
                                                               {"text-align", "*"},
                                                               {"white-space", "*"},
                                                               {"stroke-linecap", "*"},
                                                               {"stroke-linejoin", "*"},
                                                               {"stroke-miterlimit", "*"},
                                                               {"stroke-dashoffset", "*"},
                                                               {"paint-order", "*"},
                                                               {"fill-rule", "nonzero"},
                                                               {"letter-spacing", "0"}};

bool is_harmless(std::string_view name, std::string_view value) {
    if (name.starts_with("-inkscape-")) return true;
    if (value.ends_with("px")) value.remove_suffix(2);
    const auto found = harmless.find(name);
    return found != harmless.end() && (found->second == "*" || found->second == value);
}

constexpr auto white = " \t\r\n";

class Parser {
public:
    Parser(std::string_view svg,
           std::string_view name,
           const PictureLoader& load,
           const PatternLoader& load_pattern,
           double least_side = 10,
           double longest_side = 500)
        : svg_(svg),
          load_(load),
          load_pattern_(load_pattern),
          least_side_(least_side),
          longest_side_(longest_side) {
        design_.name = name;
    }

    Result<Template> parse() {
        TRY(read());
        const auto badges = std::count_if(design_.pieces.begin(), design_.pieces.end(), [](const Piece& piece) {
            return std::holds_alternative<BadgePlace>(piece);
        });
        const auto codes = std::count_if(design_.pieces.begin(), design_.pieces.end(), [](const Piece& piece) {
            return std::holds_alternative<CodePlace>(piece);
        });
        if (codes != 1 || badges > 1) return error(Cause::data, "template.code", {design_.name});
        return std::move(design_);
    }

    // Its size and its shapes.
    Result<Pattern> parse_tile() {
        TRY(read());
        Pattern pattern{.name = design_.name, .tile = design_.size, .marks = {}};
        for (auto& piece : design_.pieces) {
            auto* art = std::get_if<Art>(&piece);
            if (!art) return error(Cause::data, "template.pattern_shapes", {design_.name});
            if (auto* filled = std::get_if<FilledPath>(&art->item))
                pattern.marks.push_back({std::move(filled->path), {}, filled->even_odd});
            else if (auto* stroked = std::get_if<StrokedPath>(&art->item))
                pattern.marks.push_back({std::move(stroked->path), stroked->width, false});
            else
                return error(Cause::data, "template.pattern_shapes", {design_.name});
        }
        if (pattern.marks.empty() || pattern.marks.size() > most_marks_of_pattern)
            return error(Cause::data, "template.pattern_marks", {design_.name, std::to_string(most_marks_of_pattern)});
        return pattern;
    }

private:
    Outcome read() {
        if (!is_utf8(svg_)) return error(Cause::data, "template.xml", {design_.name, "1", "UTF-8"});
        if (svg_.size() > most_bytes) return error(Cause::data, "template.limits", {design_.name, "1", "256 kB"});
        pugi::xml_document document;
        const auto read = document.load_buffer(svg_.data(), svg_.size(), pugi::parse_default, pugi::encoding_utf8);
        if (!read) return error(Cause::data, "template.xml", {design_.name, place(read.offset), read.description()});
        const auto root = document.document_element();
        if (root.name() != std::string_view("svg")) return broken(root, "template.element", {root.name()});
        const auto width = to_number(root.attribute("width").value());
        const auto height = to_number(root.attribute("height").value());
        if (!width || !height || *width < least_side_ || *height < least_side_ || *width > longest_side_ ||
            *height > longest_side_)
            return broken(root, "template.attribute", {"width, height", root.attribute("width").value()});
        const std::string box = "0 0 " + trimmed(*width) + " " + trimmed(*height);
        if (root.attribute("viewBox").value() != box)
            return broken(root, "template.attribute", {"viewBox", root.attribute("viewBox").value()});
        design_.size = {{*width}, {*height}};
        const std::string_view use = root.attribute("data-use").value();
        if (!use.empty() && use != "stamp" && use != "label")
            return broken(root, "template.attribute", {"data-use", std::string(use)});
        design_.is_whole_label = use != "stamp";
        design_.main = colour_of_root(root, "data-main");
        design_.second = colour_of_root(root, "data-second");
        design_.typeface = typeface(root).value_or(Typeface::text);
        walk(root, 0);
        if (failure_) return *failure_;
        return done;
    }

    std::optional<Ink> colour_of_root(const pugi::xml_node& root, const char* name) {
        if (!root.attribute(name)) return {};
        const auto found = to_four_inks(root.attribute(name).value());
        if (!found) fail(root, "template.attribute", {name, shortened(root.attribute(name).value())});
        return found;
    }

    // data-typeface="lora"; none for "brand", and where nothing is said.
    std::optional<Typeface> typeface(const pugi::xml_node& node) {
        const std::string_view said = node.attribute("data-typeface").value();
        if (!node.attribute("data-typeface") || said == "brand") return {};
        const auto found = find_typeface(said);
        if (!found) fail(node, "template.attribute", {"data-typeface", shortened(said)});
        return found;
    }

    static bool is_in_brand_typeface(const pugi::xml_node& node) {
        return node.attribute("data-typeface").value() == std::string_view("brand");
    }

    // data-paint wins over data-accent, and both over the colour that the element has itself.
    Paint paint(const pugi::xml_node& node, const Ink& own) {
        if (node.attribute("data-paint")) {
            const auto found = to_paint(node.attribute("data-paint").value());
            if (!found)
                fail(node, "template.attribute", {"data-paint", shortened(node.attribute("data-paint").value())});
            return found.value_or(Paint{});
        }
        if (node.attribute("data-accent")) return {.role = Paint::Role::goods};
        return {.ink = own};
    }

    static std::string trimmed(double value) {
        std::string text = std::to_string(value);
        text.erase(text.find_last_not_of('0') + 1);
        return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
    }

    std::string place(std::ptrdiff_t offset) const {
        const auto before = svg_.substr(0, static_cast<std::size_t>(std::max<std::ptrdiff_t>(offset, 0)));
        const auto line = std::count(before.begin(), before.end(), '\n') + 1;
        const auto column = before.size() - (before.rfind('\n') == before.npos ? 0 : before.rfind('\n') + 1) + 1;
        return std::to_string(line) + ":" + std::to_string(column);
    }

    Error broken(const pugi::xml_node& node, std::string id, std::vector<std::string> facts) const {
        facts.insert(facts.begin(), {design_.name, place(node.offset_debug())});
        return error(Cause::data, std::move(id), std::move(facts));
    }

    void fail(const pugi::xml_node& node, std::string id, std::vector<std::string> facts) {
        if (!failure_) failure_ = broken(node, std::move(id), std::move(facts));
    }

    void walk(const pugi::xml_node& parent, int depth) {
        for (auto node : parent.children()) {
            if (failure_) return;
            if (++elements_ > most_elements || depth > deepest) return fail(node, "template.limits", {elements_limit});
            if (node.type() != pugi::node_element) continue;
            const std::string_view name = node.name();
            if (name == "title") {
                design_.title = node.text().get();
            } else if (name == "g") {
                check_group(node);
                const auto outer = condition_;
                take_condition(node);
                if (node.attribute("data-kind"))
                    stack(node);
                else
                    walk(node, depth + 1);
                condition_ = outer;
            } else if (name == "metadata" || name == "desc" || name.starts_with("sodipodi:") ||
                       name.starts_with("inkscape:") || (name == "defs" && !node.first_child())) {
                continue; // notes of the drawing program
            } else {
                element(node, name);
            }
        }
    }

    // A group holds its parts together and hands nothing down to them: what a part looks like stands at the part.
    void check_group(const pugi::xml_node& node) {
        check_attributes(node);
        for (const auto& attribute : node.attributes()) {
            const std::string_view name = attribute.name();
            const bool plain = name == "id" || name == "role" || name == "aria-label" || name.starts_with("data-") ||
                               name.find(':') != name.npos;
            if (!plain) fail(node, "template.attribute", {std::string(name), attribute.value()});
        }
        if (node.attribute("data-spot")) refuse_spot(node);
        if (!node.attribute("data-kind")) refuse_turn(node);
    }

    void refuse_spot(const pugi::xml_node& node) {
        fail(node, "template.attribute", {"data-spot", shortened(node.attribute("data-spot").value())});
    }

    // A plate's name; what stands for it has to be the same wherever it is used, since there is one plate.
    std::string spot(const pugi::xml_node& node, const Ink& stands_for) {
        std::string name = node.attribute("data-spot").value();
        if (!node.attribute("data-spot")) return {};
        if (!is_spot_name(name) || node.attribute("data-accent")) refuse_spot(node);
        if (const auto known = spots_.try_emplace(name, stands_for).first; known->second != stands_for)
            fail(node, "template.spot_twice", {name});
        return name;
    }

    // A plate that is not a mixed ink (a cut, a crease, a varnish, a foil) prints over what is below it, unless said
    // otherwise.
    bool overprints(const pugi::xml_node& node) {
        const std::string_view said = node.attribute("data-overprint").value();
        const std::string_view name = node.attribute("data-spot").value();
        if (!node.attribute("data-overprint")) return !name.empty() && !is_mixed_ink(name);
        if (name.empty() || (said != "yes" && said != "no"))
            fail(node, "template.attribute", {"data-overprint", shortened(said)});
        return said == "yes";
    }

    // data-if on a group holds for all its parts; a part with one of its own inside such a group would need both, which
    // the format does not have.
    void take_condition(const pugi::xml_node& node) {
        std::string_view text = node.attribute("data-if").value();
        if (!node.attribute("data-if")) return;
        if (condition_ || text.empty() || text == "!")
            return fail(node, "template.attribute", {"data-if", std::string(text)});
        const bool absent = text.starts_with('!');
        text.remove_prefix(absent ? 1 : 0);
        condition_ = Condition{std::string(text), absent};
        if (text != brand_logo) use(node, condition_->field, true);
    }

    void show(const pugi::xml_node& node, const std::string& field, bool optional) {
        auto& use_of_field = use(node, field, optional);
        if (use_of_field.line != 0) return;
        auto shown_by = element_of(node);
        use_of_field.line = shown_by.line;
        use_of_field.element = std::move(shown_by.id);
    }

    Element element_of(const pugi::xml_node& node) const {
        Element found{node.name(), node.attribute("id").value()};
        const auto where = place(node.offset_debug());
        std::from_chars(where.data(), where.data() + where.size(), found.line);
        return found;
    }

    Template::FieldUse& use(const pugi::xml_node& node, const std::string& field, bool optional) {
        auto& uses = design_.uses;
        auto known =
            std::find_if(uses.begin(), uses.end(), [&](const Template::FieldUse& one) { return one.field == field; });
        if (known == uses.end())
            return uses.emplace_back(Template::FieldUse{field, optional, place(node.offset_debug())});
        known->optional = known->optional && optional;
        return *known;
    }

    // style="fill:#000000;stroke:none" says the same as attributes do, and wins over them.
    void unfold_style(pugi::xml_node node) {
        const std::string style = node.attribute("style").value();
        node.remove_attribute("style");
        std::string_view rest = style;
        while (!rest.empty()) {
            const auto entry = next_piece(rest, ';');
            const auto colon = entry.find(':');
            const std::string name(trim(entry.substr(0, colon), white));
            const std::string value(colon == entry.npos ? "" : trim(entry.substr(colon + 1), white));
            if ((name.empty() && value.empty()) || is_harmless(name, value)) continue;
            node.remove_attribute(name.c_str());
            node.append_attribute(name.c_str()) = value.c_str();
        }
    }

    void check_attributes(const pugi::xml_node& node) {
        for (const auto& attribute : node.attributes()) {
            const std::string_view name = attribute.name();
            if (load_ && node.name() == std::string_view("image") && (name == "href" || name == "preserveAspectRatio"))
                continue;
            if (name.find(':') == name.npos && !name.starts_with("xmlns") && !allowed.contains(name))
                fail(node, "template.attribute", {std::string(name), attribute.value()});
        }
    }

    double number(const pugi::xml_node& node, const char* name, double otherwise) {
        const auto attribute = node.attribute(name);
        if (!attribute) return otherwise;
        const auto value = to_number(attribute.value());
        if (!value) fail(node, "template.attribute", {name, attribute.value()});
        return value.value_or(otherwise);
    }

    BoxMm box(const pugi::xml_node& node) {
        const BoxMm found{
            {number(node, "x", 0)}, {number(node, "y", 0)}, {number(node, "width", 0)}, {number(node, "height", 0)}};
        const bool inside = found.x.value >= 0 && found.y.value >= 0 && found.width.value > 0 &&
                            found.height.value > 0 && found.right() <= design_.size.width + Mm{1e-6} &&
                            found.bottom() <= design_.size.height + Mm{1e-6};
        if (!inside) fail(node, "template.attribute", {"x, y, width, height", node.attribute("id").value()});
        return found;
    }

    // data-rotate="90": clockwise, as SVG has it. On a stack it holds for all its parts.
    Turn turn(const pugi::xml_node& node) {
        const std::string_view said = node.attribute("data-rotate").value();
        if (!node.attribute("data-rotate")) return turn_of_stack_;
        for (const auto& [word, meaning] :
             {std::pair{"0", Turn::none}, {"90", Turn::quarter}, {"180", Turn::half}, {"270", Turn::three_quarters}})
            if (said == word && !in_stack_) return meaning;
        fail(node, "template.rotate", {named(node), shortened(said)});
        return Turn::none;
    }

    static std::string named(const pugi::xml_node& node) {
        const std::string id = node.attribute("id").value();
        return id.empty() ? "<" + std::string(node.name()) + ">" : id;
    }

    // What is neither text nor a code of tills stands as it is drawn.
    void refuse_turn(const pugi::xml_node& node) {
        if (node.attribute("data-rotate"))
            fail(node, "template.rotate", {named(node), shortened(node.attribute("data-rotate").value())});
    }

    // Of a place that may be turned: the room in which it is laid out.
    BoxMm room(const pugi::xml_node& node) { return turned(box(node), back(turn(node))); }

    std::optional<Ink> ink(const pugi::xml_node& node, const char* name, std::string_view otherwise) {
        const std::string_view text = node.attribute(name) ? node.attribute(name).value() : otherwise;
        if (text == "none") return {};
        const auto found = to_ink(text);
        if (!found) fail(node, "template.attribute", {name, std::string(text)});
        return found;
    }

    TextStyle style(const pugi::xml_node& node, const char* size, const char* weight, const char* spacing) {
        TextStyle found;
        found.typeface = typeface(node).value_or(Typeface::text);
        found.size_pt = number(node, size, 6.5);
        found.line_height = number(node, "data-line-height", 1.35);
        found.letter_spacing_em = number(node, spacing, 0);
        const std::string_view word = node.attribute(weight).value();
        const auto number_of_weight = word == "normal" ? 400
                                      : word == "bold" ? 700
                                                       : static_cast<int>(number(node, weight, 400));
        for (const auto known : {Weight::regular, Weight::medium, Weight::semibold, Weight::bold})
            if (number_of_weight == static_cast<int>(known)) found.weight = known;
        if (number_of_weight != static_cast<int>(found.weight))
            fail(node, "template.attribute", {weight, node.attribute(weight).value()});
        // A drawn text's size is in millimetres, as SVG has it; a placeholder's in points.
        if (size == std::string_view("font-size") && node.attribute(size)) found.size_pt *= 72 / 25.4;
        if (found.size_pt < 3 || found.size_pt > 72)
            fail(node, "template.attribute", {size, node.attribute(size).value()});
        if (found.line_height < 0.8 || found.line_height > 3)
            fail(node, "template.attribute", {"data-line-height", node.attribute("data-line-height").value()});
        if (found.letter_spacing_em < -0.2 || found.letter_spacing_em > 2)
            fail(node, "template.attribute", {spacing, node.attribute(spacing).value()});
        return found;
    }

    void element(pugi::xml_node node, std::string_view name) {
        unfold_style(node);
        check_attributes(node);
        const auto outer = condition_;
        take_condition(node);
        const bool is_shape = name != "text" && !node.attribute("data-kind");
        if (!is_shape && node.attribute("data-spot")) refuse_spot(node);
        const std::string_view kind = node.attribute("data-kind").value();
        if (is_shape || kind == "code" || kind == "badge" || kind == "logo" || kind == "pattern") refuse_turn(node);
        if (!node.attribute("data-guide")) piece(node, name); // drawn for who opens the file, never printed
        condition_ = outer;
    }

    void piece(pugi::xml_node node, std::string_view name) {
        const std::string_view kind = node.attribute("data-kind").value();
        if (!kind.empty()) return placeholder(node, kind);
        if (name == "rect") return shape(node, rectangle_path(box(node), {number(node, "rx", 0)}));
        if (name == "line")
            return shape(node,
                         {{PathStep::Kind::move, 0, 0, 0, 0, number(node, "x1", 0), number(node, "y1", 0)},
                          {PathStep::Kind::line, 0, 0, 0, 0, number(node, "x2", 0), number(node, "y2", 0)}});
        if (name == "circle")
            return shape(node, circle_path({number(node, "cx", 0)}, {number(node, "cy", 0)}, {number(node, "r", 0)}));
        if (name == "ellipse")
            return shape(node,
                         ellipse_path({number(node, "cx", 0)},
                                      {number(node, "cy", 0)},
                                      {number(node, "rx", 0)},
                                      {number(node, "ry", 0)}));
        if (name == "polygon" || name == "polyline") {
            auto path = parse_svg_points(node.attribute("points").value(), name == "polygon");
            if (!path) return fail(node, "template.attribute", {"points", shortened(node.attribute("points").value())});
            return shape(node, std::move(*path));
        }
        if (name == "path") {
            auto path = parse_svg_path(node.attribute("d").value());
            if (!path) return fail(node, "template.attribute", {"d", shortened(node.attribute("d").value())});
            return shape(node, std::move(*path));
        }
        if (name == "text") return static_text(node);
        if (name == "image" && load_) return picture(node);
        fail(node, "template.element", {std::string(name)});
    }

    // Fitted into its box as SVG has it, in the middle; Inkscape writes preserveAspectRatio="none", which fills the
    // box.
    void picture(const pugi::xml_node& node) {
        const std::string href =
            node.attribute("href") ? node.attribute("href").value() : node.attribute("xlink:href").value();
        if (++pictures_ > most_pictures_of_template) return fail(node, "template.limits", {"8 <image>"});
        const std::string_view fit = node.attribute("preserveAspectRatio").value();
        if (!fit.empty() && fit != "none" && fit != "xMidYMid" && fit != "xMidYMid meet")
            return fail(node, "template.attribute", {"preserveAspectRatio", std::string(fit)});
        const auto place = box(node);
        if (failure_) return;
        const auto loaded = load_(href);
        if (!loaded) return fail(node, loaded.error().what.id, loaded.error().what.facts);
        design_.pieces.push_back(Art{PlacedPicture{*loaded, fit == "none" ? place : fitted(**loaded, place)},
                                     {},
                                     false,
                                     Align::left,
                                     condition_,
                                     element_of(node)});
    }

    static std::string shortened(std::string_view text) {
        auto length = std::min<std::size_t>(text.size(), 40);
        while (length > 0 && length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80)
            --length;
        return std::string(text.substr(0, length));
    }

    // One line in one style. Inkscape wraps it into one <tspan>, whose place then counts.
    void static_text(pugi::xml_node node) {
        auto inner = node.child("tspan");
        if (inner) {
            unfold_style(inner);
            check_attributes(inner);
            for (const char* own : {"x", "y"})
                if (!inner.attribute(own)) inner.append_attribute(own) = node.attribute(own).value();
            for (const char* look : {"fill", "font-size", "font-weight", "font-family", "text-anchor"})
                if (inner.attribute(look) && inner.attribute(look).value() != std::string(node.attribute(look).value()))
                    fail(inner, "template.attribute", {look, inner.attribute(look).value()});
            if (inner.next_sibling() || inner.previous_sibling() || inner.first_child().type() == pugi::node_element)
                return fail(inner, "template.element", {"tspan"});
        }
        const std::string_view family = node.attribute("font-family").value();
        if (!family.empty() && family.find("Be Vietnam Pro") == family.npos)
            fail(node, "template.attribute", {"font-family", std::string(family)});
        const auto placed = inner ? inner : node;
        Art art{TextLine{std::string(trim(placed.text().get(), white)),
                         style(node, "font-size", "font-weight", "letter-spacing"),
                         {number(placed, "x", 0)},
                         {number(placed, "y", 0)},
                         ink(node, "fill", "#000000").value_or(Ink{}),
                         turn(node)},
                paint(node, ink(node, "fill", "#000000").value_or(Ink{})),
                is_in_brand_typeface(node)};
        art.anchor = choice<Align>(
            node, "text-anchor", {{"start", Align::left}, {"middle", Align::centre}, {"end", Align::right}});
        art.only_if = condition_;
        art.element = element_of(node);
        design_.pieces.push_back(std::move(art));
    }

    void shape(const pugi::xml_node& node, Path path) {
        const auto explicit_ink = node.attribute("data-ink") ? std::optional(data_ink(node)) : std::nullopt;
        const bool line = node.name() == std::string_view("line") || node.name() == std::string_view("polyline");
        const bool even_odd = node.attribute("fill-rule").value() == std::string_view("evenodd");
        const bool overprint = overprints(node);
        const auto add = [&](auto item) {
            item.spot = spot(node, item.ink);
            item.overprint = overprint;
            const auto painted = paint(node, item.ink);
            if (painted.role == Paint::Role::own) item.ink = painted.ink;
            design_.pieces.push_back(Art{std::move(item), painted, false, Align::left, condition_, element_of(node)});
        };
        if (const auto fill = line ? std::nullopt : ink(node, "fill", "#000000"))
            add(FilledPath{path, explicit_ink.value_or(*fill), even_odd});
        if (const auto stroke = ink(node, "stroke", "none"))
            add(StrokedPath{std::move(path), explicit_ink.value_or(*stroke), {number(node, "stroke-width", 0.2)}});
    }

    template <class Enum>
    Enum choice(const pugi::xml_node& node,
                const char* name,
                std::initializer_list<std::pair<std::string_view, Enum>> words) {
        const std::string_view text = node.attribute(name).value();
        for (const auto& [word, meaning] : words)
            if (text == word || text.empty()) return meaning;
        fail(node, "template.attribute", {name, std::string(text)});
        return words.begin()->second;
    }

    void placeholder(const pugi::xml_node& node, std::string_view kind) {
        if (kind == "pattern") return pattern_place(node);
        if (node.name() != std::string_view("rect")) return fail(node, "template.element", {node.name()});
        if (kind == "code") {
            design_.pieces.push_back(CodePlace{box(node), valign(node, Valign::bottom)});
        } else if (kind == "badge") {
            design_.pieces.push_back(BadgePlace{box(node)});
        } else if (kind == "text") {
            design_.pieces.push_back(text_place(node));
        } else if (kind == "facts") {
            design_.pieces.push_back(facts_place(node));
        } else if (kind == "ean13" || kind == "datamatrix") {
            const bool is_bars = kind == "ean13";
            design_.pieces.push_back(
                TillCodePlace{room(node),
                              is_bars ? symbol::TillCode::Kind::bars : symbol::TillCode::Kind::data_matrix,
                              align(node, Align::centre),
                              valign(node, Valign::middle),
                              condition_,
                              turn(node)});
            use(node, "till_number", true);
        } else if (kind == "nutrition") {
            design_.pieces.push_back(nutrition_place(node));
        } else if (kind == "allergens") {
            design_.pieces.push_back(allergens_place(node));
        } else if (kind == "logo") {
            design_.pieces.push_back(
                LogoPlace{box(node), align(node, Align::centre), valign(node, Valign::middle), condition_});
        } else {
            fail(node, "template.attribute", {"data-kind", std::string(kind)});
        }
    }

    // A rectangle, a circle or an ellipse; data-pattern="honeycomb", with data-own="yes" whatever the brand has.
    void pattern_place(const pugi::xml_node& node) {
        const std::string_view name = node.name();
        Path path;
        if (name == "rect")
            path = rectangle_path(box(node), {number(node, "rx", 0)});
        else if (name == "circle")
            path = circle_path({number(node, "cx", 0)}, {number(node, "cy", 0)}, {number(node, "r", 0)});
        else if (name == "ellipse")
            path = ellipse_path(
                {number(node, "cx", 0)}, {number(node, "cy", 0)}, {number(node, "rx", 0)}, {number(node, "ry", 0)});
        else
            return fail(node, "template.element", {std::string(name)});
        const auto lines = flatten(path, {0.01});
        if (failure_ || lines.empty() || lines.front().corners.size() < 3)
            return fail(node, "template.attribute", {"data-kind", "pattern"});
        const std::string wanted = node.attribute("data-pattern").value();
        if (!load_pattern_ || wanted.empty())
            return fail(node, "template.attribute", {"data-pattern", shortened(wanted)});
        const auto loaded = load_pattern_(wanted);
        if (!loaded && loaded.error().cause == Cause::missing)
            return fail(node, loaded.error().what.id, loaded.error().what.facts);
        if (!loaded) { // names the pattern's own file and line
            if (!failure_) failure_ = loaded.error();
            return;
        }
        design_.pieces.push_back(PatternPlace{lines.front().corners,
                                              *loaded,
                                              choice<bool>(node, "data-own", {{"no", false}, {"yes", true}}),
                                              paint(node, data_ink(node)),
                                              condition_});
    }

    // A group whose first rectangle is the room and whose others are the parts.
    void stack(const pugi::xml_node& group) {
        if (group.attribute("data-kind").value() != std::string_view("stack"))
            return fail(group, "template.attribute", {"data-kind", group.attribute("data-kind").value()});
        StackPlace place{{}, {}, {number(group, "data-gap", 0)}, Valign::top};
        place.valign = choice<Valign>(
            group,
            "data-valign",
            {{"top", Valign::top}, {"middle", Valign::middle}, {"bottom", Valign::bottom}, {"spread", Valign::spread}});
        turn_of_stack_ = place.turn = turn(group);
        in_stack_ = true;
        for (auto node : group.children()) {
            if (node.type() != pugi::node_element) continue;
            if (++elements_ > most_elements) return fail(node, "template.limits", {elements_limit});
            if (node.name() != std::string_view("rect")) return fail(node, "template.element", {node.name()});
            unfold_style(node);
            check_attributes(node);
            const auto outer = condition_;
            take_condition(node);
            const std::string_view kind = node.attribute("data-kind").value();
            if (kind == "room")
                place.box = room(node);
            else if (kind == "text")
                place.parts.emplace_back(text_place(node));
            else if (kind == "facts")
                place.parts.emplace_back(facts_place(node));
            else if (kind == "nutrition")
                place.parts.emplace_back(nutrition_place(node));
            else if (kind == "allergens")
                place.parts.emplace_back(allergens_place(node));
            else
                return fail(node, "template.attribute", {"data-kind", std::string(kind)});
            condition_ = outer;
        }
        in_stack_ = false;
        turn_of_stack_ = Turn::none;
        if (place.box.width.value <= 0) return fail(group, "template.attribute", {"data-kind", "room"});
        design_.pieces.push_back(std::move(place));
    }

    Align align(const pugi::xml_node& node, Align otherwise) {
        if (!node.attribute("data-align")) return otherwise;
        return choice<Align>(
            node, "data-align", {{"left", Align::left}, {"centre", Align::centre}, {"right", Align::right}});
    }

    Valign valign(const pugi::xml_node& node, Valign otherwise) {
        if (!node.attribute("data-valign")) return otherwise;
        return choice<Valign>(
            node, "data-valign", {{"top", Valign::top}, {"middle", Valign::middle}, {"bottom", Valign::bottom}});
    }

    TextPlace text_place(const pugi::xml_node& node) {
        TextPlace place{.field = node.attribute("data-field").value(),
                        .box = room(node),
                        .style = style(node, "data-size", "data-weight", "data-spacing")};
        place.turn = turn(node);
        place.least_size_pt = least_size(node, place.style);
        place.most_lines = static_cast<int>(number(node, "data-lines", 1));
        if (place.most_lines < 1 || place.most_lines > 50)
            fail(node, "template.attribute", {"data-lines", node.attribute("data-lines").value()});
        place.align = align(node, Align::left);
        place.valign = valign(node, Valign::top);
        place.upper_case = choice<bool>(node, "data-case", {{"as-is", false}, {"upper", true}});
        place.balanced = choice<bool>(node, "data-wrap", {{"full", false}, {"balanced", true}});
        place.optional = node.attribute("data-optional");
        place.only_if = condition_;
        place.gap_before = gap_before(node);
        place.paint = paint(node, data_ink(node));
        place.in_brand_typeface = is_in_brand_typeface(node);
        if (place.field.empty()) fail(node, "template.attribute", {"data-field", ""});
        show(node, place.field, place.optional || place.only_if);
        return place;
    }

    FactsPlace facts_place(const pugi::xml_node& node) {
        FactsPlace place{
            .facts = {}, .box = room(node), .style = style(node, "data-size", "data-weight", "data-spacing")};
        place.turn = turn(node);
        place.least_size_pt = least_size(node, place.style);
        place.in_columns = choice<bool>(node, "data-layout", {{"running", false}, {"columns", true}});
        place.gap_before = gap_before(node);
        place.only_if = condition_;
        place.paint = paint(node, data_ink(node));
        place.in_brand_typeface = is_in_brand_typeface(node);
        facts(node, place);
        return place;
    }

    // Bold and in a frame: the allergens, or what data-facts says.
    FactsPlace allergens_place(const pugi::xml_node& node) {
        FactsPlace place{
            .facts = {}, .box = room(node), .style = style(node, "data-size", "data-weight", "data-spacing")};
        place.turn = turn(node);
        place.least_size_pt = least_size(node, place.style);
        place.style.weight = Weight::bold;
        place.framed = true;
        place.gap_before = gap_before(node);
        place.only_if = condition_;
        place.paint = paint(node, data_ink(node));
        if (node.attribute("data-facts")) {
            facts(node, place);
        } else {
            place.facts.push_back({"Chất gây dị ứng:", "allergens", true});
            show(node, "allergens", true);
        }
        return place;
    }

    NutritionPlace nutrition_place(const pugi::xml_node& node) {
        NutritionPlace place{.box = room(node),
                             .style = style(node, "data-size", "data-weight", "data-spacing"),
                             .title = "Giá trị dinh dưỡng",
                             .basis = "trong"};
        place.turn = turn(node);
        place.least_size_pt = least_size(node, place.style);
        if (node.attribute("data-basis")) place.basis = node.attribute("data-basis").value();
        if (node.attribute("data-title")) place.title = node.attribute("data-title").value();
        place.valign = valign(node, Valign::top);
        place.optional = node.attribute("data-optional");
        place.gap_before = gap_before(node);
        place.only_if = condition_;
        place.paint = paint(node, data_ink(node));
        show(node, "nutrition", place.optional || place.only_if);
        return place;
    }

    std::optional<Mm> gap_before(const pugi::xml_node& node) {
        if (!node.attribute("data-gap")) return {};
        return Mm{number(node, "data-gap", 0)};
    }

    double least_size(const pugi::xml_node& node, const TextStyle& wished) {
        const double least = number(node, "data-min-size", wished.size_pt);
        if (least < 3 || least > wished.size_pt)
            fail(node, "template.attribute", {"data-min-size", node.attribute("data-min-size").value()});
        return least;
    }

    // Of the text that will stand here: data-ink="#rrggbb" or the four inks in percent, data-ink="0 0 0 100".
    Ink data_ink(const pugi::xml_node& node) {
        const std::string_view text = node.attribute("data-ink").value();
        if (text.empty()) return {};
        const auto found = text.front() == '#' ? to_ink(text) : to_four_inks(text);
        if (!found) fail(node, "template.attribute", {"data-ink", std::string(text)});
        return found.value_or(Ink{});
    }

    // data-facts="NSX=made; HSD=expires?": words, field, and ? when it may be absent.
    void facts(const pugi::xml_node& node, FactsPlace& place) {
        std::string_view rest = node.attribute("data-facts").value();
        while (!rest.empty()) {
            auto fact = rest.substr(0, rest.find(';'));
            rest.remove_prefix(std::min(fact.size() + 1, rest.size()));
            fact.remove_prefix(std::min(fact.find_first_not_of(' '), fact.size()));
            const auto equals = fact.find('=');
            if (equals == fact.npos) return fail(node, "template.attribute", {"data-facts", std::string(fact)});
            auto field = fact.substr(equals + 1);
            const bool optional = field.ends_with('?');
            field.remove_suffix(optional ? 1 : 0);
            place.facts.push_back({std::string(fact.substr(0, equals)), std::string(field), optional});
            show(node, place.facts.back().field, optional || place.only_if);
        }
        if (place.facts.empty()) fail(node, "template.attribute", {"data-facts", ""});
    }

    std::string_view svg_;
    const PictureLoader& load_;
    const PatternLoader& load_pattern_;
    double least_side_, longest_side_; // mm
    int pictures_ = 0;
    Template design_;
    int elements_ = 0;
    std::map<std::string, Ink> spots_;
    Turn turn_of_stack_ = Turn::none; // of the stack being read
    bool in_stack_ = false;
    std::optional<Condition> condition_; // of the element being read, or of a group around it
    std::optional<Error> failure_;
};

} // namespace

Result<Template> parse_template(std::string_view svg,
                                std::string_view name,
                                const PictureLoader& load,
                                const PatternLoader& load_pattern) {
    return Parser(svg, name, load, load_pattern).parse();
}

Result<Pattern> parse_pattern(std::string_view svg, std::string_view name) {
    return Parser(svg, name, {}, {}, 1, 100).parse_tile();
}

} // namespace temsao::label
