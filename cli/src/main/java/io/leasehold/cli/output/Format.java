package io.leasehold.cli.output;

import io.leasehold.cli.failure.Failure;
import java.util.Arrays;
import java.util.Locale;

/** How results are shown. */
public enum Format {
    /** For people. */
    TABLE,
    /** For scripts: what the API said, as it said it. */
    JSON,
    /** The same, for people who like it better. */
    YAML;

    public static Format named(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.wrongUse("There is no output " + name + ". There are: table, json, yaml."));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
