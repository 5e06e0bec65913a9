package io.github.camelhpc.support.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.IOContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Makes a {@link NumbersParser} for streams in UTF-8, and Jackson's own parsers for others. */
final class NumbersFactory extends JsonFactory {

  private static final long serialVersionUID = 1L;

  NumbersFactory(JsonFactoryBuilder builder) {
    super(builder);
  }

  @Override
  protected JsonParser _createParser(InputStream in, IOContext context) throws IOException {
    PushbackInputStream stream = new PushbackInputStream(in, 2);
    byte[] start = stream.readNBytes(2);
    stream.unread(start);
    return start.length == 2 && isAscii(start[0]) && isAscii(start[1])
        ? new NumbersParser(
            context,
            _parserFeatures,
            stream,
            _objectCodec,
            _byteSymbolCanonicalizer.makeChild(_factoryFeatures),
            context.allocReadIOBuffer())
        : super._createParser(stream, context);
  }

  /** In UTF-16 and UTF-32 one of the first two bytes is zero, and a byte order mark is no ASCII. */
  private static boolean isAscii(byte character) {
    return character > 0;
  }
}
