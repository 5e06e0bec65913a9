package io.github.camelhpc.reliability.killing;

import java.time.Instant;

/**
 * An event that an application wrote into the database.
 *
 * @param number in the order of their arrival
 * @param eventId the header CamelHpcPackEventId
 * @param job the job's id
 * @param state the job's state
 * @param process which application it was
 * @param at when it was written, by the database's clock
 */
record Delivery(long number, String eventId, int job, String state, String process, Instant at) {}
