package io.leasehold.distribution.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsdTest {
    @ParameterizedTest
    @CsvSource({"1.500000000,1.5", "100,100", "1E+2,100", "0.000000000,0", "0.000000001,0.000000001", "-2.50,-2.5"})
    void equalAmountsAreWrittenTheSameWay(BigDecimal amount, String text) {
        assertThat(Usd.plain(amount).toPlainString()).isEqualTo(text);
        assertThat(Usd.plain(amount)).isEqualTo(new BigDecimal(text));
    }
}
