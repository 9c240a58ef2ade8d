package io.leasehold.distribution.rate;

import io.leasehold.contracts.hold.GrantAnswer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A limit per minute, replicas that share it as gateways do, and a network that delays, repeats, loses and swaps what they
 * say. Time is in seconds.
 */
final class RateModel {
    static final int TERM = 60;
    static final int PATIENCE = 75;
    private static final int MINUTE = 60;
    private static final int UNANSWERED = 30;

    enum Kind {
        TAKE,
        ASK,
        ASK_IDLE,
        DELIVER,
        DELIVER_AND_KEEP,
        ANSWER,
        LOSE_ANSWER,
        CRASH,
        PASS,
        PASS_LONG
    }

    /** @param amount permits, seconds, or which of the messages that are on their way */
    record Step(Kind kind, int who, int amount) {}

    private record Ask(Replica from, UUID id, long returned, long need, long want, long sentAt) {}

    private record Answer(Ask to, GrantAnswer.Share share) {}

    private record Told(Share share, long at) {}

    private long limit;
    private long now;
    private final Map<UUID, Told> book = new HashMap<>();
    private final List<Replica> replicas = new ArrayList<>(List.of(new Replica(), new Replica(), new Replica()));
    private final List<Ask> asks = new ArrayList<>();
    private final List<Answer> answers = new ArrayList<>();
    private final List<Long> passAt = new ArrayList<>();

    RateModel(long limit) {
        this.limit = limit;
    }

    /** What {@code gateway} does with a share, in its simplest form. */
    private final class Replica {
        private UUID id = UUID.randomUUID();
        private long granted;
        private long returned;
        private long keep;
        private boolean answered;
        private boolean asked;
        private long firstAskedAt;
        private long admitsUntil;
        private final List<Long> takenUntil = new ArrayList<>();

        long taken() {
            takenUntil.removeIf(until -> until <= now);
            return takenUntil.size();
        }

        void take() {
            if (answered && now < admitsUntil && taken() < Math.min(granted - returned, keep)) {
                takenUntil.add(now + MINUTE);
                passAt.add(now + MINUTE);
            }
        }

        void ask(long want) {
            if (answered ? now >= admitsUntil : asked && now >= firstAskedAt + UNANSWERED) {
                id = UUID.randomUUID();
                asked = false;
                granted = 0;
                returned = 0;
                keep = 0;
                answered = false;
            }
            if (!asked) {
                asked = true;
                firstAskedAt = now;
            }
            returned += Math.max(0, granted - returned - Math.max(taken(), want == 0 ? 0 : keep));
            asks.add(new Ask(this, id, returned, Math.min(1, want), want, now));
        }

        void answered(Ask to, GrantAnswer.Share share) {
            if (share.shareId().equals(id)) {
                answered = true;
                admitsUntil = to.sentAt + TERM;
                granted = Math.max(granted, share.granted());
                keep = share.keep();
            }
        }
    }

    void apply(Step step) {
        Replica replica = replicas.get(step.who());
        switch (step.kind()) {
            case TAKE -> {
                for (int i = 0; i < step.amount(); i++) {
                    replica.take();
                }
            }
            case ASK -> replica.ask(step.amount());
            case ASK_IDLE -> replica.ask(0);
            case DELIVER -> deliver(step.amount(), false);
            case DELIVER_AND_KEEP -> deliver(step.amount(), true);
            case ANSWER -> answer(step.amount(), true);
            case LOSE_ANSWER -> answer(step.amount(), false);
            case CRASH -> replicas.set(step.who(), new Replica());
            case PASS -> now += step.amount();
            case PASS_LONG -> now += 5L * step.amount();
        }
    }

    private void deliver(int which, boolean again) {
        if (asks.isEmpty()) {
            return;
        }
        Ask ask = again ? asks.get(which % asks.size()) : asks.remove(which % asks.size());
        ShareBook shares = new ShareBook(limit, live());
        GrantAnswer.Share answer = shares.ask(ask.id, ask.returned, ask.need, ask.want, now / 10);
        book.put(ask.id, new Told(shares.share(ask.id), now));
        answers.add(new Answer(ask, answer));
    }

    private void answer(int which, boolean arrives) {
        if (!answers.isEmpty()) {
            Answer answer = answers.remove(which % answers.size());
            if (arrives) {
                answer.to.from.answered(answer.to, answer.share);
            }
        }
    }

    private Map<UUID, Share> live() {
        Map<UUID, Share> live = new HashMap<>();
        book.forEach((id, told) -> {
            if (told.at > now - PATIENCE - MINUTE) {
                live.put(id, told.share);
            }
        });
        return live;
    }

    /** What all replicas have admitted within the last minute, those that have crashed since among them. */
    long admittedWithinAMinute() {
        passAt.removeIf(at -> at <= now);
        return passAt.size();
    }

    long lent() {
        return new ShareBook(limit, live()).lent();
    }

    void limit(long other) {
        limit = other;
    }

    /** Everybody asks for that much, and hears the answer, for so many seconds. */
    void goOn(int seconds, long... wants) {
        asks.clear();
        answers.clear();
        for (int second = 0; second < seconds; second++) {
            for (int i = 0; i < wants.length; i++) {
                replicas.get(i).ask(wants[i]);
                deliver(0, false);
                answer(0, true);
            }
            now++;
        }
    }

    /** How many permits a replica may use. */
    long usable(int who) {
        Replica replica = replicas.get(who);
        return Math.min(replica.granted - replica.returned, replica.keep);
    }

    void takeAll(int who) {
        for (long i = usable(who); i > 0; i--) {
            replicas.get(who).take();
        }
    }
}
