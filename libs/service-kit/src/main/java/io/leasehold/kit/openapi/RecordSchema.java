package io.leasehold.kit.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/** A record, and what its schema has to say beyond what the generator found. */
final class RecordSchema {
    static final String AMOUNT = "Amount";
    static final String RATIO = "Ratio";

    private static final String REF = "#/components/schemas/";
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final List<DotName> THERE = List.of(
            DotName.createSimple(NotNull.class),
            DotName.createSimple(NotBlank.class),
            DotName.createSimple(NotEmpty.class));
    private static final DotName INCLUDE = DotName.createSimple(JsonInclude.class);
    private static final DotName DECIMAL = DotName.createSimple(BigDecimal.class);
    private static final PropertyNamingStrategies.SnakeCaseStrategy SNAKE_CASE =
            new PropertyNamingStrategies.SnakeCaseStrategy();

    private final ClassInfo type;

    RecordSchema(ClassInfo type) {
        this.type = type;
    }

    /** The name that the generator gives its schema; where it is generic, the name begins with it. */
    String name() {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        AnnotationValue name = schema == null ? null : schema.value("name");
        return name == null ? type.simpleName() : name.asString();
    }

    boolean isGeneric() {
        return !type.typeParameters().isEmpty();
    }

    boolean isDescribed() {
        return type.hasDeclaredAnnotation(SCHEMA);
    }

    /** In how many names its components and these properties differ. */
    long distance(Set<String> properties) {
        Set<String> own =
                type.recordComponents().stream().map(RecordSchema::propertyOf).collect(Collectors.toSet());
        return Stream.concat(
                        own.stream().filter(name -> !properties.contains(name)),
                        properties.stream().filter(name -> !own.contains(name)))
                .count();
    }

    /**
     * Completes the schema: what may be null, what is always there, and decimals by name.
     *
     * @param sent whether callers send it; then they need not send what may be left out
     */
    void complete(Schema schema, boolean sent) {
        Map<String, Schema> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponentInfo component : type.recordComponentsInDeclarationOrder()) {
            String property = propertyOf(component);
            Schema found = schema.getProperties() == null
                    ? null
                    : schema.getProperties().get(property);
            if (found == null) {
                continue;
            }
            FieldInfo field = type.field(component.name());
            properties.put(property, describe(field, found, sent));
            if (isRequired(field, sent)) {
                required.add(property);
            }
        }
        schema.setProperties(properties);
        schema.setRequired(required.isEmpty() ? null : required);
    }

    private static String propertyOf(RecordComponentInfo component) {
        return SNAKE_CASE.translate(component.name());
    }

    private boolean isRequired(FieldInfo field, boolean sent) {
        if (sent) {
            return field.type().kind() == Type.Kind.PRIMITIVE || isValidatedAsThere(field);
        }
        return !isNullable(field) || !isLeftOutWhenNull(field);
    }

    private static boolean isValidatedAsThere(FieldInfo field) {
        return THERE.stream().anyMatch(field::hasDeclaredAnnotation);
    }

    private static boolean isNullable(FieldInfo field) {
        return field.type().hasAnnotation(NULLABLE);
    }

    private boolean isLeftOutWhenNull(FieldInfo field) {
        return field.hasAnnotation(INCLUDE) || type.hasDeclaredAnnotation(INCLUDE);
    }

    private Schema describe(FieldInfo field, Schema found, boolean sent) {
        AnnotationInstance annotation = field.annotation(SCHEMA);
        Schema schema = withoutContradictions(found);
        nameDecimals(field.type(), schema, isRatio(annotation) ? RATIO : AMOUNT);
        examplesAsWritten(annotation, schema);
        return isNullable(field) && (sent || !isLeftOutWhenNull(field)) ? orNull(schema) : schema;
    }

    /** A reference says it all; beside it only words about this one use of it have a place. */
    private static Schema withoutContradictions(Schema found) {
        String ref = referred(found);
        if (ref == null) {
            found.setAnyOf(null);
            return found;
        }
        return OASFactory.createSchema()
                .ref(ref)
                .description(found.getDescription())
                .examples(found.getExamples())
                .deprecated(found.getDeprecated());
    }

    private static @Nullable String referred(Schema schema) {
        if (schema.getRef() != null || schema.getAnyOf() == null) {
            return schema.getRef();
        }
        return schema.getAnyOf().stream()
                .map(Schema::getRef)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static boolean isRatio(@Nullable AnnotationInstance annotation) {
        AnnotationValue format = annotation == null ? null : annotation.value("format");
        return format != null && format.asString().equals("ratio");
    }

    private static void nameDecimals(Type type, Schema schema, String name) {
        if (type.name().equals(DECIMAL)) {
            schema.setType(null);
            schema.setFormat(null);
            schema.setRef(REF + name);
        } else if (type.kind() == Type.Kind.PARAMETERIZED_TYPE && schema.getItems() != null) {
            nameDecimals(type.asParameterizedType().arguments().getFirst(), schema.getItems(), name);
            schema.setFormat(null);
        }
    }

    /** The generator takes "1.50" for a number. */
    private static void examplesAsWritten(@Nullable AnnotationInstance annotation, Schema schema) {
        boolean text = schema.getRef() != null
                || (schema.getType() != null && schema.getType().contains(Schema.SchemaType.STRING));
        AnnotationValue examples = annotation == null ? null : annotation.value("examples");
        if (text && examples != null) {
            schema.setExamples(List.copyOf(Arrays.asList(examples.asStringArray())));
        }
    }

    private static Schema orNull(Schema schema) {
        Schema nothing = OASFactory.createSchema().addType(Schema.SchemaType.NULL);
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .addAnyOf(OASFactory.createSchema().ref(schema.getRef()))
                    .addAnyOf(nothing)
                    .description(schema.getDescription())
                    .examples(schema.getExamples())
                    .deprecated(schema.getDeprecated());
        }
        if (schema.getType() != null && !schema.getType().contains(Schema.SchemaType.NULL)) {
            schema.addType(Schema.SchemaType.NULL);
        }
        return schema;
    }
}
