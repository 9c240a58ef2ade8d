package io.leasehold.distribution.spend;

import io.leasehold.contracts.Period;
import io.leasehold.contracts.hold.WindowKey;
import io.leasehold.distribution.limit.ScopeKey;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The table {@code spend_window}. */
public final class SpendWindowStore {
    private SpendWindowStore() {}

    /**
     * Locks windows in lock order until the transaction ends, making those that are missing. A limit that is newer than the
     * known one is taken over, but not by a window that is past. What comes back is how they stand now.
     */
    public static List<SpendWindow> open(Handle handle, Collection<Window> windows) {
        List<Window> inOrder =
                windows.stream().sorted(Comparator.comparing(Window::key)).toList();
        List<WindowKey> keys = inOrder.stream().map(Window::key).toList();
        // The conflict locks the row, whether or not there is something to update.
        WindowKeys.bind(handle.createUpdate("""
                                insert into spend_window (workspace_id, scope, scope_id, period, window_start, window_end,
                                                          limit_amount, limit_version)
                                select k.workspace_id, k.scope, k.scope_id, k.period, k.window_start, w.window_end,
                                       w.limit_amount, w.limit_version
                                from %s
                                join unnest(cast(:ends as timestamptz[]), cast(:limits as numeric[]),
                                            :limitVersions)
                                    with ordinality as w (window_end, limit_amount, limit_version, place) using (place)
                                order by place
                                on conflict (workspace_id, scope, scope_id, period, window_start) do update
                                set limit_amount = excluded.limit_amount, limit_version = excluded.limit_version,
                                    version = spend_window.version + 1
                                where spend_window.limit_version < excluded.limit_version
                                  and (spend_window.window_end is null or spend_window.window_end > now())
                                """.formatted(WindowKeys.RELATION)), keys)
                .bindArray(
                        "ends", String.class, (Object[]) texts(inOrder.stream().map(Window::end)))
                .bindArray("limits", String.class, (Object[])
                        texts(inOrder.stream().map(Window::limit)))
                .bindArray(
                        "limitVersions",
                        Long.class,
                        inOrder.stream().map(Window::limitVersion).toList())
                .execute();
        return find(handle, keys);
    }

    /** Locks those of the windows that exist, in lock order. */
    public static List<SpendWindow> lock(Handle handle, Collection<WindowKey> keys) {
        return select(handle, keys, "order by k.place for update of w");
    }

    /** Those of the windows that exist, unlocked. */
    public static List<SpendWindow> find(Handle handle, Collection<WindowKey> keys) {
        return select(handle, keys, "order by k.place");
    }

    /** The windows of a scope's days or months that have not ended, in whichever zone. */
    static List<SpendWindow> listRunning(Handle handle, ScopeKey scope, Period period, Instant now) {
        return handle.createQuery("""
                        select * from spend_window
                        where workspace_id = :workspaceId and scope = :scope and scope_id = :scopeId and period = :period
                          and window_end > :now
                        """)
                .bindMethods(scope)
                .bind("period", period)
                .bind("now", now)
                .map(SpendWindowStore::window)
                .list();
    }

    /**
     * What is held and presumed in other windows of the same scopes and periods that overlap with these: those of a zone
     * that the limit has left. Windows without any are left out.
     */
    public static Map<WindowKey, BigDecimal> heldBeside(Handle handle, Collection<WindowKey> keys) {
        record Row(WindowKey window, BigDecimal amount) {}
        return WindowKeys.bind(
                        handle.createQuery("""
                                select k.workspace_id, k.scope, k.scope_id, k.period, k.window_start,
                                       sum(o.held + o.presumed) as amount
                                from %s
                                join spend_window w using (workspace_id, scope, scope_id, period, window_start)
                                join spend_window o using (workspace_id, scope, scope_id, period)
                                where o.window_start <> w.window_start
                                  and o.window_start < w.window_end and o.window_end > w.window_start
                                group by k.workspace_id, k.scope, k.scope_id, k.period, k.window_start
                                """.formatted(WindowKeys.RELATION)),
                        keys.stream().sorted().toList())
                .map((row, context) -> new Row(WindowKeys.read(row), amount(row, "amount")))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::window, Row::amount));
    }

    /**
     * Notes what windows, which are locked, were credited in all.
     *
     * @return what that is more than before; windows without news, and such that are not there, are left out
     */
    public static Map<WindowKey, BigDecimal> credit(Handle handle, Map<WindowKey, BigDecimal> told) {
        record Row(WindowKey window, BigDecimal amount) {}
        List<Map.Entry<WindowKey, BigDecimal>> inOrder =
                told.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
        return WindowKeys.bind(
                        handle.createQuery("""
                                update spend_window w set credited = c.credited
                                from %s
                                join unnest(cast(:credited as numeric[])) with ordinality as c (credited, place) using (place)
                                where (w.workspace_id, w.scope, w.scope_id, w.period, w.window_start)
                                    = (k.workspace_id, k.scope, k.scope_id, k.period, k.window_start)
                                  and w.credited < c.credited
                                returning w.workspace_id, w.scope, w.scope_id, w.period, w.window_start,
                                          new.credited - old.credited as amount
                                """.formatted(WindowKeys.RELATION)),
                        inOrder.stream().map(Map.Entry::getKey).toList())
                .bindArray(
                        "credited",
                        String.class,
                        inOrder.stream()
                                .map(each -> each.getValue().toPlainString())
                                .toList())
                .map((row, context) -> new Row(WindowKeys.read(row), amount(row, "amount")))
                .list()
                .stream()
                .collect(Collectors.toMap(Row::window, Row::amount));
    }

    private static List<SpendWindow> select(Handle handle, Collection<WindowKey> keys, String order) {
        return WindowKeys.bind(
                        handle.createQuery("""
                                select w.* from %s
                                join spend_window w using (workspace_id, scope, scope_id, period, window_start)
                                %s
                                """.formatted(WindowKeys.RELATION, order)),
                        keys.stream().sorted().toList())
                .map(SpendWindowStore::window)
                .list();
    }

    /** Writes windows that are locked. */
    public static void save(Handle handle, Collection<SpendWindow> changed) {
        if (changed.isEmpty()) {
            return;
        }
        List<SpendWindow> windows = List.copyOf(changed);
        WindowKeys.bind(
                        handle.createUpdate("""
                                update spend_window w
                                set spent = s.spent, presumed = s.presumed, held = s.held, superseded = s.superseded,
                                    version = s.version
                                from %s
                                join unnest(cast(:spent as numeric[]), cast(:presumed as numeric[]), cast(:held as numeric[]),
                                            cast(:superseded as boolean[]), cast(:versions as bigint[]))
                                    with ordinality as s (spent, presumed, held, superseded, version, place) using (place)
                                where (w.workspace_id, w.scope, w.scope_id, w.period, w.window_start)
                                    = (k.workspace_id, k.scope, k.scope_id, k.period, k.window_start)
                                """.formatted(WindowKeys.RELATION)),
                        windows.stream().map(SpendWindow::key).toList())
                .bindArray("spent", String.class, amounts(windows, Balance::spent))
                .bindArray("presumed", String.class, amounts(windows, Balance::presumed))
                .bindArray("held", String.class, amounts(windows, Balance::held))
                .bindArray(
                        "superseded",
                        String.class,
                        windows.stream()
                                .map(window -> Boolean.toString(window.superseded()))
                                .toList())
                .bindArray(
                        "versions",
                        Long.class,
                        windows.stream().map(SpendWindow::version).toList())
                .execute();
    }

    private static List<String> amounts(List<SpendWindow> windows, Function<Balance, BigDecimal> amount) {
        return windows.stream()
                .map(window -> amount.apply(window.balance()).toPlainString())
                .toList();
    }

    /**
     * Windows with news that nobody else is telling right now, locked. When they were told last is the database's time, so
     * that replicas need not agree on the time.
     *
     * @param pause how long it must be since they were told last
     */
    static List<SpendWindow> lockNews(Handle handle, Duration pause, int max) {
        return handle.createQuery("""
                        select * from spend_window where told_version < version and told_at <= now() - make_interval(secs => :seconds)
                        order by told_at limit :max for update skip locked
                        """)
                .bind("seconds", pause.toSeconds())
                .bind("max", max)
                .map(SpendWindowStore::window)
                .list();
    }

    static void markTold(Handle handle, Collection<SpendWindow> told) {
        PreparedBatch batch = handle.prepareBatch("""
                update spend_window set told_version = version, told_at = now()
                where workspace_id = :workspaceId and scope = :scope and scope_id = :scopeId and period = :period
                  and window_start = :windowStart
                """);
        told.forEach(window -> batch.bindMethods(window.key()).add());
        batch.execute();
    }

    /** Windows that ended before a time, and that nobody else is at, locked. */
    public static List<WindowKey> lockEnded(Handle handle, Instant before, int max) {
        return handle.createQuery("""
                        select workspace_id, scope, scope_id, period, window_start from spend_window
                        where window_end < :before limit :max for update skip locked
                        """)
                .bind("before", before)
                .bind("max", max)
                .map((row, context) -> WindowKeys.read(row))
                .list();
    }

    /** Windows that are locked. */
    public static void drop(Handle handle, List<WindowKey> windows) {
        WindowKeys.bind(handle.createUpdate("""
                                delete from spend_window w using %s
                                where (w.workspace_id, w.scope, w.scope_id, w.period, w.window_start)
                                    = (k.workspace_id, k.scope, k.scope_id, k.period, k.window_start)
                                """.formatted(WindowKeys.RELATION)), windows)
                .execute();
    }

    private static SpendWindow window(ResultSet row, StatementContext context) throws SQLException {
        Timestamp end = row.getTimestamp("window_end");
        Window window = new Window(
                WindowKeys.read(row),
                end == null ? null : end.toInstant(),
                row.getBigDecimal("limit_amount"),
                row.getLong("limit_version"));
        return new SpendWindow(
                window,
                new Balance(amount(row, "spent"), amount(row, "presumed"), amount(row, "held")),
                row.getBoolean("superseded"),
                row.getLong("version"));
    }

    private static BigDecimal amount(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getBigDecimal(column));
    }

    private static @Nullable String[] texts(Stream<? extends @Nullable Object> values) {
        return values.map(value -> value == null ? null : value.toString()).toArray(String[]::new);
    }
}
