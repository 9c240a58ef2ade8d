package io.leasehold.gateway.feed;

import jakarta.inject.Singleton;

/** How far the topics have been read since the start. */
@Singleton
public class Progress {
    private volatile boolean settingsLoaded;
    private volatile boolean leasesLoaded;

    /** Keys, limits, workspaces and prices are known: requests can be judged. */
    public boolean settingsLoaded() {
        return settingsLoaded;
    }

    /** Everything that was there at the start is known. */
    public boolean loaded() {
        return settingsLoaded && leasesLoaded;
    }

    void settingsAreLoaded() {
        settingsLoaded = true;
    }

    void leasesAreLoaded() {
        leasesLoaded = true;
    }
}
