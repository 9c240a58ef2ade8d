package io.leasehold.sim.ecb;

import io.leasehold.sim.time.SimClock;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bank's reference rates of the last ninety days: of working days, and of today from the afternoon on. */
public final class ReferenceRates {
    public static final String MOUNT = "/ecb";
    /** What follows the mount. */
    public static final String PATH = "/stats/eurofxref/eurofxref-hist-90d.xml";

    private static final int DAYS = 90;
    /** In UTC. */
    private static final LocalTime PUBLISHED = LocalTime.of(15, 0);

    private final SimClock clock;

    public ReferenceRates(SimClock clock) {
        this.clock = clock;
    }

    /** @param path what follows the mount */
    public void answer(HttpServerRequest request, String path) {
        if (!path.equals(PATH) || !request.method().equals(HttpMethod.GET)) {
            request.response().setStatusCode(404).end();
            return;
        }
        request.response()
                .putHeader("content-type", "text/xml")
                .end(feed(clock.instant().atOffset(ZoneOffset.UTC)));
    }

    /** Whether there are rates of a day, once they are published. Holidays are not known here. */
    public static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** What one euro is on a day, by currency: made up, another one each day, and always the same for a day. */
    public static Map<String, BigDecimal> perEuro(LocalDate day) {
        long turn = Math.floorMod(day.toEpochDay(), 97);
        Map<String, BigDecimal> rates = new LinkedHashMap<>();
        rates.put("USD", BigDecimal.valueOf(10_750 + turn, 4));
        rates.put("JPY", BigDecimal.valueOf(16_100 + turn, 2));
        rates.put("GBP", BigDecimal.valueOf(83_400 + turn, 5));
        rates.put("CHF", BigDecimal.valueOf(9_300 + turn, 4));
        return rates;
    }

    private static String feed(OffsetDateTime now) {
        LocalDate today = now.toLocalDate();
        LocalDate newest = now.toLocalTime().isBefore(PUBLISHED) ? today.minusDays(1) : today;
        StringBuilder xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>\
                <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" \
                xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">\
                <gesmes:subject>Reference rates</gesmes:subject>\
                <gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender><Cube>""");
        for (LocalDate day = newest; day.isAfter(today.minusDays(DAYS)); day = day.minusDays(1)) {
            if (isWorkingDay(day)) {
                xml.append("<Cube time=\"").append(day).append("\">");
                perEuro(day)
                        .forEach((currency, rate) -> xml.append("<Cube currency=\"")
                                .append(currency)
                                .append("\" rate=\"")
                                .append(rate.toPlainString())
                                .append("\"/>"));
                xml.append("</Cube>");
            }
        }
        return xml.append("</Cube></gesmes:Envelope>").toString();
    }
}
