package io.leasehold.collector.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RateFeedTest {
    private static final String RATES =
            "<Cube><Cube time='2026-11-20'><Cube currency='USD' rate='1.0823'/></Cube></Cube>";

    private HttpServer server;
    private RateFeed feed;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        feed = new RateFeed(
                new At(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/rates.xml")));
    }

    @AfterEach
    void stop() {
        feed.close();
        server.stop(0);
    }

    @Test
    void ratesAreReadFromTheAddress() {
        answer(200, RATES);

        assertThat(feed.read())
                .containsExactly(
                        new ExchangeRate("EUR", LocalDate.parse("2026-11-20"), new BigDecimal("1.0823"), "ecb"));
    }

    @Test
    void anErrorHasNoRatesWhateverItSays() {
        answer(503, RATES);

        assertThatThrownBy(feed::read).isInstanceOf(RateFeedException.class).hasMessage("it answered 503");
    }

    @Test
    void anAnswerWithoutAnEndIsNotReadToIt() {
        answer(200, RATES.replace("</Cube></Cube>", " ".repeat(5 << 20) + "</Cube></Cube>"));

        assertThatThrownBy(feed::read).isInstanceOf(RateFeedException.class);
    }

    @Test
    void nobodyThereIsToldAsThat() {
        server.stop(0);

        assertThatThrownBy(feed::read).isInstanceOf(RateFeedException.class).hasMessage("it can't be reached");
    }

    private void answer(int status, String body) {
        server.createContext("/rates.xml", exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            try (exchange) {
                exchange.getResponseBody().write(bytes);
            } catch (IOException hungUp) {
                // Whoever has read enough leaves.
            }
        });
    }

    private record At(URI address) implements RateConfig {
        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public Map<String, BigDecimal> fixed() {
            return Map.of();
        }
    }
}
