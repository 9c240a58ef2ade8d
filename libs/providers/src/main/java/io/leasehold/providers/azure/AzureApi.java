package io.leasehold.providers.azure;

import static io.leasehold.providers.http.ApiCall.encoded;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import io.leasehold.providers.dialect.CredentialHeader;
import io.leasehold.providers.http.ApiCall;
import io.leasehold.providers.http.OAuthErrors;
import io.leasehold.providers.http.ProviderClient;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Calls of a resource with one of its keys, and of Azure's management for an application. */
final class AzureApi {
    static final CredentialHeader KEY = new CredentialHeader("api-key", "");
    static final CredentialHeader TOKEN = new CredentialHeader("authorization", "Bearer");

    /** A resource has an address of its own; this one is nobody's and never will be (RFC 2606). */
    static final URI NO_RESOURCE = URI.create("https://your-resource.openai.azure.invalid");

    private static final String DOMAIN = "azure.com";
    private static final URI MANAGEMENT = URI.create("https://management.azure.com");
    private static final URI LOGIN = URI.create("https://login.microsoftonline.com");
    private static final String SCOPE = "https://management.azure.com/.default";
    private static final String VERSION = "?api-version=2025-09-01";

    private static final String METRICS = "/providers/Microsoft.Insights/metrics?api-version=2024-02-01";

    private final ProviderClient client;
    private final AzureErrors errors = new AzureErrors();

    AzureApi(ProviderClient client) {
        this.client = client;
    }

    /** With a key for inference. */
    JsonNode get(Access key, String path) {
        return client.send(ApiCall.get(key, KEY, "/openai/v1" + path), errors).body();
    }

    JsonNode account(Access admin) {
        String path = AzureAccount.of(admin.credential()).resource() + VERSION;
        return client.send(ApiCall.get(management(admin), TOKEN, path), errors).body();
    }

    /** All pages of a list of the account's, such as {@code /deployments}. */
    List<JsonNode> list(Access admin, String list) {
        String path = AzureAccount.of(admin.credential()).resource() + list + VERSION;
        return AzurePages.all(
                path,
                next -> client.send(ApiCall.get(management(admin), TOKEN, next), errors)
                        .body());
    }

    /** What is measured of the account; the query goes on from the version. */
    JsonNode metrics(Access admin, String query) {
        String path = AzureAccount.of(admin.credential()).resource() + METRICS + query;
        return client.send(ApiCall.get(management(admin), TOKEN, path), errors).body();
    }

    /** What the account is told to do, such as {@code /listKeys}. Not sent again by itself where that changes something. */
    JsonNode act(Access admin, String act, String body, boolean repeatable) {
        String path = AzureAccount.of(admin.credential()).resource() + act + VERSION;
        ApiCall call = ApiCall.with("POST", management(admin), TOKEN, path, body);
        return client.send(repeatable ? call : call.once(), errors).body();
    }

    /** Asks a question that changes nothing. */
    JsonNode query(Access admin, String path, String body) {
        return client.send(ApiCall.with("POST", management(admin), TOKEN, path, body), errors)
                .body();
    }

    private Access management(Access admin) {
        AzureAccount account = AzureAccount.of(admin.credential());
        Access known = admin.baseUrl().equals(NO_RESOURCE) ? new Access(MANAGEMENT, admin.credential()) : admin;
        Access login = known.atHost(DOMAIN, LOGIN);
        Secret token = client.accessToken(
                login,
                () -> ApiCall.form(
                        login,
                        "/" + encoded(account.tenant()) + "/oauth2/v2.0/token",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                account.clientId(),
                                "client_secret",
                                account.clientSecret(),
                                "scope",
                                SCOPE)),
                new OAuthErrors(errors.provider()));
        return known.atHost(DOMAIN, MANAGEMENT).with(token);
    }
}
