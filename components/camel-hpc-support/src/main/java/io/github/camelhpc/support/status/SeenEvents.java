package io.github.camelhpc.support.status;

/** Remembers, perhaps for longer than this process lives, which events were completed. */
public interface SeenEvents {

  /** Remembers nothing beyond what the tracker itself knows. */
  SeenEvents NONE =
      new SeenEvents() {
        @Override
        public boolean contains(String eventId) {
          return false;
        }

        @Override
        public void add(String eventId) {}

        @Override
        public void remove(String eventId) {}
      };

  boolean contains(String eventId);

  /** Remembers an event; once more if it is remembered already, so that it does not grow old. */
  void add(String eventId);

  /** Forgets an event that a later one of the same entry has taken the place of. */
  default void remove(String eventId) {}
}
