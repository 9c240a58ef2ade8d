package io.leasehold.distribution.hold;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.Scope;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.spend.Balance;
import io.leasehold.distribution.spend.SpendWindow;
import io.leasehold.distribution.spend.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** A window of one dollar and three replicas that admit requests out of their slices of it, in memory. */
final class ArbiterModel {
    static final BigDecimal LIMIT = BigDecimal.ONE;
    private static final int REPLICAS = 3;

    private final WindowBook book = new WindowBook(
            new SpendWindow(
                    new Window(
                            new WindowKey(new UUID(0, 9), Scope.LEASE, "l", Period.LEASE, Instant.EPOCH),
                            null,
                            LIMIT,
                            0),
                    Balance.ZERO,
                    false,
                    1),
            Map.of());
    private final List<Replica> replicas =
            IntStream.range(0, REPLICAS).mapToObj(i -> new Replica()).toList();
    private final List<Settle> onTheirWay = new ArrayList<>();
    private BigDecimal finished = BigDecimal.ZERO;

    enum Kind {
        ASK,
        ASK_AND_LOSE_THE_ANSWER,
        ADMIT,
        FINISH,
        SETTLE_OLDEST,
        SETTLE_NEWEST,
        GIVE_BACK,
        TELL_RETURNED,
        DIE
    }

    /** @param cents how much it is about */
    record Step(Kind kind, int replica, int cents) {}

    private record Settle(UUID replica, BigDecimal cost) {}

    /** What a gateway replica knows. */
    private static final class Replica {
        private final UUID id = UUID.randomUUID();
        private final List<BigDecimal> running = new ArrayList<>();
        private BigDecimal available = BigDecimal.ZERO;
        private BigDecimal seenGranted = BigDecimal.ZERO;
        private BigDecimal returned = BigDecimal.ZERO;
        private boolean alive = true;
    }

    void apply(Step step) {
        Replica replica = replicas.get(step.replica());
        BigDecimal amount = BigDecimal.valueOf(step.cents(), 2);
        switch (step.kind()) {
            case SETTLE_OLDEST -> settle(0);
            case SETTLE_NEWEST -> settle(onTheirWay.size() - 1);
            case ASK -> ask(replica, amount, true);
            case ASK_AND_LOSE_THE_ANSWER -> ask(replica, amount, false);
            case ADMIT -> admit(replica, amount);
            case FINISH -> finish(replica, amount);
            case GIVE_BACK -> giveBack(replica, amount);
            case TELL_RETURNED -> tellReturned(replica);
            case DIE -> die(replica);
        }
    }

    private void ask(Replica replica, BigDecimal need, boolean answered) {
        if (!replica.alive) {
            return;
        }
        book.grant(replica.id, LIMIT, need, need, REPLICAS);
        if (answered) {
            BigDecimal granted = book.hold(replica.id).granted();
            replica.available = replica.available.add(granted.subtract(replica.seenGranted));
            replica.seenGranted = granted;
        }
    }

    private static void admit(Replica replica, BigDecimal worstCase) {
        if (replica.alive && worstCase.compareTo(replica.available) <= 0) {
            replica.available = replica.available.subtract(worstCase);
            replica.running.add(worstCase);
        }
    }

    /** Also of a replica that the arbiter gave up: it may only have been cut off. */
    private void finish(Replica replica, BigDecimal wish) {
        if (!replica.running.isEmpty()) {
            BigDecimal worstCase = replica.running.removeFirst();
            BigDecimal cost = wish.min(worstCase);
            replica.available = replica.available.add(worstCase).subtract(cost);
            finished = finished.add(cost);
            onTheirWay.add(new Settle(replica.id, cost));
        }
    }

    private void settle(int index) {
        if (!onTheirWay.isEmpty()) {
            Settle settle = onTheirWay.remove(index);
            book.take(settle.replica(), settle.cost());
            book.spend(settle.cost());
        }
    }

    private static void giveBack(Replica replica, BigDecimal wish) {
        BigDecimal idle = wish.min(replica.available);
        replica.available = replica.available.subtract(idle);
        replica.returned = replica.returned.add(idle);
    }

    private void tellReturned(Replica replica) {
        if (replica.alive) {
            book.giveBack(replica.id, replica.returned);
        }
    }

    private void die(Replica replica) {
        if (replica.alive) {
            replica.alive = false;
            book.close(replica.id);
        }
    }

    /** Everybody hears the last answer, finishes at the worst case, settles and gives back. */
    void finishAll() {
        for (Replica replica : replicas) {
            ask(replica, BigDecimal.ZERO, true);
            while (!replica.running.isEmpty()) {
                finish(replica, LIMIT);
            }
            giveBack(replica, LIMIT);
            tellReturned(replica);
        }
        while (!onTheirWay.isEmpty()) {
            settle(0);
        }
    }

    /** What requests that are over did cost, and those under way may. */
    BigDecimal admitted() {
        return replicas.stream().flatMap(replica -> replica.running.stream()).reduce(finished, BigDecimal::add);
    }

    BigDecimal outstanding(boolean closed) {
        return replicas.stream()
                .map(replica -> book.hold(replica.id))
                .filter(hold -> hold.closed() == closed)
                .map(Hold::outstanding)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal used() {
        return book.window().balance().used();
    }

    BigDecimal spent() {
        return book.window().balance().spent();
    }

    BigDecimal held() {
        return book.window().balance().held();
    }

    BigDecimal presumed() {
        return book.window().balance().presumed();
    }
}
