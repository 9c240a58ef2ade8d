package io.leasehold.gateway.server;

import io.leasehold.gateway.admission.Call;
import io.leasehold.gateway.admission.Refused;
import io.leasehold.kit.id.Ids;
import io.leasehold.providers.dialect.Dialect;
import io.leasehold.providers.dialect.Refusal;
import io.leasehold.providers.dialect.Route;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Where every request comes in: what is on no provider's allow-list goes no further. Event loop only. */
final class Front implements Handler<HttpServerRequest> {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Site site;
    private final Map<String, Dialect> dialects;
    private final BooleanSupplier accepting;

    Front(Site site, Map<String, Dialect> dialects, BooleanSupplier accepting) {
        this.site = site;
        this.dialects = dialects;
        this.accepting = accepting;
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (BodyLength.isDoubtful(request)) {
            site.metrics().strayed();
            site.answers().badlyFramed(request);
            return;
        }
        Target target = Target.parse(request.uri());
        Dialect dialect = target == null ? null : dialects.get(target.provider());
        if (target == null || dialect == null) {
            site.metrics().strayed();
            site.answers().notFound(request, "Begin the path with one of %s.".formatted(dialects.keySet()));
            return;
        }
        Route route = dialect.match(request.method().name(), target.path());
        if (route == null) {
            refuse(request, target, dialect, noSuchRoute());
        } else if (!accepting.getAsBoolean()) {
            refuse(request, target, dialect, notAccepting());
        } else {
            new Exchange(site, new Call(target.provider(), dialect, route, target.path(), target.query()), request)
                    .begin();
        }
    }

    private void refuse(HttpServerRequest request, Target target, Dialect dialect, Refused refused) {
        site.metrics().refused(target.provider(), refused.reason());
        site.answers().refuse(request, dialect, refused, Ids.next());
    }

    private static Refused noSuchRoute() {
        return new Refused(Refusal.NO_SUCH_ROUTE, "The gateway does not relay this method and path.");
    }

    private static Refused notAccepting() {
        return new Refused(Refusal.UNAVAILABLE, "This gateway is starting or stopping. Try again.", SOON);
    }
}
