package io.leasehold.providers.google;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.Secret;
import io.leasehold.providers.dialect.CredentialHeader;
import io.leasehold.providers.http.Answer;
import io.leasehold.providers.http.ApiCall;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.OAuthErrors;
import io.leasehold.providers.http.ProviderClient;
import io.leasehold.providers.http.ProviderException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Calls of the Gemini API with a key, and of the API Keys API and Cloud Monitoring for a service account. */
final class GoogleApi {
    static final CredentialHeader KEY = new CredentialHeader("x-goog-api-key", "");
    static final URI GEMINI = URI.create("https://generativelanguage.googleapis.com");

    private static final CredentialHeader TOKEN = new CredentialHeader("authorization", "Bearer");
    private static final String DOMAIN = "googleapis.com";
    private static final URI API_KEYS = URI.create("https://apikeys.googleapis.com");
    private static final URI MONITORING = URI.create("https://monitoring.googleapis.com");
    private static final URI OAUTH = URI.create("https://oauth2.googleapis.com");
    private static final String AUDIENCE = OAUTH + "/token";
    private static final String KEYS_ROOT = "/v2/";

    /** Operations on keys take a few seconds. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private static final int MOST_LOOKS = 30;

    private final ProviderClient client;
    private final GoogleErrors errors = new GoogleErrors();

    GoogleApi(ProviderClient client) {
        this.client = client;
    }

    /** With a key for inference. */
    Answer get(Access key, String path) {
        return client.send(ApiCall.get(key, KEY, "/v1beta" + path), errors);
    }

    /** Empty where there is no such thing. */
    Optional<JsonNode> find(Access key, String path) {
        return client.find(ApiCall.get(key, KEY, "/v1beta" + path), errors).map(Answer::body);
    }

    /** Of the API Keys API. */
    JsonNode getOfKeys(Access admin, String path) {
        return client.send(ApiCall.get(token(admin), TOKEN, KEYS_ROOT + path), errors)
                .body();
    }

    Optional<JsonNode> findOfKeys(Access admin, String path) {
        return client.find(ApiCall.get(token(admin), TOKEN, KEYS_ROOT + path), errors)
                .map(Answer::body);
    }

    /** Of Cloud Monitoring. */
    JsonNode getOfMonitoring(Access admin, String path) {
        return client.send(ApiCall.get(token(admin, MONITORING), TOKEN, "/v3/" + path), errors)
                .body();
    }

    /** Makes something: sent once, because a second one would make another. Returns what was made. */
    JsonNode create(Access admin, String path, JsonNode body) {
        ApiCall call = ApiCall.with("POST", token(admin), TOKEN, KEYS_ROOT + path, body.toString());
        return whenDone(admin, client.send(call.once(), errors).body());
    }

    JsonNode delete(Access admin, String path) {
        ApiCall call = ApiCall.delete(token(admin), TOKEN, KEYS_ROOT + path);
        return whenDone(admin, client.send(call, errors).body());
    }

    private JsonNode whenDone(Access admin, JsonNode started) {
        JsonNode operation = started;
        for (int looks = 0; !operation.path("done").asBoolean(); looks++) {
            if (looks == MOST_LOOKS) {
                throw new ProviderException(
                        Failure.TIMEOUT, 200, null, "Google has not finished what it was asked for in time.", null);
            }
            client.sleep(BETWEEN_LOOKS, errors.provider());
            operation = getOfKeys(admin, String.valueOf(JsonFields.text(started, "name")));
        }
        JsonNode error = operation.path("error");
        if (!error.isMissingNode()) {
            String words = "Google did not do what it was asked for: "
                    + error.path("message").asText();
            throw new ProviderException(
                    Failure.BAD_REQUEST, 200, error.path("code").asText(), words, null);
        }
        return operation.path("response");
    }

    static ProviderException unreadable(String words) {
        return new ProviderException(Failure.UNREADABLE, 200, null, words, null);
    }

    private Access token(Access admin) {
        return token(admin, API_KEYS);
    }

    /** The same token opens all of them, as far as the account's roles go. */
    private Access token(Access admin, URI host) {
        GoogleAccount account = GoogleAccount.of(admin.credential());
        Access oauth = admin.atHost(DOMAIN, OAUTH);
        Secret token = client.accessToken(
                oauth,
                () -> ApiCall.form(
                        oauth,
                        "/token",
                        Map.of(
                                "grant_type",
                                "urn:ietf:params:oauth:grant-type:jwt-bearer",
                                "assertion",
                                account.assertion(AUDIENCE, client.clock().instant()))),
                new OAuthErrors(errors.provider()));
        return admin.atHost(DOMAIN, host).with(token);
    }
}
