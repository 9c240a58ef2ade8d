package io.leasehold.cli.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.leasehold.cli.failure.Failure;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code config.json}: settings by profile, and which profile is used when none is named. */
public final class ConfigFile {
    public static final String DEFAULT_PROFILE = "default";
    private static final JsonMapper JSON = new JsonMapper();
    private static final String PROFILE = "profile";
    private static final String PROFILES = "profiles";

    private final PrivateFile file;

    public ConfigFile(Environment environment) {
        this.file = new PrivateFile(environment
                .find("LEASEHOLD_CONFIG")
                .map(Path::of)
                .orElseGet(() -> environment.folder().resolve("config.json")));
    }

    public Path path() {
        return file.path();
    }

    /** The profile that is used when none is named. */
    public String current() {
        return read().path(PROFILE).asText(DEFAULT_PROFILE);
    }

    public void use(String profile) {
        ObjectNode root = read();
        root.put(PROFILE, checked(profile));
        write(root);
    }

    public Optional<String> find(String profile, Setting setting) {
        JsonNode value = read().path(PROFILES).path(profile).path(setting.wireName());
        return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
    }

    public void set(String profile, Setting setting, String value) {
        setting.check(value);
        ObjectNode root = read();
        root.withObjectProperty(PROFILES).withObjectProperty(checked(profile)).put(setting.wireName(), value);
        write(root);
    }

    /** @return whether it was set */
    public boolean unset(String profile, Setting setting) {
        ObjectNode root = read();
        boolean was =
                root.withObjectProperty(PROFILES).withObjectProperty(profile).remove(setting.wireName()) != null;
        if (was) {
            write(root);
        }
        return was;
    }

    public Map<String, String> list(String profile) {
        Map<String, String> settings = new TreeMap<>();
        read().path(PROFILES)
                .path(profile)
                .properties()
                .forEach(setting ->
                        settings.put(setting.getKey(), setting.getValue().asText()));
        return settings;
    }

    /** It becomes part of a file's name. */
    public static String checked(String profile) {
        if (!profile.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,63}")) {
            throw Failure.wrongUse("A profile's name has letters, digits, - and _ only.");
        }
        return profile;
    }

    private ObjectNode read() {
        try {
            Optional<String> text = file.read();
            return text.isPresent() && JSON.readTree(text.get()) instanceof ObjectNode object
                    ? object
                    : JSON.createObjectNode();
        } catch (JsonProcessingException malformed) {
            throw Failure.failed(
                    file.path() + " is no JSON: " + malformed.getOriginalMessage() + ". Correct or remove it.");
        }
    }

    private void write(ObjectNode root) {
        file.write(root.toPrettyString() + "\n");
    }
}
