package io.github.camelhpc.simulators.azbatch.account;

import java.util.NavigableMap;
import java.util.Optional;

/**
 * The disk of a node. Paths are relative to its root, with slashes between the names and none at
 * the ends.
 */
interface NodeDisk {

  /** Makes the directory of a task: with {@code wd} and the two empty files of its output. */
  void prepareTask(String directory);

  /** Keeps what a task has written, unless the task itself has written it to the disk. */
  void keepOutput(String directory, String output);

  void write(String path, byte[] bytes);

  Optional<DiskEntry> find(String path);

  /**
   * What is in a directory, by the names relative to it.
   *
   * @param recursive with everything in its directories too
   */
  NavigableMap<String, DiskEntry> list(String directory, boolean recursive);

  /** Deletes a file, or a directory with all that is in it. */
  void delete(String path);

  /** Deletes everything. */
  void clear();
}
