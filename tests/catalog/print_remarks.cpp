// What is told before labels are printed: found by an index of producers, compared with a walk over all pairs.
#include "catalog/print_remarks.h"

#include "catalog/same_name.h"
#include "catalog/standing.h"
#include "catch.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace temsao;
using namespace temsao::catalog;

namespace {

const Date day = *Date::parse_iso("2026-06-01");

template <class T>
const T& one_of(const std::vector<T>& some, std::mt19937& chance) {
    return some[chance() % some.size()];
}

Product random_product(int number, std::mt19937& chance) {
    static const std::vector<std::string> names{
        "Mật ong rừng", "Mật ong rùng", "MẬT ONG RỪNG", "Trà 1", "Trà 2", "Trà cổ thụ", "Trà cổ thu", "Gạo"};
    static const std::vector<std::string> producers{
        "HTX Nắng Mới", "Hợp tác xã Nắng Mới", "Cty TNHH Mẫu", "Công ty TNHH Mẫu", "Cơ sở Lá"};
    Product product;
    product.name = one_of(names, chance);
    product.producer = one_of(producers, chance);
    product.key = "SP-" + std::to_string(number);
    if (chance() % 2 == 0) {
        const auto digits = std::to_string(9520000000000 + number * 10);
        for (char check = '0'; check <= '9' && !product.gtin; ++check)
            if (auto gtin = gs1::Gtin::parse(digits.substr(0, 12) + check)) product.gtin = *gtin;
        product.key = product.gtin->digits();
    }
    Certificate certificate{.stars = 3,
                            .score = {},
                            .decision = "1/QĐ-UBND",
                            .issuer = "UBND tỉnh Hà Tĩnh",
                            .issued = *Date::parse_iso("2025-01-01"),
                            .valid_to = *Date::parse_iso("2028-01-01"),
                            .ended_by = {}};
    if (chance() % 3 == 0) certificate.status = Status::revoked;
    product.certificates = {certificate};
    return product;
}

ProductList list_of(std::vector<Product> products) {
    return {.header = {.source = std::string(), .as_of = day, .is_signed = false}, .products = std::move(products)};
}

// What the header promises, product by product.
std::multiset<std::string> expected(const Product& product, const ProductList& list) {
    const auto is_revoked = [](const Product& one) { return one.certificates.front().status == Status::revoked; };
    std::multiset<std::string> found;
    for (const auto& other : list.products) {
        if (other.key == product.key || !same_producer(other.producer, product.producer)) continue;
        if (same_product_name(other.name, product.name)) {
            if (product.gtin && other.gtin) found.insert("NAME_TWICE " + other.key);
        } else if (!is_revoked(product) && is_revoked(other) &&
                   differs_in_one_letter(product_name_key(product.name), product_name_key(other.name))) {
            found.insert("NAME_LIKE_REVOKED " + other.key);
        }
    }
    return found;
}

std::multiset<std::string> seen(const std::vector<Finding>& remarks) {
    std::multiset<std::string> found;
    for (const auto& remark : remarks)
        if (remark.code.starts_with("NAME_")) found.insert(std::string(remark.code) + " " + remark.facts.at(2));
    return found;
}

} // namespace

TEST_CASE("names of one producer that are alike are told of each product, as a walk over all pairs finds them") {
    std::mt19937 chance(17);
    std::size_t told = 0, quiet = 0;
    for (int round = 0; round < 200; ++round) {
        std::vector<Product> products;
        for (int i = 0; i < 12; ++i)
            products.push_back(random_product(round * 100 + i + 1, chance));
        const auto list = list_of(std::move(products));
        const PrintRemarks remarks(list, day);
        std::multiset<std::string> of_products;
        for (const auto& product : list.products) {
            const auto found = seen(remarks.of(product));
            CHECK(found == expected(product, list));
            (found.empty() ? quiet : told) += 1;
        }
    }
    CHECK(told > 300);
    CHECK(quiet > 300);
}

TEST_CASE("signs between the letters make no other name than that of a revoked product") {
    for (const auto* name : {"Mật ong rừng.",
                             "Mật ong (rừng)",
                             "Mật ong – rừng",
                             "Mật ong \"rừng\"",
                             "“Mật ong rừng”",
                             "Mật-ong-rừng",
                             "Mật ong, rừng",
                             "Mật ongrừng",
                             "Mật ong rừng…"}) {
        INFO(name);
        CHECK(differs_in_one_letter(product_name_key(name), product_name_key("Mật ong rừng")));
    }
    for (const auto* name : {"Mật ong rừng", "Mật ong rừng 2", "Mật ong hoa rừng", "Mật"})
        CHECK_FALSE(differs_in_one_letter(product_name_key(name), product_name_key("Mật ong rừng")));
    CHECK_FALSE(differs_in_one_letter(product_name_key("Trà 1"), product_name_key("Trà 2")));
}

TEST_CASE("a product of a producer who has no other one is told nothing") {
    std::mt19937 chance(1);
    auto product = random_product(1, chance);
    product.certificates.front().status = Status::valid;
    product.producer = "Cơ sở Một Mình";
    const auto list = list_of({product});
    CHECK(seen(PrintRemarks(list, day).of(list.products.front())).empty());
}

TEST_CASE("names of a whole list that are alike are told as a walk over all pairs finds them, in its order") {
    const std::vector<std::string> letters{"a", "ă", "â", "b", "c", "d", "đ", " ", "1", "2", ".", "“", "–"};
    std::mt19937 chance(29);
    std::size_t told = 0;
    for (int round = 0; round < 200; ++round) {
        std::vector<Product> products;
        for (int i = 0; i < 40; ++i) {
            auto product = random_product(round * 100 + i + 1, chance);
            product.name.clear();
            for (auto count = chance() % 4; count > 0; --count)
                product.name += one_of(letters, chance);
            products.push_back(std::move(product));
        }
        const auto list = list_of(std::move(products));
        std::map<std::string, std::vector<std::string>> wanted; // by producer: revoked, then valid, as listed
        for (const auto& revoked : list.products)
            for (const auto& valid : list.products)
                if (revoked.certificates.front().status == Status::revoked &&
                    valid.certificates.front().status == Status::valid &&
                    same_producer(revoked.producer, valid.producer) &&
                    differs_in_one_letter(product_name_key(revoked.name), product_name_key(valid.name)))
                    wanted[producer_key(revoked.producer)].push_back(valid.key + " " + revoked.key);
        std::vector<std::string> expected, found;
        for (const auto& [producer, pairs] : wanted)
            expected.insert(expected.end(), pairs.begin(), pairs.end());
        for (const auto& finding : list_likenesses(list, day))
            if (finding.code == "NAME_LIKE_REVOKED") found.push_back(finding.facts.at(1) + " " + finding.facts.at(2));
        REQUIRE(found == expected);
        told += found.size();
    }
    CHECK(told > 2000);
}
