package io.leasehold.providers.openrouter;

import io.leasehold.providers.dialect.CredentialHeader;
import io.leasehold.providers.dialect.Dialect;
import io.leasehold.providers.dialect.ErrorAnswer;
import io.leasehold.providers.dialect.HeaderRules;
import io.leasehold.providers.dialect.Refusal;
import io.leasehold.providers.dialect.RequestBody;
import io.leasehold.providers.dialect.RequestScan;
import io.leasehold.providers.dialect.Route;
import io.leasehold.providers.dialect.RouteKind;
import io.leasehold.providers.dialect.UsageTap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** OpenRouter's Chat Completions API. {@code GET /api/v1/key} stays out: it would tell of a key that leases share. */
final class OpenRouterDialect implements Dialect {
    static final OpenRouterDialect INSTANCE = new OpenRouterDialect();

    private static final Route CHAT = new Route("POST", "/api/v1/chat/completions", RouteKind.PRICED);
    private static final List<Route> ROUTES = List.of(CHAT, new Route("GET", "/api/v1/models", RouteKind.FREE));
    private static final List<CredentialHeader> CLIENT =
            List.of(OpenRouterApi.CREDENTIAL, new CredentialHeader("x-api-key", ""));
    private static final HeaderRules HEADERS =
            new HeaderRules(Set.of("http-referer", "x-title", "x-openrouter-title", "x-session-id"), List.of());

    private OpenRouterDialect() {}

    @Override
    public List<Route> routes() {
        return ROUTES;
    }

    @Override
    public List<CredentialHeader> clientCredentials() {
        return CLIENT;
    }

    @Override
    public CredentialHeader upstreamCredential() {
        return OpenRouterApi.CREDENTIAL;
    }

    @Override
    public HeaderRules headers() {
        return HEADERS;
    }

    @Override
    public RequestScan scan(Route route, String path, byte[] body, int offset, int length) {
        return route.method().equals("GET")
                ? new RequestScan.Nothing()
                : RequestBody.scan(body, offset, length, new OpenRouterRequestReader(length));
    }

    @Override
    public UsageTap tap(Route route, int status, @Nullable String contentType) {
        return new OpenRouterUsageTap(route.equals(CHAT) && status < 300, contentType);
    }

    @Override
    public ErrorAnswer error(Refusal refusal, String message, @Nullable String requestId) {
        return OpenRouterErrorAnswers.of(refusal, message, requestId);
    }
}
