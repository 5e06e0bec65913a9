package io.github.camelhpc.simulators.azbatch.account;

import java.util.NavigableMap;
import java.util.TreeMap;

/** The files of tasks and nodes (facts/azbatch.md §1, §2.6). */
public final class BatchFiles {

  private final Tasks tasks;
  private final Pools pools;

  BatchFiles(Tasks tasks, Pools pools) {
    this.tasks = tasks;
    this.pools = pools;
  }

  /**
   * The files of a task, by their names.
   *
   * @param recursive with those in its directories too
   */
  public NavigableMap<String, StoredFile> ofTask(String jobId, String taskId, boolean recursive) {
    return directoryOf(tasks.get(jobId, taskId)).list(recursive);
  }

  /** A file or directory of a task. */
  public StoredFile ofTask(String jobId, String taskId, String path) {
    return directoryOf(tasks.get(jobId, taskId)).find(path);
  }

  /** Deletes a file or directory of a task. */
  public void deleteOfTask(String jobId, String taskId, String path, boolean recursive) {
    directoryOf(tasks.get(jobId, taskId)).delete(path, recursive);
  }

  /** The files of a node, by their names. */
  public NavigableMap<String, StoredFile> ofNode(String poolId, String nodeId, boolean recursive) {
    return directoryOf(pools.node(poolId, nodeId)).list(recursive);
  }

  /** A file or directory of a node. */
  public StoredFile ofNode(String poolId, String nodeId, String path) {
    return directoryOf(pools.node(poolId, nodeId)).find(path);
  }

  /** Deletes a file or directory of a node. */
  public void deleteOfNode(String poolId, String nodeId, String path, boolean recursive) {
    directoryOf(pools.node(poolId, nodeId)).delete(path, recursive);
  }

  private static Directory directoryOf(ComputeNode node) {
    return new Directory(node, node.path(), "");
  }

  private static Directory directoryOf(BatchTask task) {
    ComputeNode node = task.lastNode();
    if (node == null || task.state() == TaskState.PREPARING) {
      throw Conflict.of("TaskFilesUnavailable", "The task has not run yet, so it has no files.");
    }
    if (!node.pool().nodes().containsKey(node.key())) {
      throw Conflict.of(
          "TaskFilesUnavailable", "The node on which the task ran has left its pool.");
    }
    if (node.disk().find(task.directory()).isEmpty()) {
      throw Conflict.of("TaskFilesCleanedup", "The files of the task have been deleted.");
    }
    return new Directory(node, task.path(), task.directory());
  }

  /** Puts a file into the directory of a task that has run; for arranging tests. */
  void write(String jobId, String taskId, String path, byte[] content) {
    BatchTask task = tasks.get(jobId, taskId);
    directoryOf(task);
    task.lastNode().disk().write(task.directory() + "/" + path, content);
  }

  /**
   * A directory of a node whose files are offered.
   *
   * @param owner the address of the task or node
   * @param root the path on the disk; empty for all of it
   */
  private record Directory(ComputeNode node, String owner, String root) {

    NavigableMap<String, StoredFile> list(boolean recursive) {
      NavigableMap<String, StoredFile> files = new TreeMap<>();
      node.disk()
          .list(root, recursive)
          .forEach((name, entry) -> files.put(name, listed(name, entry)));
      return files;
    }

    StoredFile find(String path) {
      String name = normal(path);
      return node.disk()
          .find(onDisk(name))
          .map(entry -> listed(name, entry))
          .orElseThrow(Missing::file);
    }

    void delete(String path, boolean recursive) {
      String name = normal(path);
      DiskEntry entry = node.disk().find(onDisk(name)).orElseThrow(Missing::file);
      if (entry.directory() && !recursive && !node.disk().list(onDisk(name), false).isEmpty()) {
        throw Conflict.invalidState(
            "The directory is not empty. Set recursive to true to delete it with its files.");
      }
      node.disk().delete(onDisk(name));
    }

    private StoredFile listed(String name, DiskEntry entry) {
      return new ListedFile(owner, name, entry, node.pool().isWindows());
    }

    private String onDisk(String name) {
      return root.isEmpty() ? name : root + "/" + name;
    }

    private static String normal(String path) {
      String name = path.replace('\\', '/').replaceAll("^/+|/+$", "");
      boolean escapes = ("/" + name + "/").contains("/../");
      if (name.isEmpty() || escapes) {
        throw Missing.file();
      }
      return name;
    }
  }
}
