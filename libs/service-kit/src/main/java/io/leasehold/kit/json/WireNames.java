package io.leasehold.kit.json;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The names that the constants of an enum have in JSON. */
public final class WireNames {
    private WireNames() {}

    /** All names, in the order of the constants. */
    public static List<String> of(Class<?> enumType) {
        return Arrays.stream(enumType.getEnumConstants()).map(WireNames::of).toList();
    }

    /** The constant of that name. */
    public static <E> Optional<E> find(Class<E> enumType, String name) {
        return Arrays.stream(enumType.getEnumConstants())
                .filter(constant -> of(constant).equals(name))
                .findFirst();
    }

    private static String of(Object constant) {
        return Json.events().convertValue(constant, String.class);
    }
}
