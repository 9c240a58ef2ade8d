package io.leasehold.sim.cohere;

import io.leasehold.sim.cohere.CohereModel.Endpoint;
import io.leasehold.sim.format.Csv;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The models that can be called. */
final class ModelCatalog {
    private final List<CohereModel> models = Csv.resource(ModelCatalog.class, "models.csv").stream()
            .map(ModelCatalog::model)
            .toList();

    List<CohereModel> list() {
        return models;
    }

    Optional<CohereModel> find(String name) {
        return models.stream().filter(model -> model.name().equals(name)).findFirst();
    }

    /** @throws CohereError 404 when there is none, 400 when it is for something else */
    CohereModel get(String name, Endpoint endpoint) {
        CohereModel model = find(name)
                .orElseThrow(() -> new CohereError(
                        CohereErrorKind.NOT_FOUND,
                        "model '" + name + "' not found, make sure the correct model ID was used and that you have"
                                + " access to the model."));
        if (model.endpoint() != endpoint) {
            throw new CohereError(
                    CohereErrorKind.INVALID_REQUEST, "model '" + name + "' is not supported by this endpoint");
        }
        return model;
    }

    private static CohereModel model(Csv.Row row) {
        return new CohereModel(
                row.text("id"),
                Endpoint.valueOf(row.text("endpoint").toUpperCase(Locale.ROOT)),
                row.number("context_length"),
                row.number("dimensions"));
    }
}
