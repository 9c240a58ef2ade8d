package io.leasehold.demo.client;

import com.fasterxml.jackson.databind.JsonNode;

/** The system refused what it was asked for. */
public final class UnexpectedAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    UnexpectedAnswerException(int status, JsonNode body) {
        super("The answer was " + status + ": " + body);
        this.status = status;
    }

    public int status() {
        return status;
    }
}
