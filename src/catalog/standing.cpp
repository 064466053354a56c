#include "catalog/standing.h"

#include <algorithm>
#include <tuple>

namespace temsao::catalog {
namespace {

class History {
public:
    History(const Product& product, Date day, const IsRevoked& is_revoked)
        : product_(product),
          day_(day),
          is_revoked_(is_revoked) {}

    Standing standing() const {
        const auto first = std::min_element(product_.certificates.begin(),
                                            product_.certificates.end(),
                                            [](const auto& a, const auto& b) { return a.issued < b.issued; });
        const auto issued = all([&](const Certificate& one) { return one.issued <= day_ && !is_replaced(one); });
        if (issued.empty()) return pick(all([&](const Certificate& one) { return one.issued == first->issued; }), {});
        const auto newest = (*std::max_element(issued.begin(), issued.end(), [](const auto* a, const auto* b) {
                                return a->issued < b->issued;
                            }))->issued;
        std::vector<const Certificate*> of_that_day, running;
        for (const auto* one : issued) {
            if (one->issued == newest) of_that_day.push_back(one);
            if (runs(*one)) running.push_back(one);
        }
        return pick(of_that_day, running);
    }

private:
    template <class Fits>
    std::vector<const Certificate*> all(Fits fits) const {
        std::vector<const Certificate*> found;
        for (const auto& one : product_.certificates)
            if (fits(one)) found.push_back(&one);
        return found;
    }

    // On the day: one that was superseded stays in force until its successor is issued.
    Status status(const Certificate& one) const {
        if (is_revoked_ && is_revoked_(one) && graver(Status::revoked, one.status)) return Status::revoked;
        if (one.status == Status::superseded && has_successor(one, [&](Date issued) { return issued > day_; }))
            return Status::valid;
        return one.status;
    }

    template <class Fits>
    bool has_successor(const Certificate& one, Fits fits) const {
        return std::any_of(product_.certificates.begin(), product_.certificates.end(), [&](const Certificate& other) {
            return &other != &one && other.status != Status::superseded && other.issued >= one.issued &&
                   fits(other.issued);
        });
    }

    bool is_replaced(const Certificate& one) const {
        return one.status == Status::superseded && has_successor(one, [&](Date issued) { return issued <= day_; });
    }

    bool runs(const Certificate& one) const {
        return status(one) == Status::valid && one.issued <= day_ && day_ <= one.valid_to;
    }

    // The gravest first; then whatever ends first, has the fewest stars, and at last the decision's number, so that the
    // answer never depends on the order.
    bool more_careful(const Certificate* a, const Certificate* b) const {
        const auto status_a = status(*a), status_b = status(*b);
        if (status_a != status_b) return graver(status_a, status_b);
        return std::tie(a->valid_to, a->stars, a->decision, a->issuer) <
               std::tie(b->valid_to, b->stars, b->decision, b->issuer);
    }

    Standing pick(std::vector<const Certificate*> counting, const std::vector<const Certificate*>& running) const {
        const auto has_ended = [&](const Certificate* one) { return one->issued <= day_ && !runs(*one); };
        if (std::any_of(counting.begin(), counting.end(), has_ended))
            std::erase_if(counting, [&](const Certificate* one) { return !has_ended(one); });
        const auto careful = [&](const auto* a, const auto* b) { return more_careful(a, b); };
        Standing standing;
        standing.certificate = *std::min_element(counting.begin(), counting.end(), careful);
        standing.status = status(*standing.certificate);
        standing.most_stars = (*std::max_element(counting.begin(), counting.end(), [](const auto* a, const auto* b) {
                                  return a->stars < b->stars;
                              }))->stars;
        if (runs(*standing.certificate)) { // all of the day run: the fewest stars and the first end
            standing.certificate =
                *std::min_element(counting.begin(), counting.end(), [&](const auto* a, const auto* b) {
                    return std::tie(a->stars, a->valid_to, a->decision, a->issuer) <
                           std::tie(b->stars, b->valid_to, b->decision, b->issuer);
                });
        } else if (!running.empty()) {
            standing.still_runs = *std::min_element(running.begin(), running.end(), careful);
        }
        return standing;
    }

    const Product& product_;
    Date day_;
    const IsRevoked& is_revoked_;
};

} // namespace

Standing standing_on(const Product& product, Date day, const IsRevoked& is_revoked) {
    ENSURE(!product.certificates.empty());
    return History(product, day, is_revoked).standing();
}

const Certificate& certificate_on(const Product& product, Date day) {
    return *standing_on(product, day).certificate;
}

} // namespace temsao::catalog
