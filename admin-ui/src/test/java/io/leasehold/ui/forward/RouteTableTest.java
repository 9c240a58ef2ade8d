package io.leasehold.ui.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RouteTableTest {
    private final RouteTable routes = new RouteTable(
            Map.of(
                    "analytics-service", service("/api/v1/costs", "/api/v1/stats"),
                    "usage-collector", service("/api/v1/costs/provider")),
            Optional.of(URI.create("http://localhost:2")));

    @Test
    void theLongestPathWins() {
        assertThat(serviceFor("/api/v1/costs/reconciliation")).isEqualTo("analytics-service");
        assertThat(serviceFor("/api/v1/costs/provider")).isEqualTo("usage-collector");
        assertThat(serviceFor("/api/v1/costs/provider/x/y")).isEqualTo("usage-collector");
    }

    @Test
    void aPathThatOnlyBeginsAlikeIsNotBelow() {
        assertThat(routes.find("/api/v1/statistics")).isEmpty();
        assertThat(routes.find("/api/v1")).isEmpty();
        assertThat(routes.find("/")).isEmpty();
    }

    @Test
    void leasesAreTriedAtTheGatewayWhereThereIsOne() {
        Target gateway = routes.find("/api/v1/try/openai/v1/models").orElseThrow();

        assertThat(gateway.port()).isEqualTo(2);
        assertThat(gateway.passage().path("/api/v1/try/openai/v1/models")).isEqualTo("/openai/v1/models");
        assertThat(new RouteTable(Map.of(), Optional.empty()).find("/api/v1/try/openai"))
                .isEmpty();
    }

    private String serviceFor(String path) {
        return routes.find(path).orElseThrow().service();
    }

    private static ForwardingConfig.Service service(String... paths) {
        return new ForwardingConfig.Service() {
            @Override
            public URI url() {
                return URI.create("http://localhost:1");
            }

            @Override
            public List<String> paths() {
                return List.of(paths);
            }
        };
    }
}
