package io.leasehold.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever key-service, distribution-service and usage-collector offer to people and nodes can be asked for on the command line. */
class EveryRouteTest {
    /** A new route needs a verb, and a line here. */
    private static final String VERBS = """
            GET /api/v1/audit                                     audit list
            GET /api/v1/audit/export                              audit export
            GET /api/v1/audit/verify                              audit verify
            POST /api/v1/auth/github/device                       github sign-in a
            POST /api/v1/auth/github/logout                       github sign-out s --yes
            POST /api/v1/auth/github/poll                         github show s
            GET /api/v1/auth/github/status                        github list
            GET /api/v1/costs/provider                            costs
            GET /api/v1/discovery                                 providers discovered
            POST /api/v1/discovery/runs                           providers discover
            GET /api/v1/domains                                   domains list
            POST /api/v1/domains                                  domains add a.example.com
            GET /api/v1/domains/{domain}                          domains show d
            PATCH /api/v1/domains/{domain}                        domains update d --capture none
            DELETE /api/v1/domains/{domain}                       domains remove d --yes
            GET /api/v1/info                                      info
            GET /api/v1/key-sources                               keys sources
            GET /api/v1/keys                                      keys list
            POST /api/v1/keys                                     keys add k --account a
            POST /api/v1/keys/batch                               keys add-all
            POST /api/v1/keys/create                              keys create k --account a
            POST /api/v1/keys/find                                keys find
            POST /api/v1/keys/revoke                              keys revoke-all --tag t --yes
            POST /api/v1/keys/test                                keys test --account a
            POST /api/v1/keys/verify                              keys verify-all
            GET /api/v1/keys/{key}                                keys show k
            PATCH /api/v1/keys/{key}                              keys update k --name l
            POST /api/v1/keys/{key}/bind                          keys bind k id
            POST /api/v1/keys/{key}/disable                       keys disable k
            POST /api/v1/keys/{key}/enable                        keys enable k
            GET /api/v1/keys/{key}/provider                       keys spend k
            POST /api/v1/keys/{key}/provider/disable              keys disable k --at-provider
            POST /api/v1/keys/{key}/provider/enable               keys enable k --at-provider
            GET /api/v1/keys/{key}/provider/enforcement           keys enforcement k
            PUT /api/v1/keys/{key}/provider/limit                 keys provider-limit k 5
            POST /api/v1/keys/{key}/retire                        keys retire k --yes
            GET /api/v1/keys/{key}/revocation                     keys revocation k
            POST /api/v1/keys/{key}/revocation/abandon            keys abandon k --reason r --yes
            POST /api/v1/keys/{key}/revocation/cancel             keys revoke k --cancel
            POST /api/v1/keys/{key}/revoke                        keys revoke k --dry-run
            POST /api/v1/keys/{key}/rotate                        keys rotate k --dry-run
            GET /api/v1/keys/{key}/rotation                       keys rotation k
            POST /api/v1/keys/{key}/rotation/abandon              keys abandon-rotation k --reason r --yes
            POST /api/v1/keys/{key}/rotation/roll-back            keys roll-back k
            GET /api/v1/keys/{key}/rotation-schedule              keys schedule k
            PUT /api/v1/keys/{key}/rotation-schedule              keys set-schedule k @daily
            DELETE /api/v1/keys/{key}/rotation-schedule           keys remove-schedule k --yes
            GET /api/v1/keys/{key}/rotations                      keys rotations k
            POST /api/v1/keys/{key}/secret                        keys replace-secret k --yes
            DELETE /api/v1/keys/{key}/source                      keys leave-source k --yes
            POST /api/v1/keys/{key}/verify                        keys verify k
            GET /api/v1/leases                                    leases list
            POST /api/v1/leases                                   leases ask --provider anthropic
            POST /api/v1/leases/revoke                            leases revoke-all --provider p --reason r --yes
            GET /api/v1/leases/{id}                               leases show l
            POST /api/v1/leases/{id}/release                      leases release l
            POST /api/v1/leases/{id}/renew                        leases renew l
            POST /api/v1/leases/{id}/revoke                       leases revoke l --reason r --yes
            GET /api/v1/limits                                    limits list
            GET /api/v1/limits/{scope}/{scope_id}                 limits show key k
            PUT /api/v1/limits/{scope}/{scope_id}                 limits set key k day=5
            GET /api/v1/limits/{scope}/{scope_id}/raises          limits raises key k
            POST /api/v1/limits/{scope}/{scope_id}/raises         limits raise key k --period=day --by=5 --until=t --reason=r --approver=a
            GET /api/v1/limits/{scope}/{scope_id}/raises/{raise}  limits show-raise key k r
            POST /api/v1/limits/{scope}/{scope_id}/raises/{raise}/end  limits end-raise key k r
            GET /api/v1/me                                        whoami
            GET /api/v1/members                                   members list
            POST /api/v1/members                                  members add bob viewer
            GET /api/v1/members/{member}                          members show bob
            PATCH /api/v1/members/{member}                        members set-role bob admin
            DELETE /api/v1/members/{member}                       members remove bob --yes
            GET /api/v1/nodes                                     nodes list
            GET /api/v1/nodes/bindings                            nodes bindings
            POST /api/v1/nodes/bindings                           nodes bind s
            DELETE /api/v1/nodes/bindings/{id}                    nodes unbind b
            POST /api/v1/nodes/enrol                              nodes enrol n
            GET /api/v1/nodes/enrolment-tokens                    nodes tokens
            POST /api/v1/nodes/enrolment-tokens                   nodes add-token
            DELETE /api/v1/nodes/enrolment-tokens/{id}            nodes remove-token t
            POST /api/v1/nodes/heartbeat                          nodes heartbeat
            GET /api/v1/nodes/history                             nodes history --from 2026-11-01T00:00:00Z
            GET /api/v1/nodes/{id}                                nodes show n
            POST /api/v1/nodes/{id}/approve                       nodes approve n
            PUT /api/v1/nodes/{id}/policy                         nodes set-policy n --max-leases 1
            DELETE /api/v1/nodes/{id}/policy                      nodes remove-policy n
            POST /api/v1/nodes/{id}/remove                        nodes remove n --reason r --yes
            GET /api/v1/nodes/{id}/timeline                       nodes timeline n
            GET /api/v1/prices                                    prices list
            GET /api/v1/prices/overrides                          prices overrides
            POST /api/v1/prices/overrides                         prices set anthropic m input=1
            GET /api/v1/prices/overrides/{id}                     prices show p
            PUT /api/v1/prices/overrides/{id}                     prices set anthropic m input=1 --replace p
            DELETE /api/v1/prices/overrides/{id}                  prices remove p --yes
            GET /api/v1/provider-accounts                         accounts list
            POST /api/v1/provider-accounts                        accounts add a --provider anthropic --no-credential
            GET /api/v1/provider-accounts/{id}                    accounts show a
            PATCH /api/v1/provider-accounts/{id}                  accounts update a --name b
            DELETE /api/v1/provider-accounts/{id}                 accounts remove a --yes
            GET /api/v1/provider-accounts/{id}/capabilities       accounts capabilities a
            PUT /api/v1/provider-accounts/{id}/credential         accounts replace-credential a --yes
            POST /api/v1/provider-accounts/{id}/disable           accounts disable a
            POST /api/v1/provider-accounts/{id}/enable            accounts enable a
            GET /api/v1/provider-accounts/{id}/groups             accounts groups a
            POST /api/v1/provider-accounts/{id}/groups            accounts add-group a g
            GET /api/v1/provider-accounts/{id}/provider-keys      accounts provider-keys a
            GET /api/v1/spend                                     limits urgent
            GET /api/v1/spend/consistency                         limits check
            GET /api/v1/spend/key/{key_id}/direct                 limits direct k
            GET /api/v1/spend/{scope}/{scope_id}                  limits spent key k
            POST /api/v1/spend/{scope}/{scope_id}/presumed/release  limits release-presumed key k --period total --reason r --yes
            GET /api/v1/tokens                                    tokens list
            POST /api/v1/tokens                                   tokens create t viewer
            GET /api/v1/tokens/{token}                            tokens show t
            POST /api/v1/tokens/{token}/revoke                    tokens revoke t --yes
            GET /api/v1/usage/accounts                            providers list
            GET /api/v1/usage/accounts/{id}/plan                  providers plan --account a
            PUT /api/v1/usage/accounts/{id}/plan                  providers set-plan --account a --interval PT5M
            POST /api/v1/usage/accounts/{id}/refresh              refresh a
            GET /api/v1/usage/history                             providers history
            GET /api/v1/usage/history/quotas                      providers quotas
            GET /api/v1/usage/history/revisions                   providers corrections
            GET /api/v1/usage/providers                           usage
            POST /api/v1/usage/providers/refresh                  refresh
            GET /api/v1/usage/providers/{provider}                usage --provider p
            GET /api/v1/usage/providers/{provider}/plan           providers plan p
            PUT /api/v1/usage/providers/{provider}/plan           providers set-plan p --bucket day
            POST /api/v1/usage/providers/{provider}/refresh       refresh --provider p
            GET /api/v1/usage/raw-responses                       providers answers
            GET /api/v1/usage/raw-responses/{id}                  providers show-answer r
            POST /api/v1/usage/reports                            nodes report-usage
            GET /api/v1/workspaces                                workspaces list
            POST /api/v1/workspaces                               workspaces add acme --name Acme
            GET /api/v1/workspaces/{workspace}                    workspaces show acme
            PATCH /api/v1/workspaces/{workspace}                  workspaces update acme --name Acme
            DELETE /api/v1/workspaces/{workspace}                 workspaces remove acme --yes
            """;

    /** {@code accounts show} is answered by the list, in which names are looked for. */
    private static final Set<String> BY_ITS_LIST = Set.of("GET /api/v1/provider-accounts/{id}");

    @TempDir
    Path home;

    private FakeServer server;
    private CliFixture cli;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer()
                .on("GET /api/v1/provider-accounts", 200, "{\"items\":[{\"id\":\"a-1\",\"name\":\"a\"}]}")
                .on("GET /api/v1/usage/accounts", 200, "{\"items\":[{\"account_id\":\"a-1\",\"name\":\"a\"}]}");
        cli = new CliFixture(home).at(server).withToken();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyRouteHasAVerb() throws IOException {
        assertThat(verbs().keySet()).isEqualTo(routes());
    }

    @Test
    void everyVerbAsksForItsRoute() {
        verbs().forEach((route, verb) -> {
            int before = server.calls().size();
            boolean json = verb.equals("keys add-all") || verb.contains("report");
            FakeTerminal terminal = new FakeTerminal().piping(json ? "{}" : "sk-secret");

            cli.run(terminal, verb.split(" "));

            List<String> asked = server.calls().stream()
                    .skip(before)
                    .map(call -> call.line().replaceFirst("\\?.*", ""))
                    .toList();
            assertThat(asked).as("%s: %s", verb, terminal.told()).anyMatch(line -> line.matches(pattern(route)));
        });
    }

    private static Map<String, String> verbs() {
        Map<String, String> verbs = new TreeMap<>();
        VERBS.lines().forEach(line -> {
            String[] parts = line.split(" {2,}", 2);
            verbs.put(parts[0], parts[1]);
        });
        return verbs;
    }

    private static String pattern(String route) {
        String asked = BY_ITS_LIST.contains(route) ? route.replace("/{id}", "") : route;
        return Pattern.compile("\\{[a-z_]+}")
                        .splitAsStream(asked)
                        .map(Pattern::quote)
                        .reduce((one, other) -> one + "[^/]+" + other)
                        .orElseThrow()
                + (asked.endsWith("}") ? "[^/]+" : "");
    }

    private static Set<String> routes() throws IOException {
        Set<String> routes = new TreeSet<>();
        addRoutes(routes, "key-service", path -> path.startsWith("/api/"));
        addRoutes(routes, "distribution-service", path -> path.startsWith("/api/") && !path.equals("/api/v1/watch"));
        addRoutes(routes, "usage-collector", path -> path.startsWith("/api/"));
        return routes;
    }

    private static void addRoutes(Set<String> routes, String service, Predicate<String> offered) throws IOException {
        JsonNode paths = new YAMLMapper()
                .readTree(Path.of("..", service, "openapi.yaml").toFile())
                .path("paths");
        paths.properties().stream()
                .filter(path -> offered.test(path.getKey()))
                .forEach(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method -> routes.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    }
}
