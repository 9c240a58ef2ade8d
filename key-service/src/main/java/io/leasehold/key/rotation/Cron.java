package io.leasehold.key.rotation;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.leasehold.kit.problem.InvalidRequestProblem;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Times that come again, as crontab has them: minute, hour, day of month, month, day of week, in a zone. What a day lacks
 * because clocks are set forward is left out on that day.
 */
record Cron(String expression, ZoneId zone) {
    private static final CronParser PARSER = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

    /** @throws InvalidRequestProblem where either can't be read, or no such time ever comes */
    static Cron of(String expression, String zone, Instant now) {
        Cron cron;
        try {
            cron = new Cron(expression.strip(), ZoneId.of(zone));
        } catch (DateTimeException unknown) {
            throw new InvalidRequestProblem("zone", "is no time zone; name one such as Europe/Berlin");
        }
        try {
            PARSER.parse(cron.expression()).validate();
        } catch (IllegalArgumentException unreadable) {
            throw new InvalidRequestProblem(
                    "cron", "must be five fields as in crontab (minute hour day month weekday), such as '0 3 1 * *'");
        }
        if (cron.after(now).isEmpty()) {
            throw new InvalidRequestProblem("cron", "names a time that never comes");
        }
        return cron;
    }

    /** Empty where there is none any more. */
    Optional<Instant> after(Instant now) {
        return ExecutionTime.forCron(PARSER.parse(expression))
                .nextExecution(now.atZone(zone))
                .map(ZonedDateTime::toInstant);
    }
}
