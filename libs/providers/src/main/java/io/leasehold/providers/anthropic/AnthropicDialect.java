package io.leasehold.providers.anthropic;

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

/** Anthropic's Messages API. */
final class AnthropicDialect implements Dialect {
    static final AnthropicDialect INSTANCE = new AnthropicDialect();

    private static final Route MESSAGES = new Route("POST", "/v1/messages", RouteKind.PRICED);
    private static final List<Route> ROUTES = List.of(
            MESSAGES,
            new Route("POST", "/v1/messages/count_tokens", RouteKind.FREE),
            new Route("GET", "/v1/models", RouteKind.FREE),
            new Route("GET", "/v1/models/*", RouteKind.FREE));

    private static final List<CredentialHeader> CLIENT =
            List.of(AnthropicApi.CREDENTIAL, new CredentialHeader("authorization", "Bearer"));
    private static final HeaderRules HEADERS = new HeaderRules(Set.of(), List.of("anthropic-"));

    private AnthropicDialect() {}

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
        return AnthropicApi.CREDENTIAL;
    }

    @Override
    public HeaderRules headers() {
        return HEADERS;
    }

    @Override
    public RequestScan scan(Route route, String path, byte[] body, int offset, int length) {
        return route.method().equals("GET")
                ? new RequestScan.Nothing()
                : RequestBody.scan(body, offset, length, new AnthropicRequestReader(length));
    }

    @Override
    public UsageTap tap(Route route, int status, @Nullable String contentType) {
        return new AnthropicUsageTap(route.equals(MESSAGES) && status < 300, contentType);
    }

    @Override
    public ErrorAnswer error(Refusal refusal, String message, @Nullable String requestId) {
        return AnthropicErrorAnswers.of(refusal, message, requestId);
    }
}
