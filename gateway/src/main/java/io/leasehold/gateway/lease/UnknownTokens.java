package io.leasehold.gateway.lease;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Tokens that nobody knows, and how often anybody may be asked about another one. Control loop only. */
final class UnknownTokens {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final LeaseConfig config;
    private final Map<String, Long> unknownUntil;
    private double allowance;
    private long filledAt;

    UnknownTokens(LeaseConfig config, long now) {
        this.config = config;
        this.allowance = config.lookupsPerSecond();
        this.filledAt = now;
        this.unknownUntil = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                return size() > config.maxUnknown();
            }
        };
    }

    void add(String tokenHash, long now) {
        unknownUntil.put(tokenHash, now + config.unknownFor().toNanos());
    }

    boolean contains(String tokenHash, long now) {
        Long until = unknownUntil.get(tokenHash);
        if (until != null && until - now <= 0) {
            unknownUntil.remove(tokenHash);
            return false;
        }
        return until != null;
    }

    /** Takes one look-up from what this second allows. */
    boolean mayAsk(long now) {
        int perSecond = config.lookupsPerSecond();
        allowance = Math.min(perSecond, allowance + (double) (now - filledAt) / SECOND * perSecond);
        filledAt = now;
        if (allowance < 1) {
            return false;
        }
        allowance -= 1;
        return true;
    }
}
