package io.leasehold.providers.cohere;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.http.JsonFields;
import io.leasehold.providers.key.KeyAdmin;
import io.leasehold.providers.key.KeyCheck;
import io.leasehold.providers.key.ModelCheck;

/** Checking is all that Cohere has for keys. A trial key and one that is paid for look alike. */
final class CohereKeyAdmin implements KeyAdmin {
    private final CohereApi api;

    CohereKeyAdmin(CohereApi api) {
        this.api = api;
    }

    @Override
    public KeyCheck check(Access key) {
        return KeyCheck.by(() -> {
            JsonNode said = api.checkKey(key);
            return said.path("valid").asBoolean()
                    ? new KeyCheck.Valid(JsonFields.text(said, "organization_id"), "Cohere accepts this key.")
                    : new KeyCheck.Invalid("Cohere says that this key is not valid.");
        });
    }

    @Override
    public ModelCheck checkModel(Access key, String model) {
        return ModelCheck.by(
                "Cohere",
                model,
                () -> api.models(key).stream().anyMatch(offered -> model.equals(JsonFields.text(offered, "name"))));
    }
}
