package io.leasehold.key.member;

import io.leasehold.contracts.MemberRole;

/**
 * Somebody who has a role.
 *
 * @param id of the user at the identity provider; never changes
 * @param name first and last name, empty where none is known
 * @param email empty where none is known
 * @param enabled false for one who can't sign in any more
 */
record Member(String id, String username, String name, String email, boolean enabled, MemberRole role) {}
