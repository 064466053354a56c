// What a person may read from src/cli; base/sentences.h says how a row reads.
#include "base/sentences.h"

namespace temsao::sentences {
namespace {

constexpr Sentence rows[] = {
    {"cli.missing", "Còn thiếu {0}; xem {1} --help.", "{0} is missing; see {1} --help."},
    {"cli.no_command", "Hãy nêu một lệnh; xem {0} --help.", "Name a command; see {0} --help."},
    {"cli.no_such", "Không có lệnh “{0}”; xem {1} --help.", "There is no command “{0}”; see {1} --help."},
    {"cli.no_value", "{0} cần một giá trị đi kèm; xem {1} --help.", "{0} needs a value; see {1} --help."},
    {"cli.unexpected", "Không hiểu “{0}”; xem {1} --help.", "“{0}” is not understood; see {1} --help."},
    {"cli.usage", "Lệnh chưa đúng ({0}); xem {1} --help.", "The command is not correct ({0}); see {1} --help."},
    {"key.ask_again", "Gõ lại mật khẩu: ", "The password again: "},
};

} // namespace

extern constinit const Table cli{rows};

} // namespace temsao::sentences
