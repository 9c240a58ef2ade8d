package io.leasehold.providers.worstcase;

import io.leasehold.providers.dialect.RequestScan.CacheWrites;
import io.leasehold.providers.dialect.RequestScan.Content;
import io.leasehold.providers.dialect.RequestScan.Inference;
import io.leasehold.providers.dialect.RequestScan.InputBound;
import io.leasehold.providers.price.Factor;
import io.leasehold.providers.price.ModelPrice;
import io.leasehold.providers.price.TokenClass;
import io.leasehold.providers.price.TokenPrice;
import io.leasehold.providers.worstcase.WorstCase.Unbounded;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;

/** The bound of one request on one model. */
record Bound(ModelPrice price, Inference scan, OptionalLong askedOutput) {
    private static final Set<TokenClass> OUTPUT = EnumSet.of(TokenClass.OUTPUT, TokenClass.REASONING);

    WorstCase worstCase() {
        InputBound input = scan.input();
        if (input.unbounded() != null) {
            return new Unbounded(input.unbounded());
        }
        OptionalLong window = price.limits().contextWindow();
        if (!input.boundByBytes() && window.isEmpty()) {
            return new Unbounded("This model's context window is not known, so that only plain text can be bounded.");
        }
        OptionalLong output =
                askedOutput.isPresent() ? askedOutput : price.limits().outputBound();
        if (output.isEmpty()) {
            return new Unbounded("This model's largest output is not known: set the maximum of output tokens.");
        }
        try {
            return priced(inputTokens(input, window), output.getAsLong());
        } catch (ArithmeticException beyondAnyBill) {
            return new Unbounded("A request of this size has no price.");
        }
    }

    private static long inputTokens(InputBound input, OptionalLong window) {
        long ofText = input.textBytes() + input.overheadTokens();
        long ofTurn = input.boundByBytes() ? ofText : Math.max(ofText, window.orElseThrow());
        return Math.multiplyExact(ofTurn, input.turns());
    }

    private WorstCase priced(long inputPerChoice, long outputPerTurn) {
        long input = Math.multiplyExact(inputPerChoice, scan.choices());
        long output = Math.multiplyExact(
                Math.multiplyExact(outputPerTurn, scan.input().turns()), scan.choices());
        Factor factor = price.dearestFactor(scan.terms());
        OptionalLong inputPrice = dearest(inputClasses(), input);
        OptionalLong outputPrice = dearest(OUTPUT, input);
        OptionalLong searchPrice = scan.input().webSearches() == 0 ? OptionalLong.of(0) : price.webSearchPrice();
        if (factor == null || inputPrice.isEmpty() || outputPrice.isEmpty() || searchPrice.isEmpty()) {
            return new Unbounded("The price of something that this request asks for is not known.");
        }
        long tokensPico = Math.addExact(
                Math.multiplyExact(input, inputPrice.getAsLong()), Math.multiplyExact(output, outputPrice.getAsLong()));
        long searchesPico = Math.multiplyExact(scan.input().webSearches(), searchPrice.getAsLong());
        return new WorstCase.Priced(factor.nanoUsd(tokensPico, searchesPico, RoundingMode.CEILING), input, output);
    }

    private Set<TokenClass> inputClasses() {
        Set<TokenClass> classes = EnumSet.of(TokenClass.INPUT, TokenClass.CACHE_READ);
        if (scan.input().cacheWrites() != CacheWrites.NONE) {
            classes.add(TokenClass.CACHE_WRITE_5M);
        }
        if (scan.input().cacheWrites() == CacheWrites.ONE_HOUR) {
            classes.add(TokenClass.CACHE_WRITE_1H);
        }
        if (!scan.input().contents().isEmpty()) {
            classes.add(TokenClass.IMAGE);
        }
        if (scan.input().contents().contains(Content.AUDIO)) {
            classes.add(TokenClass.AUDIO_IN);
        }
        return classes;
    }

    private OptionalLong dearest(Set<TokenClass> classes, long totalInput) {
        long dearest = 0;
        for (TokenClass tokenClass : classes) {
            TokenPrice tokenPrice = price.price(tokenClass);
            if (tokenPrice == null) {
                return OptionalLong.empty();
            }
            dearest = Math.max(dearest, tokenPrice.dearestUpTo(totalInput));
        }
        return OptionalLong.of(dearest);
    }
}
