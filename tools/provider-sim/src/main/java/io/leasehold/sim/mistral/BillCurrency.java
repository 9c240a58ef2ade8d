package io.leasehold.sim.mistral;

import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.InvalidRequest;
import io.leasehold.sim.http.JsonFields;
import io.vertx.core.buffer.Buffer;
import java.util.regex.Pattern;

/** What the organisation is billed in: dollars, until something else is ordered. The numbers of prices stay the same. */
final class BillCurrency {
    private static final Pattern ISO_4217 = Pattern.compile("[A-Z]{3}");

    private volatile String code = "USD";

    String code() {
        return code;
    }

    /** {@code {"currency":"EUR"}}. */
    void order(Exchange exchange, Buffer body) {
        code = JsonFields.of(body)
                .text("currency")
                .filter(text -> ISO_4217.matcher(text).matches())
                .orElseThrow(() -> new InvalidRequest("currency: expected three letters, such as EUR"));
        exchange.nothing();
    }
}
