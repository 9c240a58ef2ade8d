package io.leasehold.collector.rate;

import io.leasehold.kit.production.ProductionCheck;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Who can change rates on their way, or fixes nonsense, changes what bills look like. */
@Singleton
class RateProductionCheck implements ProductionCheck {
    private final RateConfig config;

    RateProductionCheck(RateConfig config) {
        this.config = config;
    }

    @Override
    public List<String> violations() {
        List<String> found = new ArrayList<>();
        if (config.enabled() && !"https".equalsIgnoreCase(config.address().getScheme())) {
            found.add("leasehold.collector.exchange-rates.address is not https.");
        }
        config.fixed().forEach((currency, usd) -> {
            if (usd.signum() <= 0) {
                found.add("leasehold.collector.exchange-rates.fixed." + currency + " is not more than 0.");
            }
        });
        return found;
    }
}
