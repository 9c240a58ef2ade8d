package io.leasehold.kit.secret;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How long Vault takes, and what comes of it: {@code leasehold_vault_seconds{operation,result}}. */
final class VaultMetrics {
    private static final String OK = "ok";

    private final MeterRegistry registry;

    VaultMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    <T extends @Nullable Object> T timed(String operation, Supplier<T> call) {
        Timer.Sample begun = Timer.start(registry);
        try {
            T answer = call.get();
            begun.stop(timer(operation, OK));
            return answer;
        } catch (SecretStoreProblem problem) {
            begun.stop(timer(operation, problem.reason().name().toLowerCase(Locale.ROOT)));
            throw problem;
        }
    }

    private Timer timer(String operation, String result) {
        return Timer.builder("leasehold.vault")
                .description("Calls of Vault with sign-in where it was due, by what became of them")
                .tag("operation", operation)
                .tag("result", result)
                .publishPercentileHistogram()
                .register(registry);
    }
}
