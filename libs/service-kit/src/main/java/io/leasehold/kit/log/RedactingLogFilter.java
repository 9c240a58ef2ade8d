package io.leasehold.kit.log;

import io.quarkus.logging.LoggingFilter;
import java.util.Arrays;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jspecify.annotations.Nullable;

/** Takes secrets out of messages, parameters and exceptions before any handler writes them. */
@LoggingFilter(name = "redact")
public final class RedactingLogFilter implements Filter {
    /** Only for {@code formatMessage}, which knows every style of parameters. */
    private static final ExtFormatter MESSAGE = new ExtFormatter() {
        @Override
        public String format(ExtLogRecord logRecord) {
            return formatMessage(logRecord);
        }
    };

    @Override
    public boolean isLoggable(LogRecord logRecord) {
        redactMessage(logRecord);
        Throwable thrown = logRecord.getThrown();
        if (thrown != null && chainHoldsSecret(thrown)) {
            logRecord.setThrown(RedactedException.of(thrown));
        }
        return true;
    }

    private static void redactMessage(LogRecord logRecord) {
        String formatted = MESSAGE.formatMessage(logRecord);
        if (formatted == null || !SecretRedactor.holdsSecret(formatted)) {
            return;
        }
        String clean = SecretRedactor.redact(formatted);
        if (logRecord instanceof ExtLogRecord ext) {
            ext.setMessage(clean, ExtLogRecord.FormatStyle.NO_FORMAT);
        } else {
            logRecord.setMessage(clean);
        }
        logRecord.setParameters(new Object[0]);
    }

    private static boolean chainHoldsSecret(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            if (SecretRedactor.holdsSecret(String.valueOf(at.getMessage()))) {
                return true;
            }
            if (Arrays.stream(at.getSuppressed()).anyMatch(RedactingLogFilter::chainHoldsSecret)) {
                return true;
            }
        }
        return false;
    }

    /** Stands in for an exception whose message held a secret; keeps its name and stack. */
    private static final class RedactedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private RedactedException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }

        static RedactedException of(Throwable thrown) {
            Throwable cause = thrown.getCause();
            RedactedException clean =
                    new RedactedException(SecretRedactor.redact(thrown.toString()), cause == null ? null : of(cause));
            clean.setStackTrace(thrown.getStackTrace());
            return clean;
        }
    }
}
