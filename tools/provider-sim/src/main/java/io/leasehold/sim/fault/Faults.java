package io.leasehold.sim.fault;

import io.leasehold.sim.key.SimKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The faults in force: at most one per key and one for all keys. A key's own comes before the one for all. */
public final class Faults {
    private static final String ALL_KEYS = "";

    private final Map<String, StandingFault> standing = new ConcurrentHashMap<>();

    public void order(Fault fault) {
        standing.put(keyOf(fault.key()), new StandingFault(fault));
    }

    public void clear(@Nullable String keyId) {
        standing.remove(keyOf(keyId));
    }

    public void clearAll() {
        standing.clear();
    }

    public List<Fault> list() {
        return standing.values().stream().map(StandingFault::fault).toList();
    }

    public boolean isDead(SimKey key) {
        return !standing.isEmpty() && of(key).anyMatch(each -> each.fault().kills());
    }

    /** What befalls the next call with an inference key; {@link Fault#NONE} if nothing does. */
    public Fault next(SimKey key) {
        if (standing.isEmpty()) {
            return Fault.NONE;
        }
        Fault hit = of(key).filter(each -> each.fault().touchesInference() && each.hitsCall())
                .map(StandingFault::fault)
                .findFirst()
                .orElse(Fault.NONE);
        dropUsedUp();
        return hit;
    }

    /** How many milliseconds pass before a call with an admin or management key is looked at. */
    long adminLatency(SimKey key) {
        return of(key).mapToLong(each -> each.fault().adminLatency())
                .filter(millis -> millis > 0)
                .findFirst()
                .orElse(0);
    }

    /** The fault by which the next call with an admin or management key fails, if it does. */
    public Optional<Fault> nextAdminFailure(SimKey key) {
        Optional<Fault> hit = of(key).filter(StandingFault::hitsAdminCall)
                .map(StandingFault::fault)
                .findFirst();
        dropUsedUp();
        return hit;
    }

    private Stream<StandingFault> of(SimKey key) {
        return Stream.of(key.id(), ALL_KEYS).map(standing::get).flatMap(Stream::ofNullable);
    }

    private void dropUsedUp() {
        standing.values().removeIf(StandingFault::isUsedUp);
    }

    private static String keyOf(@Nullable String keyId) {
        return keyId == null ? ALL_KEYS : keyId;
    }
}
