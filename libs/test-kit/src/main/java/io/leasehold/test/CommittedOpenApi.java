package io.leasehold.test;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The API description that other modules generate their clients from is committed, and is what the service offers. */
public final class CommittedOpenApi {
    private static final Path COMMITTED = Path.of("openapi.yaml");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private CommittedOpenApi() {}

    /** To be called with the service under test running. The order of fields is no difference. */
    public static void check() {
        String offered = given().accept("application/yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        try {
            if (Boolean.getBoolean("openapi.update")) {
                Files.writeString(COMMITTED, offered);
            }
            JsonNode current = YAML.readTree(offered);
            checkQuality(current);
            assertThat(current)
                    .as(
                            "The API has changed. If that is meant, run this test with -Dopenapi.update=true and commit %s.",
                            COMMITTED)
                    .isEqualTo(YAML.readTree(COMMITTED.toFile()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What a generator of clients relies on. */
    public static void checkQuality(JsonNode api) {
        api.at("/components/schemas")
                .fieldNames()
                .forEachRemaining(name ->
                        assertThat(name).as("a schema's name is no Java name").matches("[A-Z][A-Za-z0-9]*"));
        api.findParents("$ref")
                .forEach(schema -> assertThat(schema.fieldNames())
                        .toIterable()
                        .as("a reference says it all: %s", schema)
                        .isSubsetOf("$ref", "description", "examples", "deprecated"));
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> checkResponses(
                                operation.getKey() + " " + path.getKey(),
                                operation.getValue().path("responses"))));
    }

    private static void checkResponses(String operation, JsonNode responses) {
        assertThat(responses.at("/default/content/application~1problem+json").isMissingNode())
                .as("%s says what a problem looks like", operation)
                .isFalse();
        responses.properties().forEach(response -> {
            if (!response.getKey().equals("204") && !response.getKey().equals("304")) {
                assertThat(response.getValue().path("content").findValue("schema"))
                        .as("%s says what its answer %s looks like", operation, response.getKey())
                        .isNotNull();
            }
        });
    }
}
