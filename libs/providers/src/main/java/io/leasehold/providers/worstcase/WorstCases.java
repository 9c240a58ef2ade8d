package io.leasehold.providers.worstcase;

import io.leasehold.providers.dialect.RequestScan.Inference;
import io.leasehold.providers.dialect.RouteKind;
import io.leasehold.providers.price.ModelPrice;
import io.leasehold.providers.price.Prices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Works out worst cases: inline text by bytes (a token is at least one), everything else by the model's context window
 * in each turn, a missing maximum of output as the model's own, all at the dearest cache, tier and region that the
 * request allows, and the dearest model where the provider may choose.
 */
public final class WorstCases {
    /** What a client adds to its body that writes a maximum where there was none. */
    private static final int ROOM_FOR_MAXIMUM = 64;

    private final Prices prices;

    public WorstCases(Prices prices) {
        this.prices = prices;
    }

    public WorstCase of(String provider, RouteKind route, Inference scan, Instant at) {
        return switch (route) {
            case FREE -> new WorstCase.Free();
            case UNBOUNDED -> new WorstCase.Unbounded("What this route costs can't be told beforehand.");
            case PRICED -> dearest(provider, scan, at, scan.maxOutput());
        };
    }

    /**
     * The largest maximum of output tokens with which the request would fit; empty where even one token would not, or
     * where no bound can be given.
     */
    public OptionalLong largestMaxOutput(String provider, Inference asked, Instant at, long remainingNanoUsd) {
        Inference scan = asked.maxOutput().isPresent() ? asked : asked.withMoreText(ROOM_FOR_MAXIMUM);
        long fits = 0;
        long tooMany = 1L << 31;
        while (tooMany - fits > 1) {
            long middle = (fits + tooMany) >>> 1;
            if (costsAtMost(remainingNanoUsd, dearest(provider, scan, at, OptionalLong.of(middle)))) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return fits == 0 ? OptionalLong.empty() : OptionalLong.of(fits);
    }

    private static boolean costsAtMost(long nanoUsd, WorstCase worst) {
        return worst instanceof WorstCase.Priced priced && priced.nanoUsd() <= nanoUsd;
    }

    private WorstCase dearest(String provider, Inference scan, Instant at, OptionalLong maxOutput) {
        WorstCase dearest = new WorstCase.Free();
        for (String model : models(scan)) {
            WorstCase candidate = prices.find(provider, model, at)
                    .map(price -> ofModel(price, scan, maxOutput))
                    .orElse(new WorstCase.Unbounded("The price of this model is not known."));
            if (candidate instanceof WorstCase.Unbounded) {
                return candidate;
            }
            dearest = dearer(dearest, candidate);
        }
        return dearest;
    }

    /** The answer may come in any tier that the request leaves open. */
    private static WorstCase ofModel(ModelPrice price, Inference scan, OptionalLong maxOutput) {
        WorstCase dearest = new WorstCase.Free();
        for (ModelPrice possible : price.possible(scan.terms())) {
            WorstCase candidate = new Bound(possible, scan, maxOutput).worstCase();
            if (candidate instanceof WorstCase.Unbounded) {
                return candidate;
            }
            dearest = dearer(dearest, candidate);
        }
        return dearest;
    }

    private static WorstCase dearer(WorstCase one, WorstCase other) {
        return one instanceof WorstCase.Priced a && other instanceof WorstCase.Priced b && a.nanoUsd() >= b.nanoUsd()
                ? one
                : other;
    }

    private static List<String> models(Inference scan) {
        if (scan.alternatives().isEmpty()) {
            return List.of(scan.model());
        }
        List<String> models = new ArrayList<>(scan.alternatives());
        if (!scan.model().isEmpty()) {
            models.add(scan.model());
        }
        return models;
    }
}
