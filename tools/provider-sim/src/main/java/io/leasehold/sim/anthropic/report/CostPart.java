package io.leasehold.sim.anthropic.report;

import io.leasehold.sim.ledger.LedgerRow;
import io.leasehold.sim.ledger.TokenClass;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one class of a row's tokens cost. */
record CostPart(LedgerRow row, TokenClass tokenClass, BigDecimal dollars) {

    /** The parts of a row that cost something; together they are its cost. */
    static List<CostPart> of(LedgerRow row) {
        List<CostPart> parts = new ArrayList<>();
        for (TokenClass tokenClass : TokenClass.values()) {
            BigDecimal dollars = row.rate().exactCost(tokenClass, row.tokens());
            if (dollars.signum() != 0) {
                parts.add(new CostPart(row, tokenClass, dollars));
            }
        }
        return parts;
    }

    @Nullable
    String of(Dimension dimension) {
        return dimension == Dimension.TOKEN_TYPE ? tokenType() : dimension.of(row);
    }

    String tokenType() {
        return switch (tokenClass) {
            case INPUT -> "uncached_input_tokens";
            case CACHE_READ -> "cache_read_input_tokens";
            case CACHE_WRITE_5M -> "cache_creation.ephemeral_5m_input_tokens";
            case CACHE_WRITE_1H -> "cache_creation.ephemeral_1h_input_tokens";
            case OUTPUT -> "output_tokens";
        };
    }

    String label() {
        return switch (tokenClass) {
            case INPUT -> "Input Tokens";
            case CACHE_READ -> "Input Tokens, Cache Read";
            case CACHE_WRITE_5M -> "Input Tokens, Cache Write";
            case CACHE_WRITE_1H -> "Input Tokens, Cache Write (1 hour)";
            case OUTPUT -> "Output Tokens";
        };
    }
}
