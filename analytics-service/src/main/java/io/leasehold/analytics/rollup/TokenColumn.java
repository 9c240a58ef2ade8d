package io.leasehold.analytics.rollup;

import io.leasehold.contracts.Tokens;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** The token classes as columns, which the ledger and every cube have alike. */
public enum TokenColumn {
    INPUT(Tokens::input),
    CACHE_READ(Tokens::cacheRead),
    CACHE_WRITE_5M(Tokens::cacheWrite5m),
    CACHE_WRITE_1H(Tokens::cacheWrite1h),
    OUTPUT(Tokens::output),
    REASONING(Tokens::reasoning),
    AUDIO_IN(Tokens::audioIn),
    AUDIO_OUT(Tokens::audioOut),
    IMAGE(Tokens::image);

    /** What a row has of input in all, in SQL. */
    public static final String ALL_INPUT = "input + cache_read + cache_write_5m + cache_write_1h + audio_in + image";

    /** What a row has of output in all, in SQL. */
    public static final String ALL_OUTPUT = "output + reasoning + audio_out";

    private final ToLongFunction<Tokens> count;

    TokenColumn(ToLongFunction<Tokens> count) {
        this.count = count;
    }

    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    public long of(Tokens tokens) {
        return count.applyAsLong(tokens);
    }

    /** A row's tokens; it has all the columns. */
    public static Tokens read(ResultSet row) throws SQLException {
        return new Tokens(
                INPUT.in(row),
                CACHE_READ.in(row),
                CACHE_WRITE_5M.in(row),
                CACHE_WRITE_1H.in(row),
                OUTPUT.in(row),
                REASONING.in(row),
                AUDIO_IN.in(row),
                AUDIO_OUT.in(row),
                IMAGE.in(row));
    }

    private long in(ResultSet row) throws SQLException {
        return row.getLong(column());
    }
}
