package io.github.camelhpc.app;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folders of the inbox and what their file names say. A file that is under way is called {@code
 * <job id>-<name>}, so that moving it there notes the id in the same step.
 */
@ApplicationScoped
@Named("jobFiles")
@RegisterForReflection
public class JobFiles {

  /** What the ids of jobs on Azure Batch begin with. */
  static final String AZURE_JOB = "burst_";

  private static final Pattern AZURE_FILE = Pattern.compile("(" + AZURE_JOB + "\\w{1,58})-.*");

  private static final String SAMPLE = "sample-sweep.xml";

  private final Path inbox;
  private final Path outbox;

  @Inject
  JobFiles(AppSettings settings) {
    this.inbox = settings.inbox();
    this.outbox = settings.outbox();
  }

  /**
   * The job's id in the name of a file that is under way.
   *
   * @throws IllegalArgumentException if there is none
   */
  public int jobId(String fileName) {
    int end = fileName.indexOf('-');
    try {
      return Integer.parseInt(fileName.substring(0, Math.max(end, 0)));
    } catch (NumberFormatException e) {
      throw isOurs(fileName);
    }
  }

  /**
   * The id of a job on Azure Batch in the name of a file that is under way.
   *
   * @throws IllegalArgumentException if there is none
   */
  public String azureJobId(String fileName) {
    Matcher matcher = AZURE_FILE.matcher(fileName);
    if (!matcher.matches()) {
      throw isOurs(fileName);
    }
    return matcher.group(1);
  }

  private IllegalArgumentException isOurs(String fileName) {
    return new IllegalArgumentException(
        fileName
            + " does not start with the id of a job; drop files into "
            + inbox
            + ", the folders in it are the application's own");
  }

  /**
   * The folder in the outbox for a job's results: its id, or with a number behind it if another job
   * of this id has left its results there. Ids start again with each simulator.
   */
  public String outboxFolder(int jobId) {
    String folder = String.valueOf(jobId);
    for (int n = 2; Files.exists(outbox.resolve(folder).resolve("job.json")); n++) {
      folder = jobId + "-" + n;
    }
    return folder;
  }

  /** Whether no job has ever ended here. */
  boolean isFirstStart() {
    return !Files.exists(outbox);
  }

  /** Puts the sample job into the inbox. */
  void dropSample() throws IOException {
    Files.createDirectories(inbox);
    try (InputStream sample = JobFiles.class.getResourceAsStream("/" + SAMPLE)) {
      // the inbox does not look at hidden files, so it never sees half of one
      Path hidden = inbox.resolve("." + SAMPLE);
      Files.write(hidden, sample.readAllBytes());
      Files.move(hidden, inbox.resolve(SAMPLE));
    }
  }

  /**
   * Puts back what was under way, for jobs that ended with the application.
   *
   * @param cluster the folder of the cluster that is no more
   * @return how many files
   */
  int putBack(String cluster) throws IOException {
    int running = putBackWithoutId(inbox.resolve("running").resolve(cluster));
    List<Path> submitting = submitting();
    for (Path file : submitting) {
      Files.move(file, inbox.resolve(file.getFileName()));
    }
    return running + submitting.size();
  }

  /**
   * Puts back what was under way on an Azure Batch account that ended with the application.
   *
   * @param account the folder of the account that is no more
   * @return how many files
   */
  int putBackAzure(String account) throws IOException {
    return putBackWithoutId(inbox.resolve("submitting").resolve(account))
        + putBackWithoutId(inbox.resolve("running").resolve(account));
  }

  private int putBackWithoutId(Path folder) throws IOException {
    List<Path> files = files(folder);
    for (Path file : files) {
      String name = file.getFileName().toString();
      Path target = inbox.resolve(name.substring(name.indexOf('-') + 1));
      Files.move(file, Files.exists(target) ? inbox.resolve(name) : target);
    }
    return files.size();
  }

  /**
   * Gives up the files whose job may or may not have been submitted, because the application was
   * killed in that moment: running a job twice is worse than asking.
   *
   * @return how many files
   */
  int giveUpUnknown() throws IOException {
    List<Path> submitting = submitting();
    Path failed = Files.createDirectories(inbox.resolve("failed"));
    for (Path file : submitting) {
      String name = file.getFileName().toString();
      Files.writeString(
          failed.resolve(name + ".error.txt"),
          "The application was killed while it submitted this job, which may or may not run on the"
              + " cluster: look there, and drop the file again if it does not.\n");
      Files.move(file, failed.resolve(name));
    }
    return submitting.size();
  }

  private List<Path> submitting() throws IOException {
    return files(inbox.resolve("submitting"));
  }

  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
