package io.leasehold.ui.forward;

import io.leasehold.kit.problem.Problem;
import io.leasehold.ui.origin.CallOrigin;
import io.leasehold.ui.session.Outage;
import io.leasehold.ui.session.SessionCookie;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jboss.logging.Logger;

/**
 * {@code /api/*}: checks where a call comes from and who makes it, then has it forwarded. A program that brings a token
 * of its own is forwarded with it; the service checks it, and a session beside it counts for nothing.
 */
@Singleton
class ApiRoute {
    private static final Logger LOG = Logger.getLogger(ApiRoute.class);
    /** Before the JAX-RS resources, of which only ours about this service itself is left through. */
    private static final int BEFORE_RESOURCES = 100;

    private static final String OWN_INFO = "/api/v1/info";
    private static final String CSRF_HEADER = "leasehold-csrf";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final RouteTable routes;
    private final ForwardingConfig config;
    private final Forwarder forwarder;
    private final Answers answers;
    private final IdentityProviderManager identities;

    ApiRoute(ForwardingConfig config, Forwarder forwarder, Answers answers, IdentityProviderManager identities) {
        this.routes = new RouteTable(config.services(), config.gateway());
        this.config = config;
        this.forwarder = forwarder;
        this.answers = answers;
        this.identities = identities;
    }

    void register(@Observes Router router) {
        router.route("/api/*").order(BEFORE_RESOURCES).handler(this::handle);
    }

    private void handle(RoutingContext call) {
        if (call.normalizedPath().equals(OWN_INFO)) {
            call.next();
            return;
        }
        // Its body is read when it is known where to.
        call.request().pause();
        try {
            Optional<String> bearer = BearerToken.of(call.request());
            Target target = admit(call, bearer.isPresent());
            if (bearer.isPresent()) {
                target.passage().requireProgramsWelcome();
                forwarder.forward(call, target, bearer.get());
                return;
            }
            // In place of Quarkus' own, which would send the browser to the identity provider and forget its session.
            BiConsumer<RoutingContext, Throwable> refusal = this::refuseIdentity;
            call.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, refusal);
            QuarkusHttpUser.getSecurityIdentity(call, identities)
                    .subscribe()
                    .with(
                            identity -> forward(call, target, identity),
                            failure -> LOG.debug("nobody is known", failure));
        } catch (RefusedCall refused) {
            refuse(call, refused);
        }
    }

    private Target admit(RoutingContext call, boolean withToken) {
        HttpServerRequest request = call.request();
        long limit = config.maxBody().asLongValue();
        // Another site's page can have a browser send a cookie, but no token.
        boolean safe = withToken || READING.contains(request.method()) || request.getHeader(CSRF_HEADER) != null;
        if (!safe || !CallOrigin.isOwn(request)) {
            throw RefusedCall.foreignOrigin();
        }
        if (!Body.mayFit(request, limit)) {
            throw RefusedCall.tooLarge(limit);
        }
        return routes.find(call.normalizedPath()).orElseThrow(() -> RefusedCall.noSuchPath(call.normalizedPath()));
    }

    private void forward(RoutingContext call, Target target, SecurityIdentity identity) {
        AccessTokenCredential token = identity.getCredential(AccessTokenCredential.class);
        if (token == null) {
            refuse(call, RefusedCall.notSignedIn());
            return;
        }
        try {
            forwarder.forward(call, target, target.passage().credential(call.request(), token.getToken()));
        } catch (RefusedCall refused) {
            refuse(call, refused);
        }
    }

    private void refuseIdentity(RoutingContext call, Throwable failure) {
        Outage outage = Outage.of(failure);
        if (outage == null) {
            refuse(call, RefusedCall.notSignedIn());
            return;
        }
        SessionCookie.keep(call);
        refuse(
                call,
                switch (outage) {
                    case SESSIONS -> RefusedCall.sessionsUnavailable();
                    case IDENTITY_PROVIDER -> RefusedCall.identityProviderUnavailable();
                });
    }

    /** What was not read of the body is let go, or the connection could not be used again. */
    private void refuse(RoutingContext call, Problem problem) {
        call.request().resume();
        answers.refuse(call, problem);
    }
}
