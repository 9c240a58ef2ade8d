package io.leasehold.kit.problem;

import io.leasehold.kit.json.WireNames;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Reads a parameter that is an enum by the name that it has in JSON, rather than by its name in Java. */
@Provider
public class EnumParameters implements ParamConverterProvider {
    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return type.isEnum() ? new ByWireName<>(type) : null;
    }

    private record ByWireName<T>(Class<T> type) implements ParamConverter<T> {
        @Override
        public T fromString(String value) {
            return WireNames.find(type, value).orElseThrow(() -> new IllegalArgumentException("No such constant"));
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
