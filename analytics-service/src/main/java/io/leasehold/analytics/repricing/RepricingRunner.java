package io.leasehold.analytics.repricing;

import io.leasehold.analytics.ledger.LedgerStore;
import io.leasehold.analytics.price.PriceLookup;
import io.leasehold.analytics.rollup.Contribution;
import io.leasehold.analytics.rollup.RollupStore;
import io.leasehold.kit.database.Database;
import io.leasehold.providers.price.Pricing;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Prices past requests again, some at a time, each step in one transaction with the note of how far it has come: whichever
 * replica is there goes on, also after one died, and nothing is done twice.
 */
@Singleton
class RepricingRunner {
    private static final Logger LOG = Logger.getLogger(RepricingRunner.class);
    private static final int MOST_REPRICINGS = 20;
    /** Few enough that the workspace's requests are taken in meanwhile without a pause that anybody sees. */
    private static final int AT_ONCE = 2_000;

    private final Database database;
    private final PriceLookup prices;
    private final Clock clock;

    RepricingRunner(Database database, PriceLookup prices, Clock clock) {
        this.database = database;
        this.prices = prices;
        this.clock = clock;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        database.asSystem(handle -> RepricingStore.listUnfinished(handle, MOST_REPRICINGS))
                .forEach(this::run);
    }

    /** One that fails does not keep the others from going on; it is tried again. */
    private void run(RepricingStore.Unfinished unfinished) {
        try {
            boolean more;
            do {
                more = database.inWorkspace(unfinished.workspaceId(), handle -> step(handle, unfinished));
            } while (more);
        } catch (RuntimeException failure) {
            LOG.warnf(failure, "repricing interrupted, it goes on repricing=%s", unfinished.repricingId());
        }
    }

    /** @return whether there is more to do */
    boolean step(Handle handle, RepricingStore.Unfinished unfinished) {
        return RepricingStore.claim(handle, unfinished)
                .map(repricing -> step(handle, repricing))
                .orElse(false);
    }

    private boolean step(Handle handle, Repricing repricing) {
        if (!repricing.dryRun()) {
            LedgerStore.lock(handle, List.of(repricing.workspaceId()), clock.instant());
        }
        Pricing pricing = new Pricing(prices.of(handle, repricing.workspaceId()));
        List<PastRequest> requests = RepricingStore.listNext(handle, repricing, AT_ONCE);
        List<RepricingStore.Priced> priced = new ArrayList<>();
        RepricingSums sums = repricing.sums();
        for (PastRequest request : requests) {
            PastRequest.Cost cost = request.costBy(pricing);
            BigDecimal former = request.cost();
            sums = sums.plus(former, cost == null ? former : cost.amount());
            if (cost != null) {
                priced.add(new RepricingStore.Priced(request, cost));
            }
        }
        if (!repricing.dryRun() && !priced.isEmpty()) {
            RepricingStore.setCosts(handle, repricing.workspaceId(), priced);
            RollupStore.add(handle, differences(priced));
        }
        boolean more = requests.size() == AT_ONCE;
        RepricingStore.advance(
                handle, repricing, requests.isEmpty() ? null : requests.getLast(), sums, more ? null : clock.instant());
        return more;
    }

    private static List<Contribution> differences(List<RepricingStore.Priced> priced) {
        List<Contribution> differences = new ArrayList<>();
        for (RepricingStore.Priced each : priced) {
            differences.add(each.request().counted().contribution().negated());
            differences.add(each.request().at(each.cost()));
        }
        return differences;
    }
}
