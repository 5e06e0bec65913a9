package io.github.camelhpc.simulators.azbatch.account;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A disk that exists only in memory, for tasks that are simulated. */
final class MemoryDisk implements NodeDisk {

  private static final List<String> ROOTS = List.of("shared", "startup", "workitems");
  private static final byte[] NOTHING = new byte[0];

  private final AccountContext context;
  private final TreeMap<String, DiskEntry> entries = new TreeMap<>();

  MemoryDisk(AccountContext context) {
    this.context = context;
    makeRoots();
  }

  private void makeRoots() {
    ROOTS.forEach(this::makeDirectory);
  }

  private void makeDirectory(String path) {
    if (entries.containsKey(path)) {
      return;
    }
    int slash = path.lastIndexOf('/');
    if (slash > 0) {
      makeDirectory(path.substring(0, slash));
    }
    entries.put(path, DiskEntry.directory(context.now()));
  }

  @Override
  public void prepareTask(String directory) {
    makeDirectory(directory + "/wd");
    write(directory + "/stdout.txt", NOTHING);
    write(directory + "/stderr.txt", NOTHING);
  }

  @Override
  public void keepOutput(String directory, String output) {
    if (!output.isEmpty()) {
      write(directory + "/stdout.txt", output.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void write(String path, byte[] bytes) {
    int slash = path.lastIndexOf('/');
    if (slash > 0) {
      makeDirectory(path.substring(0, slash));
    }
    entries.put(path, DiskEntry.file(bytes, context.now()));
  }

  @Override
  public Optional<DiskEntry> find(String path) {
    return Optional.ofNullable(entries.get(path));
  }

  @Override
  public NavigableMap<String, DiskEntry> list(String directory, boolean recursive) {
    String prefix = directory.isEmpty() ? "" : directory + "/";
    NavigableMap<String, DiskEntry> found = new TreeMap<>();
    below(prefix)
        .forEach(
            (path, entry) -> {
              String name = path.substring(prefix.length());
              if (recursive || name.indexOf('/') < 0) {
                found.put(name, entry);
              }
            });
    return found;
  }

  @Override
  public void delete(String path) {
    entries.remove(path);
    below(path + "/").clear();
  }

  private NavigableMap<String, DiskEntry> below(String prefix) {
    return prefix.isEmpty()
        ? entries
        : entries.subMap(prefix, false, prefix + Character.MAX_VALUE, false);
  }

  @Override
  public void clear() {
    entries.clear();
    makeRoots();
  }
}
