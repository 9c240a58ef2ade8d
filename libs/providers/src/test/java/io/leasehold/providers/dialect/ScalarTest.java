package io.leasehold.providers.dialect;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarTest {
    private static Scalar scalar(String text) {
        Scalar scalar = new Scalar();
        scalar.begin(false);
        for (byte b : text.getBytes(US_ASCII)) {
            scalar.append(b);
        }
        return scalar;
    }

    @Test
    void anAmountIsExactlyWhatIsWritten() {
        assertThat(scalar("0.00095").amount()).isEqualTo(new BigDecimal("0.00095"));
        assertThat(scalar("9.5e-4").amount()).isEqualTo(new BigDecimal("9.5e-4"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e999999999", "1e-999999999", "1e2147483647", "true"})
    void whatNoBillCanSayIsNoAmount(String text) {
        assertThat(scalar(text).amount()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "418,418", "5.0,5", "5.000,5", "5.5,-1", "5.,-1", ".0,-1", "-1,-1", "5.0.0,-1", "1e3,-1"})
    void aCountIsWholeHoweverItIsWritten(String text, long count) {
        assertThat(scalar(text).count()).isEqualTo(count);
    }
}
