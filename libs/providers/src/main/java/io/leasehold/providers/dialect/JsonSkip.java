package io.leasehold.providers.dialect;

/** Counts past one value of a JSON document: a string, or everything between a bracket and its counterpart. */
final class JsonSkip {
    private int depth;
    private boolean inString;
    private boolean escape;

    /** Stands behind the opening bracket. */
    void beginContainer() {
        depth = 1;
        inString = false;
        escape = false;
    }

    /** Stands behind the opening quote. */
    void beginString() {
        depth = 0;
        inString = true;
        escape = false;
    }

    /** Whether the value is over. */
    boolean done() {
        return depth == 0 && !inString;
    }

    /** Returns where the value ended, or the end. */
    int feed(byte[] bytes, int from, int end) {
        int i = from;
        while (i < end && !done()) {
            i = inString ? string(bytes, i, end) : container(bytes, i, end);
        }
        return i;
    }

    private int string(byte[] bytes, int from, int end) {
        for (int i = from; i < end; i++) {
            byte b = bytes[i];
            if (escape) {
                escape = false;
            } else if (b == '\\') {
                escape = true;
            } else if (b == '"') {
                inString = false;
                return i + 1;
            }
        }
        return end;
    }

    private int container(byte[] bytes, int from, int end) {
        for (int i = from; i < end; i++) {
            switch (bytes[i]) {
                case '"' -> {
                    inString = true;
                    return i + 1;
                }
                case '{', '[' -> depth++;
                case '}', ']' -> {
                    if (--depth == 0) {
                        return i + 1;
                    }
                }
                default -> {}
            }
        }
        return end;
    }
}
