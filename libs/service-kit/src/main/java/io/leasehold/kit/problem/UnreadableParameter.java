package io.leasehold.kit.problem;

import io.leasehold.kit.json.WireNames;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Finds the query parameter that could not be read. The framework says only that there is nothing at such an address,
 * which is right for a path and helps nobody who mistyped a number.
 */
final class UnreadableParameter {
    private static final Kind WHOLE = new Kind(Integer::valueOf, "must be a whole number such as 50");
    private static final Kind LONG = new Kind(Long::valueOf, WHOLE.expected());
    private static final Map<Type, Kind> KINDS = Map.of(
            int.class,
            WHOLE,
            Integer.class,
            WHOLE,
            long.class,
            LONG,
            Long.class,
            LONG,
            UUID.class,
            new Kind(UUID::fromString, "must be an id such as 0199f2a4-7c1e-7b0a-9d52-5a3b0c0e7a11"),
            Instant.class,
            new Kind(Instant::parse, "must be a time such as 2026-11-20T10:00:00Z"),
            LocalDate.class,
            new Kind(LocalDate::parse, "must be a date such as 2026-11-20"),
            BigDecimal.class,
            new Kind(BigDecimal::new, "must be a decimal number such as 1.50"));

    private UnreadableParameter() {}

    /** @param expected what is told to whoever wrote something else */
    private record Kind(Function<String, ?> reader, String expected) {}

    /** Empty when every query parameter of the method fits its type. */
    static Optional<InvalidRequestProblem> find(@Nullable Method method, UriInfo uri) {
        return method == null
                ? Optional.empty()
                : Arrays.stream(method.getParameters())
                        .flatMap(UnreadableParameter::parametersIn)
                        .flatMap(parameter -> find(parameter, uri).stream())
                        .findFirst();
    }

    /** The parameter itself, or the fields of those that are read as one. */
    private static Stream<QueryParameter> parametersIn(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class)
                ? fieldsOf(parameter.getType())
                : Stream.of(new QueryParameter(parameter, parameter.getName(), parameter.getParameterizedType()));
    }

    private static Stream<QueryParameter> fieldsOf(Class<?> type) {
        return Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
                .flatMap(part -> Arrays.stream(part.getDeclaredFields()))
                .map(field -> new QueryParameter(field, field.getName(), field.getGenericType()));
    }

    private static Optional<InvalidRequestProblem> find(QueryParameter parameter, UriInfo uri) {
        String name = parameter.name();
        Kind kind = kindOf(parameter.type());
        if (name == null || kind == null) {
            return Optional.empty();
        }
        List<String> values = uri.getQueryParameters().getOrDefault(name, List.of());
        return values.stream().allMatch(value -> isReadable(kind, value))
                ? Optional.empty()
                : Optional.of(new InvalidRequestProblem(name, kind.expected()));
    }

    private record QueryParameter(AnnotatedElement declared, String nameInJava, Type type) {
        /** Null when it does not come from the query. */
        @Nullable
        String name() {
            QueryParam standard = declared.getAnnotation(QueryParam.class);
            if (standard != null) {
                return standard.value();
            }
            RestQuery own = declared.getAnnotation(RestQuery.class);
            if (own == null) {
                return null;
            }
            return own.value().isEmpty() ? nameInJava : own.value();
        }
    }

    private static @Nullable Kind kindOf(Type type) {
        if (type instanceof ParameterizedType collection) {
            return kindOf(collection.getActualTypeArguments()[0]);
        }
        if (type instanceof Class<?> constants && constants.isEnum()) {
            return new Kind(
                    value -> WireNames.find(constants, value).orElseThrow(IllegalArgumentException::new),
                    "must be one of " + String.join(", ", WireNames.of(constants)));
        }
        return KINDS.get(type);
    }

    private static boolean isReadable(Kind kind, String value) {
        try {
            return kind.reader().apply(value) != null;
        } catch (RuntimeException unreadable) {
            return false;
        }
    }
}
