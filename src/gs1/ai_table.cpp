#include "gs1/ai_table.h"

namespace temsao::gs1 {
namespace {

constexpr Part N(int count, Lint lint = Lint::none) {
    return {Charset::digits, count, count, lint};
}

constexpr Part N_to(int most) {
    return {Charset::digits, 1, most, Lint::none};
}

constexpr Part X_to(int most, int least = 1) {
    return {Charset::cset82, least, most, Lint::none};
}

constexpr auto csum = Lint::check_digit;
constexpr auto yymmd0 = Lint::date_or_month;
constexpr auto K = LinkRole::key;
constexpr auto KA = LinkRole::key_or_attribute;
constexpr auto Q = LinkRole::qualifier;
constexpr auto A = LinkRole::attribute;

// Source: GS1 Syntax Dictionary, state of 2026-07-27 (Apache-2.0), the rows that goods, places and documents of a farm
// programme can meet.
// clang-format off
constexpr ApplicationIdentifier table[] = {
    // ai    title                  parts                        role  needs               excludes        path
    {"00",   "SSCC",                {N(18, csum)},               K,    "",                 "",             ""},
    {"01",   "GTIN",                {N(14, csum)},               K,    "",                 "255|37",       "22,10,21|235"},
    {"02",   "CONTENT",             {N(14, csum)},               A,    "37",               "01|03",        ""},
    {"03",   "MTO GTIN",            {N(14, csum)},               LinkRole::none, "",       "01|02|37|235", ""},
    {"10",   "BATCH/LOT",           {X_to(20)},                  Q,    "01|02|03|8006|8026", "",           ""},
    {"11",   "PROD DATE",           {N(6, yymmd0)},              A,    "01|02|03|8006|8026", "",           ""},
    {"13",   "PACK DATE",           {N(6, yymmd0)},              A,    "01|02|03|8006|8026", "",           ""},
    {"15",   "BEST BEFORE",         {N(6, yymmd0)},              A,    "01|02|03|8006|8026", "",           ""},
    {"16",   "SELL BY",             {N(6, yymmd0)},              A,    "01|02|03|8006|8026", "",           ""},
    {"17",   "USE BY OR EXPIRY",    {N(6, yymmd0)},              A,    "01|02|03|255|8006|8026", "",       ""},
    {"20",   "VARIANT",             {N(2)},                      A,    "01|02|03|8006|8026", "",           ""},
    {"21",   "SERIAL",              {X_to(20)},                  Q,    "01|03|8006",       "235",          ""},
    {"22",   "CPV",                 {X_to(20)},                  Q,    "01",               "",             ""},
    {"235",  "TPX",                 {X_to(28)},                  Q,    "01",               "21",           ""},
    {"240",  "ADDITIONAL ID",       {X_to(30)},                  A,    "01|02|8006|8026",  "",             ""},
    {"241",  "CUST. PART No.",      {X_to(30)},                  A,    "01|02|8006|8026",  "",             ""},
    {"250",  "SECONDARY SERIAL",    {X_to(30)},                  A,    "01+21|8006+21",    "",             ""},
    {"251",  "REF. TO SOURCE",      {X_to(30)},                  A,    "01|03|8006",       "",             ""},
    {"253",  "GDTI",                {N(13, csum), X_to(17, 0)},  K,    "",                 "",             ""},
    {"254",  "GLN EXTENSION",       {X_to(20)},                  Q,    "414",              "",             ""},
    {"30",   "VAR. COUNT",          {N_to(8)},                   A,    "01|02",            "",             ""},
    {"310n", "NET WEIGHT (kg)",     {N(6)},                      A,    "01|02",            "",             ""},
    {"37",   "COUNT",               {N_to(8)},                   A,    "02|8026",          "",             ""},
    {"390n", "AMOUNT",              {N_to(15)},                  A,    "255|8020",         "",             ""},
    {"392n", "PRICE",               {N_to(15)},                  A,    "01+30|01+310n",    "",             ""},
    {"410",  "SHIP TO LOC",         {N(13, csum)},               A,    "",                 "",             ""},
    {"412",  "PURCHASE FROM",       {N(13, csum)},               A,    "",                 "",             ""},
    {"414",  "LOC No.",             {N(13, csum)},               KA,   "",                 "",             "254|7040"},
    {"415",  "PAY TO",              {N(13, csum)},               K,    "8020",             "",             "8020"},
    {"416",  "PROD/SERV LOC",       {N(13, csum)},               A,    "",                 "",             ""},
    {"417",  "PARTY",               {N(13, csum)},               KA,   "",                 "",             "7040"},
    {"422",  "ORIGIN",              {N(3)},                      A,    "01|02|8006|8026",  "426",          ""},
    {"423",  "COUNTRY - INITIAL PROCESS", {Part{Charset::digits, 3, 15, Lint::none}}, A, "01|02", "426",    ""},
    {"426",  "COUNTRY - FULL PROCESS", {N(3)},                   A,    "01|02",            "422|423",      ""},
    {"427",  "ORIGIN SUBDIVISION",  {X_to(3)},                   A,    "422",              "",             ""},
    {"7003", "EXPIRY TIME",         {N(6, Lint::date), N(4)},    A,    "01|02",            "",             ""},
    {"7006", "FIRST FREEZE DATE",   {N(6, Lint::date)},          A,    "01|02",            "",             ""},
    {"7007", "HARVEST DATE",        {N(6, Lint::date), Part{Charset::digits, 0, 6, Lint::none}}, A, "01|02", "", ""},
    {"7040", "UIC+EXT",             {N(1), X_to(3, 3)},          Q,    "",                 "",             ""},
    {"8003", "GRAI",                {N(14, csum), X_to(16, 0)},  K,    "",                 "",             ""},
    {"8004", "GIAI",                {X_to(30)},                  K,    "",                 "",             ""},
    {"8006", "ITIP",                {N(14, csum), N(4)},         K,    "",                 "",             "22,10,21"},
    {"8008", "PROD TIME",           {N(8), Part{Charset::digits, 0, 4, Lint::none}}, A, "01|02", "",        ""},
    {"8013", "GMN",                 {X_to(25)},                  K,    "",                 "",             ""},
    {"8020", "REF No.",             {X_to(25)},                  Q,    "415",              "",             ""},
    {"8030", "DIGSIG",              {Part{Charset::base64url, 1, 90, Lint::none}}, A, "00|01+21|253|255|8003|8004", "", ""},
    {"8200", "PRODUCT URL",         {X_to(70)},                  LinkRole::none, "01",     "",             ""},
    {"90",   "INTERNAL",            {X_to(30)},                  A,    "",                 "",             ""},
    {"9n",   "INTERNAL",            {X_to(90)},                  A,    "",                 "",             ""},
};

// clang-format on

bool fits(std::string_view row, std::string_view ai) {
    if (row.size() != ai.size()) return false;
    for (std::size_t i = 0; i < row.size(); ++i)
        if (row[i] != ai[i] && row[i] != 'n') return false;
    return true;
}

} // namespace

const ApplicationIdentifier* find_ai(std::string_view ai) {
    for (const char c : ai)
        if (c < '0' || c > '9') return nullptr;
    for (const auto& row : table)
        if (fits(row.ai, ai)) return &row;
    return nullptr;
}

} // namespace temsao::gs1
