package io.leasehold.providers.mistral;

import com.fasterxml.jackson.databind.JsonNode;
import io.leasehold.providers.Access;
import io.leasehold.providers.cost.Days;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Mistral tells usage by the month. */
final class MistralMonths {
    private MistralMonths() {}

    /** The report of each month that has some of these days. */
    static List<JsonNode> usage(MistralApi api, Access admin, Days days) {
        List<JsonNode> reports = new ArrayList<>();
        for (YearMonth month = YearMonth.from(days.from());
                month.atDay(1).isBefore(days.to());
                month = month.plusMonths(1)) {
            reports.add(
                    api.adminGet(admin, "/usage?month=%d&year=%d".formatted(month.getMonthValue(), month.getYear())));
        }
        return reports;
    }
}
