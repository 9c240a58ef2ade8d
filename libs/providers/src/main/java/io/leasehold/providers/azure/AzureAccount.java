package io.leasehold.providers.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Secret;
import io.leasehold.providers.http.Failure;
import io.leasehold.providers.http.JsonCredential;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.http.ProviderException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An application that is registered with Entra, and the resource that it administers.
 *
 * @param resource its id: {@code /subscriptions/…/resourceGroups/…/providers/Microsoft.CognitiveServices/accounts/…}
 * @param group the id of the resource group that it is in
 */
record AzureAccount(String tenant, String clientId, String clientSecret, String resource, String group) {
    private static final Pattern RESOURCE = Pattern.compile(
            "(/subscriptions/[\\w.-]+/resourceGroups/[\\w.()-]+)/providers/Microsoft\\.CognitiveServices/accounts/[\\w.-]+",
            Pattern.CASE_INSENSITIVE);

    /** @throws ProviderException when it is no such credential */
    static AzureAccount of(Secret credential) {
        JsonNode json = JsonCredential.read(credential).orElseThrow(AzureAccount::unreadable);
        Matcher resource = RESOURCE.matcher(required(json, "resourceId"));
        if (!resource.matches()) {
            throw unreadable();
        }
        return new AzureAccount(
                required(json, "tenantId"),
                required(json, "clientId"),
                required(json, "clientSecret"),
                resource.group(),
                resource.group(1));
    }

    @Override
    public String toString() {
        return "AzureAccount[" + resource + "]";
    }

    private static String required(JsonNode json, String field) {
        return Optional.ofNullable(JsonFields.text(json, field)).orElseThrow(AzureAccount::unreadable);
    }

    private static ProviderException unreadable() {
        return new ProviderException(
                Failure.INVALID_CREDENTIAL,
                0,
                null,
                "An admin credential of Azure is JSON with tenantId, clientId, clientSecret and resourceId, without spaces"
                        + " or in Base64.",
                null);
    }
}
