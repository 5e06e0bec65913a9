package io.github.camelhpc.reliability.killing;

import java.time.Instant;

/**
 * What happened at the head node.
 *
 * @param job the job's id
 * @param state its state from then on
 * @param at just before the head node knew it
 */
record StateChange(int job, String state, Instant at) {}
