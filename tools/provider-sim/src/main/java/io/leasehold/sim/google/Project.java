package io.leasehold.sim.google;

/** The one project of Google Cloud that is simulated; paths name it by its id or its number. */
final class Project {
    static final String ID = "leasehold-simulated";
    static final String NUMBER = "123456789";

    private Project() {}

    /** @throws GoogleError 403 for any other, which is not told from one that there is not */
    static void require(String named) {
        if (!named.equals(ID) && !named.equals(NUMBER)) {
            throw new GoogleError(
                    GoogleErrorKind.PERMISSION_DENIED, "Permission denied on resource project " + named + ".");
        }
    }
}
