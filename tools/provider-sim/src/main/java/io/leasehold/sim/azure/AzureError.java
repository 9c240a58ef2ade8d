package io.leasehold.sim.azure;

import io.leasehold.sim.openai.OpenAiError;
import io.leasehold.sim.openai.OpenAiErrorKind;

/** An error by a code of Azure's own. */
final class AzureError extends OpenAiError {
    private final String code;

    AzureError(int status, String code, String text) {
        super(status, OpenAiErrorKind.INVALID_REQUEST, text);
        this.code = code;
    }

    String code() {
        return code;
    }
}
