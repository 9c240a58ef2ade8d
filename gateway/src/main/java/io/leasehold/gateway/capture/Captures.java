package io.leasehold.gateway.capture;

import io.leasehold.contracts.Capture;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.contracts.event.RequestCompleted.Continuation;
import io.leasehold.gateway.admission.Admitted;
import io.leasehold.gateway.capture.CaptureMetrics.Reason;
import io.leasehold.gateway.capture.CaptureMetrics.What;
import io.leasehold.gateway.capture.Transcript.Answer;
import io.leasehold.gateway.memory.ByteBudget;
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

    private final CaptureRules rules;
    private final ConversationKeys keys;
    private final ContentPublisher content;
    private final CaptureMetrics metrics;
    private final ByteBudget budget;
    private final Executor workers = Executors.newFixedThreadPool(
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2),
            Thread.ofPlatform().daemon().name("leasehold-capture-", 0).factory());

    Captures(
            CaptureRules rules,
            ConversationKeys keys,
            ContentPublisher content,
            CaptureMetrics metrics,
            CaptureConfig config) {
        this.rules = rules;
        this.keys = keys;
        this.content = content;
        this.metrics = metrics;
        this.budget = new ByteBudget(config.budget().asLongValue());
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
     * @return null where nothing is told
     */
    public @Nullable Transcript begin(
            Admitted admitted,
            Route route,
            byte[] body,
            int length,
            @Nullable String requestType,
            @Nullable String answerType) {
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
        Exchange exchange =
                new Exchange(rule, room ? route.conversation() : null, request, length, requestType, answerType);
        return new Transcript(
                this,
                exchange,
                Kept.nothing(budget),
                CompletableFuture.supplyAsync(() -> readRequest(workspaceId, exchange), workers));
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
            return exchange.form() == null ? null : chain(workspaceId, exchange.form(), exchange.request());
        } finally {
            if (exchange.rule().capture() == Capture.FULL) {
                exchange.request().shortenTo(CapturedBodies.NEEDED);
            } else {
                exchange.request().giveUp();
            }
        }
    }

    private @Nullable PrefixChain chain(UUID workspaceId, ConversationForm form, Kept request) {
        SecretKey key = keys.of(workspaceId);
        if (key == null) {
            metrics.leftOut(What.LINKS, Reason.NO_KEY);
            return null;
        }
        try {
            PrefixChain chain = new PrefixChain(key);
            form.request(request.bytes(), request.length(), chain::add);
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
        Continuation links = null;
        try {
            links = chain == null ? null : links(exchange, chain, answer, responseId);
        } finally {
            record.accept(completed.with(links));
        }
        if (exchange.rule().capture() == Capture.FULL) {
            content.publish(new CapturedBodies(exchange, answer), completed);
        } else {
            answer.kept().giveUp();
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
