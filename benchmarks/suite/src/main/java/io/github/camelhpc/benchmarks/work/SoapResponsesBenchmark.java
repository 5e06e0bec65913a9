package io.github.camelhpc.benchmarks.work;

import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import io.github.camelhpc.benchmarks.server.ServerContents;
import io.github.camelhpc.benchmarks.work.SoapEnvelopes.Envelope;
import io.github.camelhpc.hpcsoa.model.SoaResponse;
import io.github.camelhpc.simulators.HpcSimulators;
import io.github.camelhpc.simulators.hpcsoa.SimulatedResponse;
import jakarta.xml.bind.JAXBContext;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.xml.stream.XMLStreamReader;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.converter.jaxb.JaxbDataFormat;
import org.apache.camel.support.builder.Namespaces;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** All responses of a batch of SOAP requests. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
public class SoapResponsesBenchmark {

  private static final int RESPONSES = 200_000;
  // makes a response 830 bytes long
  private static final String OUTPUT = "x".repeat(17);
  private static final long FIRST_ID = 1_000_000;
  private static final int TEXT_OF_RESPONSE = OUTPUT.length() + "1000000".length() * 2;

  /** A broker with a batch. */
  public static final class Responses implements ServerContents {

    @Override
    public HpcSimulators start() {
      return SoaBatch.start("CcpEchoSvc", RESPONSES, Responses::response);
    }

    private static SimulatedResponse response(long index) {
      long id = FIRST_ID + index;
      return SimulatedResponse.xml(
          "http://tempuri.org/IEcho/Echo",
          "urn:uuid:6f1de3f2-5c8c-4c41-9a0a-00000" + id,
          String.valueOf(id),
          "<EchoResponse xmlns=\"http://tempuri.org/\"><EchoResult>"
              + OUTPUT
              + id
              + "</EchoResult></EchoResponse>");
    }

    @Override
    public Map<String, String> properties(HpcSimulators simulators) {
      return SoaBatch.properties(simulators);
    }
  }

  private final SoaBatch batch = new SoaBatch(false);
  private Routes routes;
  private JAXBContext jaxb;
  private long count;
  private long length;

  @Setup
  public void start() throws Exception {
    jaxb = JAXBContext.newInstance(SoapEnvelopes.class, Envelope.class);
    Namespaces soap = new Namespaces("s", SoapEnvelopes.SOAP);
    routes =
        Routes.start(
            "hpcsoa",
            batch.component(),
            new RouteBuilder() {
              @Override
              public void configure() {
                from("direct:component")
                    .to(batch.componentUri())
                    .process(SoapResponsesBenchmark.this::addAll);
                from("direct:componentSplit")
                    .to(batch.componentUri())
                    .split(body())
                    .streaming()
                    .process(exchange -> add(exchange.getMessage().getBody(SoaResponse.class)));
                from("direct:xtokenize")
                    .noStreamCaching()
                    .process(SoaBatch::httpHeaders)
                    .to(batch.httpUri())
                    .split()
                    .xtokenize("//s:Envelope", 'i', soap)
                    .streaming()
                    .process(SoapResponsesBenchmark.this::addFragment);
                from("direct:xtokenizeJaxb")
                    .noStreamCaching()
                    .process(SoaBatch::httpHeaders)
                    .to(batch.httpUri())
                    .split()
                    .xtokenize("//s:Envelope", 'i', soap)
                    .streaming()
                    .unmarshal(new JaxbDataFormat(jaxb))
                    .process(exchange -> add(exchange.getMessage().getBody(Envelope.class)));
                from("direct:tokenizeXml")
                    .noStreamCaching()
                    .process(SoaBatch::httpHeaders)
                    .to(batch.httpUri())
                    .split()
                    .tokenizeXML("s:Envelope")
                    .streaming()
                    .process(SoapResponsesBenchmark.this::addFragment);
              }
            });
  }

  @TearDown
  public void stop() throws Exception {
    routes.close();
    batch.close();
  }

  @Benchmark
  public void component(ProcessorCounter processor) throws Exception {
    routed("direct:component");
    requireAll(RESPONSES);
  }

  @Benchmark
  public void componentSplit(ProcessorCounter processor) throws Exception {
    routed("direct:componentSplit");
    requireAll(RESPONSES);
  }

  @Benchmark
  @Warmup(iterations = 1)
  @Measurement(iterations = 2)
  public void xtokenizeJaxb(ProcessorCounter processor) throws Exception {
    routed("direct:xtokenizeJaxb");
    requireAll(RESPONSES);
  }

  @Benchmark
  @Measurement(iterations = 2)
  public void xtokenize(ProcessorCounter processor) throws Exception {
    routed("direct:xtokenize");
    requireFragments();
  }

  @Benchmark
  @Warmup(iterations = 1)
  @Measurement(iterations = 1)
  public void tokenizeXml(ProcessorCounter processor) throws Exception {
    routed("direct:tokenizeXml");
    requireFragments();
  }

  @Benchmark
  public void jaxb(ProcessorCounter processor) throws Exception {
    begin();
    batch.readByHand(
        RESPONSES + 1,
        in -> {
          SoapEnvelopes all = (SoapEnvelopes) jaxb.createUnmarshaller().unmarshal(in);
          all.envelopes.forEach(this::add);
          return all.envelopes.size();
        });
    requireAll(RESPONSES);
  }

  @Benchmark
  public void bareLoop(ProcessorCounter processor) throws Exception {
    batch.readByHand(RESPONSES + 1, SoapResponsesBenchmark::envelopes);
  }

  private static long envelopes(InputStream in) throws Exception {
    InputFactoryImpl factory = new InputFactoryImpl();
    XMLStreamReader reader = factory.createXMLStreamReader(in);
    long envelopes = 0;
    int depth = 0;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == START_ELEMENT) {
        depth++;
      } else if (event == END_ELEMENT && --depth == 1) {
        envelopes++;
      }
    }
    return envelopes;
  }

  private void routed(String uri) throws Exception {
    begin();
    routes.send(uri, exchange -> {});
  }

  private void begin() {
    count = 0;
    length = 0;
  }

  private void addAll(Exchange exchange) {
    Iterator<?> responses = exchange.getMessage().getBody(Iterator.class);
    while (responses.hasNext()) {
      add((SoaResponse) responses.next());
    }
  }

  private void add(SoaResponse response) {
    count++;
    length += response.output().length() + response.userData().length();
  }

  private void add(Envelope envelope) {
    if (envelope.output() != null) {
      count++;
      length += envelope.output().length() + envelope.header.userData.length();
    }
  }

  private void addFragment(Exchange exchange) {
    count++;
    length += exchange.getMessage().getBody(String.class).length();
  }

  private void requireAll(long responses) {
    if (count != responses || length != responses * TEXT_OF_RESPONSE) {
      throw new IllegalStateException(
          "%d responses with a text of %d characters came".formatted(count, length));
    }
  }

  // the message at the end is one, too
  private void requireFragments() {
    if (count != RESPONSES + 1 || length < RESPONSES * 800L) {
      throw new IllegalStateException(
          "%d fragments with %d characters came".formatted(count, length));
    }
  }
}
