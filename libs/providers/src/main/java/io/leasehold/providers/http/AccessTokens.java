package io.leasehold.providers.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** OAuth access tokens that were given for credentials (RFC 6749, 5.1), for as long as they work. */
final class AccessTokens {
    /** A call must not meet its end on the way. */
    private static final Duration UNUSED_AT_END = Duration.ofMinutes(2);

    private final Clock clock;
    private final Map<String, Token> byCredential = new ConcurrentHashMap<>();

    private record Token(Secret value, Instant usableUntil) {}

    AccessTokens(Clock clock) {
        this.clock = clock;
    }

    /** @param answer of whoever gives tokens; asked only where none is at hand */
    Secret get(Access credential, Supplier<JsonNode> answer, String provider) {
        Instant now = clock.instant();
        String id = credential.baseUrl() + " " + credential.credential().sha256();
        Token known = byCredential.get(id);
        if (known != null && now.isBefore(known.usableUntil())) {
            return known.value();
        }
        Token given = token(answer.get(), provider, now);
        byCredential.values().removeIf(token -> !now.isBefore(token.usableUntil()));
        byCredential.put(id, given);
        return given.value();
    }

    private static Token token(JsonNode answer, String provider, Instant now) {
        String value = JsonFields.text(answer, "access_token");
        if (value == null) {
            throw new ProviderException(Failure.UNREADABLE, 200, null, provider + " gave no access token.", null);
        }
        Duration life = Duration.ofSeconds(answer.path("expires_in").asLong());
        return new Token(Secret.of(value), now.plus(life).minus(UNUSED_AT_END));
    }
}
