package io.leasehold.images;

import com.google.cloud.tools.jib.api.ImageReference;
import com.google.cloud.tools.jib.api.LogEvent;
import com.google.cloud.tools.jib.api.RegistryImage;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import java.util.regex.Pattern;

/** Images in registries. */
final class Registries {
    private static final Pattern LOCAL = Pattern.compile("(localhost|127\\.0\\.0\\.1)(:\\d+)?/.*");

    private Registries() {}

    /** With the credentials that the user's container tools have stored. */
    static RegistryImage image(ImageReference reference) {
        CredentialRetrieverFactory credentials = CredentialRetrieverFactory.forImage(reference, (LogEvent quiet) -> {});
        return RegistryImage.named(reference)
                .addCredentialRetriever(credentials.dockerConfig())
                .addCredentialRetriever(credentials.wellKnownCredentialHelpers());
    }

    /** Only there is plain HTTP in order. */
    static boolean isOnThisMachine(String reference) {
        return LOCAL.matcher(reference).matches();
    }
}
