package io.leasehold.discovery;

/**
 * A place that could not be looked at.
 *
 * @param reason for people; holds nothing of what is there
 */
public record Trouble(String source, String reason) {}
