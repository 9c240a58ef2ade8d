package io.leasehold.cli.config;

import io.leasehold.cli.output.Format;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * What holds for one run: an option goes before the environment, the environment before the profile.
 *
 * @param profile its name
 * @param url where the API is
 * @param workspace empty where the caller belongs to one only
 * @param output how results are shown
 * @param token one from {@code LEASEHOLD_TOKEN}, used as it is
 */
public record Settings(String profile, URI url, Optional<String> workspace, Format output, Optional<String> token) {
    private static final String DEFAULT_URL = "http://localhost:8000";

    /** @param options the options that were given, by setting */
    public static Settings resolve(
            Environment environment, Optional<String> profileOption, Function<Setting, Optional<String>> options) {
        ConfigFile file = new ConfigFile(environment);
        String profile = ConfigFile.checked(
                profileOption.or(() -> environment.find("LEASEHOLD_PROFILE")).orElseGet(file::current));
        Function<Setting, Optional<String>> find = setting -> options.apply(setting)
                .or(() -> environment.find(setting.variable()))
                .or(() -> file.find(profile, setting));
        return new Settings(
                profile,
                Address.parse(find.apply(Setting.URL).orElse(DEFAULT_URL)),
                find.apply(Setting.WORKSPACE),
                find.apply(Setting.OUTPUT).map(Format::named).orElse(Format.TABLE),
                environment.find("LEASEHOLD_TOKEN"));
    }

    @Override
    public String toString() {
        return "Settings[" + profile + ", " + url + "]";
    }
}
