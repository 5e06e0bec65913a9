package io.github.camelhpc.benchmarks.application;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;

/**
 * Requests to the three routes of an application that can be asked: of five, one runs a job, two
 * send requests to a session, and two list preparation tasks. Each answer is looked at.
 */
final class Messages {

  private static final int AT_A_TIME = 20;
  private static final String JOB =
      "{\"Name\": \"nightly\", \"tasks\": [{\"Name\": \"a\", \"CommandLine\": \""
          + Services.QUICK
          + "\"},"
          + " {\"Name\": \"b\", \"CommandLine\": \""
          + Services.QUICK
          + "\"}]}";
  private static final Pattern JOB_RUN = Pattern.compile("\\d+ Finished 2 Finished");
  private static final String LINES = "a\nb\nc\nd\ne";
  private static final Pattern ECHOES = Pattern.compile("([a-e]=[a-e];){5}");
  private static final Pattern NODES = Pattern.compile("(node-\\d+=\\d;){" + Services.NODES + "}");

  private final HttpClient client = HttpClient.newHttpClient();
  private final String url;

  /**
   * @param url of the application
   */
  Messages(String url) {
    this.url = url;
  }

  /** Sends so many, and returns when all are answered. */
  void send(int number) throws Exception {
    List<Callable<Void>> all = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      int kind = i % 5;
      all.add(() -> ask(kind));
    }
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      for (Future<Void> answered : threads.invokeAll(all)) {
        answered.get();
      }
    } finally {
      threads.shutdown();
    }
  }

  private Void ask(int kind) throws IOException, InterruptedException {
    switch (kind) {
      case 0 -> ask("/jobs", "application/json", JOB, JOB_RUN);
      case 1, 2 -> ask("/echo", "text/plain", LINES, ECHOES);
      default -> ask("/preparation", "text/plain", "", NODES);
    }
    return null;
  }

  private void ask(String path, String contentType, String body, Pattern expected)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200 || !expected.matcher(response.body()).matches()) {
      throw new IllegalStateException(
          path + " answered " + response.statusCode() + ": " + response.body());
    }
  }
}
