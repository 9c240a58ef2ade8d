package io.leasehold.kit.openapi;

import io.leasehold.kit.problem.ProblemBody;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/**
 * Runs when a service is built, and completes its description from the records themselves: what is always there, what may
 * be null, amounts by one name, problems for every operation, and no name that only Java knows.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ApiDescription implements OASFilter {
    private static final String SCHEMAS = "#/components/schemas/";
    private static final String PROBLEM = "Problem";

    private final List<RecordSchema> records;

    /** @param index every class of the service and of our libraries */
    public ApiDescription(IndexView index) {
        this.records = index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .map(RecordSchema::new)
                .toList();
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null || api.getComponents().getSchemas() == null) {
            return;
        }
        completeRecords(api);
        addDecimals(api);
        namePages(api);
        SchemaWalk.operations(api).forEach(operation -> {
            describePaging(operation);
            describeStreams(operation);
            describeProblems(operation);
        });
        dropForeignSchemas(api);
    }

    private void completeRecords(OpenAPI api) {
        Set<String> sent = SchemaWalk.reachable(
                api,
                SchemaWalk.operations(api)
                        .flatMap(SchemaWalk::requestBodies)
                        .map(MediaType::getSchema)
                        .filter(Objects::nonNull));
        api.getComponents()
                .getSchemas()
                .forEach((name, schema) ->
                        find(name, schema).ifPresent(found -> found.complete(schema, sent.contains(name))));
    }

    /** The record that a schema was made of. Among records of one name it is the one whose components it has,
     * and among equal ones the one that was meant to be described. */
    private Optional<RecordSchema> find(String name, Schema schema) {
        if (schema.getProperties() == null) {
            return Optional.empty();
        }
        return records.stream()
                .filter(candidate ->
                        candidate.isGeneric() ? name.startsWith(candidate.name()) : name.equals(candidate.name()))
                .min(Comparator.<RecordSchema>comparingLong(candidate ->
                                candidate.distance(schema.getProperties().keySet()))
                        .thenComparing(candidate -> !candidate.isDescribed()));
    }

    private static void addDecimals(OpenAPI api) {
        Set<String> used = SchemaWalk.reachable(api, api.getComponents().getSchemas().values().stream());
        if (used.contains(RecordSchema.RATIO)) {
            api.getComponents()
                    .addSchema(
                            RecordSchema.RATIO,
                            OASFactory.createSchema()
                                    .addType(Schema.SchemaType.STRING)
                                    .pattern("^-?[0-9]+(\\.[0-9]+)?$")
                                    .description("A share or ratio as an exact decimal; 1 is the whole.")
                                    .addExample("0.8"));
        }
    }

    /** A page of keys is a {@code KeyPage}. */
    private void namePages(OpenAPI api) {
        Map<String, String> renamed = new HashMap<>();
        Map<String, Schema> schemas = new TreeMap<>();
        api.getComponents().getSchemas().forEach((name, schema) -> {
            String better = find(name, schema)
                    .filter(RecordSchema::isGeneric)
                    .flatMap(generic -> itemName(schema).map(item -> item + generic.name()))
                    .orElse(name);
            renamed.put(SCHEMAS + name, SCHEMAS + better);
            schemas.put(better, schema);
        });
        api.getComponents().setSchemas(schemas);
        SchemaWalk.each(api, schema -> {
            if (schema.getRef() != null) {
                schema.setRef(renamed.getOrDefault(schema.getRef(), schema.getRef()));
            }
        });
    }

    private static Optional<String> itemName(Schema page) {
        return page.getProperties().values().stream()
                .map(Schema::getItems)
                .filter(Objects::nonNull)
                .map(SchemaWalk::refName)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Pages are asked for in one way, everywhere. A limit that says itself what it limits is left as it is. */
    private static void describePaging(Operation operation) {
        if (operation.getParameters() == null) {
            return;
        }
        for (Parameter parameter : operation.getParameters()) {
            switch (parameter.getName()) {
                case "limit" -> {
                    if (parameter.getDescription() == null) {
                        parameter
                                .description("How many items, 1 to 500; 50 where left out")
                                .example(50);
                    }
                }
                case "cursor" ->
                    parameter
                            .description("The next_cursor of the page before; left out for the first page")
                            .example("MDE5OWYwMDA");
                default -> {}
            }
        }
    }

    /** What a stream of events carries is described in words; the generator would describe the framework's class. */
    private static void describeStreams(Operation operation) {
        for (APIResponse response : SchemaWalk.responses(operation).values()) {
            MediaType stream =
                    response.getContent() == null ? null : response.getContent().getMediaType("text/event-stream");
            if (stream != null) {
                stream.setSchema(OASFactory.createSchema().addType(Schema.SchemaType.STRING));
            }
        }
    }

    private static void describeProblems(Operation operation) {
        SchemaWalk.responses(operation).forEach((status, response) -> {
            if (status.compareTo("400") >= 0 && response.getContent() == null && response.getRef() == null) {
                response.setContent(problem());
            }
        });
        operation
                .getResponses()
                .addAPIResponse(
                        "default",
                        OASFactory.createAPIResponse()
                                .description("A problem, as RFC 9457 has it")
                                .content(problem()));
    }

    private static Content problem() {
        return OASFactory.createContent()
                .addMediaType(
                        ProblemBody.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(SCHEMAS + PROBLEM)));
    }

    /** Nothing stays that nobody uses, but for what a record of ours was described for, such as the data of a stream. */
    private void dropForeignSchemas(OpenAPI api) {
        Set<String> used = SchemaWalk.reachable(api, SchemaWalk.used(api));
        Set<String> described = records.stream()
                .filter(RecordSchema::isDescribed)
                .map(RecordSchema::name)
                .collect(Collectors.toSet());
        Map<String, Schema> kept = new LinkedHashMap<>(api.getComponents().getSchemas());
        kept.keySet().removeIf(name -> !used.contains(name) && !described.contains(name));
        api.getComponents().setSchemas(kept);
    }
}
