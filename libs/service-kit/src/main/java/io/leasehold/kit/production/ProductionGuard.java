package io.leasehold.kit.production;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/** Stops the start of an unsafe production installation, with the whole list of what is wrong. */
@ApplicationScoped
class ProductionGuard {
    private static final Logger LOG = Logger.getLogger(ProductionGuard.class);

    private final LeaseholdConfig config;
    private final List<ProductionCheck> checks;

    ProductionGuard(LeaseholdConfig config, @All List<ProductionCheck> checks) {
        this.config = config;
        this.checks = checks;
    }

    void onStart(@Observes @Priority(1) StartupEvent event) {
        if (config.mode() == LeaseholdConfig.Mode.LOCAL) {
            return;
        }
        List<String> violations =
                checks.stream().flatMap(check -> check.violations().stream()).toList();
        if (!violations.isEmpty()) {
            violations.forEach(violation -> LOG.errorf("unsafe for production reason=%s", violation));
            throw new IllegalStateException("Refusing to start in production: " + String.join(" ", violations));
        }
    }
}
