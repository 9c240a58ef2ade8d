package io.leasehold.providers.chat;

import io.leasehold.providers.dialect.RequestBody;
import io.leasehold.providers.dialect.RequestScan;
import java.io.IOException;

/** A body that does not decide about its model. */
public final class OfModel implements RequestBody.FieldReader {
    private final Reader rest;

    /** A reader to which the model can be told. */
    public interface Reader extends RequestBody.FieldReader {
        void model(String name);
    }

    public OfModel(String model, Reader rest) {
        this.rest = rest;
        rest.model(model);
    }

    @Override
    public void field(String name, RequestBody body) throws IOException {
        if (name.equals("model")) {
            body.skip();
        } else {
            rest.field(name, body);
        }
    }

    @Override
    public RequestScan result(int length) throws IOException {
        return rest.result(length);
    }
}
