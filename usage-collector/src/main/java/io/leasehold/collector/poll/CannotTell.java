package io.leasehold.collector.poll;

import io.leasehold.providers.Capability;
import io.leasehold.providers.Provider;
import io.leasehold.providers.usage.BucketWidth;
import io.leasehold.providers.usage.UsageScope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a provider does not tell, in words. */
final class CannotTell {
    private static final Set<Capability> FIGURES = EnumSet.of(
            Capability.USAGE, Capability.PER_KEY_USAGE, Capability.COST, Capability.PER_KEY_COST, Capability.QUOTA);

    private CannotTell() {}

    static List<CannotTellView> of(Provider provider, Optional<UsageScope> usage) {
        List<CannotTellView> lacks = new ArrayList<>();
        provider.capabilityMatrix().stream()
                .filter(support -> FIGURES.contains(support.capability()) && !support.supported())
                .map(support ->
                        new CannotTellView(support.capability().wireName(), String.valueOf(support.manualStep())))
                .forEach(lacks::add);
        usage.ifPresent(scope -> lacks.addAll(ofUsage(provider.displayName(), scope)));
        return lacks;
    }

    private static List<CannotTellView> ofUsage(String name, UsageScope scope) {
        List<CannotTellView> lacks = new ArrayList<>();
        if (!scope.requests()) {
            lacks.add(new CannotTellView(
                    "usage_requests", name + " counts no requests. What passes the gateway is counted here."));
        }
        if (!scope.tokens()) {
            lacks.add(new CannotTellView(
                    "usage_tokens",
                    name + " tells no tokens by API, only requests. What passes the gateway is counted here."));
        }
        if (!scope.today()) {
            lacks.add(new CannotTellView(
                    "usage_today",
                    name + " tells the usage of a day when it is over. What passes the gateway is seen at once."));
        }
        if (!scope.widths().contains(BucketWidth.HOUR)) {
            lacks.add(new CannotTellView("usage_by_hour", name + " tells usage by the day."));
        } else if (!scope.widths().contains(BucketWidth.MINUTE)) {
            lacks.add(new CannotTellView("usage_by_minute", name + " tells usage by the hour."));
        }
        return lacks;
    }
}
