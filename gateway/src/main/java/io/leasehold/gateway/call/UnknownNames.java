package io.leasehold.gateway.call;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What nobody knows of all that was asked for, and how often anybody may be asked about more. Control loop only. */
public final class UnknownNames {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final Duration unknownFor;
    private final int perSecond;
    private final Map<String, Long> unknownUntil;
    private double allowance;
    private long filledAt;

    /**
     * @param unknownFor how long what is unknown is not asked about again
     * @param most so many are remembered at a time
     * @param perSecond so many may be asked about per second
     */
    public UnknownNames(Duration unknownFor, int most, int perSecond, long now) {
        this.unknownFor = unknownFor;
        this.perSecond = perSecond;
        this.allowance = perSecond;
        this.filledAt = now;
        this.unknownUntil = new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
                return size() > most;
            }
        };
    }

    public void add(String name, long now) {
        unknownUntil.put(name, now + unknownFor.toNanos());
    }

    public boolean contains(String name, long now) {
        Long until = unknownUntil.get(name);
        if (until != null && until - now <= 0) {
            unknownUntil.remove(name);
            return false;
        }
        return until != null;
    }

    /** Takes one look-up from what this second allows. */
    public boolean mayAsk(long now) {
        allowance = Math.min(perSecond, allowance + (double) (now - filledAt) / SECOND * perSecond);
        filledAt = now;
        if (allowance < 1) {
            return false;
        }
        allowance -= 1;
        return true;
    }
}
