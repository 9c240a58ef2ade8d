package io.leasehold.sim.google;

import io.leasehold.sim.format.Csv;
import io.leasehold.sim.google.GoogleModel.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The models that can be called. */
final class ModelCatalog {
    private final Map<String, GoogleModel> models = new LinkedHashMap<>();

    ModelCatalog() {
        Csv.resource(ModelCatalog.class, "models.csv").stream()
                .map(ModelCatalog::model)
                .forEach(model -> models.put(model.id(), model));
    }

    /** @throws GoogleError 404 when there is none */
    GoogleModel get(String name) {
        GoogleModel model = models.get(name);
        if (model == null) {
            throw new GoogleError(
                    GoogleErrorKind.NOT_FOUND,
                    "models/" + name + " is not found for API version v1beta, or is not supported for this call.");
        }
        return model;
    }

    GoogleModel get(String name, Kind kind) {
        GoogleModel model = get(name);
        if (model.kind() != kind) {
            throw new GoogleError(GoogleErrorKind.NOT_FOUND, "models/" + name + " is not supported for this call.");
        }
        return model;
    }

    List<GoogleModel> list() {
        return List.copyOf(models.values());
    }

    private static GoogleModel model(Csv.Row row) {
        return new GoogleModel(
                row.text("id"),
                row.text("name"),
                Kind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                row.number("context_window"),
                row.number("max_output"),
                Boolean.parseBoolean(row.text("thinks")),
                row.number("dimensions"));
    }
}
