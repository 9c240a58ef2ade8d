package io.leasehold.sim.anthropic.report;

import java.math.BigDecimal;

/** Amounts as Anthropic's reports write them: cents in a decimal string, with fractions. */
final class Cents {
    private Cents() {}

    static String of(BigDecimal dollars) {
        return dollars.signum() == 0
                ? "0"
                : dollars.movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
