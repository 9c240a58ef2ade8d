package io.leasehold.gateway.server;

import io.leasehold.gateway.admission.Call;
import io.leasehold.gateway.admission.Refused;
import io.leasehold.kit.id.Ids;
import io.leasehold.providers.dialect.Refusal;
import io.leasehold.providers.dialect.Route;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Where every request comes in: what is on no provider's allow-list goes no further. Event loop only. */
final class Front implements Handler<HttpServerRequest> {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Site site;
    private final RelayedProviders providers;
    private final BooleanSupplier accepting;

    Front(Site site, RelayedProviders providers, BooleanSupplier accepting) {
        this.site = site;
        this.providers = providers;
        this.accepting = accepting;
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (BodyLength.isDoubtful(request)) {
            site.metrics().strayed();
            site.answers().badlyFramed(request);
            return;
        }
        if (HeaderValues.areBroken(request)) {
            site.metrics().strayed();
            site.answers().brokenHeader(request);
            return;
        }
        Target target = Target.parse(request.uri());
        RelayedProviders.Relayed relayed = target == null ? null : providers.find(target.provider());
        if (target == null || relayed == null) {
            site.metrics().strayed();
            site.answers().notFound(request, "Begin the path with one of %s.".formatted(providers.ids()));
            return;
        }
        Route route = relayed.dialect().match(request.method().name(), target.path());
        if (route == null) {
            refuse(request, relayed, noSuchRoute());
        } else if (!accepting.getAsBoolean()) {
            refuse(request, relayed, notAccepting());
        } else {
            new Exchange(site, call(request, target, relayed, route), request).begin();
        }
    }

    private static Call call(HttpServerRequest request, Target target, RelayedProviders.Relayed relayed, Route route) {
        HostAndPort host = request.authority();
        return new Call(
                relayed.id(),
                relayed.dialect(),
                route,
                target.path(),
                target.query(),
                request.getHeader("x-leasehold-domain"),
                host == null ? null : host.host());
    }

    private void refuse(HttpServerRequest request, RelayedProviders.Relayed relayed, Refused refused) {
        site.metrics().refused(relayed.id(), refused.reason());
        site.answers().refuse(request, relayed.dialect(), refused, Ids.next());
    }

    private static Refused noSuchRoute() {
        return new Refused(Refusal.NO_SUCH_ROUTE, "The gateway does not relay this method and path.");
    }

    private static Refused notAccepting() {
        return new Refused(Refusal.UNAVAILABLE, "This gateway is starting or stopping. Try again.", SOON);
    }
}
