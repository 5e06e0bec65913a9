package io.github.camelhpc.hpcsoa.wire;

import io.github.camelhpc.hpcsoa.model.EndOfResponses;
import io.github.camelhpc.hpcsoa.model.SoaResponse;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads the responses of a generic service: {@code action ␟ output ␟ userdata ␀}, again and again,
 * then the end item; ␟ is U+FFFF, ␀ is U+0000, all is UTF-8 (facts/hpcsoa.md §3.1).
 */
public final class GenericResponseReader extends StreamedResponses {

  private static final int PARTS = 3;

  private final GenericItems items;

  /** Reads with {@link ResponseOptions#DEFAULT}. */
  public GenericResponseReader(InputStream in) {
    this(in, ResponseOptions.DEFAULT);
  }

  /** Reads from where the stream is; closes it. */
  public GenericResponseReader(InputStream in, ResponseOptions options) {
    super(options);
    this.items = new GenericItems(in, PARTS, options.maxItemSize());
  }

  @Override
  SoaResponse read() throws IOException {
    if (!items.next()) {
      return null;
    }
    if (items.parts() != PARTS) {
      throw new SoaFormatException(
          "response %d has %d parts, action, output and user data were expected%s"
              .formatted(count() + 1, items.parts(), items.hint()),
          items.itemOffset());
    }
    String action = items.firstText();
    return switch (action) {
      case END_ACTION -> {
        ended(new EndOfResponses(endCount(), items.text(2)));
        items.requireNoMore();
        yield null;
      }
      case BROKER_UNAVAILABLE_ACTION -> throw new BrokerUnavailableException();
      default -> SoaResponse.generic(action, items.text(1), items.text(2));
    };
  }

  private long endCount() throws IOException {
    String text = items.text(1).strip();
    try {
      return text.isEmpty() ? count() : Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new SoaFormatException(
          "the end of the responses has no number in its second part", items.itemOffset(), e);
    }
  }

  @Override
  long offset() {
    return items.offset();
  }

  @Override
  public void close() throws IOException {
    closed();
    items.close();
  }
}
