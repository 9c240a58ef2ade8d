package io.leasehold.bench.gateway;

import io.leasehold.bench.process.MeasuredProcess;
import io.leasehold.localstack.component.HttpProbe;
import io.leasehold.localstack.process.ProcessSpec;
import io.leasehold.localstack.process.ServerProcess;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** nginx as a plain reverse proxy before the simulator: it looks at nothing, keeps nothing and logs nothing. */
final class Nginx implements AutoCloseable {
    /** Where Debian puts it is not on everybody's path. */
    private static final String SYSTEM_PROGRAMS = "/usr/sbin";

    private static final Duration LONGEST_START = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final ServerProcess process;
    private final int port;

    private Nginx(ServerProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** The program, where this machine has one. */
    static Optional<Path> program(Map<String, String> environment) {
        return Stream.concat(
                        Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator)),
                        Stream.of(SYSTEM_PROGRAMS))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @throws IllegalStateException when it does not start */
    static Nginx start(Path program, URI simulator) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("leasehold-bench-nginx-");
        int port = freePort();
        Path configuration = Files.writeString(folder.resolve("nginx.conf"), configuration(port, simulator));
        ServerProcess process = ServerProcess.start(new ProcessSpec(
                Way.NGINX,
                List.of(program.toString(), "-p", folder.toString(), "-c", configuration.toString(), "-e", "stderr"),
                Map.of(),
                folder,
                folder.resolve("nginx.log")));
        Nginx nginx = new Nginx(process, port);
        nginx.awaitReady();
        return nginx;
    }

    /** Whatever is above the usual is what a gateway before many streams would be given too. */
    private static String configuration(int port, URI simulator) throws IOException {
        // By one address: of several it would try those by turns at which nobody listens.
        String address = InetAddress.getByName(simulator.getHost()).getHostAddress();
        return """
                daemon off;
                pid nginx.pid;
                error_log stderr warn;
                worker_processes auto;
                worker_rlimit_nofile 16384;
                events {
                    worker_connections 8192;
                }
                http {
                    access_log off;
                    client_body_temp_path body;
                    proxy_temp_path proxy;
                    fastcgi_temp_path fastcgi;
                    uwsgi_temp_path uwsgi;
                    scgi_temp_path scgi;
                    client_body_buffer_size 64k;
                    keepalive_requests 1000000;
                    upstream simulator {
                        server %s:%d;
                        keepalive 4096;
                        keepalive_requests 1000000;
                    }
                    server {
                        listen 127.0.0.1:%d backlog=4096;
                        location / {
                            proxy_pass http://simulator;
                            proxy_http_version 1.1;
                            proxy_set_header connection "";
                            proxy_buffering off;
                        }
                    }
                }
                """.formatted(address, simulator.getPort(), port);
    }

    private void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST_START.toNanos();
        while (!HttpProbe.isOk(URI.create("http://127.0.0.1:" + port + "/control/health"))) {
            if (!process.isAlive() || System.nanoTime() - end > 0) {
                process.stop();
                throw new IllegalStateException("nginx does not start:\n" + String.join("\n", process.lastLines(10)));
            }
            Thread.sleep(PAUSE);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The one that begins the workers, which are its children. */
    MeasuredProcess process() {
        return MeasuredProcess.of(Way.NGINX, ProcessHandle.of(process.pid()).orElseThrow());
    }

    @Override
    public void close() throws IOException {
        try {
            process.stop();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
