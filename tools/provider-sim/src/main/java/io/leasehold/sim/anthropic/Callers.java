package io.leasehold.sim.anthropic;

import io.leasehold.sim.fault.Faults;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.key.KeyKind;
import io.leasehold.sim.key.KeyRing;
import io.leasehold.sim.key.KeyStatus;
import io.leasehold.sim.key.Provider;
import io.leasehold.sim.key.SimKey;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who calls: the key behind the credential, if it works and is of the kind that the endpoint wants. */
final class Callers {
    private static final Set<String> VERSIONS = Set.of("2023-06-01", "2026-10-21");
    private static final String BEARER = "Bearer ";

    private final KeyRing keys;
    private final Faults faults;
    private final InstantSource clock;

    Callers(KeyRing keys, Faults faults, InstantSource clock) {
        this.keys = keys;
        this.faults = faults;
        this.clock = clock;
    }

    /** @throws AnthropicError 401 for everything but a working key of that kind, 400 for a missing version */
    SimKey require(Exchange exchange, KeyKind kind) {
        String secret = credential(exchange);
        if (secret == null) {
            throw new AnthropicError(AnthropicErrorKind.AUTHENTICATION, "x-api-key header is required");
        }
        SimKey key = keys.findBySecret(secret)
                .filter(found -> found.provider() == Provider.ANTHROPIC && found.kind() == kind)
                .filter(this::works)
                .orElseThrow(AnthropicError::unauthenticated);
        requireVersion(exchange.header("anthropic-version"));
        return key;
    }

    private boolean works(SimKey key) {
        return key.statusAt(clock.instant()) == KeyStatus.ACTIVE && !faults.isDead(key);
    }

    private static @Nullable String credential(Exchange exchange) {
        String key = exchange.header("x-api-key");
        if (key != null) {
            return key;
        }
        String authorization = exchange.header("authorization");
        return authorization != null && authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length())
                : null;
    }

    private static void requireVersion(@Nullable String version) {
        if (version == null) {
            throw AnthropicError.invalid("anthropic-version: header is required");
        }
        if (!VERSIONS.contains(version)) {
            throw AnthropicError.invalid("anthropic-version: \"" + version + "\" is not a valid version");
        }
    }
}
