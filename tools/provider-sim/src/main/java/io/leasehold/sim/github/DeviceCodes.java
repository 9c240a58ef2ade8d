package io.leasehold.sim.github;

import io.leasehold.sim.http.Serial;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sign-ins under way, and what was decided about them. Forgotten at a restart. */
final class DeviceCodes {
    static final Duration LIFE = Duration.ofMinutes(15);
    private static final Duration FIRST_INTERVAL = Duration.ofSeconds(5);
    private static final Duration SLOWER_BY = Duration.ofSeconds(5);
    private static final int CODE_BYTES = 20;
    private static final int HALF = 4;

    private final Map<String, SignIn> byDeviceCode = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    /** What the user did. */
    enum Decision {
        PENDING,
        APPROVE,
        DENY,
        EXPIRE
    }

    /**
     * @param login who approved; empty before that
     * @param tokenLife how long the token lasts; null for one that does not end
     * @param lastPoll null before the first one
     */
    record SignIn(
            String deviceCode,
            String userCode,
            String clientId,
            String scope,
            Instant expiresAt,
            Duration interval,
            Decision decision,
            String login,
            @Nullable Duration tokenLife,
            @Nullable Instant lastPoll) {

        SignIn decided(Decision by, String who, @Nullable Duration life) {
            return new SignIn(deviceCode, userCode, clientId, scope, expiresAt, interval, by, who, life, lastPoll);
        }

        SignIn polled(Instant now) {
            Duration next = isTooSoon(now) ? interval.plus(SLOWER_BY) : interval;
            return new SignIn(deviceCode, userCode, clientId, scope, expiresAt, next, decision, login, tokenLife, now);
        }

        boolean isTooSoon(Instant now) {
            return lastPoll != null && now.isBefore(lastPoll.plus(interval));
        }

        boolean isOver(Instant now) {
            return decision == Decision.EXPIRE || !now.isBefore(expiresAt);
        }

        @Override
        public String toString() {
            return "SignIn[" + userCode + ", " + decision + "]";
        }
    }

    SignIn begin(String clientId, String scope, Instant now) {
        byte[] bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        SignIn begun = new SignIn(
                HexFormat.of().formatHex(bytes),
                half() + "-" + half(),
                clientId,
                scope,
                now.plus(LIFE),
                FIRST_INTERVAL,
                Decision.PENDING,
                "",
                null,
                null);
        byDeviceCode.put(begun.deviceCode(), begun);
        return begun;
    }

    /** The sign-in as it was before this poll, which counts for the next one; empty where there is none. */
    Optional<SignIn> poll(String deviceCode, Instant now) {
        SignIn before = byDeviceCode.get(deviceCode);
        byDeviceCode.computeIfPresent(deviceCode, (code, signIn) -> signIn.polled(now));
        return Optional.ofNullable(before);
    }

    /**
     * @param tokenLife how long the token of whoever approves lasts; null for one that does not end
     * @return whether there is one with that code
     */
    boolean decide(String userCode, Decision decision, String login, @Nullable Duration tokenLife) {
        Optional<SignIn> found = byDeviceCode.values().stream()
                .filter(signIn -> signIn.userCode().equals(userCode))
                .findFirst();
        found.ifPresent(signIn -> byDeviceCode.computeIfPresent(
                signIn.deviceCode(), (code, now) -> now.decided(decision, login, tokenLife)));
        return found.isPresent();
    }

    void end(String deviceCode) {
        byDeviceCode.remove(deviceCode);
    }

    private String half() {
        return Serial.spell("", random.nextLong(), HALF).toUpperCase(Locale.ROOT);
    }
}
