package io.leasehold.key.member;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.contracts.ProblemType;
import io.leasehold.kit.json.Json;
import io.leasehold.kit.problem.ConflictProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak's admin API for one realm. Every call waits for its answer; whatever is neither done nor plainly refused is an
 * {@link IdentityProviderProblem}.
 */
@ApplicationScoped
class KeycloakAdmin {
    private final HttpClient http;
    private final URI realm;
    private final Duration timeout;
    private final @Nullable ServiceAccountToken token;

    KeycloakAdmin(MembersConfig config, @ConfigProperty(name = "leasehold.oidc.issuer") URI issuer) {
        this.timeout = config.timeout();
        this.http = HttpClient.newBuilder().connectTimeout(timeout).build();
        this.realm = config.adminUrl().orElseGet(() -> adminUrl(issuer));
        this.token = config.clientSecret()
                .map(secret -> new ServiceAccountToken(http, issuer, config.clientId(), secret, timeout))
                .orElse(null);
    }

    /** Keycloak's own layout: {@code …/realms/x} is administered at {@code …/admin/realms/x}. */
    private static URI adminUrl(URI issuer) {
        String address = issuer.toString();
        int realms = address.lastIndexOf("/realms/");
        return realms < 0 ? issuer : URI.create(address.substring(0, realms) + "/admin" + address.substring(realms));
    }

    /** Whether members are managed here at all. */
    boolean isConfigured() {
        return token != null;
    }

    /** @param path below the realm; empty where there is nothing at it */
    Optional<JsonNode> find(String path) {
        HttpResponse<String> response = send("GET", path, null);
        return response.statusCode() == 404 ? Optional.empty() : Optional.of(read(require(response)));
    }

    JsonNode get(String path) {
        return read(require(send("GET", path, null)));
    }

    /** @return false where it is there already */
    boolean create(String path, JsonNode body) {
        HttpResponse<String> response = send("POST", path, body);
        if (response.statusCode() == 409) {
            return false;
        }
        require(response);
        return true;
    }

    void put(String path, @Nullable JsonNode body) {
        require(send("PUT", path, body));
    }

    /** What is gone already is fine. */
    void delete(String path) {
        HttpResponse<String> response = send("DELETE", path, null);
        if (response.statusCode() != 404) {
            require(response);
        }
    }

    /** One step of a path, or one value of a query. */
    static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    private HttpResponse<String> send(String method, String path, @Nullable JsonNode body) {
        ServiceAccountToken account = token;
        if (account == null) {
            throw new ConflictProblem(
                    ProblemType.WRONG_STATE,
                    "Members are not managed here, as leasehold.members.client-secret is not set. Manage them as groups of the identity provider.");
        }
        try {
            HttpResponse<String> response = sendOnce(account, method, path, body);
            if (response.statusCode() == 401) {
                account.forget();
                response = sendOnce(account, method, path, body);
            }
            return response;
        } catch (IOException away) {
            throw new IdentityProviderProblem(away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IdentityProviderProblem(stopped);
        }
    }

    private HttpResponse<String> sendOnce(
            ServiceAccountToken account, String method, String path, @Nullable JsonNode body)
            throws IOException, InterruptedException {
        HttpRequest.BodyPublisher content = body == null
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body.toString());
        return http.send(
                HttpRequest.newBuilder(URI.create(realm + path))
                        .timeout(timeout)
                        .header("authorization", "Bearer " + account.get())
                        .header("content-type", "application/json")
                        .method(method, content)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> require(HttpResponse<String> response) {
        if (response.statusCode() >= 300) {
            throw new IdentityProviderProblem(new IOException("the identity provider answered " + response.statusCode()
                    + " to " + response.request().method() + " "
                    + response.request().uri().getPath()));
        }
        return response;
    }

    private static JsonNode read(HttpResponse<String> response) {
        try {
            return Json.events().readTree(response.body());
        } catch (IOException unreadable) {
            throw new IdentityProviderProblem(unreadable);
        }
    }
}
