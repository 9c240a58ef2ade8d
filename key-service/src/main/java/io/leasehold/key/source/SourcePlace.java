package io.leasehold.key.source;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a source's secret lies. */
public sealed interface SourcePlace {
    /** What kind of place it is, for programs. */
    String kind();

    /** Which one it is; never what is there. */
    String location();

    /** What people call it. */
    String words();

    /** @param name of the variable */
    record Variable(String name) implements SourcePlace {
        @Override
        public String kind() {
            return "variable";
        }

        @Override
        public String location() {
            return name;
        }

        @Override
        public String words() {
            return "variable " + name;
        }
    }

    /** @param path from the root */
    record MountedFile(Path path) implements SourcePlace {
        @Override
        public String kind() {
            return "file";
        }

        @Override
        public String location() {
            return path.toString();
        }

        @Override
        public String words() {
            return "file " + path;
        }
    }

    /**
     * @param mount of a KV v2 engine
     * @param field null where the secret has one only
     */
    record VaultSecret(String mount, String path, @Nullable String field) implements SourcePlace {
        @Override
        public String kind() {
            return "vault";
        }

        @Override
        public String location() {
            return mount + "/" + path + (field == null ? "" : "#" + field);
        }

        @Override
        public String words() {
            return "Vault " + location();
        }
    }
}
