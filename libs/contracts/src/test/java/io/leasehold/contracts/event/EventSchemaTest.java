package io.leasehold.contracts.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The schemas under {@code schemas/} are the contract that other languages read. A change of a record shows up here; commit
 * it with {@code ./leasehold mvn -pl libs/contracts test -Dschemas.update=true} when it only adds.
 */
class EventSchemaTest {
    private static final Path SCHEMAS = Path.of("schemas");
    private static final Map<Class<?>, String> FORMATS =
            Map.of(Instant.class, "date-time", LocalDate.class, "date", UUID.class, "uuid", URI.class, "uri");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @ParameterizedTest
    @EnumSource
    void theCommittedSchemaIsWhatTheRecordSays(EventType type) throws IOException {
        JsonNode generated = schema(type);
        Path committed = SCHEMAS.resolve(type.simpleName() + ".json");
        if (Boolean.getBoolean("schemas.update")) {
            Files.createDirectories(SCHEMAS);
            Files.writeString(committed, JSON.writeValueAsString(generated) + "\n");
        }

        assertThat(JSON.readTree(committed.toFile())).isEqualTo(generated);
    }

    @Test
    void everySchemaBelongsToAnEvent() throws IOException {
        try (var files = Files.list(SCHEMAS)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .allMatch(name -> EventType.find("io.leasehold." + name).isPresent());
        }
    }

    private static JsonNode schema(EventType type) {
        var config = new SchemaGeneratorConfigBuilder(JSON, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON);
        config.forFields()
                .withPropertyNameOverrideResolver(EventSchemaTest::snakeCase)
                .withNullableCheck(EventSchemaTest::isNullable)
                .withRequiredCheck(field -> !isNullable(field) && !isLeftOut(field));
        config.forTypesInGeneral().withCustomDefinitionProvider((javaType, context) -> {
            Class<?> erased = javaType.getErasedType();
            String format = FORMATS.get(erased);
            var node = context.getGeneratorConfig().createObjectNode();
            if (format != null) {
                node.put("type", "string").put("format", format);
            } else if (erased == BigDecimal.class) {
                node.put("type", "string").put("pattern", "^-?\\d+(\\.\\d+)?$");
            } else if (erased.isEnum()) {
                node.put("type", "string");
                var values = node.putArray("enum");
                for (Object constant : erased.getEnumConstants()) {
                    values.add(constant.toString().toLowerCase(java.util.Locale.ROOT));
                }
            } else {
                return null;
            }
            return new com.github.victools.jsonschema.generator.CustomDefinition(node, true);
        });
        var schema = new SchemaGenerator(config.build()).generateSchema(type.dataType());
        schema.put("$id", "urn:leasehold:event:" + type.simpleName());
        schema.put("title", type.ceType());
        return schema;
    }

    private static String snakeCase(FieldScope field) {
        return PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(field.getName());
    }

    private static boolean isNullable(FieldScope field) {
        return field.getRawMember().getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** What came later than the first version is left out where there is nothing to say. */
    private static boolean isLeftOut(FieldScope field) {
        return field.getRawMember().isAnnotationPresent(JsonInclude.class);
    }
}
