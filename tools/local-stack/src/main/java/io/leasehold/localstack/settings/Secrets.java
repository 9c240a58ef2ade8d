package io.leasehold.localstack.settings;

import io.leasehold.localstack.PrivateFile;
import io.leasehold.localstack.RandomText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Secrets that are generated when they are first asked for, and kept with the data they protect. */
public final class Secrets {
    private final Path file;
    private final Properties properties;

    public Secrets(Path file) throws IOException {
        this.file = file;
        this.properties = Files.exists(file) ? PrivateFile.loadProperties(file) : new Properties();
    }

    /** 128 bits in hex, the same every time. */
    public String get(String name) {
        return get(name, 16);
    }

    /** As many random bytes in hex, the same every time. */
    public synchronized String get(String name, int bytes) {
        String known = properties.getProperty(name);
        if (known != null) {
            return known;
        }
        String generated = RandomText.hex(bytes);
        properties.setProperty(name, generated);
        try {
            PrivateFile.storeProperties(file, properties, "Generated for this stack; removed by up --fresh");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return generated;
    }
}
