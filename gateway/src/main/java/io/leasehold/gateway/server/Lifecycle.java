package io.leasehold.gateway.server;

import io.leasehold.gateway.call.ServiceClient;
import io.leasehold.gateway.capture.ContentPublisher;
import io.leasehold.gateway.capture.ConversationKeys;
import io.leasehold.gateway.feed.TopicFeed;
import io.leasehold.gateway.hold.Holds;
import io.leasehold.gateway.record.RecordConfig;
import io.leasehold.gateway.record.RecordPublisher;
import io.leasehold.providers.Providers;
import io.leasehold.providers.price.PriceBook;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/** In which order the gateway begins and ends. */
@Singleton
class Lifecycle {
    private static final Logger LOG = Logger.getLogger(Lifecycle.class);
    private static final long CHECK_MILLIS = 20;
    private static final Duration GIVE_BACK_TIME = Duration.ofSeconds(3);
    private static final Duration CONTENT_TIME = Duration.ofSeconds(3);

    private final ServerConfig config;
    private final RecordConfig records;
    private final DataPlane dataPlane;
    private final ServiceClient services;
    private final TopicFeed feed;
    private final Holds holds;
    private final RecordPublisher publisher;
    private final ConversationKeys conversationKeys;
    private final ContentPublisher content;
    private final Providers providers;
    private final PriceBook prices;

    Lifecycle(
            ServerConfig config,
            RecordConfig records,
            DataPlane dataPlane,
            ServiceClient services,
            TopicFeed feed,
            Holds holds,
            RecordPublisher publisher,
            ConversationKeys conversationKeys,
            ContentPublisher content,
            Providers providers,
            PriceBook prices) {
        this.config = config;
        this.records = records;
        this.dataPlane = dataPlane;
        this.services = services;
        this.feed = feed;
        this.holds = holds;
        this.publisher = publisher;
        this.conversationKeys = conversationKeys;
        this.content = content;
        this.providers = providers;
        this.prices = prices;
    }

    void start(@Observes StartupEvent event) throws InterruptedException, ExecutionException {
        services.signIn();
        feed.start();
        publisher.start();
        conversationKeys.start();
        holds.start();
        loadPrices();
        dataPlane.listen().toCompletionStage().toCompletableFuture().get();
        LOG.infof("data plane listening host=%s port=%d", config.host(), config.port());
    }

    /** Prices are read from files when first asked for, which an event loop must not wait for. */
    private void loadPrices() {
        providers.all().forEach(provider -> prices.load(provider.id()));
    }

    /**
     * Who sends requests here hears a moment later that it should not, so they are served until then. After that streams
     * finish, records reach the broker, and what is held for nobody goes back, in this order.
     */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        dataPlane.leave();
        TimeUnit.MILLISECONDS.sleep(config.leaveTime().toMillis());
        dataPlane.drain();
        long until = System.nanoTime() + config.drainTime().toNanos();
        while (dataPlane.requestsUnderWay() > 0 && until - System.nanoTime() > 0) {
            TimeUnit.MILLISECONDS.sleep(CHECK_MILLIS);
        }
        boolean flushed = publisher.stop(records.flushTime());
        giveBack();
        content.stop(CONTENT_TIME);
        feed.stop();
        LOG.infof("drained requests_left=%d records_flushed=%s", dataPlane.requestsUnderWay(), flushed);
    }

    private void giveBack() throws InterruptedException {
        try {
            holds.giveBack()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(GIVE_BACK_TIME.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            LOG.warnf("holds not given back, they run out by themselves cause=%s", failure.toString());
        }
    }
}
