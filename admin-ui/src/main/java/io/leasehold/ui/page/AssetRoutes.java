package io.leasehold.ui.page;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sends scripts and styles as the build packed them; what is not packed, or not wanted so, is left to the static files. */
@Singleton
class AssetRoutes {
    private static final String RESOURCES = "META-INF/resources";
    private static final Pattern PACKED = Pattern.compile("/assets/[\\w-]+([.][\\w-]+)*[.](js|css)");
    private static final int BEFORE_FILES = 100;

    /** Read once: all of them together are half a megabyte. */
    private final Map<String, Buffer> files = new ConcurrentHashMap<>();

    void register(@Observes Router router) {
        router.get("/assets/*").order(BEFORE_FILES).handler(this::answer);
        router.head("/assets/*").order(BEFORE_FILES).handler(this::answer);
    }

    private void answer(RoutingContext call) {
        String path = call.normalizedPath();
        Optional<Encoding> wanted = Encoding.bestOf(call.request().getHeader(HttpHeaders.ACCEPT_ENCODING));
        if (wanted.isEmpty() || !PACKED.matcher(path).matches()) {
            call.next();
            return;
        }
        Buffer file = files.computeIfAbsent(path + wanted.get().ending(), AssetRoutes::read);
        if (file == null) {
            call.next();
            return;
        }
        HttpServerResponse response = call.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, path.endsWith(".js") ? "text/javascript" : "text/css")
                .putHeader(HttpHeaders.CONTENT_ENCODING, wanted.get().token())
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.end(file);
    }

    private static @Nullable Buffer read(String path) {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(RESOURCES + path)) {
            return file == null ? null : Buffer.buffer(file.readAllBytes());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
