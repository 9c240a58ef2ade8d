package io.leasehold.gateway.server;

import io.leasehold.contracts.UsageSource;
import io.leasehold.gateway.admission.Admitted;
import io.leasehold.gateway.admission.Call;
import io.leasehold.gateway.admission.Refused;
import io.leasehold.gateway.capture.Transcript;
import io.leasehold.gateway.relay.AnswerRelay;
import io.leasehold.gateway.relay.Attempt;
import io.leasehold.gateway.relay.HeldAnswer;
import io.leasehold.gateway.relay.Relay;
import io.leasehold.gateway.relay.Timeline;
import io.leasehold.providers.dialect.AnswerStrip;
import io.leasehold.providers.dialect.Refusal;
import io.leasehold.providers.dialect.Usage;
import io.leasehold.providers.dialect.UsageRequest;
import io.leasehold.providers.dialect.UsageTap;
import io.leasehold.providers.http.AddressRule.NotPublicException;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One admitted request on its way to the provider and back, and into the ledger. Event loop only. */
final class Delivery {
    /** What records say where the client hung up first; no such status is ever sent. */
    private static final int CLIENT_CLOSED_REQUEST = 499;

    private static final int FIRST_ERROR = 400;

    /** HTTP/2's word for an answer that can't be finished. */
    private static final long INTERNAL_ERROR = 2;

    private static final String EVENT_STREAM = "text/event-stream";

    private final Site site;
    private final Call call;
    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final UUID requestId;
    private final RequestBody body;
    private final Timeline timeline;
    private final Tries tries;
    private Admitted admitted;
    private Attempt attempt;
    private Runnable over = () -> {};
    private @Nullable AnswerRelay relay;
    private @Nullable Transcript transcript;
    private boolean clientGone;
    private boolean answered;
    private boolean costComesLast;
    private boolean isOver;

    Delivery(
            Site site,
            Call call,
            HttpServerRequest request,
            UUID requestId,
            Admitted admitted,
            RequestBody body,
            Timeline timeline) {
        this.site = site;
        this.call = call;
        this.request = request;
        this.response = request.response();
        this.requestId = requestId;
        this.admitted = admitted;
        this.body = body;
        this.timeline = timeline;
        this.tries = new Tries(site, call);
        this.attempt = site.relay().attempt(call, admitted);
    }

    /** @param over called once, when nothing of the request is under way any more */
    void begin(Runnable over) {
        this.over = over;
        send();
    }

    private void send() {
        timeline.pause();
        UsageRequest asking = admitted.usageRequest();
        Buffer sent = asking == null ? body.buffer() : body.buffer(asking.edit());
        attempt.send(site.relay().http(), request.headers(), sent, timeline)
                .map(from -> {
                    answered(from);
                    return from;
                })
                .onFailure(this::unanswered);
    }

    private void answered(HttpClientResponse from) {
        timeline.resume();
        if (clientGone || from.statusCode() < FIRST_ERROR) {
            pass(from, null);
            return;
        }
        HeldAnswer held = new HeldAnswer(from);
        if (!call.dialect().blamesKeysIn(from.statusCode())) {
            judge(held);
            return;
        }
        timeline.pause();
        held.readOn()
                .map(read -> {
                    timeline.resume();
                    judge(read);
                    return read;
                })
                .onFailure(this::failed);
    }

    /** Whether another key is tried before the client hears of this answer. */
    private void judge(HeldAnswer held) {
        if (clientGone || !tries.refused(admitted, held, timeline)) {
            passOn(held);
        } else {
            goOn(held::drop, () -> passOn(held));
        }
    }

    private void passOn(HeldAnswer held) {
        if (held.broken() == null) {
            pass(held.answer(), held);
        } else {
            failed(held.broken());
        }
    }

    /** Nothing has reached a provider, so that another key may lead to one that can be reached. */
    private void unanswered(Throwable failure) {
        timeline.resume();
        if (clientGone || relay != null || !tries.unreached(admitted, attempt, failure, timeline)) {
            failed(failure);
            return;
        }
        goOn(() -> {}, () -> failed(failure));
    }

    /**
     * With another key, where there is one.
     *
     * @param before done when the last try is given up for it
     * @param otherwise done when that try is what the client gets
     */
    private void goOn(Runnable before, Runnable otherwise) {
        site.here(tries.next(admitted))
                .transform(found -> {
                    if (found.failed()) {
                        otherwise.run();
                    } else if (clientGone) {
                        found.result().reservation().cancel();
                        otherwise.run();
                    } else {
                        before.run();
                        tries.failed();
                        admitted = found.result();
                        attempt = site.relay().attempt(call, admitted);
                        send();
                    }
                    return Future.succeededFuture();
                })
                .onFailure(this::failed);
    }

    /** What the provider has not seen need not be sent any more; of what it has, the answer says what was used. */
    void clientGone() {
        if (answered) {
            // It has got all that there is; of HTTP/2 each end of an answer is told as one of its client.
            return;
        }
        clientGone = true;
        if (relay != null) {
            relay.clientGone(site.vertx());
        } else if (!attempt.wasSent()) {
            attempt.abort();
        } else {
            long patience = site.relay().drainTime().toMillis();
            site.vertx().setTimer(patience, late -> {
                if (relay == null) {
                    attempt.abort();
                }
            });
        }
    }

    /**
     * What comes now is the client's, whatever it says.
     *
     * @param held where it was held before
     */
    private void pass(HttpClientResponse from, @Nullable HeldAnswer held) {
        timeline.upstreamAnswers();
        transcript = site.captures()
                .begin(
                        admitted,
                        call.route(),
                        body.bytes(),
                        body.length(),
                        request.getHeader("content-type"),
                        from.getHeader("content-type"),
                        from.getHeader("content-encoding"));
        body.release();
        AnswerStrip strip = strip(from);
        UsageTap tap = call.route().tap(from.statusCode(), from.getHeader("content-type"));
        AnswerRelay passing = site.relay().answer(from, response, tap, strip, transcript, timeline);
        relay = passing;
        if (clientGone) {
            passing.clientGone(site.vertx());
        } else {
            Relay.head(call, from, response, strip == null);
            site.answers().takeLeave(request);
            stamp(from);
        }
        Future<AnswerRelay.End> ending = held == null ? passing.run() : passing.run(held);
        ending.onSuccess(end -> ended(passing, from, end));
        timeline.pause();
    }

    /** Only a stream holds what the client did not ask for; null where all of the answer is the client's. */
    private @Nullable AnswerStrip strip(HttpClientResponse from) {
        UsageRequest asking = admitted.usageRequest();
        String type = from.getHeader("content-type");
        boolean streams = type != null && type.regionMatches(true, 0, EVENT_STREAM, 0, EVENT_STREAM.length());
        return asking == null || !streams ? null : asking.strip().get();
    }

    /** What the gateway says about the request itself. */
    private void stamp(HttpClientResponse from) {
        OwnHeaders.requestId(response, requestId);
        OwnHeaders.reserved(response, admitted.reservation().nanoUsd());
        OwnHeaders.room(response, admitted.reservation().tightest());
        OwnHeaders.overhead(response, timeline.overhead());
        if (!call.route().isBilled(from.statusCode())) {
            response.putHeader(OwnHeaders.COST, "0");
        } else if (response.isChunked() && takesTrailers()) {
            costComesLast = true;
            response.putHeader("trailer", OwnHeaders.COST);
        }
    }

    private boolean takesTrailers() {
        String accepted = request.getHeader("te");
        return accepted != null && accepted.contains("trailers");
    }

    private void ended(AnswerRelay passing, HttpClientResponse from, AnswerRelay.End end) {
        timeline.resume();
        boolean whole = end == AnswerRelay.End.COMPLETE;
        if (whole && !costComesLast) {
            endResponse();
        } else if (end == AnswerRelay.End.CUT) {
            cutResponse();
        } else if (end == AnswerRelay.End.GIVEN_UP) {
            attempt.abort();
        }
        timeline.pause();
        Usage usage = passing.usage().orElseGet(() -> closing().unseen(UsageSource.UNKNOWN));
        int status = clientGone ? CLIENT_CLOSED_REQUEST : from.statusCode();
        try {
            close(() -> tellCost(closing().answered(status, usage, from)));
        } finally {
            if (whole && costComesLast) {
                endResponse();
            }
        }
    }

    /** @param cost null where it is not known, so that nothing is said of it */
    private void tellCost(@Nullable BigDecimal cost) {
        if (costComesLast && !clientGone && cost != null) {
            response.putTrailer(OwnHeaders.COST, cost.toPlainString());
        }
    }

    /** Once only, so that nothing is settled or counted twice, and even if the record has a fault. */
    private void close(Runnable closing) {
        if (isOver) {
            return;
        }
        isOver = true;
        try {
            closing.run();
        } finally {
            over.run();
        }
    }

    private void endResponse() {
        if (!clientGone) {
            answered = true;
            response.end();
        }
    }

    /** An answer that the provider did not finish must not look finished to the client. */
    private void cutResponse() {
        if (clientGone) {
            return;
        }
        answered = true;
        if (BodyLength.isHttp2(request)) {
            response.reset(INTERNAL_ERROR);
        } else {
            request.connection().close();
        }
    }

    private Closing closing() {
        return new Closing(site, call, requestId, admitted, tries.failures(), request.headers(), timeline, transcript);
    }

    /** No answer, or one whose head can't be passed on. */
    private void failed(Throwable failure) {
        timeline.resume();
        body.release();
        attempt.abort();
        Refused refused = reason(failure);
        String errorType = clientGone ? null : refuse(refused);
        timeline.pause();
        int status = clientGone ? CLIENT_CLOSED_REQUEST : refused.reason().status();
        close(() -> closing().unanswered(status, errorType, attempt.wasSent()));
    }

    private Refused reason(Throwable failure) {
        if (failure instanceof NotPublicException) {
            site.metrics().endpointRefused(call.provider());
            return new Refused(
                    Refusal.BAD_UPSTREAM,
                    "The endpoint of this key is no public address, so nothing was sent. Have the account's endpoint corrected.");
        }
        return failure instanceof TimeoutException || attempt.wasSilent()
                ? new Refused(Refusal.TIMEOUT, "The provider did not answer in time.")
                : new Refused(Refusal.BAD_UPSTREAM, "The provider could not be reached, or broke off. Try again.");
    }

    private String refuse(Refused refused) {
        answered = true;
        response.headers().clear();
        response.setChunked(false);
        return site.answers().refuse(request, call.dialect(), refused, requestId);
    }
}
