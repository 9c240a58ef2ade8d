package io.leasehold.providers.dialect;

/** Takes out of an answer what its client did not ask for. For one answer and one thread at a time. */
public interface AnswerStrip {

    /** What may pass on of the next bytes and of those that were held back before; may be nothing. */
    byte[] next(byte[] bytes, int offset, int length);

    /** What was held back and may pass on, now that the answer is over. */
    byte[] rest();
}
