package io.leasehold.providers.key;

import io.leasehold.providers.http.ProviderException;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * Whether a key may use a model, as far as the provider tells beforehand.
 *
 * @param message for people; holds no secret
 */
public record ModelCheck(Result result, String message) {
    /** What is known. */
    public enum Result {
        AVAILABLE,
        /** There is no such model, or the key may not use it; providers don't tell the two apart. */
        NOT_AVAILABLE,
        /** The provider doesn't say, or could not be asked. */
        UNKNOWN;

        /** The word for it in APIs. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static ModelCheck unknown(String why) {
        return new ModelCheck(Result.UNKNOWN, why);
    }

    /** What a look-up of the model with the key says, also by failing. */
    public static ModelCheck by(String provider, String model, BooleanSupplier lookUp) {
        try {
            return lookUp.getAsBoolean()
                    ? new ModelCheck(Result.AVAILABLE, provider + " has the model '" + model + "'.")
                    : new ModelCheck(
                            Result.NOT_AVAILABLE,
                            provider + " has no model '" + model
                                    + "' for this key. Check its name, and what the key's workspace or project allows.");
        } catch (ProviderException failure) {
            return unknown(failure.explanation());
        }
    }
}
