package io.leasehold.bench.revocation;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.demo.LocalSystem;
import io.leasehold.demo.client.UnexpectedAnswerException;
import io.leasehold.demo.client.WorkspaceClient;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Revokes many keys at providers that fail three of ten calls, while the service is killed every few seconds. */
public final class RevocationTrial {
    private static final double FAILING = 0.3;
    private static final Set<String> ENDS = Set.of("revoked", "stuck", "awaiting_manual");

    private final TrialKeys keys;
    private final StoredSecrets secrets;
    private final UUID workspaceId;
    private final Killing killing;

    public RevocationTrial(
            LocalSystem system, WorkspaceClient admin, UUID workspaceId, StoredSecrets secrets, Killing killing) {
        this.keys = new TrialKeys(system, admin);
        this.secrets = secrets;
        this.workspaceId = workspaceId;
        this.killing = killing;
    }

    /**
     * @param life how long the service lives each time
     * @param patience after which it is looked at how they stand
     */
    public Findings run(int count, Duration life, Duration patience) throws InterruptedException, SQLException {
        keys.add(count);
        keys.failCalls(FAILING);
        try {
            return revoke(count, life, patience);
        } finally {
            keys.stopFailing();
        }
    }

    private Findings revoke(int count, Duration life, Duration patience) throws InterruptedException, SQLException {
        long began = System.nanoTime();
        Thread asking = Thread.ofVirtual().start(this::askUntilBegun);
        int kills = 0;
        while (asking.isAlive() || (!haveEnded() && System.nanoTime() - began < patience.toNanos())) {
            TimeUnit.NANOSECONDS.sleep(life.toNanos());
            killing.killAndRestart();
            kills++;
        }
        return look(count, kills, Duration.ofNanos(System.nanoTime() - began));
    }

    /** As a script would: what was not answered is asked again. */
    private void askUntilBegun() {
        String cursor = "";
        boolean more = true;
        while (more) {
            try {
                cursor = keys.revoke(cursor);
                more = !cursor.isEmpty();
            } catch (UncheckedIOException | UnexpectedAnswerException killedMeanwhile) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(200);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private boolean haveEnded() {
        return keys.list().values().stream().allMatch(key -> ENDS.contains(state(key)));
    }

    /** In this order: what has happened since to a key that was told of must not look like a fault. */
    private Findings look(int count, int kills, Duration took) throws SQLException {
        Map<UUID, JsonNode> told = keys.list();
        Set<UUID> stored = secrets.ofKeys(workspaceId);
        Set<UUID> alive = keys.alive();
        Map<String, Integer> states = new HashMap<>();
        told.values().forEach(key -> states.merge(state(key), 1, Integer::sum));
        Set<UUID> revoked = told.entrySet().stream()
                .filter(key -> state(key.getValue()).equals("revoked"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        long untold = told.values().stream()
                .filter(key ->
                        !state(key).equals("revoked") && !key.path("reason").isTextual())
                .count();
        return new Findings(
                count,
                kills,
                took,
                states,
                (int) untold,
                (int) revoked.stream().filter(stored::contains).count(),
                (int) alive.stream().filter(id -> !stored.contains(id)).count(),
                (int) alive.stream().filter(revoked::contains).count());
    }

    private static String state(JsonNode key) {
        return key.get("state").asText();
    }
}
