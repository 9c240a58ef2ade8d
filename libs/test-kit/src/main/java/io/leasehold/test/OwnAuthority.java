package io.leasehold.test;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate for localhost that nobody has signed but its owner. */
record OwnAuthority(SSLContext context, Path certificate) {
    private static final String PASSWORD = "not-a-secret";
    private static final String NAME = "localhost";

    /** By the JDK's own tool, as its library makes no certificates. */
    static OwnAuthority make() {
        try {
            Path folder = Files.createTempDirectory("own-authority-");
            Path keys = folder.resolve("keys.p12");
            runKeytool(keys);
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(keys)) {
                store.load(in, PASSWORD.toCharArray());
            }
            Path certificate = folder.resolve("ca.crt");
            Files.writeString(
                    certificate,
                    "-----BEGIN CERTIFICATE-----\n"
                            + Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII))
                                    .encodeToString(store.getCertificate(NAME).getEncoded())
                            + "\n-----END CERTIFICATE-----\n");
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers.getKeyManagers(), null, null);
            return new OwnAuthority(context, certificate);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void runKeytool(Path keys) throws IOException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        NAME,
                        "-keyalg",
                        "RSA",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=" + NAME,
                        "-ext",
                        "san=dns:" + NAME + ",ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .start();
        try {
            String said = new String(keytool.getInputStream().readAllBytes(), US_ASCII);
            if (keytool.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
