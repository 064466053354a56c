// Our own SVG writer: Cairo's names its parts by a running count of the process, so that the same page would not give
// the same bytes twice.
#include "render/font_library.h"

#include <cmath>
#include <cstdio>

namespace temsao::render {
namespace {

using namespace label;

struct DestroySurface {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

struct DestroyCairo {
    void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};

struct DestroyPath {
    void operator()(cairo_path_t* path) const { cairo_path_destroy(path); }
};

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

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        default: out += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
        }
    }
    return out;
}

class Writer {
public:
    explicit Writer(const FontBook& fonts)
        : fonts_(fonts),
          surface_(cairo_image_surface_create(CAIRO_FORMAT_A8, 1, 1)),
          outliner_(cairo_create(surface_.get())) {
        cairo_set_tolerance(outliner_.get(), 0.001);
    }

    std::string write(const page::Page& page) {
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
        auto* cairo = outliner_.get();
        cairo_new_path(cairo);
        double x = points(line.x);
        for (auto* run : fonts_.library().shape(line.text, line.style).runs) {
            cairo_move_to(cairo, x, points(line.baseline));
            pango_cairo_glyph_string_path(cairo, run->item->analysis.font, run->glyphs);
            x += static_cast<double>(pango_glyph_string_get_width(run->glyphs)) / PANGO_SCALE;
        }
        const std::unique_ptr<cairo_path_t, DestroyPath> outline(cairo_copy_path(cairo));
        out_ += "<path role=\"img\" aria-label=\"" + escaped(line.text) + "\" d=\"";
        for (int i = 0; i < outline->num_data; i += outline->data[i].header.length)
            put_step(outline->data + i);
        out_ += "\" fill=\"";
        put_colour(out_, line.ink);
        out_ += "\"/>\n";
    }

    // Runs of dark modules in one path with one fill; crisp, since viewers must not blur their edges.
    void operator()(const CodeModules& code) {
        const auto& symbol = *code.symbol;
        const double module = code.module.value;
        out_ += "<path shape-rendering=\"crispEdges\" d=\"";
        for (int row = 0; row < symbol.size(); ++row) {
            for (int column = 0; column < symbol.size(); ++column) {
                const int start = column;
                while (column < symbol.size() && symbol.dark(column, row))
                    ++column;
                if (column == start) continue;
                put_pair(out_, 'M', code.x.value + start * module, code.y.value + row * module);
                out_ += 'H';
                put_mm(out_, code.x.value + column * module);
                out_ += 'V';
                put_mm(out_, code.y.value + (row + 1) * module);
                out_ += 'H';
                put_mm(out_, code.x.value + start * module);
                out_ += 'Z';
            }
        }
        out_ += "\" fill=\"#000000\"/>\n";
    }

private:
    void open_path(const Path& path) {
        out_ += "<path d=\"";
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

    void put_step(const cairo_path_data_t* data) {
        const auto pair = [&](char command, int i) {
            put_pair(out_, command, data[i].point.x * 25.4 / 72, data[i].point.y * 25.4 / 72);
        };
        switch (data->header.type) {
        case CAIRO_PATH_MOVE_TO: pair('M', 1); break;
        case CAIRO_PATH_LINE_TO: pair('L', 1); break;
        case CAIRO_PATH_CURVE_TO:
            pair('C', 1);
            pair(' ', 2);
            pair(' ', 3);
            break;
        case CAIRO_PATH_CLOSE_PATH: out_ += 'Z'; break;
        }
    }

    const FontBook& fonts_;
    std::unique_ptr<cairo_surface_t, DestroySurface> surface_;
    std::unique_ptr<cairo_t, DestroyCairo> outliner_;
    std::string out_;
};

} // namespace

Result<std::string> write_svg(const page::Page& page, const FontBook& fonts) {
    return Writer(fonts).write(page);
}

} // namespace temsao::render
