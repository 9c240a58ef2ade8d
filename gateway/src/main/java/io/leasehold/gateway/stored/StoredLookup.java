package io.leasehold.gateway.stored;

import io.leasehold.contracts.event.RequestCompleted.StoredResponse;
import io.leasehold.contracts.stored.StoredResponseAnswer;
import io.leasehold.gateway.call.ControlLoop;
import io.leasehold.gateway.call.ServiceCallException;
import io.leasehold.gateway.call.ServiceClient;
import io.leasehold.gateway.call.ServicesConfig;
import io.leasehold.gateway.call.UnknownNames;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds answers that this replica does not know, at distribution-service: once, however many requests go on from it, and not
 * again for a moment if it is unknown there too. What tells of an answer may still be on its way there, and a client may ask on
 * as soon as it has read the last word, a moment before this replica itself knows; so it is asked again before it is given up.
 */
@Singleton
public class StoredLookup {
    private static final int NOT_FOUND = 404;
    private static final int MOST_OF_A_LEASE = 16;
    private static final List<Duration> PAUSES = List.of(Duration.ofMillis(500), Duration.ofSeconds(1));

    private final StoredAnswers stored;
    private final ControlLoop control;
    private final ServiceClient client;
    private final URI service;
    private final UnknownNames unknown;
    private final Map<Question, Promise<StoredFinding>> asked = new HashMap<>();

    StoredLookup(
            StoredAnswers stored,
            ControlLoop control,
            ServiceClient client,
            ServicesConfig services,
            StoredConfig config) {
        this.stored = stored;
        this.control = control;
        this.client = client;
        this.service = services.distributionService().url();
        this.unknown = new UnknownNames(
                config.unknownFor(), config.maxUnknown(), config.lookupsPerSecond(), System.nanoTime());
    }

    /** What a lease wants to go on from. */
    private record Question(UUID workspaceId, String provider, String id, UUID leaseId) {
        String pathAndQuery() {
            return "/internal/v1/stored-responses/%s?workspace=%s&provider=%s&lease=%s"
                    .formatted(
                            StoredResponse.hash(id),
                            workspaceId,
                            URLEncoder.encode(provider, StandardCharsets.UTF_8),
                            leaseId);
        }

        /** Of one length, however long an id a client makes up. */
        String name() {
            return leaseId + StoredResponse.hash(id);
        }
    }

    /** Never fails. */
    public Future<StoredFinding> find(UUID workspaceId, String provider, String id, UUID leaseId) {
        Promise<StoredFinding> promise = Promise.promise();
        Question question = new Question(workspaceId, provider, id, leaseId);
        control.run(() -> together(question).onComplete(promise));
        return promise.future();
    }

    private Future<StoredFinding> together(Question question) {
        Promise<StoredFinding> underway = asked.get(question);
        if (underway != null) {
            return underway.future();
        }
        if (unknown.contains(question.name(), System.nanoTime())) {
            return Future.succeededFuture(StoredFinding.UNKNOWN);
        }
        if (isBusyWith(question.leaseId())) {
            return Future.succeededFuture(StoredFinding.UNAVAILABLE);
        }
        Promise<StoredFinding> promise = Promise.promise();
        asked.put(question, promise);
        seek(question, 0).onComplete(done -> {
            asked.remove(question);
            promise.handle(done);
        });
        return promise.future();
    }

    /** A lease that makes ids up keeps others from theirs no longer than it takes to see that these are none. */
    private boolean isBusyWith(UUID leaseId) {
        return asked.keySet().stream()
                        .filter(other -> other.leaseId().equals(leaseId))
                        .count()
                >= MOST_OF_A_LEASE;
    }

    private Future<StoredFinding> seek(Question question, int pauses) {
        return ask(question).compose(finding -> switch (finding) {
            case StoredFinding.Found found -> Future.succeededFuture(found);
            case StoredFinding.Unavailable unavailable -> later(question, pauses, StoredFinding.UNAVAILABLE);
            case StoredFinding.Unknown nobodys -> later(question, pauses, StoredFinding.UNKNOWN);
        });
    }

    /** @param so what it is if it is not known here by then, and nobody is asked again */
    private Future<StoredFinding> later(Question question, int pauses, StoredFinding so) {
        if (pauses == PAUSES.size()) {
            return Future.succeededFuture(remember(question, so));
        }
        return control.pause(PAUSES.get(pauses)).compose(over -> {
            StoredAnswer known =
                    stored.find(question.workspaceId(), question.provider(), question.id(), question.leaseId());
            if (known != null) {
                return Future.succeededFuture(new StoredFinding.Found(known));
            }
            return so instanceof StoredFinding.Unavailable ? Future.succeededFuture(so) : seek(question, pauses + 1);
        });
    }

    private StoredFinding remember(Question question, StoredFinding so) {
        if (so instanceof StoredFinding.Unknown) {
            unknown.add(question.name(), System.nanoTime());
        }
        return so;
    }

    private Future<StoredFinding> ask(Question question) {
        if (!unknown.mayAsk(System.nanoTime())) {
            return Future.succeededFuture(StoredFinding.UNAVAILABLE);
        }
        return client.get(service, question.pathAndQuery(), StoredResponseAnswer.class)
                .map(answer -> found(question, answer))
                .otherwise(StoredLookup::failed);
    }

    private StoredFinding found(Question question, StoredResponseAnswer answer) {
        String told = answer.link();
        byte @Nullable [] link = told == null ? null : Base64.getUrlDecoder().decode(told);
        return new StoredFinding.Found(stored.given(
                question.workspaceId(), question.provider(), question.id(), question.leaseId(), answer.keyId(), link));
    }

    private static StoredFinding failed(Throwable failure) {
        return failure instanceof ServiceCallException call && call.status() == NOT_FOUND
                ? StoredFinding.UNKNOWN
                : StoredFinding.UNAVAILABLE;
    }
}
