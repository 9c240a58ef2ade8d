package io.leasehold.providers.dialect;

import io.leasehold.providers.dialect.JsonPaths.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Skims a JSON document as its bytes pass, cut anywhere, and reports the values at chosen paths. Nothing else is kept:
 * what no path leads into is only counted past, however large it is. Structural bytes are ASCII, so a character cut in
 * two does no harm. It does not judge whether the document is valid; from one that is not it reads what it can.
 *
 * @param <F> what a place is called
 */
final class JsonSkim<F> {

    /** Told of each value at a path, in order. */
    interface Sink<F> {
        void value(F field, Scalar value);

        /** The object at a path has come to its end. */
        default void end(F field) {}
    }

    private enum State {
        VALUE,
        NAME,
        IN_NAME,
        COLON,
        IN_STRING,
        IN_LITERAL,
        AFTER_VALUE,
        SKIPPING,
        END
    }

    private final JsonPaths<F> paths;
    private final Sink<F> sink;
    private final Scalar scalar = new Scalar();
    private final List<Node<F>> containers = new ArrayList<>();
    /** By depth, whether that container is an array. */
    private long arrays;

    private State state = State.VALUE;
    /** What the next value is; null where no path leads to it. */
    private @Nullable Node<F> current;

    private final JsonSkip skip = new JsonSkip();
    private boolean escape;

    JsonSkim(JsonPaths<F> paths, Sink<F> sink) {
        this.paths = paths;
        this.sink = sink;
        this.current = paths.root;
    }

    /** Makes it ready for the next document. */
    void restart() {
        containers.clear();
        arrays = 0;
        state = State.VALUE;
        current = paths.root;
        escape = false;
    }

    /** Whether the document has come to its end. */
    boolean complete() {
        return state == State.END;
    }

    /** The next bytes of the document. */
    void feed(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int i = offset;
        while (i < end) {
            i = switch (state) {
                case SKIPPING -> skipping(bytes, i, end);
                case IN_NAME, IN_STRING -> quoted(bytes, i, end);
                case IN_LITERAL -> literal(bytes, i, end);
                case END -> end;
                case VALUE, NAME, COLON, AFTER_VALUE -> {
                    structure(bytes[i]);
                    yield i + 1;
                }
            };
        }
    }

    private void structure(byte b) {
        if (b <= ' ' && b >= 0) {
            return;
        }
        switch (state) {
            case VALUE -> beginValue(b);
            case NAME -> beginName(b);
            case COLON -> state = b == ':' ? State.VALUE : State.COLON;
            default -> afterValue(b);
        }
    }

    private void beginValue(byte b) {
        switch (b) {
            case '{', '[' -> open(b == '[');
            case ']', '}' -> close();
            case '"' -> beginString();
            default -> {
                scalar.begin(false);
                scalar.append(b);
                state = State.IN_LITERAL;
            }
        }
    }

    private void beginString() {
        if (current == null || current.field == null) {
            skip.beginString();
            state = State.SKIPPING;
        } else {
            scalar.begin(true);
            state = State.IN_STRING;
        }
    }

    private void open(boolean array) {
        Node<F> node = current;
        boolean leadsOn = node != null && containers.size() < Long.SIZE && (!array || node.element != null);
        if (!leadsOn || node == null) {
            skip.beginContainer();
            state = State.SKIPPING;
            return;
        }
        long bit = 1L << containers.size();
        arrays = array ? arrays | bit : arrays & ~bit;
        containers.add(node);
        current = array ? node.element : null;
        state = array ? State.VALUE : State.NAME;
    }

    private void beginName(byte b) {
        if (b == '"') {
            scalar.begin(true);
            state = State.IN_NAME;
        } else if (b == '}') {
            close();
        }
    }

    private void afterValue(byte b) {
        if (b == ',') {
            boolean array = inArray();
            current = array ? containers.getLast().element : null;
            state = array ? State.VALUE : State.NAME;
        } else if (b == '}' || b == ']') {
            close();
        }
    }

    private void close() {
        Node<F> closed = containers.isEmpty() ? null : containers.removeLast();
        if (closed != null && closed.field != null) {
            sink.end(closed.field);
        }
        endValue();
    }

    private void endValue() {
        state = containers.isEmpty() ? State.END : State.AFTER_VALUE;
    }

    private boolean inArray() {
        return (arrays >>> (containers.size() - 1) & 1) == 1;
    }

    private int quoted(byte[] bytes, int from, int end) {
        Node<F> leaf = current;
        boolean lengthOnly = leaf != null && leaf.lengthOnly;
        for (int i = from; i < end; i++) {
            byte b = bytes[i];
            if (escape) {
                escape = false;
            } else if (b == '\\') {
                escape = true;
                scalar.markEscaped();
            } else if (b == '"') {
                endQuoted();
                return i + 1;
            }
            if (lengthOnly) {
                scalar.addLength(1);
            } else {
                scalar.append(b);
            }
        }
        return end;
    }

    private void endQuoted() {
        if (state == State.IN_NAME) {
            current = scalar.kept() < 0 ? null : containers.getLast().member(scalar.bytes(), scalar.kept());
            state = State.COLON;
        } else {
            report();
            endValue();
        }
    }

    private int literal(byte[] bytes, int from, int end) {
        for (int i = from; i < end; i++) {
            byte b = bytes[i];
            if (b == ',' || b == '}' || b == ']' || (b <= ' ' && b >= 0)) {
                report();
                endValue();
                // The delimiter belongs to what comes next.
                return i;
            }
            scalar.append(b);
        }
        return end;
    }

    private void report() {
        if (current != null && current.field != null) {
            sink.value(current.field, scalar);
        }
    }

    private int skipping(byte[] bytes, int from, int end) {
        int next = skip.feed(bytes, from, end);
        if (skip.done()) {
            endValue();
        }
        return next;
    }
}
