package io.leasehold.ui.forward;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;

/** What passes to a service and back: under which path, with whose credential, and which headers. */
enum Passage {
    /** As the user, in one of our own services. */
    SERVICE {
        @Override
        String path(String called) {
            return called;
        }

        @Override
        String credential(HttpServerRequest request, String accessToken) {
            return accessToken;
        }

        @Override
        void requireProgramsWelcome() {}

        @Override
        void toService(MultiMap fromBrowser, MultiMap toService) {
            ForwardedHeaders.toService(fromBrowser, toService);
        }

        @Override
        void toBrowser(MultiMap fromService, MultiMap toBrowser) {
            ForwardedHeaders.toBrowser(fromService, toBrowser);
        }
    },

    /**
     * With a lease that the user tries. Its token is in this one call and nowhere else, and the gateway does not get to see
     * the user's; programs have no need for the detour, so that it opens the gateway to nobody but who is signed in.
     */
    GATEWAY {
        @Override
        String path(String called) {
            return called.substring(TRIALS.length());
        }

        @Override
        String credential(HttpServerRequest request, String accessToken) {
            String token = request.getHeader(LEASE_TOKEN);
            if (token == null || token.isBlank()) {
                throw RefusedCall.noLeaseToken();
            }
            return token.strip();
        }

        @Override
        void requireProgramsWelcome() {
            throw RefusedCall.callTheGatewayItself();
        }

        @Override
        void toService(MultiMap fromBrowser, MultiMap toService) {
            ForwardedHeaders.toGateway(fromBrowser, toService);
        }

        @Override
        void toBrowser(MultiMap fromService, MultiMap toBrowser) {
            ForwardedHeaders.fromGateway(fromService, toBrowser);
        }
    };

    /** What the path of a trial begins with; the rest is as the gateway knows it. */
    static final String TRIALS = "/api/v1/try";

    private static final String LEASE_TOKEN = "leasehold-lease-token";

    /** @param called the path that the browser called */
    abstract String path(String called);

    /** @throws RefusedCall where the call brings none */
    abstract String credential(HttpServerRequest request, String accessToken);

    /** @throws RefusedCall where only people come this way */
    abstract void requireProgramsWelcome();

    abstract void toService(MultiMap fromBrowser, MultiMap toService);

    abstract void toBrowser(MultiMap fromService, MultiMap toBrowser);
}
