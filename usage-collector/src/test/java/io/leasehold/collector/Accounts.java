package io.leasehold.collector;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.contracts.KeyState;
import io.leasehold.contracts.event.AccountView;
import io.leasehold.contracts.event.EventType;
import io.leasehold.contracts.event.KeyView;
import io.leasehold.kit.id.Ids;
import io.leasehold.test.Await;
import io.leasehold.test.Events;
import io.leasehold.test.TestWorkspace;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The accounts of a test's workspace, told as key-service tells them. */
public final class Accounts {
    private final TestWorkspace workspace;

    public Accounts(TestWorkspace workspace) {
        this.workspace = workspace;
    }

    /** An account that has been polled once. */
    public UUID polled(String provider, URI endpoint, String credential) {
        UUID accountId = Ids.next();
        tell(accountId, provider, endpoint, credential, 1);
        awaitStatus(accountId, "ok");
        return accountId;
    }

    /** @param credential null for an account without one */
    public void tell(UUID accountId, String provider, URI endpoint, @Nullable String credential, int version) {
        if (credential != null) {
            FakeKeyService.put(workspace.id(), accountId, version, credential);
        }
        Events.publish(
                EventType.ACCOUNT_CHANGED,
                new AccountView(
                        accountId,
                        workspace.id(),
                        provider,
                        "main",
                        endpoint,
                        "active",
                        List.of("cost"),
                        credential == null ? null : version,
                        version,
                        Instant.now()));
    }

    /** A key of ours that is bound to the provider's. */
    public UUID tellKey(UUID accountId, String provider, String providerKeyId) {
        UUID keyId = Ids.next();
        tellKey(keyId, accountId, provider, providerKeyId);
        return keyId;
    }

    /** A key whose secret the secret store has in its first version. */
    public void tellKey(UUID keyId, UUID accountId, String provider, String providerKeyId) {
        tellKey(keyId, accountId, provider, providerKeyId, 1);
    }

    /** The same key, which has another secret and so is another one to its provider. */
    public void tellRotated(UUID keyId, UUID accountId, String provider, String providerKeyId) {
        tellKey(keyId, accountId, provider, providerKeyId, 2);
    }

    private void tellKey(UUID keyId, UUID accountId, String provider, String providerKeyId, int version) {
        Events.publish(
                EventType.KEY_ADDED,
                new KeyView(
                        keyId,
                        workspace.id(),
                        accountId,
                        provider,
                        "prod",
                        KeyState.ACTIVE,
                        "sk-…",
                        "1234",
                        null,
                        providerKeyId,
                        version,
                        false,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        version,
                        Instant.now(),
                        Instant.now()));
    }

    public void awaitStatus(UUID accountId, String status) {
        Await.untilAsserted(() -> assertThat(status(accountId)).containsEntry("status", status));
    }

    /** @return the account's line as the API shows it */
    public Map<String, Object> status(UUID accountId) {
        List<Map<String, Object>> items = Api.as(workspace, "viewer")
                .get("/api/v1/usage/accounts")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return items.stream()
                .filter(item -> accountId.toString().equals(item.get("account_id")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The account is not listed"));
    }

    public Map<String, Object> refresh(UUID accountId) {
        return Api.as(workspace, "operator")
                .post("/api/v1/usage/accounts/{id}/refresh", accountId)
                .then()
                .statusCode(200)
                .extract()
                .path("");
    }
}
