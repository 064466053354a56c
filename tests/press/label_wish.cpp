// A wish for labels: what each option becomes, what is assumed where none is given, and which are refused together.
#include "press/label_wish.h"

#include "catch.h"

using namespace temsao;
using namespace temsao::press;

namespace {

using Options = std::map<std::string, std::vector<std::string>>;

const job::Surroundings around{"/nowhere/home", "/nowhere/share", Lang::en, *Date::from(2026, 11, 24), "", {}};

LabelWish wish_for(Options options) {
    const auto wish = read_label_wish({.job = "label", .options = std::move(options)}, around);
    REQUIRE(wish.ok());
    return *wish;
}

std::string refusal_of(Options options) {
    const auto wish = read_label_wish({.job = "label", .options = std::move(options)}, around);
    REQUIRE_FALSE(wish.ok());
    CHECK(wish.error().cause == Cause::usage);
    return wish.error().what.id;
}

} // namespace

TEST_CASE("without options: one plain label of today, every label read back, nothing written, nothing frozen") {
    const auto wish = wish_for({});
    CHECK(wish.run.made == around.today);
    CHECK(wish.run.lot == "261124"); // the day made
    CHECK_FALSE(wish.run.lot_given);
    CHECK(wish.run.count == 1);
    CHECK(wish.run.resolution.dpi() == 300);
    CHECK(wish.run.host == job::default_host);
    CHECK_FALSE(wish.run.serials);
    CHECK(wish.profile.kind == ProfileWish::Kind::plain);
    CHECK_FALSE(wish.template_name.has_value());
    CHECK_FALSE(wish.output.has_value());
    CHECK_FALSE(wish.labels_read_back.has_value());
    CHECK_FALSE(wish.approval.is_asked());
    CHECK(wish.approval.frozen_options.empty());
}

TEST_CASE("the format is the one given, else the file's ending, else PDF") {
    CHECK(wish_for({{"out", {"a.zpl"}}}).output->format == "zpl");
    CHECK(wish_for({{"out", {"a.zpl"}}, {"format", {"tspl"}}}).output->format == "tspl");
    CHECK(wish_for({{"out", {"a"}}}).output->format == "pdf");
    CHECK(wish_for({{"out", {"a.tspl"}}, {"gap", {"2,5"}}}).run.printer->settings.gap == Mm{2.5});
}

TEST_CASE("spares are counted in, and percents of the count are rounded up") {
    const auto wish = wish_for({{"count", {"30"}}, {"spares", {"5%"}}});
    CHECK(wish.run.spares == 2);
    CHECK(wish.run.count == 32);
}

TEST_CASE("a signed label has a serial of its own unless one is named, its key is named and not opened") {
    const Options by_key{{"profile", {"signed"}}, {"key", {"no-such-key"}}};
    CHECK(wish_for(by_key).run.serials);
    CHECK(wish_for(by_key).profile.key == "no-such-key");
    auto named = by_key;
    named["serial"] = {"A1"};
    CHECK_FALSE(wish_for(named).run.serials);
}

TEST_CASE("only the options that change a label are frozen") {
    const auto wish = wish_for({{"product", {"09520000010003"}},
                                {"out", {"a.pdf"}},
                                {"count", {"12"}},
                                {"level", {"Q"}},
                                {"host", {"shop.example"}},
                                {"sign-off", {"Lan"}}});
    CHECK(wish.approval.frozen_options == Frozen{{"--host", "shop.example"}, {"--level", "Q"}});
    CHECK(wish.approval.signer == "Lan");
}

TEST_CASE("options that do not go together, or say nothing that can be, are refused by name") {
    CHECK(refusal_of({{"out", {"a.pdf"}}, {"gap", {"2"}}}) == "printer.only");
    CHECK(refusal_of({{"out", {"a.png"}}, {"bleed", {"2"}}}) == "press.pdf_only");
    CHECK(refusal_of({{"out", {"a.zpl"}}, {"icc", {"coated.icc"}}}) == "press.pdf_only");
    CHECK(refusal_of({{"profile", {"signed"}}}) == "profile.key_needed");
    CHECK(refusal_of({{"key", {"lan"}}}) == "profile.key_unused");
    CHECK(refusal_of({{"profile", {"gold"}}}) == "option.profile");
    CHECK(refusal_of({{"level", {"LM"}}}) == "option.level");
    CHECK(refusal_of({{"goods", {"gold"}}}) == "option.goods");
    CHECK(refusal_of({{"quantity-height", {"gold"}}}) == "option.quantity_height");
    CHECK(refusal_of({{"check-labels", {"0"}}}) == "option.check_labels");
    CHECK(refusal_of({{"count", {"100001"}}}) == "option.number");
    CHECK(refusal_of({{"spares", {"101%"}}}) == "option.number");
}
