package io.leasehold.sim.openrouter;

import io.leasehold.sim.format.Csv;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static OpenRouterModel model(Map<String, String> row) {
        return new OpenRouterModel(
                value(row, "id"),
                value(row, "canonical_slug"),
                value(row, "name"),
                value(row, "provider_name"),
                Long.parseLong(value(row, "created")),
                Integer.parseInt(value(row, "context_length")),
                Integer.parseInt(value(row, "max_completion_tokens")),
                Boolean.parseBoolean(value(row, "is_moderated")));
    }

    private static String value(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }
}
