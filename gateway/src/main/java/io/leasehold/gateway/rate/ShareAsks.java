package io.leasehold.gateway.rate;

import io.leasehold.contracts.hold.GrantAnswer;
import io.leasehold.contracts.hold.GrantRequest.ShareAsk;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The shares that one call to the arbiter asks about. */
public final class ShareAsks {
    /** As many as the arbiter takes in one call; the others come with the next. */
    private static final int MOST = 1_000;

    private final Set<Share> shares = new LinkedHashSet<>();

    void add(Share share) {
        if (shares.size() < MOST) {
            shares.add(share);
        }
    }

    public boolean isEmpty() {
        return shares.isEmpty();
    }

    /** What to send. Once only, as it gives back. */
    public List<ShareAsk> make(long now) {
        return shares.stream().map(share -> share.ask(now)).toList();
    }

    /** @param answers one per ask and in that order */
    public void answered(List<GrantAnswer.Share> answers, long sentAt, int termSeconds, long now) {
        if (answers.size() != shares.size()) {
            throw new IllegalStateException(
                    "The arbiter answered %d of %d asks for shares".formatted(answers.size(), shares.size()));
        }
        int i = 0;
        for (Share share : shares) {
            share.answered(answers.get(i++), sentAt, termSeconds, now);
        }
    }
}
