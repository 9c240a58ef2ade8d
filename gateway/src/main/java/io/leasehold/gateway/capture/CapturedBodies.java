package io.leasehold.gateway.capture;

import io.leasehold.contracts.event.ExchangeCaptured;
import io.leasehold.contracts.event.ExchangeCaptured.Body;
import io.leasehold.contracts.event.RequestCompleted;
import io.leasehold.gateway.capture.CaptureMetrics.Reason;
import io.leasehold.gateway.capture.CaptureMetrics.What;
import io.leasehold.gateway.capture.Transcript.Answer;
import io.leasehold.gateway.redact.BodyRedaction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The bodies of a request that is over, from when they are kept as they were until they are told as they may be. */
final class CapturedBodies {
    /** More than is told is looked at, and then left out: a secret that is cut in two could not be told from other text. */
    private static final int MARGIN = 16 * 1024;

    /** How much of a body has to be kept. */
    static final int NEEDED = ExchangeCaptured.LONGEST_BODY + MARGIN;

    private final Exchange exchange;
    private final Answer answer;
    private final CaptureMetrics metrics;

    CapturedBodies(Exchange exchange, Answer answer, CaptureMetrics metrics) {
        this.exchange = exchange;
        this.answer = answer;
        this.metrics = metrics;
    }

    boolean areNone() {
        return exchange.request().length() == 0 && answer.kept().length() == 0;
    }

    /** The event; takes as long as it takes to read the bodies. */
    ExchangeCaptured told(RequestCompleted completed) {
        BodyRedaction redaction =
                new BodyRedaction(Objects.requireNonNull(exchange.rule().redaction())
                        .without(exchange.key().reveal()));
        boolean more = exchange.requestLength() > exchange.request().length();
        return new ExchangeCaptured(
                completed.requestId(),
                completed.workspaceId(),
                completed.leaseId(),
                completed.domain(),
                completed.provider(),
                completed.model(),
                completed.route(),
                completed.admittedAt(),
                body(What.REQUEST_BODY, redaction, exchange.request(), more, exchange.requestType()),
                body(What.ANSWER_BODY, redaction, answer.kept(), answer.cut(), exchange.answerType()));
    }

    private @Nullable Body body(
            What what, BodyRedaction redaction, Kept kept, boolean more, @Nullable String contentType) {
        if (kept.length() == 0) {
            return null;
        }
        if (isNoText(kept)) {
            metrics.leftOut(what, Reason.UNREADABLE);
            return null;
        }
        int looked = Math.min(kept.length(), NEEDED);
        boolean cutHere = more || looked < kept.length();
        String told = redaction.apply(new String(kept.bytes(), 0, looked, StandardCharsets.UTF_8), contentType);
        String whole = cutHere ? told.substring(0, Math.max(0, told.length() - MARGIN)) : told;
        String fitting = fitting(whole);
        return new Body(fitting, cutHere || fitting.length() < whole.length(), contentType);
    }

    /** Sound and pictures, and text with two or four bytes for each character, in which no rule would find anything. */
    private static boolean isNoText(Kept kept) {
        for (int i = 0; i < kept.length(); i++) {
            if (kept.bytes()[i] == 0) {
                return true;
            }
        }
        return false;
    }

    /** As much as may be told, without half a character at its end. */
    private static String fitting(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= ExchangeCaptured.LONGEST_BODY) {
            return text;
        }
        int end = ExchangeCaptured.LONGEST_BODY;
        while ((bytes[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(bytes, 0, end, StandardCharsets.UTF_8);
    }

    void giveUp() {
        exchange.request().giveUp();
        answer.kept().giveUp();
    }
}
