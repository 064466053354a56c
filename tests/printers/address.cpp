#include "printers/address.h"

#include "catch.h"

using namespace temsao;
using namespace temsao::printers;

TEST_CASE("an address names a place in the network or a device") {
    CHECK(parse_address("192.168.1.40")->text() == "192.168.1.40:9100");
    CHECK(parse_address("192.168.1.40:9103")->port == 9103);
    CHECK(parse_address("[fd00::7]:9101")->text() == "[fd00::7]:9101");
    CHECK(parse_address("fd00::7")->host == "fd00::7");
    CHECK(parse_address("may-in.local")->host == "may-in.local");
    CHECK(parse_address("/dev/usb/lp0")->is_device());
}

TEST_CASE("an address of an office printer is a URI of IPP, with the path that all have") {
    const auto plain = parse_address("ipp://192.168.1.50");
    REQUIRE(plain);
    CHECK(plain->is_ipp());
    CHECK_FALSE(plain->has_tls);
    CHECK(plain->text() == "ipp://192.168.1.50:631/ipp/print");
    CHECK(parse_address("ipps://may-in.local:631/")->text() == "ipps://may-in.local:631/ipp/print");
    CHECK(parse_address("ipp://127.0.0.1/printers/HP_kho")->ipp_path == "/printers/HP_kho");
    CHECK(parse_address("ipp://[fd00::7]/ipp/print")->text() == "ipp://[fd00::7]:631/ipp/print");
    CHECK(*parse_address(plain->text()) == *plain);
    CHECK_FALSE(parse_address("192.168.1.50")->is_ipp());
    CHECK(resolve(*plain)->text() == plain->text());
}

TEST_CASE("what a URI of IPP may not hold is refused") {
    for (const auto* text : {"ipp://",
                             "ipp:///ipp/print",
                             "ipp://a@192.168.1.50/ipp/print",
                             "ipp://192.168.1.50/ipp/print?a=b",
                             "ipp://192.168.1.50/../x",
                             "ipp://192.168.1.50/a b",
                             "ipp://192.168.1.50/%41",
                             "ipp://192.168.1.50/a\r\nHost: b",
                             "IPP://192.168.1.50",
                             "http://192.168.1.50:631/ipp/print"}) {
        CAPTURE(text);
        const auto read = parse_address(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().what.id == "printer.address");
    }
    for (const auto* text :
         {"ipp://192.168.1.50:80", "ipp://192.168.1.50:9100/ipp/print", "ipps://x:443/", "ipp://x:"}) {
        CAPTURE(text);
        const auto read = parse_address(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().what.id == "printer.ipp_port");
    }
    CHECK(resolve(*parse_address("ipp://8.8.8.8")).error().what.id == "printer.not_local");
}

TEST_CASE("what is no printer's address is refused, with the port named") {
    for (const auto* text :
         {"", "/etc/passwd", "/dev/../etc/passwd", "http://192.168.1.40", "a b", "-x", "[fd00::7", "[fd00::7]x"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_address(text));
    }
    for (const auto* text : {"192.168.1.40:80", "192.168.1.40:22", "192.168.1.40:", "192.168.1.40:9104"}) {
        CAPTURE(text);
        const auto read = parse_address(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().what.id == "printer.port");
    }
}

TEST_CASE("only addresses of the local network are taken") {
    for (const auto* text : {"127.0.0.1",
                             "10.1.2.3",
                             "172.16.0.1",
                             "172.31.255.255",
                             "192.168.0.9",
                             "169.254.1.1",
                             "::1",
                             "fe80::1",
                             "fd12::1",
                             "::ffff:10.0.0.1"}) {
        CAPTURE(text);
        CHECK(resolve({text, first_port, {}}));
    }
    for (const auto* text :
         {"8.8.8.8", "172.32.0.1", "192.169.0.1", "11.0.0.1", "2001:db8::1", "::ffff:8.8.8.8", "0.0.0.0"}) {
        CAPTURE(text);
        const auto found = resolve({text, first_port, {}});
        REQUIRE_FALSE(found);
        CHECK(found.error().what.id == "printer.not_local");
    }
}
