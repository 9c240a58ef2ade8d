package io.leasehold.providers.dialect;

/**
 * Takes the data out of server-sent events as their bytes pass, cut anywhere. Comments, names and other fields are
 * passed over; lines may end in any of the three ways; data on several lines is one document.
 */
final class EventStream {

    /** Told of the data of each event. */
    interface Listener {
        void data(byte[] bytes, int offset, int length);

        /** The event is over. */
        void end();

        /** The event said that it was the last: {@code [DONE]}. */
        void done();
    }

    private static final byte[] DATA = {'d', 'a', 't', 'a'};
    private static final byte[] DONE = {'[', 'D', 'O', 'N', 'E', ']'};

    private enum State {
        FIELD,
        BEFORE_DATA,
        IN_DATA,
        OTHER
    }

    private final Listener listener;
    private State state = State.FIELD;
    /** How much of the line is a field's name so far; more than {@code data} has means another one. */
    private int matched;

    private boolean blank = true;
    private boolean hasData;
    private boolean afterReturn;
    private int doneMatched;

    EventStream(Listener listener) {
        this.listener = listener;
    }

    void feed(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int i = offset;
        while (i < end) {
            byte b = bytes[i];
            if (b == '\n' || b == '\r') {
                newline(b);
                i++;
            } else {
                afterReturn = false;
                blank = false;
                i = inLine(bytes, i, end);
            }
        }
    }

    /** The stream is over; an event that was not ended counts as far as it came. */
    void end() {
        endEvent();
    }

    private int inLine(byte[] bytes, int i, int end) {
        return switch (state) {
            case FIELD -> field(bytes[i], i);
            case BEFORE_DATA -> {
                state = State.IN_DATA;
                yield bytes[i] == ' ' ? i + 1 : i;
            }
            case IN_DATA -> data(bytes, i, end);
            case OTHER -> endOfLine(bytes, i, end);
        };
    }

    private int field(byte b, int i) {
        if (b == ':') {
            state = matched == DATA.length ? State.BEFORE_DATA : State.OTHER;
        } else if (matched < DATA.length && b == DATA[matched]) {
            matched++;
        } else {
            state = State.OTHER;
        }
        return i + 1;
    }

    private int data(byte[] bytes, int from, int end) {
        int to = endOfLine(bytes, from, end);
        hasData = true;
        for (int i = from; i < to && doneMatched >= 0; i++) {
            doneMatched = doneMatched < DONE.length && bytes[i] == DONE[doneMatched] ? doneMatched + 1 : -1;
        }
        listener.data(bytes, from, to - from);
        return to;
    }

    private static int endOfLine(byte[] bytes, int from, int end) {
        int i = from;
        while (i < end && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        return i;
    }

    private void newline(byte b) {
        boolean secondHalf = b == '\n' && afterReturn;
        afterReturn = b == '\r';
        if (secondHalf) {
            return;
        }
        if (blank) {
            endEvent();
        }
        blank = true;
        state = State.FIELD;
        matched = 0;
    }

    private void endEvent() {
        if (hasData) {
            if (doneMatched == DONE.length) {
                listener.done();
            }
            listener.end();
        }
        hasData = false;
        doneMatched = 0;
    }
}
