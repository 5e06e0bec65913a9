package io.github.camelhpc.simulators.azbatch.rest;

import io.github.camelhpc.simulators.azbatch.account.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The headers and bytes of files (facts/azbatch.md §2.6). */
final class FileReplies {

  private final boolean partialContent;

  /**
   * @param partialContent whether a range is answered by 206, otherwise by 200
   */
  FileReplies(boolean partialContent) {
    this.partialContent = partialContent;
  }

  Reply encode(BatchCall call, RequestOrigin origin, StoredFile file) {
    Reply reply = call.operation().form().verb().equals("HEAD") ? head(file) : get(call, file);
    return reply
        .with("Last-Modified", ReplyEncoder.httpDate(file.lastModified()))
        .with("ocp-creation-time", ReplyEncoder.httpDate(file.creationTime()))
        .with("ocp-batch-file-isdirectory", file.isDirectory() ? "True" : "False")
        .with(
            "ocp-batch-file-url", URLEncoder.encode(origin.of(file.path()), StandardCharsets.UTF_8))
        .with("ocp-batch-file-mode", file.mode());
  }

  private static Reply head(StoredFile file) {
    return Reply.empty(200)
        .with("Content-Type", file.isDirectory() ? null : file.contentType())
        .with("Content-Length", String.valueOf(file.isDirectory() ? 0 : file.length()));
  }

  private Reply get(BatchCall call, StoredFile file) {
    String header = call.headers().get("ocp-range");
    if (file.isDirectory()) {
      return new Reply(
          200, Map.of(), "application/octet-stream", null, InputStream.nullInputStream(), 0);
    }
    if (header == null) {
      return content(200, file, new ByteRange(0, file.length()));
    }
    ByteRange range = ByteRange.of(header, file.length());
    return partialContent
        ? content(206, file, range)
            .with(
                "Content-Range", "bytes " + range.from() + "-" + range.last() + "/" + file.length())
        : content(200, file, range);
  }

  private static Reply content(int status, StoredFile file, ByteRange range) {
    try {
      InputStream bytes = file.open();
      bytes.skipNBytes(range.from());
      return new Reply(status, Map.of(), file.contentType(), null, bytes, range.length());
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    }
  }
}
