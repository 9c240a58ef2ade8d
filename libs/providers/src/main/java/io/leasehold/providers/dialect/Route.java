package io.leasehold.providers.dialect;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the allow-list.
 *
 * @param path segments, of which {@code *} stands for exactly one, or for what is before the rest of one:
 *     {@code /v1/models/*}, {@code /v1/models/*:countTokens}
 * @param requests how bodies are read for what admission, worst case and records need
 * @param answers how answers are read, errors too
 * @param conversation how bodies show the conversation that they are part of; null where there is none
 * @param storesAnswers whether the provider keeps answers, from which later requests may go on
 */
public record Route(
        String method,
        String path,
        RouteKind kind,
        RequestReading requests,
        AnswerFormat answers,
        @Nullable ConversationForm conversation,
        boolean storesAnswers) {
    private static final int FIRST_UNBILLED = 300;

    /** No percent sign: an encoded character has no place in any allowed path. */
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_:@~-][A-Za-z0-9._:@~-]*");

    /** A route whose worst case can be worked out from the request. */
    public static Route priced(String method, String path, RequestReading requests, AnswerFormat answers) {
        return new Route(method, path, RouteKind.PRICED, requests, answers, null, false);
    }

    /** A route on which nothing is ever billed. */
    public static Route free(String method, String path, RequestReading requests, AnswerFormat answers) {
        return new Route(method, path, RouteKind.FREE, requests, answers, null, false);
    }

    /** The same route, whose requests are turns of conversations. */
    public Route with(ConversationForm form) {
        return new Route(method, path, kind, requests, answers, form, storesAnswers);
    }

    /** The same route, whose answers the provider keeps. */
    public Route storingAnswers() {
        return new Route(method, path, kind, requests, answers, conversation, true);
    }

    /** Reads a request body in one pass. */
    public RequestScan scan(String requestPath, byte[] body, int offset, int length) {
        return requests.scan(requestPath, body, offset, length);
    }

    /**
     * A tap for the answer to one request. Not for several threads at once.
     *
     * @param status the answer's HTTP status
     * @param contentType as the provider sent it; decides between plain JSON and server-sent events
     */
    public UsageTap tap(int status, @Nullable String contentType) {
        return answers.tap(isBilled(status), contentType);
    }

    /** Whether an answer with this status may cost anything. */
    public boolean isBilled(int status) {
        return kind != RouteKind.FREE && status < FIRST_UNBILLED;
    }

    /** What an event or a metric calls it: {@code POST /v1/messages}. */
    public String label() {
        return method + " " + path;
    }

    /** Whether this route allows it. Strict: no dots as a segment, no empty segment, no encoding, no parameter. */
    public boolean matches(String requestMethod, String requestPath) {
        return method.equals(requestMethod) && (path.equals(requestPath) || matchesWildcard(requestPath));
    }

    private boolean matchesWildcard(String requestPath) {
        int p = 0;
        int r = 0;
        while (p < path.length() && r < requestPath.length()) {
            if (path.charAt(p) == '*') {
                int rest = endOfSegment(path, p) - p - 1;
                int end = endOfSegment(requestPath, r) - rest;
                if (end <= r || !SEGMENT.matcher(requestPath).region(r, end).matches()) {
                    return false;
                }
                p++;
                r = end;
            } else if (path.charAt(p++) != requestPath.charAt(r++)) {
                return false;
            }
        }
        return p == path.length() && r == requestPath.length();
    }

    private static int endOfSegment(String path, int from) {
        int slash = path.indexOf('/', from);
        return slash < 0 ? path.length() : slash;
    }
}
