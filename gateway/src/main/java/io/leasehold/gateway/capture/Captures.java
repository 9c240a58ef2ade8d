package io.leasehold.gateway.capture;

import io.leasehold.contracts.Capture;
import io.leasehold.contracts.event.LeaseView;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.contracts.event.RequestCompleted.Continuation;
import io.leasehold.gateway.admission.Admitted;
import io.leasehold.gateway.capture.CaptureMetrics.Reason;
import io.leasehold.gateway.capture.CaptureMetrics.What;
import io.leasehold.gateway.capture.Transcript.Answer;
import io.leasehold.gateway.memory.ByteBudget;
import io.leasehold.gateway.stored.StoredAnswer;
import io.leasehold.gateway.stored.StoredAnswers;
import io.leasehold.providers.dialect.ConversationForm;
import io.leasehold.providers.dialect.Route;
import io.leasehold.providers.dialect.RouteKind;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.crypto.SecretKey;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Works out what is told of conversations: what links a request to others, and what was said, as far as its domain allows. */
@Singleton
public class Captures {
    private static final Logger LOG = Logger.getLogger(Captures.class);
    private static final double OF_HEAP = 1 / 10.0;

    private final CaptureRules rules;
    private final ConversationKeys keys;
    private final ContentPublisher content;
    private final StoredAnswers stored;
    private final CaptureMetrics metrics;
    private final ByteBudget budget;
    private final Executor workers = Executors.newFixedThreadPool(
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
            Thread.ofPlatform().daemon().name("leasehold-capture-", 0).factory());

    Captures(
            CaptureRules rules,
            ConversationKeys keys,
            ContentPublisher content,
            StoredAnswers stored,
            CaptureMetrics metrics,
            CaptureConfig config) {
        this.rules = rules;
        this.keys = keys;
        this.content = content;
        this.stored = stored;
        this.metrics = metrics;
        this.budget = ByteBudget.of(config.budget(), OF_HEAP);
        metrics.watch(budget);
    }

    CaptureMetrics metrics() {
        return metrics;
    }

    Executor workers() {
        return workers;
    }

    /**
     * An answer begins.
     *
     * @param body which from now on belongs to the transcript, where there is one
     * @param answerCoding the answer's content encoding; nothing is read of one that is compressed
     * @return null where nothing is told
     */
    public @Nullable Transcript begin(
            Admitted admitted,
            Route route,
            byte[] body,
            int length,
            @Nullable String requestType,
            @Nullable String answerType,
            @Nullable String answerCoding) {
        UUID workspaceId = admitted.lease().workspaceId();
        CaptureRules.Rule rule = rules.of(workspaceId, admitted.domain());
        boolean linked = rule.capture() != Capture.NONE && route.conversation() != null;
        boolean told = rule.capture() == Capture.FULL && route.kind() != RouteKind.FREE;
        if (length == 0 || !(linked || told)) {
            return null;
        }
        boolean room = budget.take(body.length);
        if (!room) {
            leaveRequestOut(rule, route);
        }
        Kept request = room ? Kept.of(budget, body, length) : Kept.nothing(budget);
        Exchange exchange = new Exchange(
                rule,
                room ? route.conversation() : null,
                request,
                length,
                requestType,
                answerType,
                admitted.secret(),
                goesOnFrom(admitted));
        boolean readable = answerCoding == null || answerCoding.equalsIgnoreCase("identity");
        if (!readable) {
            metrics.leftOut(told ? What.ANSWER_BODY : What.ANSWER_LINK, Reason.UNREADABLE);
        }
        return new Transcript(
                this,
                exchange,
                Kept.nothing(budget),
                readable,
                CompletableFuture.supplyAsync(() -> readRequest(workspaceId, exchange), workers));
    }

    private byte @Nullable [] goesOnFrom(Admitted admitted) {
        String id = admitted.inference() == null ? null : admitted.inference().goesOnFrom();
        LeaseView lease = admitted.lease();
        StoredAnswer answer =
                id == null ? null : stored.find(lease.workspaceId(), lease.provider(), id, lease.leaseId());
        return answer == null ? null : answer.link();
    }

    private void leaveRequestOut(CaptureRules.Rule rule, Route route) {
        if (route.conversation() != null) {
            metrics.leftOut(What.LINKS, Reason.BUDGET);
        }
        if (rule.capture() == Capture.FULL) {
            metrics.leftOut(What.REQUEST_BODY, Reason.BUDGET);
        }
    }

    /** The request is read while its answer comes, so that as little of it as possible has to be kept. */
    private @Nullable PrefixChain readRequest(UUID workspaceId, Exchange exchange) {
        try {
            return exchange.form() == null ? null : chain(workspaceId, exchange.form(), exchange);
        } finally {
            if (exchange.rule().capture() == Capture.FULL) {
                exchange.request().shortenTo(CapturedBodies.NEEDED);
            } else {
                exchange.request().giveUp();
            }
        }
    }

    private @Nullable PrefixChain chain(UUID workspaceId, ConversationForm form, Exchange exchange) {
        SecretKey key = keys.of(workspaceId);
        if (key == null) {
            metrics.leftOut(What.LINKS, Reason.NO_KEY);
            return null;
        }
        try {
            byte[] before = exchange.goesOnFrom();
            PrefixChain chain = before == null ? new PrefixChain(key) : new PrefixChain(key, before);
            form.request(exchange.request().bytes(), exchange.request().length(), chain::add);
            return chain.messages() == 0 ? null : chain;
        } catch (IOException | RuntimeException unreadable) {
            metrics.leftOut(What.LINKS, Reason.UNREADABLE);
            return null;
        }
    }

    /** A worker's; whatever fails, the record is told, and all memory is given back. */
    void end(
            Exchange exchange,
            @Nullable PrefixChain chain,
            Answer answer,
            RequestCompleted completed,
            @Nullable String responseId,
            Consumer<RequestCompleted> record) {
        CapturedBodies bodies = new CapturedBodies(exchange, answer, metrics);
        boolean handedOver = false;
        try {
            Continuation links = linksOrNone(exchange, chain, answer, responseId);
            RequestCompleted linked = completed.with(links);
            if (chain != null && responseId != null && links != null && links.withAnswer() != null) {
                stored.link(completed.workspaceId(), completed.provider(), responseId, chain.link());
                linked = linked.withStoredLink(chain.link());
            }
            record.accept(linked);
            handedOver = exchange.rule().capture() == Capture.FULL && content.publish(bodies, completed);
        } finally {
            if (!handedOver) {
                bodies.giveUp();
            }
        }
    }

    private @Nullable Continuation linksOrNone(
            Exchange exchange, @Nullable PrefixChain chain, Answer answer, @Nullable String responseId) {
        try {
            return chain == null ? null : links(exchange, chain, answer, responseId);
        } catch (RuntimeException fault) {
            LOG.errorf("request not linked cause=%s", fault.getClass());
            metrics.leftOut(What.LINKS, Reason.FAULT);
            return null;
        }
    }

    private Continuation links(Exchange exchange, PrefixChain chain, Answer answer, @Nullable String responseId) {
        int messages = chain.messages();
        List<String> prefixes = chain.prefixes();
        String withAnswer = exchange.form() == null ? null : withAnswer(exchange, exchange.form(), chain, answer);
        metrics.told(What.LINKS);
        return new Continuation(messages, prefixes, withAnswer, responseId);
    }

    private @Nullable String withAnswer(Exchange exchange, ConversationForm form, PrefixChain chain, Answer answer) {
        if (answer.leftOut()) {
            return null;
        }
        if (answer.cut()) {
            metrics.leftOut(What.ANSWER_LINK, Reason.TOO_LONG);
            return null;
        }
        try {
            List<byte[]> messages =
                    form.answer(answer.kept().bytes(), answer.kept().length(), exchange.answerType());
            messages.forEach(chain::add);
            return messages.isEmpty() ? null : chain.prefixes().getLast();
        } catch (IOException | RuntimeException unreadable) {
            LOG.debugf("answer not linked cause=%s", unreadable.getClass());
            metrics.leftOut(What.ANSWER_LINK, Reason.UNREADABLE);
            return null;
        }
    }
}
