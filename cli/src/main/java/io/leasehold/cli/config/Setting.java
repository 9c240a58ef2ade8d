package io.leasehold.cli.config;

import io.leasehold.cli.failure.Failure;
import io.leasehold.cli.output.Format;
import java.util.Arrays;
import java.util.Locale;

/** What a profile can say. */
public enum Setting {
    /** Where the API is. */
    URL {
        @Override
        void check(String value) {
            Address.parse(value);
        }
    },
    /** The workspace's slug, for who belongs to several. */
    WORKSPACE,
    /** {@link Format}. */
    OUTPUT {
        @Override
        void check(String value) {
            Format.named(value);
        }
    };

    void check(String value) {}

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The environment's variable that goes before the profile's value. */
    public String variable() {
        return "LEASEHOLD_" + name();
    }

    public static Setting named(String name) {
        return Arrays.stream(values())
                .filter(setting -> setting.wireName().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> Failure.wrongUse("There is no setting " + name + ". There are: url, workspace, output."));
    }
}
