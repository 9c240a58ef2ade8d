package io.leasehold.sim.openrouter;

import io.leasehold.sim.format.Csv;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The models that can be called. */
final class ModelCatalog {
    private final Map<String, OpenRouterModel> models = new LinkedHashMap<>();

    ModelCatalog() {
        Csv.resource(ModelCatalog.class, "models.csv").stream()
                .map(ModelCatalog::model)
                .forEach(model -> models.put(model.id(), model));
    }

    Optional<OpenRouterModel> find(String id) {
        return Optional.ofNullable(models.get(id));
    }

    OpenRouterModel get(String id) {
        return find(id).orElseThrow(() -> OpenRouterError.invalid(id + " is not a valid model ID"));
    }

    List<OpenRouterModel> list() {
        return List.copyOf(models.values());
    }

    private static OpenRouterModel model(Csv.Row row) {
        return new OpenRouterModel(
                row.text("id"),
                row.text("canonical_slug"),
                row.text("name"),
                row.text("provider_name"),
                Long.parseLong(row.text("created")),
                row.number("context_length"),
                row.number("max_completion_tokens"),
                Boolean.parseBoolean(row.text("is_moderated")));
    }
}
