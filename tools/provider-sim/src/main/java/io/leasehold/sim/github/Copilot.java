package io.leasehold.sim.github;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The seats of the one organisation, and what its users used. Forgotten at a restart. Safe for many event loops. */
final class Copilot {
    static final String ORGANIZATION = "example";
    /** AI credits that a seat includes in a month. */
    static final BigDecimal INCLUDED = new BigDecimal("1900");

    private final Map<String, Seat> seats = new LinkedHashMap<>();
    private final List<Used> used = new ArrayList<>();

    record Seat(String login, Instant createdAt) {}

    /**
     * @param credits AI credits, those that the seat includes too
     * @param billed how many of them it does not include
     */
    record Used(String login, String model, LocalDate day, BigDecimal credits, BigDecimal billed) {
        boolean isOf(YearMonth month) {
            return YearMonth.from(day).equals(month);
        }
    }

    /** Whether there was none before. */
    synchronized boolean addSeat(String login, Instant now) {
        return seats.putIfAbsent(login, new Seat(login, now)) == null;
    }

    synchronized boolean removeSeat(String login) {
        return seats.remove(login) != null;
    }

    synchronized Optional<Seat> seat(String login) {
        return Optional.ofNullable(seats.get(login));
    }

    synchronized List<Seat> seats() {
        return List.copyOf(seats.values());
    }

    synchronized void use(String login, String model, BigDecimal credits, Instant now) {
        LocalDate day = now.atOffset(ZoneOffset.UTC).toLocalDate();
        BigDecimal before = usedIn(login, YearMonth.from(day));
        BigDecimal billed = beyond(before.add(credits)).subtract(beyond(before));
        used.add(new Used(login, model, day, credits, billed));
    }

    synchronized List<Used> used() {
        return List.copyOf(used);
    }

    synchronized BigDecimal usedIn(String login, YearMonth month) {
        return used.stream()
                .filter(one -> one.login().equals(login) && one.isOf(month))
                .map(Used::credits)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    static BigDecimal beyond(BigDecimal credits) {
        return credits.subtract(INCLUDED).max(BigDecimal.ZERO);
    }
}
