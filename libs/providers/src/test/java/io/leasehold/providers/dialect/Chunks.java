package io.leasehold.providers.dialect;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Feeds a tap in pieces. */
public final class Chunks {

    private Chunks() {}

    /** In one piece, from the middle of a larger array, as buffers are. */
    public static Usage whole(UsageTap tap, String answer) {
        byte[] bytes = ("xx" + answer + "yy").getBytes(StandardCharsets.UTF_8);
        tap.feed(bytes, 2, bytes.length - 4);
        return tap.usage();
    }

    /** Cut at the given places, each taken modulo the length; also in the midst of characters. */
    public static Usage cut(UsageTap tap, String answer, List<Integer> places) {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        int[] cuts = Stream.concat(
                        Stream.of(0, bytes.length), places.stream().map(place -> Math.floorMod(place, bytes.length)))
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        IntStream.range(1, cuts.length).forEach(i -> tap.feed(bytes, cuts[i - 1], cuts[i] - cuts[i - 1]));
        return tap.usage();
    }
}
