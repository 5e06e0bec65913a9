package io.github.camelhpc.simulators.azbatch.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A disk that is a directory of this computer, for tasks that are really executed. */
final class DirectoryDisk implements NodeDisk {

  private static final List<String> ROOTS = List.of("shared", "startup", "workitems");

  private final Path root;

  DirectoryDisk(Path root) {
    this.root = root.toAbsolutePath().normalize();
    clear();
  }

  @Override
  public void prepareTask(String directory) {
    Path task = resolve(directory);
    try {
      Files.createDirectories(task.resolve("wd"));
      Files.write(task.resolve("stdout.txt"), new byte[0]);
      Files.write(task.resolve("stderr.txt"), new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process writes to the files itself. */
  @Override
  public void keepOutput(String directory, String output) {}

  @Override
  public void write(String path, byte[] bytes) {
    Path file = resolve(path);
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Optional<DiskEntry> find(String path) {
    Path file = resolve(path);
    return Files.exists(file) ? entry(file) : Optional.empty();
  }

  @Override
  public NavigableMap<String, DiskEntry> list(String directory, boolean recursive) {
    Path start = resolve(directory);
    NavigableMap<String, DiskEntry> found = new TreeMap<>();
    if (!Files.isDirectory(start)) {
      return found;
    }
    try (Stream<Path> paths = Files.walk(start, recursive ? Integer.MAX_VALUE : 1)) {
      paths
          .filter(path -> !path.equals(start))
          .forEach(path -> entry(path).ifPresent(entry -> found.put(name(start, path), entry)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static String name(Path start, Path path) {
    return start.relativize(path).toString().replace('\\', '/');
  }

  /** Empty for a file that has gone in the meantime. */
  private static Optional<DiskEntry> entry(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      Instant modified = attributes.lastModifiedTime().toInstant();
      return Optional.of(
          new DiskEntry(
              attributes.isDirectory(),
              attributes.isDirectory() ? 0 : attributes.size(),
              attributes.creationTime().toInstant(),
              modified,
              attributes.isDirectory() ? null : () -> Files.newInputStream(file)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public void delete(String path) {
    deleteTree(resolve(path));
  }

  @Override
  public void clear() {
    deleteTree(root);
    try {
      for (String name : ROOTS) {
        Files.createDirectories(root.resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void deleteTree(Path top) {
    if (!Files.exists(top)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(top)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A path of a request can never lead out of the disk. */
  private Path resolve(String path) {
    Path resolved = root.resolve(path).normalize();
    if (!resolved.startsWith(root)) {
      throw Missing.file();
    }
    return resolved;
  }
}
