package io.leasehold.sim.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.leasehold.sim.format.Json;
import io.leasehold.sim.prompt.Prompt;
import io.leasehold.sim.prompt.TokenCount;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the simulated model says: an echo of the last user message, as long as that message or as {@code [[out=N]]} in
 * it asks for, and never longer than the caller's maximum. Where the message has {@code [[call=NAME {…}]]} and a tool of
 * that name was declared, the answer is a call of it. The same prompt always gives the same answer.
 *
 * @param text what is said, or the arguments of the call as JSON
 * @param tokens as many as the text has by {@link TokenCount}
 * @param cut whether the maximum cut it short
 * @param tool that is called; null for an answer in words
 */
public record Answer(
        String text, int tokens, boolean cut, @Nullable String tool) {
    private static final Pattern ORDERED_CALL =
            Pattern.compile("\\[\\[call=([\\w.-]{1,64}) (\\{.*?})]]", Pattern.DOTALL);
    private static final Pattern ORDERED_LENGTH = Pattern.compile("\\[\\[out=([1-9]\\d{0,5})]]");
    private static final int ECHO_AT_MOST_CHARS = 2000;

    /** In words. */
    public Answer(String text, int tokens, boolean cut) {
        this(text, tokens, cut, null);
    }

    /** @param maxTokens null for no maximum; a call that does not fit is none */
    public static Answer to(Prompt prompt, @Nullable Integer maxTokens) {
        String asked = prompt.lastUserText();
        if (asked.contains("[[call=") && prompt.endsWithUser()) {
            Matcher order = ORDERED_CALL.matcher(asked);
            if (order.find() && prompt.declares(order.group(1)) && isObject(order.group(2))) {
                int tokens = TokenCount.of(order.group(2));
                if (maxTokens == null || tokens <= maxTokens) {
                    return new Answer(order.group(2), tokens, false, order.group(1));
                }
            }
        }
        return to(asked, maxTokens);
    }

    private static boolean isObject(String json) {
        try {
            return Json.MAPPER.readTree(json).isObject();
        } catch (JsonProcessingException noJson) {
            return false;
        }
    }

    /** @param maxTokens null for no maximum */
    public static Answer to(String userText, @Nullable Integer maxTokens) {
        String echo = echo(userText);
        int wanted = orderedLength(userText, TokenCount.of(echo));
        int tokens = maxTokens == null ? wanted : Math.min(wanted, maxTokens);
        return new Answer(fill(echo, tokens), tokens, tokens < wanted);
    }

    public TokenPieces pieces() {
        return new TokenPieces(text);
    }

    private static int orderedLength(String userText, int otherwise) {
        if (!userText.contains("[[out=")) {
            return otherwise;
        }
        Matcher order = ORDERED_LENGTH.matcher(userText);
        return order.find() ? Integer.parseInt(order.group(1)) : otherwise;
    }

    private static String echo(String userText) {
        String said =
                userText.contains("[[out=") ? ORDERED_LENGTH.matcher(userText).replaceAll("") : userText;
        String excerpt = said.length() > ECHO_AT_MOST_CHARS ? said.substring(0, ECHO_AT_MOST_CHARS) : said;
        // Through bytes and back, so that half a character never reaches the answer.
        byte[] utf8 = ("You said: " + excerpt.strip()).getBytes(StandardCharsets.UTF_8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** Repeats the echo and stops at the last character that still fits, which leaves no token empty. */
    private static String fill(String echo, int tokens) {
        if (TokenCount.of(echo) == tokens) {
            return echo;
        }
        int bytesLeft = tokens * TokenCount.BYTES_PER_TOKEN;
        StringBuilder text = new StringBuilder(bytesLeft);
        String unit = echo + " ";
        for (int i = 0; ; i = (i + 1) % unit.length()) {
            char c = unit.charAt(i);
            int bytes = Utf8.bytes(c);
            if (bytes > bytesLeft) {
                return text.toString();
            }
            text.append(c);
            bytesLeft -= bytes;
            if (Character.isHighSurrogate(c)) {
                text.append(unit.charAt(++i));
            }
        }
    }
}
