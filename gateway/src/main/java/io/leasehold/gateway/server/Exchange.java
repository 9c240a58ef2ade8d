package io.leasehold.gateway.server;

import io.leasehold.contracts.event.LeaseView;
import io.leasehold.gateway.admission.Admitted;
import io.leasehold.gateway.admission.Call;
import io.leasehold.gateway.admission.Refused;
import io.leasehold.gateway.relay.Timeline;
import io.leasehold.kit.id.Ids;
import io.leasehold.providers.dialect.Refusal;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One request until it is admitted or refused; its delivery takes over from there. Event loop only. */
final class Exchange {
    private static final Logger LOG = Logger.getLogger(Exchange.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Site site;
    private final Call call;
    private final HttpServerRequest request;
    private final UUID id = Ids.next();
    private final Timeline timeline = new Timeline();
    private @Nullable RequestBody body;
    private @Nullable Delivery delivery;
    private boolean clientGone;

    Exchange(Site site, Call call, HttpServerRequest request) {
        this.site = site;
        this.call = call;
        this.request = request;
    }

    void begin() {
        site.metrics().begun();
        request.response().closeHandler(closed -> clientGone());
        Future<LeaseView> lease = site.here(site.entry().lease(call, request.headers()));
        if (!lease.isComplete()) {
            request.pause();
        }
        lease.compose(this::readBody).onSuccess(this::deliver).onFailure(this::refuse);
    }

    private Future<Admitted> readBody(LeaseView lease) {
        if (clientGone) {
            return Future.failedFuture(new HttpClosedException("The client hung up."));
        }
        timeline.pause();
        return new BodyReader(request, site.config(), site.budget(), site.bodyDeadlines())
                .read()
                .compose(read -> {
                    timeline.resume();
                    body = read;
                    return site.here(admit(lease, read));
                });
    }

    private Future<Admitted> admit(LeaseView lease, RequestBody read) {
        if (!site.publisher().claim()) {
            return Future.failedFuture(new Refused(
                    Refusal.UNAVAILABLE, "Requests can't be recorded just now, so none is sent. Try again.", SOON));
        }
        return site.admission()
                .admit(call, lease, read.bytes(), read.length())
                .onFailure(refused -> site.publisher().unclaim());
    }

    private void deliver(Admitted admitted) {
        timeline.admitted();
        if (body == null || clientGone) {
            comesToNothing(admitted);
            end();
            return;
        }
        try {
            delivery = new Delivery(site, call, request, id, admitted, body, timeline);
            delivery.begin(this::end);
        } catch (RuntimeException fault) {
            comesToNothing(admitted);
            refuse(fault);
        }
    }

    /** Nothing was sent, so nothing can have been used. */
    private void comesToNothing(Admitted admitted) {
        admitted.reservation().cancel();
        site.publisher().unclaim();
    }

    private void refuse(Throwable failure) {
        Refused refused = failure instanceof Refused known ? known : fault(failure);
        try {
            if (!clientGone) {
                site.metrics().refused(call.provider(), refused.reason());
                site.answers().refuse(request, call.dialect(), refused, id);
            }
        } finally {
            end();
        }
    }

    private Refused fault(Throwable failure) {
        if (!clientGone) {
            LOG.errorf(
                    failure,
                    "request failed request=%s route=%s",
                    id,
                    call.route().label());
        }
        return new Refused(Refusal.INTERNAL, "The gateway failed; it has been logged under this request's id.");
    }

    private void clientGone() {
        clientGone = true;
        if (delivery != null) {
            delivery.clientGone();
        }
    }

    private void end() {
        if (body != null) {
            body.release();
        }
        site.metrics().ended();
    }
}
