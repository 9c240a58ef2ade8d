package io.leasehold.gateway.server;

import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.PemKeyCertOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The port with TLS, where a client chooses HTTP/2 or HTTP/1.1 as it connects. */
record SecurePort(int port, Path certificate, Path key, int streams, long maxHeaderSize) {

    /**
     * Empty where there is no certificate.
     *
     * @throws IllegalStateException where there is a certificate without its key, or a key alone
     */
    static Optional<SecurePort> of(ServerConfig config) {
        ServerConfig.Tls tls = config.tls();
        if (tls.certificate().isPresent() != tls.key().isPresent()) {
            throw new IllegalStateException(
                    "leasehold.gateway.server.tls needs both certificate and key, or neither of them.");
        }
        return tls.certificate()
                .flatMap(certificate -> tls.key()
                        .map(key -> new SecurePort(
                                tls.port(),
                                certificate,
                                key,
                                tls.streams(),
                                config.maxHeaderSize().asLongValue())));
    }

    /** @param plain of the port without */
    HttpServerOptions options(HttpServerOptions plain) {
        return new HttpServerOptions(plain)
                .setPort(port)
                .setSsl(true)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .setCertPath(certificate.toString())
                        .setKeyPath(key.toString()))
                .setUseAlpn(true)
                .setAlpnVersions(List.of(HttpVersion.HTTP_2, HttpVersion.HTTP_1_1))
                .setInitialSettings(
                        new Http2Settings().setMaxConcurrentStreams(streams).setMaxHeaderListSize(maxHeaderSize));
    }
}
