package io.leasehold.collector.poll;

import io.leasehold.collector.account.AccountStore;
import io.leasehold.collector.account.KeyStore;
import io.leasehold.contracts.Topic;
import io.leasehold.contracts.event.AccountView;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.kit.consume.EventHandler;
import io.leasehold.kit.event.ReceivedEvent;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Learns of accounts and keys. An account that is new or has changed is due at once: what was wrong with it may be right
 * now.
 */
@Singleton
class AccountConsumer implements EventHandler {
    private final Poller poller;
    private final Clock clock;

    AccountConsumer(Poller poller, Clock clock) {
        this.poller = poller;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "accounts";
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.ACCOUNTS, Topic.KEYS);
    }

    @Override
    public void handle(Handle handle, List<ReceivedEvent> batch) {
        boolean due = false;
        for (ReceivedEvent event : batch) {
            switch (event.data()) {
                case AccountView account -> due |= take(handle, account);
                case KeyView key -> KeyStore.put(handle, key);
                case null, default -> {
                    // Other news of them is none of ours.
                }
            }
        }
        if (due) {
            handle.afterCommit(poller::pollDue);
        }
    }

    /** @return whether there is something new to ask its provider for */
    private boolean take(Handle handle, AccountView account) {
        boolean news = AccountStore.put(handle, account);
        if (news) {
            PollStore.startOver(handle, account.workspaceId(), account.accountId(), clock.instant());
        }
        return news;
    }
}
