package io.leasehold.collector.rate;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;

/** Where rates come from by which bills in other currencies are compared in USD. */
@ConfigMapping(prefix = "leasehold.collector.exchange-rates")
interface RateConfig {
    /** Whether the feed is asked, once a day; without it, what is not fixed has no new rates. */
    @WithDefault("true")
    boolean enabled();

    /** Reference rates of the last 90 days, in the form of the European Central Bank. */
    @WithDefault("https://www.ecb.europa.eu/stats/eurofxref/eurofxref-hist-90d.xml")
    URI address();

    /**
     * Rates of the operator's own by currency (ISO 4217), which go before the feed's: how many USD one unit is. What was
     * converted before stays as it was.
     */
    Map<String, BigDecimal> fixed();
}
