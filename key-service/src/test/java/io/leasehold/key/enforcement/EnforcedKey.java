package io.leasehold.key.enforcement;

import io.leasehold.key.KeyApi;
import io.leasehold.key.Sim;
import io.leasehold.test.TestWorkspace;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** A new key at OpenRouter, where much can be enforced, in a workspace of its own. */
final class EnforcedKey {
    private final TestWorkspace workspace = TestWorkspace.fresh();
    private final KeyApi admin = KeyApi.as(workspace, "admin");
    private final Sim.SimKey management = Sim.openRouterManagement();
    private final UUID id = admin.addKey(admin.addAccount("openrouter", management.secret()), Sim.openRouterKey());

    UUID workspaceId() {
        return workspace.id();
    }

    UUID id() {
        return id;
    }

    /** Of an admin. */
    RequestSpecification call() {
        return admin.call();
    }

    /** From now on its provider fails three of ten calls; with an effect it does all the same what it is asked */
    void failsOften(boolean takesEffect) {
        Sim.order(management, Map.of("admin_fail_rate", 0.3, "admin_takes_effect", takesEffect));
    }

    void failsNoMore() {
        Sim.clearFaults(management);
    }

    /** What we show of what its provider is to enforce. */
    ValidatableResponse shown() {
        return get("/provider/enforcement");
    }

    /** @param of the path behind the key's own */
    ValidatableResponse get(String of) {
        return call().get("/api/v1/keys/" + id + of).then().statusCode(200);
    }
}
