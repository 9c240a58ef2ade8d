package io.leasehold.bench.revocation;

import java.time.Duration;
import java.util.Map;

/**
 * How a trial ended.
 *
 * @param kills how often the service was killed
 * @param states how many keys ended in each state
 * @param untold keys that are stuck or await a person and do not say why
 * @param left secrets that are still stored although their key is revoked
 * @param lost keys that are alive at their provider and whose secret is gone
 * @param orphans keys that are alive at their provider although they count as revoked
 */
public record Findings(
        int keys, int kills, Duration took, Map<String, Integer> states, int untold, int left, int lost, int orphans) {

    public Findings {
        states = Map.copyOf(states);
    }

    /** Whether every key is revoked, or is truthfully said not to be, and nothing is where it should not be. */
    public boolean isAsItShouldBe() {
        return in("revoked") + in("stuck") + in("awaiting_manual") == keys
                && untold == 0
                && left == 0
                && lost == 0
                && orphans == 0;
    }

    public int in(String state) {
        return states.getOrDefault(state, 0);
    }

    String text() {
        int elsewhere = keys - in("revoked") - in("stuck") - in("awaiting_manual");
        return """
                keys                                      %6d
                revoked                                   %6d
                awaiting a person                         %6d
                stuck                                     %6d
                in another state                          %6d
                stuck or awaiting without saying why      %6d
                secrets left of revoked keys              %6d
                secrets lost of live keys                 %6d
                live at the provider but revoked here     %6d
                killed                                    %6d times in %d s
                """.formatted(
                        keys,
                        in("revoked"),
                        in("awaiting_manual"),
                        in("stuck"),
                        elsewhere,
                        untold,
                        left,
                        lost,
                        orphans,
                        kills,
                        took.toSeconds());
    }
}
