package io.leasehold.key.enforcement;

import io.leasehold.key.apikey.ApiKey;
import io.leasehold.key.apikey.ApiKeyStore;
import io.leasehold.key.step.StepAttempt;
import io.leasehold.key.step.StepOutcome;
import io.leasehold.kit.database.Database;
import io.leasehold.providers.Capability;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;

/** What the steps of a stop do. Each can be repeated. */
@ApplicationScoped
class DirectStopActions {
    private static final String PURPOSE = "stop direct use";

    private final Database database;
    private final ProviderKeyAccess provider;

    DirectStopActions(Database database, ProviderKeyAccess provider) {
        this.database = database;
        this.provider = provider;
    }

    StepOutcome perform(DirectStop at) {
        return StepAttempt.of(at.keyId(), at.step(), () -> {
            ApiKey key = database.inWorkspace(
                    at.workspaceId(), handle -> ApiKeyStore.get(handle, at.workspaceId(), at.keyId()));
            return switch (at.step()) {
                case TAKE_OUT_OF_USE -> unlessHindered(key, () -> new StepOutcome.Done("Can be switched off."));
                case SWITCH_OFF -> unlessHindered(key, () -> switchOff(at, key));
                case SWITCH_ON -> unlessHindered(key, () -> switchOn(key));
                case PUT_INTO_USE -> new StepOutcome.Done("Works at its provider.");
            };
        });
    }

    /** A key that its provider can't stop stays in use. */
    private StepOutcome unlessHindered(ApiKey key, Supplier<StepOutcome> deed) {
        return provider.hindrance(key, Capability.DISABLE_KEY).orElseGet(deed);
    }

    private StepOutcome switchOff(DirectStop at, ApiKey key) {
        return provider.act(key, PURPOSE, (keys, admin, id) -> {
            if (!database.inWorkspace(at.workspaceId(), handle -> DirectStopStore.tell(handle, at))) {
                return ProviderKeyAccess.TAKEN_OVER;
            }
            keys.disable(admin, id);
            return new StepOutcome.Done("Switched off.");
        });
    }

    private StepOutcome switchOn(ApiKey key) {
        return provider.act(key, PURPOSE, (keys, admin, id) -> {
            keys.enable(admin, id);
            return new StepOutcome.Done("Switched on.");
        });
    }
}
