package io.leasehold.sim.mistral;

import io.leasehold.sim.format.Csv;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The models that can be called, by any of their names. */
final class ModelCatalog {
    private final List<MistralModel> models = Csv.resource(ModelCatalog.class, "models.csv").stream()
            .map(ModelCatalog::model)
            .toList();

    List<MistralModel> list() {
        return models;
    }

    Optional<MistralModel> find(String name) {
        return models.stream().filter(model -> model.isCalled(name)).findFirst();
    }

    /** @throws MistralError 400 when there is none that can do this */
    MistralModel get(String name, Predicate<MistralModel> fit) {
        return find(name)
                .filter(fit)
                .orElseThrow(() -> new MistralError(MistralErrorKind.INVALID_MODEL, "Invalid model: " + name));
    }

    private static MistralModel model(Csv.Row row) {
        String aliases = row.text("aliases");
        return new MistralModel(
                row.text("id"),
                aliases.isEmpty() ? List.of() : List.of(aliases.split(" ")),
                Long.parseLong(row.text("created")),
                row.number("context_window"),
                Boolean.parseBoolean(row.text("chats")),
                Boolean.parseBoolean(row.text("fills")),
                row.number("dimensions"));
    }
}
