package io.leasehold.kit.rate;

import io.leasehold.kit.production.ProductionCheck;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Pages of other origins call only where they are named; a pattern that fits many is no list. */
@Singleton
class CorsCheck implements ProductionCheck {
    private final boolean enabled;
    private final Optional<List<String>> origins;

    CorsCheck(
            @ConfigProperty(name = "leasehold.cors.enabled", defaultValue = "false") boolean enabled,
            @ConfigProperty(name = "leasehold.cors.origins") Optional<List<String>> origins) {
        this.enabled = enabled;
        this.origins = origins;
    }

    @Override
    public List<String> violations() {
        if (!enabled) {
            return List.of();
        }
        boolean named = origins.filter(list -> list.stream().allMatch(origin -> origin.matches("https://[^/*]+")))
                .isPresent();
        return named
                ? List.of()
                : List.of("leasehold.cors.origins must name each origin, such as https://tools.example.com.");
    }
}
