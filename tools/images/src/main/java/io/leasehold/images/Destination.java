package io.leasehold.images;

import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.DockerDaemonImage;
import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.TarImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where images go. */
sealed interface Destination {
    String PREFIX = "leasehold";

    /**
     * @param id the deployable's name
     * @return where Jib puts the image
     */
    Containerizer containerizer(String id, String tag) throws IOException, InvalidImageReferenceException;

    /** How the image is found there, for people. */
    String shown(String id, String tag);

    /**
     * @param word a keyword for this machine, or a registry with the path to put images under
     * @param archives folder for archives
     */
    static Destination of(String word, Path archives) {
        return switch (word) {
            case "archive" -> new Archive(archives);
            case "engine" -> new Engine();
            default -> new Registry(word);
        };
    }

    /** A file per image, to be loaded into a cluster or an engine. */
    record Archive(Path folder) implements Destination {
        @Override
        public Containerizer containerizer(String id, String tag) throws IOException, InvalidImageReferenceException {
            Files.createDirectories(folder);
            return Containerizer.to(TarImage.at(file(id)).named(ImageReference.parse(PREFIX + "/" + id + ":" + tag)));
        }

        @Override
        public String shown(String id, String tag) {
            return PREFIX + "/" + id + ":" + tag + " in " + file(id);
        }

        private Path file(String id) {
            return folder.resolve(id + ".tar");
        }
    }

    /** The container engine of this machine. */
    record Engine() implements Destination {
        @Override
        public Containerizer containerizer(String id, String tag) throws InvalidImageReferenceException {
            return Containerizer.to(DockerDaemonImage.named(shown(id, tag)));
        }

        @Override
        public String shown(String id, String tag) {
            return PREFIX + "/" + id + ":" + tag;
        }
    }

    /**
     * A registry.
     *
     * @param prefix host, and the path that images are put under
     */
    record Registry(String prefix) implements Destination {
        public Registry {
            if (prefix.startsWith("-") || prefix.contains("://") || prefix.endsWith("/") || !prefix.contains("/")) {
                throw new IllegalArgumentException(
                        "--to wants archive, engine, or a registry with a path, such as registry.example.com/leasehold; not "
                                + prefix);
            }
        }

        @Override
        public Containerizer containerizer(String id, String tag) throws InvalidImageReferenceException {
            return Containerizer.to(Registries.image(ImageReference.parse(shown(id, tag))))
                    .setAllowInsecureRegistries(Registries.isOnThisMachine(prefix));
        }

        @Override
        public String shown(String id, String tag) {
            return prefix + "/" + id + ":" + tag;
        }
    }
}
