package io.leasehold.collector.rate;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The European Central Bank's reference rates, as they are published:
 * {@code <Cube time="2026-11-20"><Cube currency="USD" rate="1.0823"/>…}, what one euro is in each currency. Whoever answers in
 * its place can't have files read or memory filled: there are no document types, and so no entities.
 */
final class EcbRates {
    static final String SOURCE = "ecb";
    private static final String EURO = "EUR";
    /** Of a USD per unit; the bank tells five or six digits. */
    private static final int PLACES = 12;
    /** Nothing that arithmetic could choke on. */
    private static final Pattern RATE = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    private final List<ExchangeRate> rates = new ArrayList<>();
    private final Map<String, BigDecimal> perEuro = new HashMap<>();
    private @Nullable LocalDate day;

    private EcbRates() {}

    /**
     * The rates of all days that are told, in USD by way of the euro.
     *
     * @throws RateFeedException when it is something else
     */
    static List<ExchangeRate> read(byte[] xml) {
        EcbRates reading = new EcbRates();
        try {
            reading.readAll(factory().createXMLStreamReader(new ByteArrayInputStream(xml)));
        } catch (XMLStreamException | DateTimeException | IllegalArgumentException unreadable) {
            throw new RateFeedException("its rates can't be read", unreadable);
        }
        if (reading.rates.isEmpty()) {
            throw new RateFeedException("there is no rate of the dollar in its answer", null);
        }
        return reading.rates;
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private void readAll(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw new XMLStreamException("A document type is not expected.");
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Cube")) {
                readCube(
                        xml.getAttributeValue(null, "time"),
                        xml.getAttributeValue(null, "currency"),
                        xml.getAttributeValue(null, "rate"));
            }
        }
        endDay();
    }

    private void readCube(@Nullable String time, @Nullable String currency, @Nullable String rate) {
        if (time != null) {
            endDay();
            day = LocalDate.parse(time);
        } else if (currency != null) {
            perEuro.put(currency, rateOf(currency, rate));
        }
    }

    private static BigDecimal rateOf(String currency, @Nullable String rate) {
        if (!CURRENCY.matcher(currency).matches()
                || rate == null
                || !RATE.matcher(rate).matches()
                || new BigDecimal(rate).signum() == 0) {
            throw new IllegalArgumentException("A rate is not understood.");
        }
        return new BigDecimal(rate);
    }

    /** A day without the dollar's rate has none for us. */
    private void endDay() {
        LocalDate of = day;
        BigDecimal dollars = perEuro.remove(ExchangeRates.USD);
        if (of != null && dollars != null) {
            rates.add(new ExchangeRate(EURO, of, dollars, SOURCE));
            perEuro.forEach((currency, units) -> rates.add(
                    new ExchangeRate(currency, of, dollars.divide(units, PLACES, RoundingMode.HALF_UP), SOURCE)));
        }
        perEuro.clear();
    }
}
