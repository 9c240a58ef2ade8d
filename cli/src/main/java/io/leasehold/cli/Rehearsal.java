package io.leasehold.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.leasehold.cli.api.Http;
import io.leasehold.cli.command.Cli;
import io.leasehold.cli.config.Environment;
import io.leasehold.cli.terminal.Pause;
import io.leasehold.cli.terminal.SystemTerminal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/** Runs usual commands once against nobody, so that the virtual machine can keep what they load. */
public final class Rehearsal {
    private static final String PAGE = """
            {"items":[{"id":"1","name":"first","state":"active","tags":["a"]}],"next_cursor":null}""";

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", Rehearsal::answer);
        server.start();
        Map<String, String> variables = Map.of(
                "LEASEHOLD_URL",
                "http://localhost:" + server.getAddress().getPort(),
                "LEASEHOLD_TOKEN",
                "none",
                "LEASEHOLD_CONFIG_DIR",
                "nowhere");
        Cli cli = new Cli(
                new SystemTerminal(),
                new Environment(variables, System.getProperty("os.name", ""), Path.of("nowhere")),
                Http::new,
                Clock.systemUTC(),
                Pause::sleep,
                page -> {});
        int code = Leasehold.run(cli, "keys", "list");
        code += Leasehold.run(cli, "keys", "list", "-o", "json");
        server.stop(0);
        System.exit(code);
    }

    private static void answer(HttpExchange call) throws IOException {
        byte[] body = PAGE.getBytes(UTF_8);
        call.sendResponseHeaders(200, body.length);
        call.getResponseBody().write(body);
        call.close();
    }
}
