package io.github.camelhpc.app.leader;

/** A way to elect the leader. At any time there is one at most. */
interface Election {

  /** The value of {@code app.leader-election} that asks for it. */
  ElectionKind kind();

  /** Where the election is held, for the log. */
  String place();

  /**
   * Stands for election until {@link #stop()}, again after a leadership was lost.
   *
   * @param candidate is told of each change
   * @throws Exception if there can be no election; the message names what to change
   */
  void start(Candidate candidate) throws Exception;

  /** Resigns, so that another can lead at once. Nothing happens if it has not been started. */
  void stop();

  /** Who stands for election. What it is told takes no time, and throws nothing. */
  interface Candidate {

    /** It is the leader. */
    void won();

    /** It is the leader no more; may come although it never was. */
    void lost();
  }
}
