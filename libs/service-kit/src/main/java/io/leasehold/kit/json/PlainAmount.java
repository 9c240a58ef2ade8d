package io.leasehold.kit.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Writes decimals as strings without an exponent and without zeros at the end: the same amount reads the same wherever it
 * comes from.
 */
final class PlainAmount extends StdSerializer<BigDecimal> {
    private static final long serialVersionUID = 1;

    PlainAmount() {
        super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal amount, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeString(amount.stripTrailingZeros().toPlainString());
    }
}
