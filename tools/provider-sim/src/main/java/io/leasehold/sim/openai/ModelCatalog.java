package io.leasehold.sim.openai;

import io.leasehold.sim.format.Csv;
import io.leasehold.sim.openai.OpenAiModel.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The models that can be called, by either of their names. */
final class ModelCatalog {
    private final Map<String, OpenAiModel> models = new LinkedHashMap<>();

    ModelCatalog() {
        Csv.resource(ModelCatalog.class, "models.csv").stream()
                .map(ModelCatalog::model)
                .forEach(model -> models.put(model.id(), model));
    }

    /** @throws OpenAiError 404 when there is none */
    OpenAiModel get(String name) {
        return find(name)
                .orElseThrow(() -> new OpenAiError(
                        OpenAiErrorKind.MODEL_NOT_FOUND,
                        "The model '" + name + "' does not exist or you do not have access to it."));
    }

    OpenAiModel get(String name, Kind kind) {
        OpenAiModel model = get(name);
        if (model.kind() != kind) {
            throw OpenAiError.invalid("The model '" + name + "' can't be used with this endpoint.");
        }
        return model;
    }

    List<OpenAiModel> list() {
        return List.copyOf(models.values());
    }

    Optional<OpenAiModel> find(String name) {
        return Optional.ofNullable(models.get(name))
                .or(() -> models.values().stream()
                        .filter(model -> model.snapshot().equals(name))
                        .findFirst());
    }

    private static OpenAiModel model(Csv.Row row) {
        return new OpenAiModel(
                row.text("id"),
                row.text("snapshot"),
                Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                Long.parseLong(row.text("created")),
                row.number("context_window"),
                row.number("max_output"),
                Boolean.parseBoolean(row.text("bills_cache_writes")),
                row.number("dimensions"));
    }
}
