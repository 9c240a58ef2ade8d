package io.leasehold.sim.anthropic;

import io.leasehold.sim.format.Csv;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The models that can be called. A dated name ({@code claude-opus-5-20260630}) is the model without its date. */
final class ModelCatalog {
    private static final Pattern DATE = Pattern.compile("-20\\d{6}$");

    private final Map<String, AnthropicModel> models = new LinkedHashMap<>();

    ModelCatalog() {
        Csv.resource(ModelCatalog.class, "models.csv").stream()
                .map(ModelCatalog::model)
                .forEach(model -> models.put(model.id(), model));
    }

    Optional<AnthropicModel> find(String name) {
        AnthropicModel exact = models.get(name);
        return exact != null
                ? Optional.of(exact)
                : Optional.ofNullable(models.get(DATE.matcher(name).replaceFirst("")));
    }

    AnthropicModel get(String name) {
        return find(name).orElseThrow(() -> AnthropicError.notFound("model: " + name));
    }

    /** Newest first. */
    List<AnthropicModel> list() {
        return List.copyOf(models.values());
    }

    private static AnthropicModel model(Csv.Row row) {
        return new AnthropicModel(
                row.text("id"),
                row.text("display_name"),
                Instant.parse(row.text("created_at")),
                row.number("max_input_tokens"),
                row.number("max_tokens"));
    }
}
