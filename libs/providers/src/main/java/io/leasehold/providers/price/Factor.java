package io.leasehold.providers.price;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What token prices are multiplied with, as an exact reduced fraction: 1.1 is 11/10.
 *
 * @param numerator at least 0
 * @param denominator above 0
 */
public record Factor(long numerator, long denominator) {
    public static final Factor ONE = new Factor(1, 1);
    private static final long PICO_PER_NANO = 1000;

    public static Factor of(BigDecimal value) {
        if (value.signum() < 0) {
            throw new IllegalArgumentException("A factor must not be negative: " + value);
        }
        int scale = Math.max(0, value.scale());
        return reduced(
                value.movePointRight(scale).longValueExact(),
                BigDecimal.ONE.movePointRight(scale).longValueExact());
    }

    Factor times(Factor other) {
        if (equals(ONE)) {
            return other;
        }
        return other.equals(ONE)
                ? this
                : reduced(
                        Math.multiplyExact(numerator, other.numerator),
                        Math.multiplyExact(denominator, other.denominator));
    }

    boolean isAbove(Factor other) {
        return Math.multiplyExact(numerator, other.denominator) > Math.multiplyExact(other.numerator, denominator);
    }

    /**
     * Tokens times this factor, plus what no factor applies to, rounded once to the nano-dollar.
     *
     * @param rounding {@code HALF_UP} for a cost, {@code CEILING} for a reservation
     * @throws ArithmeticException when it is no amount of money that a request can cost
     */
    public long nanoUsd(long tokensPico, long extrasPico, RoundingMode rounding) {
        long dividend =
                Math.addExact(Math.multiplyExact(tokensPico, numerator), Math.multiplyExact(extrasPico, denominator));
        long divisor = Math.multiplyExact(PICO_PER_NANO, denominator);
        long quotient = dividend / divisor;
        long rest = dividend % divisor;
        boolean up = switch (rounding) {
            case CEILING -> rest > 0;
            case HALF_UP -> rest >= divisor - rest;
            default -> throw new IllegalArgumentException("Money is not rounded " + rounding + ".");
        };
        return up ? quotient + 1 : quotient;
    }

    /** @throws ArithmeticException when the product is no whole number of pico-dollars */
    long ofPrice(long pico) {
        long product = Math.multiplyExact(pico, numerator);
        if (product % denominator != 0) {
            throw new ArithmeticException("A price times " + this + " is finer than a pico-dollar per token.");
        }
        return product / denominator;
    }

    boolean isExactFor(long pico) {
        return Math.multiplyExact(pico, numerator) % denominator == 0;
    }

    private static Factor reduced(long numerator, long denominator) {
        long divisor = gcd(numerator, denominator);
        return new Factor(numerator / divisor, denominator / divisor);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
