#include "scan/qr_matrix.h"

#include "scan/attempt.h"

#include <algorithm>
#include <limits>
#include <numeric>

// ZXing-C++'s inner headers
#include <BitMatrix.h>
#include <ByteArray.h>
#include <ReedSolomon.h>
#include <qrcode/QRBitMatrixParser.h>
#include <qrcode/QRDataBlock.h>
#include <qrcode/QRDataMask.h>
#include <qrcode/QRFormatInformation.h>
#include <qrcode/QRVersion.h>

namespace temsao::scan {
namespace {

namespace qr = ZXing::QRCode;

ZXing::BitMatrix to_library(const Matrix& matrix) {
    ZXing::BitMatrix bits(matrix.size, matrix.size);
    for (int row = 0; row < matrix.size; ++row)
        for (int column = 0; column < matrix.size; ++column)
            if (matrix.at(column, row)) bits.set(column, row);
    return bits;
}

constexpr int least_unused = 2; // codewords, where some are erased

// Corrects a block in place. `sure` of each codeword; empty: nothing is erased.
bool correct(ZXing::ByteArray& block, int ec_codewords, const std::vector<float>& sure) {
    const auto seen = block;
    if (ZXing::ReedSolomonDecode(ZXing::RSField::QRCode, block, ec_codewords)) return true;
    std::vector<int> erased(sure.size());
    std::iota(erased.begin(), erased.end(), 0);
    std::stable_sort(erased.begin(), erased.end(), [&](int one, int other) {
        return sure[static_cast<std::size_t>(one)] < sure[static_cast<std::size_t>(other)];
    });
    for (int count = 2; !sure.empty() && count <= ec_codewords - least_unused; count += 2) {
        const std::vector<int> doubtful(erased.begin(), erased.begin() + count);
        block = seen;
        if (!ZXing::ReedSolomonDecode(ZXing::RSField::QRCode, block, ec_codewords, doubtful)) continue;
        int wrong = 0; // beside those erased
        for (std::size_t i = static_cast<std::size_t>(count); i < erased.size(); ++i) {
            const auto at = static_cast<std::size_t>(erased[i]);
            wrong += block[at] != seen[at];
        }
        if (count + 2 * wrong + least_unused <= ec_codewords) return true;
    }
    return false;
}

class Apart {
public:
    Apart(const Matrix& seen,
          const std::vector<float>& sure,
          const qr::Version& version,
          const qr::FormatInformation& format)
        : seen_(seen),
          sure_(sure),
          version_(version),
          format_(format) {
        taken_.version = version.versionNumber();
        taken_.mask = format.dataMask;
        taken_.ec_level = ZXing::QRCode::ToString(format.ecLevel);
        taken_.mirrored = format.isMirrored;
        taken_.meant = {seen.size, std::vector<std::uint8_t>(seen.dark.size())};
        taken_.parts.assign(seen.dark.size(), Part::data);
        taken_.codeword.assign(seen.dark.size(), -1);
    }

    std::optional<Taken> run() {
        lay_function_patterns();
        if (!correct_codewords()) return {};
        return std::move(taken_);
    }

private:
    // All cells below are those of an unmirrored symbol.
    std::size_t index(Cell cell) const {
        return format_.isMirrored ? seen_.index(cell.row, cell.column) : seen_.index(cell.column, cell.row);
    }

    void lay(Cell cell, Part part, bool dark) {
        taken_.parts[index(cell)] = part;
        taken_.meant.dark[index(cell)] = dark;
    }

    void lay_function_patterns() {
        for (const auto& [cell, part, dark] : fixed_modules(seen_.size))
            lay(cell, part, dark);
        const auto format = format_word(format_.data);
        const auto copies = format_cells(seen_.size);
        for (std::size_t copy = 0; copy < 2; ++copy)
            taken_.format_wrong[copy] = lay_bits(copies[copy], format, Part::format);
        if (taken_.version < 7) return;
        const auto places = version_cells(seen_.size);
        for (std::size_t copy = 0; copy < 2; ++copy)
            taken_.version_wrong[copy] = lay_bits(places[copy], version_word(taken_.version), Part::version);
    }

    // The highest bit first; how many of them were seen wrong.
    int lay_bits(const std::vector<Cell>& cells, std::uint32_t bits, Part part) {
        int wrong = 0;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const bool dark = bits >> (cells.size() - 1 - i) & 1;
            lay(cells[i], part, dark);
            wrong += (seen_.dark[index(cells[i])] != 0) != dark;
        }
        return wrong;
    }

    // 7.7.3: two columns wide, from the right, up and down by turns.
    std::vector<Cell> data_cells() const {
        std::vector<Cell> cells;
        bool up = true;
        for (int right = seen_.size - 1; right > 0; right -= 2, up = !up) {
            if (right == 6) --right;
            for (int i = 0; i < seen_.size; ++i)
                for (int column : {right, right - 1}) {
                    const Cell cell{column, up ? seen_.size - 1 - i : i};
                    if (taken_.parts[index(cell)] == Part::data) cells.push_back(cell);
                }
        }
        return cells;
    }

    bool mask(Cell cell) const { return qr::GetDataMaskBit(format_.dataMask, cell.column, cell.row); }

    bool correct_codewords() {
        const auto cells = data_cells();
        const auto count = static_cast<std::size_t>(version_.totalCodewords());
        if (cells.size() < 8 * count) return false;
        ZXing::ByteArray seen(static_cast<int>(count)), low(static_cast<int>(count)), high(static_cast<int>(count));
        std::vector<float> sure(sure_.empty() ? 0 : count,
                                std::numeric_limits<float>::max()); // as its least sure module
        for (std::size_t i = 0; i < 8 * count; ++i) {
            if (!sure.empty()) sure[i / 8] = std::min(sure[i / 8], sure_[index(cells[i])]);
            const bool bit = (seen_.dark[index(cells[i])] != 0) != mask(cells[i]);
            seen[i / 8] = static_cast<std::uint8_t>(seen[i / 8] << 1 | (bit ? 1 : 0));
            low[i / 8] = static_cast<std::uint8_t>(i / 8 & 255);
            high[i / 8] = static_cast<std::uint8_t>(i / 8 >> 8);
            taken_.codeword[index(cells[i])] = static_cast<int>(i / 8);
        }
        // The library parts the codewords into blocks; their numbers go the same way, to know who went where.
        auto blocks = qr::DataBlock::GetDataBlocks(seen, version_, format_.ecLevel);
        const auto lows = qr::DataBlock::GetDataBlocks(low, version_, format_.ecLevel);
        const auto highs = qr::DataBlock::GetDataBlocks(high, version_, format_.ecLevel);
        std::vector<std::uint8_t> meant(count);
        for (std::size_t b = 0; b < blocks.size(); ++b) {
            auto& words = blocks[b].codewords();
            const auto before = words;
            Block block;
            block.ec_codewords = static_cast<int>(words.size()) - blocks[b].numDataCodewords();
            std::vector<float> sure_here;
            for (std::size_t i = 0; i < words.size(); ++i) {
                const auto number = static_cast<std::size_t>(lows[b].codewords()[i] | highs[b].codewords()[i] << 8);
                block.codewords.push_back(static_cast<int>(number));
                if (!sure.empty()) sure_here.push_back(sure[number]);
            }
            if (!correct(words, block.ec_codewords, sure_here)) return false;
            for (std::size_t i = 0; i < words.size(); ++i) {
                block.wrong += words[i] != before[i];
                meant[static_cast<std::size_t>(block.codewords[i])] = words[i];
            }
            taken_.blocks.push_back(std::move(block));
        }
        for (std::size_t i = 0; i < cells.size(); ++i) { // past the codewords: the remainder bits, 0
            const bool bit = i < 8 * count && (meant[i / 8] >> (7 - i % 8) & 1) != 0;
            taken_.meant.dark[index(cells[i])] = bit != mask(cells[i]);
        }
        return true;
    }

    const Matrix& seen_;
    const std::vector<float>& sure_;
    const qr::Version& version_;
    const qr::FormatInformation& format_;
    Taken taken_;
};

} // namespace

double Taken::unused_error_correction() const {
    double worst = 1;
    for (const auto& block : blocks)
        worst = std::min(worst, 1 - 2.0 * block.wrong / block.ec_codewords);
    return std::max(worst, 0.0);
}

std::optional<Taken> take_apart(const Matrix& seen, const std::vector<float>& sure) {
    if (seen.size < 21 || seen.size > 177 || seen.size % 4 != 1) return {};
    std::optional<Taken> taken;
    attempt([&] { // throwing is the library's way of saying no
        const auto bits = to_library(seen);
        const auto format = qr::ReadFormatInformation(bits);
        if (!format.isValid() || format.type() != qr::Type::Model2) return;
        const auto* version = qr::ReadVersion(bits, format.type());
        if (version) taken = Apart(seen, sure, *version, format).run();
    });
    return taken;
}

Taken counted_in(const Matrix& seen, Taken taken) {
    const auto is_wrong = [&](std::size_t at) { return (seen.dark[at] != 0) != (taken.meant.dark[at] != 0); };
    std::vector<std::uint8_t> wrong_words;
    for (std::size_t at = 0; at < taken.codeword.size(); ++at)
        if (const int word = taken.codeword[at]; word >= 0) {
            if (wrong_words.size() <= static_cast<std::size_t>(word))
                wrong_words.resize(static_cast<std::size_t>(word) + 1);
            if (is_wrong(at)) wrong_words[static_cast<std::size_t>(word)] = 1;
        }
    for (auto& block : taken.blocks)
        block.wrong = static_cast<int>(std::count_if(block.codewords.begin(), block.codewords.end(), [&](int word) {
            return wrong_words[static_cast<std::size_t>(word)] != 0;
        }));
    const auto count = [&](const std::vector<Cell>& cells) {
        return static_cast<int>(std::count_if(cells.begin(), cells.end(), [&](Cell cell) {
            return is_wrong(taken.mirrored ? seen.index(cell.row, cell.column) : seen.index(cell.column, cell.row));
        }));
    };
    const auto format = format_cells(seen.size);
    for (std::size_t copy = 0; copy < 2; ++copy)
        taken.format_wrong[copy] = count(format[copy]);
    if (taken.version < 7) return taken;
    const auto version = version_cells(seen.size);
    for (std::size_t copy = 0; copy < 2; ++copy)
        taken.version_wrong[copy] = count(version[copy]);
    return taken;
}

} // namespace temsao::scan
