package io.leasehold.kit.log;

import io.quarkus.logging.LoggingFilter;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
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
        if (thrown != null) {
            Redaction redaction = Redaction.of(thrown);
            if (redaction.concerns(thrown)) {
                logRecord.setThrown(RedactedException.of(thrown, redaction));
            }
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

    /**
     * What to cut out of an exception and its causes: secrets, and what a database says of data that does not fit (SQLSTATE
     * class 22), as it repeats the data.
     *
     * @param ofDatabase such messages, with what is said in their place
     */
    private record Redaction(Map<String, String> ofDatabase) {
        static Redaction of(Throwable thrown) {
            Map<String, String> messages = new LinkedHashMap<>();
            collect(thrown, messages);
            return new Redaction(messages);
        }

        private static void collect(Throwable thrown, Map<String, String> messages) {
            for (Throwable at = thrown; at != null; at = at.getCause()) {
                if (at instanceof SQLException sql
                        && String.valueOf(sql.getSQLState()).startsWith("22")
                        && sql.getMessage() != null) {
                    messages.put(sql.getMessage(), "data refused, SQLSTATE " + sql.getSQLState());
                }
                for (Throwable suppressed : at.getSuppressed()) {
                    collect(suppressed, messages);
                }
            }
        }

        String clean(String text) {
            String clean = text;
            for (Map.Entry<String, String> message : ofDatabase.entrySet()) {
                clean = clean.replace(message.getKey(), message.getValue());
            }
            return SecretRedactor.redact(clean);
        }

        boolean concerns(Throwable thrown) {
            for (Throwable at = thrown; at != null; at = at.getCause()) {
                String message = String.valueOf(at.getMessage());
                if (!clean(message).equals(message)) {
                    return true;
                }
                if (Arrays.stream(at.getSuppressed()).anyMatch(this::concerns)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Stands in for an exception whose message held a secret; keeps its name and stack. */
    private static final class RedactedException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private RedactedException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }

        static RedactedException of(Throwable thrown, Redaction redaction) {
            Throwable cause = thrown.getCause();
            RedactedException clean = new RedactedException(
                    redaction.clean(thrown.toString()), cause == null ? null : of(cause, redaction));
            clean.setStackTrace(thrown.getStackTrace());
            return clean;
        }
    }
}
