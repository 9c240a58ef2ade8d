package io.leasehold.distribution.node;

import java.util.Locale;

/** Why a node is not let in. */
public enum AdmissionRefusal {
    PENDING("This node waits until an admin of the workspace lets it in. Ask one, and try again."),
    CLOSED("This workspace lets no new nodes in. Ask an admin of it for an enrolment token."),
    REMOVED("This node was removed from the workspace. Ask an admin of it.");

    private final String detail;

    AdmissionRefusal(String detail) {
        this.detail = detail;
    }

    public String detail() {
        return detail;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
