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
      };

  boolean contains(String eventId);

  void add(String eventId);
}
