package io.leasehold.sim.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.sim.http.Exchange;
import io.leasehold.sim.http.JsonFields;
import io.leasehold.sim.http.Query;
import io.leasehold.sim.provider.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code /orgs/{org}/copilot/billing} and what is below it: the seats of an organisation. */
final class SeatsEndpoint {
    private static final int USUAL = 50;
    private static final int MOST = 100;

    private final World world;
    private final GitHubCalls calls;
    private final Copilot copilot;

    SeatsEndpoint(World world, GitHubCalls calls, Copilot copilot) {
        this.world = world;
        this.calls = calls;
        this.copilot = copilot;
    }

    record Assignee(String login, long id) {}

    record View(
            Instant createdAt,
            Instant updatedAt,
            @Nullable String pendingCancellationDate,
            @Nullable Instant lastActivityAt,
            @Nullable String lastActivityEditor,
            @Nullable Instant lastAuthenticatedAt,
            String planType,
            Assignee assignee,
            @Nullable Object assigningTeam) {
        static View of(Copilot.Seat seat) {
            long id = Integer.toUnsignedLong(seat.login().hashCode());
            return new View(
                    seat.createdAt(),
                    seat.createdAt(),
                    null,
                    null,
                    null,
                    null,
                    "business",
                    new Assignee(seat.login(), id),
                    null);
        }
    }

    record Page(int totalSeats, List<View> seats) {}

    record Breakdown(
            int total,
            int addedThisCycle,
            int pendingInvitation,
            int pendingCancellation,
            int activeThisCycle,
            int inactiveThisCycle) {}

    record Billing(
            Breakdown seatBreakdown,
            String seatManagementSetting,
            String ideChat,
            String platformChat,
            String cli,
            String publicCodeSuggestions,
            String planType) {}

    void billing(Exchange exchange) {
        calls.asOwner(exchange, () -> {
            int seats = copilot.seats().size();
            exchange.json(
                    200,
                    new Billing(
                            new Breakdown(seats, seats, 0, 0, seats, 0),
                            "assign_selected",
                            "enabled",
                            "enabled",
                            "enabled",
                            "block",
                            "business"));
        });
    }

    void list(Exchange exchange) {
        calls.asOwner(exchange, () -> {
            Query query = exchange.query();
            int size = query.number("per_page", USUAL, 1, MOST);
            long from = (query.number("page", 1, 1, Integer.MAX_VALUE) - 1L) * size;
            List<Copilot.Seat> seats = copilot.seats();
            exchange.json(
                    200,
                    new Page(
                            seats.size(),
                            seats.stream().skip(from).limit(size).map(View::of).toList()));
        });
    }

    void get(Exchange exchange) {
        calls.asOwner(
                exchange,
                () -> exchange.json(
                        200,
                        copilot.seat(exchange.variable("user"))
                                .map(View::of)
                                .orElseThrow(() -> new GitHubError(GitHubErrorKind.NOT_FOUND))));
    }

    void add(Exchange exchange) {
        calls.asOwner(exchange, fields -> {
            Instant now = world.clock().instant();
            long made = users(fields).stream()
                    .filter(user -> copilot.addSeat(user, now))
                    .count();
            exchange.json(201, Map.of("seats_created", made));
        });
    }

    void remove(Exchange exchange) {
        calls.asOwner(exchange, fields -> {
            long gone = users(fields).stream().filter(copilot::removeSeat).count();
            exchange.json(200, Map.of("seats_cancelled", gone));
        });
    }

    private static List<String> users(JsonFields fields) {
        return fields.fields()
                .path("selected_usernames")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }
}
