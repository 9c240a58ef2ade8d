package io.leasehold.sim.mistral;

import io.leasehold.sim.fault.ErrorKind;
import io.leasehold.sim.fault.ErrorKinds;
import java.util.List;

/** The documented errors, by the names under which a fault orders them. */
enum MistralErrorKind implements ErrorKind {
    INVALID_MODEL(400, "invalid_model", "1500", "Invalid model."),
    AUTHENTICATION(401, "unauthorized", "", "Unauthorized"),
    BILLING(402, "payment_required", "", "The last payment of your organization failed."),
    PERMISSION(403, "forbidden", "", "You don't have access to this resource."),
    WORKSPACE_SUSPENDED(
            403,
            "workspace_suspended",
            "",
            "This workspace has reached its monthly spend limit and is suspended until next month."),
    NOT_FOUND(404, "not_found", "", "Not Found"),
    UNPROCESSABLE(422, "invalid_request_message", "", "Field required"),
    RATE_LIMIT(429, "rate_limited", "1300", "Rate limit exceeded"),
    CAPACITY(429, "service_tier_capacity_exceeded", "3505", "Service tier capacity exceeded for this model."),
    API_ERROR(500, "internal_server_error", "", "Internal Server Error"),
    OVERLOADED(503, "service_unavailable", "", "Service unavailable.");

    static final ErrorKinds<MistralErrorKind> ALL = new ErrorKinds<>(List.of(values()), API_ERROR);
    static final int RETRY_AFTER_SECONDS = 2;

    private final int status;
    private final String type;
    private final String code;
    private final String message;

    MistralErrorKind(int status, String type, String code, String message) {
        this.status = status;
        this.type = type;
        this.code = code;
        this.message = message;
    }

    @Override
    public int status() {
        return status;
    }

    String type() {
        return type;
    }

    /** Empty for none. */
    String code() {
        return code;
    }

    String message() {
        return message;
    }
}
