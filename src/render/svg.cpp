// Our own SVG writer: Cairo's names its parts by a running count of the process, so that the same page would not give
// the same bytes twice.
#include "base/coding.h"
#include "label/text_flow.h"
#include "render/draw.h"
#include "render/font_library.h"
#include "render/picture_dots.h"
#include "render/xml.h"

#include <cmath>
#include <cstdio>

namespace temsao::render {
namespace {

using namespace label;

// Whole micrometres, without trailing zeros: "12.5".
void put_mm(std::string& out, double mm) {
    const auto micrometres = std::llround(mm * 1000);
    char text[32];
    auto length = static_cast<std::size_t>(std::snprintf(text,
                                                         sizeof text,
                                                         "%s%lld.%03lld",
                                                         micrometres < 0 ? "-" : "",
                                                         std::abs(micrometres) / 1000,
                                                         std::abs(micrometres) % 1000));
    while (text[length - 1] == '0')
        --length;
    if (text[length - 1] == '.') --length;
    out.append(text, length);
}

void put_pair(std::string& out, char command, double x, double y) {
    out += command;
    put_mm(out, x);
    out += ' ';
    put_mm(out, y);
}

void put_colour(std::string& out, const Ink& ink) {
    const auto rgb = light(ink, Tone::colour);
    const auto byte = [](double part) { return static_cast<unsigned>(std::lround(part * 255)); };
    char text[16];
    std::snprintf(text, sizeof text, "#%02x%02x%02x", byte(rgb.r), byte(rgb.g), byte(rgb.b));
    out += text;
}

class Writer {
public:
    explicit Writer(const FontBook& fonts) : fonts_(fonts) {}

    Result<std::string> write(const page::Page& page) {
        out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"";
        put_mm(out_, page.size.width.value);
        out_ += "mm\" height=\"";
        put_mm(out_, page.size.height.value);
        out_ += "mm\" viewBox=\"0 0 ";
        put_mm(out_, page.size.width.value);
        out_ += ' ';
        put_mm(out_, page.size.height.value);
        out_ += "\" role=\"img\">\n";
        if (!page.labels.empty()) out_ += "<title>" + escaped(page.labels.front().drawing->title) + "</title>\n";
        out_ += "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n";
        for (const auto& placed : page.labels) {
            out_ += "<g transform=\"translate(";
            put_mm(out_, placed.x.value);
            out_ += ' ';
            put_mm(out_, placed.y.value);
            out_ += ")\">\n";
            for (const auto& item : placed.drawing->items)
                std::visit(*this, item);
            out_ += "</g>\n";
        }
        out_ += "</svg>\n";
        TRY(outcome_);
        return std::move(out_);
    }

    void operator()(const FilledPath& filled) {
        open_path(filled.path);
        out_ += filled.even_odd ? "\" fill-rule=\"evenodd\" fill=\"" : "\" fill=\"";
        put_colour(out_, filled.ink);
        out_ += "\"/>\n";
    }

    void operator()(const StrokedPath& stroked) {
        open_path(stroked.path);
        out_ += "\" fill=\"none\" stroke-linejoin=\"round\" stroke-width=\"";
        put_mm(out_, stroked.width.value);
        out_ += "\" stroke=\"";
        put_colour(out_, stroked.ink);
        out_ += "\"/>\n";
    }

    void operator()(const TextLine& line) {
        auto& library = fonts_.library();
        const auto& shaped = library.shape(line.text, line.style);
        const double em = line.style.size_pt * 25.4 / 72;
        out_ += "<path role=\"img\" aria-label=\"" + escaped(line.text) + "\" d=\"";
        const auto start = upright(line);
        auto letters = library.outline_of(shaped, em, start.x.value, start.baseline.value);
        turn_path(letters, line.turn);
        put_path(letters);
        out_ += "\" fill=\"";
        put_colour(out_, line.ink);
        out_ += "\"/>\n";
    }

    // Runs of dark modules in one path with one fill; crisp, since viewers must not blur their edges.
    void operator()(const CodeModules& code) {
        const double module = code.module.value;
        out_ += "<path shape-rendering=\"crispEdges\" d=\"";
        code.symbol->each_run([&](int column, int row, int count) {
            put_pair(out_, 'M', code.x.value + column * module, code.y.value + row * module);
            out_ += 'H';
            put_mm(out_, code.x.value + (column + count) * module);
            out_ += 'V';
            put_mm(out_, code.y.value + (row + 1) * module);
            out_ += 'H';
            put_mm(out_, code.x.value + column * module);
            out_ += 'Z';
        });
        out_ += "\" fill=\"#000000\"/>\n";
    }

    void operator()(const PlacedPicture& placed) {
        const auto png = picture_png(*placed.picture);
        if (!png) outcome_ = png.error();
        const auto& box = placed.box;
        out_ += "<image x=\"";
        put_mm(out_, box.x.value);
        out_ += "\" y=\"";
        put_mm(out_, box.y.value);
        out_ += "\" width=\"";
        put_mm(out_, box.width.value);
        out_ += "\" height=\"";
        put_mm(out_, box.height.value);
        out_ += "\" preserveAspectRatio=\"none\" href=\"data:image/png;base64," + base64(png ? *png : "") + "\"/>\n";
    }

private:
    void open_path(const Path& path) {
        out_ += "<path d=\"";
        put_path(path);
    }

    void put_path(const Path& path) {
        for (const auto& step : path) {
            switch (step.kind) {
            case PathStep::Kind::move: put_pair(out_, 'M', step.x, step.y); break;
            case PathStep::Kind::line: put_pair(out_, 'L', step.x, step.y); break;
            case PathStep::Kind::curve:
                put_pair(out_, 'C', step.x1, step.y1);
                put_pair(out_, ' ', step.x2, step.y2);
                put_pair(out_, ' ', step.x, step.y);
                break;
            case PathStep::Kind::close: out_ += 'Z'; break;
            }
        }
    }

    const FontBook& fonts_;
    std::string out_;
    Outcome outcome_ = done;
};

} // namespace

Result<std::string> write_svg(const page::Page& page, const FontBook& fonts) {
    return Writer(fonts).write(page);
}

} // namespace temsao::render
