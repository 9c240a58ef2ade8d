package io.leasehold.sim.azure;

import io.leasehold.sim.format.Csv;
import io.leasehold.sim.openai.OpenAiError;
import io.leasehold.sim.openai.OpenAiErrorKind;
import java.util.List;

/** What is deployed in the resource: a name of its own for each, and the model that it stands for. */
final class Deployments {
    private final List<Deployment> all = Csv.resource(Deployments.class, "deployments.csv").stream()
            .map(row -> new Deployment(row.text("id"), row.text("model"), row.number("capacity")))
            .toList();

    /** @param capacity thousands of tokens a minute */
    record Deployment(String name, String model, int capacity) {}

    List<Deployment> list() {
        return all;
    }

    /** @throws OpenAiError 404 when there is none */
    String modelOf(String name) {
        return all.stream()
                .filter(deployment -> deployment.name().equals(name))
                .map(Deployment::model)
                .findFirst()
                .orElseThrow(() -> new OpenAiError(
                        OpenAiErrorKind.MODEL_NOT_FOUND,
                        "The API deployment for this resource does not exist. If you created the deployment within the last"
                                + " 5 minutes, please wait a moment and try again."));
    }

    /** The first that has the model: the bill knows models only. */
    String nameOf(String model) {
        return all.stream()
                .filter(deployment -> deployment.model().equals(model))
                .map(Deployment::name)
                .findFirst()
                .orElse(model);
    }
}
