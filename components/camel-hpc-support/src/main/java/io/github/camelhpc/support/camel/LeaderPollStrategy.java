package io.github.camelhpc.support.camel;

import org.apache.camel.spi.PollingConsumerPollStrategy;

/**
 * A poll strategy that lets only the leader of several instances poll.
 *
 * <p>A consumer of this suite asks it between two entries of one poll as well: when the leadership
 * was lost, the entry that is worked on is finished, and the others of that poll are left to the
 * next leader. In a new term it asks its {@code idempotentRepository} what others completed
 * between.
 */
public interface LeaderPollStrategy extends PollingConsumerPollStrategy {

  /** Whether this instance leads now. */
  boolean isLeader();

  /**
   * Another number each time that this instance has won the leadership again, because others may
   * have led between.
   */
  long term();
}
