package io.leasehold.collector.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EcbRatesTest {
    private static final LocalDate FRIDAY = LocalDate.parse("2026-11-20");

    @Test
    void aRateIsWhatOneUnitIsInDollarsByWayOfTheEuro() {
        List<ExchangeRate> rates = read("""
                <Cube time="2026-11-20"><Cube currency="USD" rate="1.0823"/><Cube currency="JPY" rate="161.55"/></Cube>
                <Cube time="2026-11-19"><Cube currency="JPY" rate="161.5"/><Cube currency="USD" rate="1.08"/></Cube>
                """);

        assertThat(rates)
                .containsExactlyInAnyOrder(
                        rate("EUR", FRIDAY, "1.0823"),
                        rate("JPY", FRIDAY, "0.006699473847"),
                        rate("EUR", FRIDAY.minusDays(1), "1.08"),
                        rate("JPY", FRIDAY.minusDays(1), "0.006687306502"));
    }

    @Test
    void aDayWithoutTheDollarHasNoRates() {
        List<ExchangeRate> rates = read("""
                <Cube time="2026-11-20"><Cube currency="CHF" rate="0.93"/></Cube>
                <Cube time="2026-11-19"><Cube currency="USD" rate="1.08"/></Cube>
                """);

        assertThat(rates).containsExactly(rate("EUR", FRIDAY.minusDays(1), "1.08"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Cube time='2026-11-20'><Cube currency='USD' rate='0'/></Cube>",
                "<Cube time='2026-11-20'><Cube currency='USD' rate='0.0'/></Cube>",
                "<Cube time='2026-11-20'><Cube currency='USD' rate='-1.08'/></Cube>",
                "<Cube time='2026-11-20'><Cube currency='USD' rate='1E-999999999'/></Cube>",
                "<Cube time='2026-11-20'><Cube currency='USD' rate='N/A'/></Cube>",
                "<Cube time='2026-11-20'><Cube currency='USD'/></Cube>",
                "<Cube time='2026-11-20'><Cube currency='dollar' rate='1.08'/></Cube>",
                "<Cube time='yesterday'><Cube currency='USD' rate='1.08'/></Cube>",
                "<Cube currency='USD' rate='1.08'/>",
                "<Cube time='2026-11-20'>",
                ""
            })
    void whatIsNotUnderstoodIsNoRate(String cubes) {
        assertThatThrownBy(() -> read(cubes)).isInstanceOf(RateFeedException.class);
    }

    @Test
    void somethingElseThanXmlIsNoRate() {
        assertThatThrownBy(() -> EcbRates.read("{\"USD\":1.08}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RateFeedException.class);
    }

    /** Else whoever answers in the bank's place could have files of ours read. */
    @Test
    void aFileIsNotRead(@TempDir Path home) throws Exception {
        Path secret = Files.writeString(home.resolve("secret"), "1.08");

        assertThatThrownBy(() -> EcbRates.read("""
                        <!DOCTYPE Cube [<!ENTITY file SYSTEM "%s">]>
                        <Cube><Cube time="2026-11-20"><Cube currency="USD" rate="&file;"/></Cube></Cube>
                        """.formatted(secret.toUri()).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RateFeedException.class);
    }

    /** Else an answer of a few hundred bytes could fill the memory. */
    @Test
    void entitiesAreNotExpanded() {
        assertThatThrownBy(() -> EcbRates.read("""
                        <!DOCTYPE Cube [<!ENTITY a "1">]>
                        <Cube><Cube time="2026-11-20"><Cube currency="USD" rate="&a;"/></Cube></Cube>
                        """.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(RateFeedException.class);
    }

    private static List<ExchangeRate> read(String cubes) {
        String xml = """
                <?xml version="1.0" encoding="UTF-8"?>
                <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
                <gesmes:subject>Reference rates</gesmes:subject><Cube>%s</Cube></gesmes:Envelope>
                """.formatted(cubes);
        return EcbRates.read(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static ExchangeRate rate(String currency, LocalDate day, String usd) {
        return new ExchangeRate(currency, day, new BigDecimal(usd), "ecb");
    }
}
