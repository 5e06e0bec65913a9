package io.github.camelhpc.azbatch;

import io.github.camelhpc.support.http.ServiceResponse;
import java.io.FilterInputStream;
import java.io.IOException;

/** The content of a file, read from the socket; a rest that nobody wants is not waited for. */
final class FileContent extends FilterInputStream {

  private final ServiceResponse response;

  FileContent(ServiceResponse response) throws IOException {
    super(response.stream());
    this.response = response;
  }

  /**
   * The content in memory, before any of it was read.
   *
   * @throws IOException if it cannot be read, or is larger than {@code maxResponseSize}
   */
  byte[] collected() throws IOException {
    return response.body().readAllBytes();
  }

  @Override
  public void close() throws IOException {
    response.close();
  }
}
