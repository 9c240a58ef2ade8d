package io.leasehold.gateway.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In each text a character is a byte. */
class ChunksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "5",
                "0005",
                "5;a",
                "5;a;b",
                "5;a=b",
                "5;a=\"\"",
                "5;a=\"b;c=d, \u00e9\t\"",
                "5;a=\"b\\\"c\\\\\"",
                "5 \t; a = b\t;c",
                "5;!#$%&'*+-.^_`|~09azAZ=1"
            })
    void aSizeMayHaveExtensions(String size) {
        assertThat(areSound(size + "\r\nhello\r\n0\r\n\r\n")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " 5",
                "5 ",
                "5\t",
                "5\u0000",
                "5\r",
                "5\u00b2",
                "\uff15",
                "+5",
                "-5",
                "0x5",
                "5,",
                "5 5",
                "5;",
                "5;;a",
                "5;a=",
                "5;a b",
                "5;a=b c",
                "5;a=\"b",
                "5;a=\"b\"c",
                "5;a=\"b\\",
                "5;a=\"b\\\u0000\"",
                "5;a=\"\r\"",
                "5;a=\"\u007f\"",
                "5;a\u00e9",
                "5;a;",
                "5;a=b ",
                "80000005",
                "100000005",
                "10000000000000005"
            })
    void nothingElseMayStandThere(String size) {
        assertThat(areSound(size + "\r\nhello\r\n0\r\n\r\n")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x: y\r\n", "x:\r\n", "x:y\tz \u00e9\r\nX-1:\t a: b \r\n"})
    void fieldsMayFollowTheLastChunk(String trailers) {
        assertThat(areSound("0\r\n" + trailers + "\r\n")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\r\n",
                ": y\r\n",
                "x : y\r\n",
                " x: y\r\n",
                "x: y\r\n z\r\n",
                "x: y\n",
                "x: y\rz\r\n",
                "x: \u0000\r\n",
                "x\u0000: y\r\n"
            })
    void nothingElseMayFollowIt(String trailers) {
        assertThat(areSound("0\r\n" + trailers + "\r\n")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"5\nhello\r\n", "5\r\nhello\n0", "5\r\nhello", "5\r\nhello!\r\n", "5\r\nhello\r\r\n"})
    void linesEndInTwoCharacters(String chunks) {
        assertThat(areSound(chunks + "0\r\n\r\n")).isFalse();
    }

    /** The decoder takes content as it comes. */
    @Test
    void contentMayComeInPieces() {
        Chunks chunks = new Chunks();
        ByteBuf bytes = bytes("b\r\nhello world\r\n0\r\n\r\n");

        assertThat(chunks.areSound(bytes, 0, 4)).isTrue();
        assertThat(chunks.areSound(bytes, 4, 4)).isTrue();
        assertThat(chunks.areSound(bytes, 4, 14)).isTrue();
        assertThat(chunks.areSound(bytes, 14, 16)).isTrue();
        assertThat(chunks.areSound(bytes, 16, bytes.writerIndex())).isTrue();
    }

    private static boolean areSound(String text) {
        ByteBuf bytes = bytes(text);
        return new Chunks().areSound(bytes, 0, bytes.writerIndex());
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.wrappedBuffer(text.getBytes(ISO_8859_1));
    }
}
