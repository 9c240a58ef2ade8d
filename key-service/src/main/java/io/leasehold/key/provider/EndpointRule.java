package io.leasehold.key.provider;

import io.leasehold.kit.problem.InvalidRequestProblem;
import io.leasehold.providers.http.AddressRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses a caller may have us call: public ones by https, or the one that the operator configured. Otherwise
 * whoever adds an account could make this service knock at doors inside the installation.
 */
@ApplicationScoped
public class EndpointRule {
    private static final String FIELD = "endpoint";

    private static final int LONGEST = 500;

    private final AddressRule addresses;

    EndpointRule(AddressRule addresses) {
        this.addresses = addresses;
    }

    /**
     * The address to use: what is asked for, else what is configured, else null for the provider's own.
     *
     * @throws InvalidRequestProblem when what is asked for may not be called
     */
    public @Nullable URI choose(@Nullable URI wanted, Optional<URI> configured) {
        if (wanted == null) {
            return configured.map(EndpointRule::withoutTrailingSlash).orElse(null);
        }
        URI endpoint = withoutTrailingSlash(wanted);
        if (configured
                .map(EndpointRule::withoutTrailingSlash)
                .filter(endpoint::equals)
                .isEmpty()) {
            requirePublic(endpoint);
        }
        return endpoint;
    }

    private void requirePublic(URI endpoint) {
        String host = endpoint.getHost();
        if (!"https".equalsIgnoreCase(endpoint.getScheme()) || host == null) {
            throw new InvalidRequestProblem(FIELD, "must be an https address such as https://llm.example.com");
        }
        if (endpoint.getUserInfo() != null || endpoint.getQuery() != null || endpoint.getFragment() != null) {
            throw new InvalidRequestProblem(FIELD, "must hold no user, query or fragment");
        }
        if (endpoint.toString().length() > LONGEST) {
            throw new InvalidRequestProblem(FIELD, "must have at most " + LONGEST + " characters");
        }
        requirePublic(host);
    }

    /** Told at once to whoever gives it; what is connected to later is checked again then. */
    private void requirePublic(String host) {
        try {
            addresses.resolvePublic(host);
        } catch (UnknownHostException unknown) {
            throw new InvalidRequestProblem(FIELD, "names a host that can't be found; check its spelling");
        } catch (IOException notPublic) {
            throw new InvalidRequestProblem(
                    FIELD, "must be a public address; private ones are allowed by the operator's configuration only");
        }
    }

    private static URI withoutTrailingSlash(URI uri) {
        String text = uri.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : uri;
    }
}
