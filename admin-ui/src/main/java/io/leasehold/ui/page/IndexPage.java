package io.leasehold.ui.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.Base64;

/** The app's only page, with a fresh nonce each time it is sent. */
@Singleton
class IndexPage {
    private static final String RESOURCE = "META-INF/resources/index.html";
    /** Vite writes it wherever a nonce belongs; see {@code html.cspNonce} in {@code vite.config.ts}. */
    private static final String PLACEHOLDER = "__CSP_NONCE__";

    private static final int NONCE_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final String template;

    IndexPage() {
        this.template = load();
    }

    /** One answer: the page and the policy that goes with it. */
    record Rendered(String html, String policy) {}

    Rendered render() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        return new Rendered(template.replace(PLACEHOLDER, nonce), policy(nonce));
    }

    /** Scripts are files of ours only. The component library writes a few style elements, which carry the nonce. */
    private static String policy(String nonce) {
        return "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + nonce + "'; img-src 'self' data:;"
                + " font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none';"
                + " frame-ancestors 'none'";
    }

    private static String load() {
        try (InputStream page = Thread.currentThread().getContextClassLoader().getResourceAsStream(RESOURCE)) {
            if (page == null) {
                throw new IllegalStateException("The app was not built into this jar: there is no " + RESOURCE);
            }
            return new String(page.readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
