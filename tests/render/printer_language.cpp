#include "printer_language.h"

#include <cmath>

namespace {

[[noreturn]] void refuse(const std::string& why) {
    throw Refused(why);
}

long number(const std::string& text, long least, long most, const std::string& command) {
    if (text.empty() || text.size() > 9 || text.find_first_not_of("0123456789") != text.npos)
        refuse(command + ": “" + text + "” is no number");
    const long value = std::stol(text);
    if (value < least || value > most) refuse(command + ": " + text + " is out of range");
    return value;
}

std::vector<std::string> fields(std::string_view text) {
    std::vector<std::string> all(1);
    for (const char c : text)
        if (c == ',')
            all.emplace_back();
        else
            all.back() += c;
    return all;
}

struct Picture {
    int bytes_per_row = 0;
    std::vector<unsigned char> bytes;
};

int hex(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// ZPL II Programming Guide, "Alternative Data Compression Scheme for ~DG and ~DB commands".
Picture unpack(std::string_view data, long total, long per_row) {
    if (total % per_row != 0) refuse("^GF: not whole rows");
    Picture picture{static_cast<int>(per_row), {}};
    std::vector<int> row, before;
    const auto digits = static_cast<std::size_t>(per_row) * 2;
    const auto end_row = [&] {
        if (row.size() != digits) refuse("^GF: a row too long");
        for (std::size_t i = 0; i < digits; i += 2)
            picture.bytes.push_back(static_cast<unsigned char>(row[i] << 4 | row[i + 1]));
        before = row;
        row.clear();
    };
    std::size_t repeat = 0;
    for (const char c : data) {
        if (c == '\n' || c == '\r') continue;
        if (c >= 'G' && c <= 'Y') {
            repeat += static_cast<std::size_t>(c - 'G' + 1);
        } else if (c >= 'g' && c <= 'z') {
            repeat += static_cast<std::size_t>(c - 'g' + 1) * 20;
        } else if (const int digit = hex(c); digit >= 0) {
            row.insert(row.end(), repeat == 0 ? 1 : repeat, digit);
            repeat = 0;
            if (row.size() >= digits) end_row();
        } else if (repeat != 0) {
            refuse("^GF: a count before no digit");
        } else if (c == ',' || c == '!') {
            row.resize(digits, c == ',' ? 0 : 15);
            end_row();
        } else if (c == ':') {
            if (!row.empty() || before.empty()) refuse("^GF: nothing to repeat");
            row = before;
            end_row();
        } else {
            refuse(std::string("^GF: ") + c);
        }
    }
    if (!row.empty() || repeat != 0 || picture.bytes.size() != static_cast<std::size_t>(total))
        refuse("^GF: not as many bytes as announced");
    return picture;
}

void paint(PrintedLabel& label, const Picture& picture, long left, long top, bool one_is_black) {
    for (std::size_t i = 0; i < picture.bytes.size(); ++i)
        for (int bit = 0; bit < 8; ++bit) {
            const bool black = (picture.bytes[i] >> (7 - bit) & 1) == one_is_black;
            const long x = left + static_cast<long>(i) % picture.bytes_per_row * 8 + bit;
            const long y = top + static_cast<long>(i) / picture.bytes_per_row;
            const bool outside = x >= label.width || y >= label.height;
            if (outside && black) refuse("ink beyond the label");
            if (!outside) label.black[static_cast<std::size_t>(y) * label.width + x] = black;
        }
}

// One command of ZPL and what stands behind it, up to the next ^ or ~.
struct Zpl {
    std::string name, rest;
};

std::vector<Zpl> split_zpl(std::string_view text) {
    std::vector<Zpl> commands;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '\n' || text[i] == '\r') {
            ++i;
            continue;
        }
        if (text[i] != '^' && text[i] != '~') refuse("text outside a command");
        auto end = text.find_first_of("^~", i + 1);
        if (end == text.npos) end = text.size();
        if (end - i < 3) refuse("a command cut short");
        std::string rest(text.substr(i + 3, end - i - 3));
        while (!rest.empty() && (rest.back() == '\n' || rest.back() == '\r'))
            rest.pop_back();
        commands.push_back({std::string(text.substr(i, 3)), rest});
        i = end;
    }
    return commands;
}

// A label printer's state while it reads ZPL.
class ZplPrinter {
public:
    void take(const Zpl& command) {
        const auto& [name, rest] = command;
        if (name == "~SD") { // sets the printer, inside a format or not
            if (rest.size() != 2) refuse("~SD" + rest);
            darkness_ = static_cast<int>(number(rest, 0, 30, name));
        } else if (name == "^XA") {
            exactly(command, "");
            if (open_) refuse("^XA in a format");
            open_ = true;
            label_ = {};
            label_.darkness = darkness_;
        } else if (!open_) {
            refuse(name + " outside a format");
        } else if (name == "^XZ") {
            exactly(command, "");
            if (field_) refuse("^XZ in a field");
            if (label_.copies == 0) label_.copies = 1;
            labels_.push_back(label_);
            open_ = false;
        } else if (!takes_setting(command) && !takes_field(command)) {
            refuse("unknown " + name);
        }
    }

    std::vector<PrintedLabel> labels() const {
        if (open_) refuse("no ^XZ");
        return labels_;
    }

private:
    static void exactly(const Zpl& command, const std::string& wanted) {
        if (command.rest != wanted) refuse(command.name + command.rest);
    }

    bool takes_setting(const Zpl& command) {
        const auto& [name, rest] = command;
        if (name == "^PW") {
            label_.width = static_cast<int>(number(rest, 2, 32000, name));
        } else if (name == "^LL") {
            label_.height = static_cast<int>(number(rest, 1, 32000, name));
        } else if (name == "^MN") {
            if (rest != "N" && rest != "Y") refuse("^MN" + rest);
            label_.continuous = rest == "N";
        } else if (name == "^PR") {
            label_.speed = static_cast<int>(number(rest, 1, 14, name));
        } else if (name == "^PQ") {
            label_.copies = static_cast<int>(number(rest, 1, 99'999'999, name));
        } else if (name == "^LH") {
            exactly(command, "0,0");
        } else if (name == "^LS") {
            exactly(command, "0");
        } else if (name == "^PO" || name == "^FW") {
            exactly(command, "N");
        } else if (name == "^JM") {
            exactly(command, "A");
        } else {
            return false;
        }
        return true;
    }

    bool takes_field(const Zpl& command) {
        const auto& [name, rest] = command;
        if (name == "^FO") {
            const auto xy = fields(rest);
            if (field_ || xy.size() != 2) refuse("^FO" + rest);
            left_ = number(xy[0], 0, 32000, name);
            top_ = number(xy[1], 0, 32000, name);
            field_ = true;
            placed_ = false;
        } else if (name == "^GF") {
            paint_field(rest);
        } else if (name == "^FS") {
            exactly(command, "");
            if (!field_ || !placed_) refuse("^FS without a field");
            field_ = false;
        } else {
            return false;
        }
        return true;
    }

    void paint_field(std::string_view rest) {
        if (!field_ || placed_) refuse("^GF without a place");
        if (label_.width == 0 || label_.height == 0) refuse("^GF before ^PW and ^LL");
        label_.black.resize(static_cast<std::size_t>(label_.width) * label_.height);
        std::vector<std::string> values;
        for (int i = 0; i < 4; ++i) {
            const auto comma = rest.find(',');
            if (comma == rest.npos) refuse("^GF: too few parameters");
            values.emplace_back(rest.substr(0, comma));
            rest.remove_prefix(comma + 1);
        }
        if (values[0] != "A" || values[1] != values[2]) refuse("^GF" + values[0]);
        const long total = number(values[2], 1, 99'999, "^GF");
        paint(label_, unpack(rest, total, number(values[3], 1, 99'999, "^GF")), left_, top_, true);
        placed_ = true;
    }

    std::vector<PrintedLabel> labels_;
    PrintedLabel label_;
    bool open_ = false, field_ = false, placed_ = false;
    int darkness_ = -1;
    long left_ = 0, top_ = 0;
};

} // namespace

std::vector<PrintedLabel> print_zpl(std::string_view text) {
    ZplPrinter printer;
    for (const auto& command : split_zpl(text))
        printer.take(command);
    return printer.labels();
}

namespace {

// "60 mm": the blank stands in the manual.
double millimetres(const std::string& text, const std::string& command) {
    if (text.size() < 4 || text.substr(text.size() - 3) != " mm")
        refuse(command + ": no millimetres in “" + text + "”");
    std::size_t used = 0;
    const double value = std::stod(text, &used);
    if (used != text.size() - 3 || value < 0) refuse(command + ": “" + text + "”");
    return value;
}

// BITMAP's parameters and bytes, which may hold line ends; takes them off `text`.
void paint_bitmap(PrintedLabel& label, std::string_view& text) {
    std::vector<long> values;
    for (int i = 0; i < 5; ++i) {
        const auto comma = text.find(',');
        if (comma == text.npos) refuse("BITMAP: too few parameters");
        values.push_back(number(std::string(text.substr(0, comma)), 0, 999'999, "BITMAP"));
        text.remove_prefix(comma + 1);
    }
    if (values[4] != 0) refuse("BITMAP: mode");
    const auto count = static_cast<std::size_t>(values[2] * values[3]);
    if (count == 0 || text.size() < count + 2 || text.substr(count, 2) != "\r\n") refuse("BITMAP: bytes");
    Picture picture{static_cast<int>(values[2]), {}};
    picture.bytes.assign(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(count));
    paint(label, picture, values[0], values[1], false); // 0 prints
    text.remove_prefix(count + 2);
}

// A label printer's state while it reads TSPL.
struct TsplPrinter {
    double dots_per_mm;
    std::vector<PrintedLabel> labels = {};
    PrintedLabel label = {};
    bool cleared = false;

    void take(const std::string& name, const std::vector<std::string>& rest) {
        const auto want = [&](std::size_t count) {
            if (rest.size() != count) refuse(name + ": parameters");
        };
        want(name == "CLS" || name == "SPEED" || name == "DENSITY" ? 1 : 2);
        if (name == "SIZE") {
            label = {};
            label.width_mm = millimetres(rest[0], name);
            label.height_mm = millimetres(rest[1], name);
            label.width = static_cast<int>(std::lround(label.width_mm * dots_per_mm));
            label.height = static_cast<int>(std::lround(label.height_mm * dots_per_mm));
            cleared = false;
        } else if (name == "GAP") {
            label.gap_mm = millimetres(rest[0], name);
            if (label.gap_mm > 25.4 || millimetres(rest[1], name) != 0) refuse("GAP");
            label.continuous = label.gap_mm == 0;
        } else if (name == "SPEED") {
            label.speed = static_cast<int>(number(rest[0], 1, 14, name));
        } else if (name == "DENSITY") {
            label.darkness = static_cast<int>(number(rest[0], 0, 15, name));
        } else if (name == "DIRECTION" || name == "REFERENCE") {
            if (rest[0] != "0" || rest[1] != "0") refuse(name);
        } else if (name == "CLS") {
            if (!rest[0].empty()) refuse("CLS: parameters");
            if (label.width == 0 || label.height == 0) refuse("CLS before SIZE");
            label.black.assign(static_cast<std::size_t>(label.width) * label.height, false);
            cleared = true;
        } else if (name == "PRINT") {
            if (!cleared) refuse("PRINT before CLS");
            label.copies =
                static_cast<int>(number(rest[0], 1, 999'999'999, name) * number(rest[1], 1, 999'999'999, name));
            labels.push_back(label);
        } else {
            refuse("unknown " + name);
        }
    }
};

} // namespace

std::vector<PrintedLabel> print_tspl(std::string_view text, double dots_per_mm) {
    TsplPrinter printer{dots_per_mm};
    while (!text.empty()) {
        const auto space = text.find(' ');
        const auto line_end = text.find("\r\n");
        if (line_end == text.npos) refuse("a line without an end");
        const std::string name(text.substr(0, std::min(space, line_end)));
        if (name == "BITMAP") {
            if (!printer.cleared) refuse("BITMAP before CLS");
            text.remove_prefix(space + 1);
            paint_bitmap(printer.label, text);
            continue;
        }
        const auto rest = fields(space < line_end ? text.substr(space + 1, line_end - space - 1) : std::string_view());
        text.remove_prefix(line_end + 2);
        printer.take(name, rest);
    }
    return printer.labels;
}
