package io.leasehold.sim.control;

import java.util.List;

/** A list as the control API answers it, always whole. */
record Items<T>(List<T> items) {}
