package io.github.camelhpc.support.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceUrlsTest {

  @ParameterizedTest
  @CsvSource({
    "headnode, https://headnode/hpc",
    "headnode:8443, https://headnode:8443/hpc",
    "https://headnode, https://headnode/hpc",
    "https://headnode/, https://headnode/hpc",
    "http://headnode:8080, http://headnode:8080/hpc",
    "https://headnode/other, https://headnode/other",
    "https://headnode/other/, https://headnode/other/",
    "https://[::1]:8443, https://[::1]:8443/hpc"
  })
  void hostNameMeansHttpsAndTheDefaultPath(String configured, String url) {
    assertThat(ServiceUrls.of("x", List.of(configured), "/hpc").all())
        .containsExactly(URI.create(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://headnode",
        "https://",
        "https://head node",
        "https://ann:s3cret@headnode",
        "ann:s3cret@headnode",
        "https://headnode?key=s3cret",
        "https://headnode#s3cret",
        "https://head_node"
      })
  void anythingElseIsRefusedWithoutShowingIt(String configured) {
    assertThatThrownBy(() -> ServiceUrls.of("x", List.of(configured), "/hpc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "x: serviceUrl must be like https://host/hpc, without user and query;"
                + " set the option serviceUrl anew")
        .hasNoCause();
  }

  @Test
  void missingUrlNamesTheOption() {
    assertThatThrownBy(() -> ServiceUrls.of("x", List.of(), "/hpc"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("set the option serviceUrl")
        .hasMessageContaining("camel.component.x.service-url");
  }

  @Test
  void oneUrlIsUsedWhateverHappens() {
    ServiceUrls urls = ServiceUrls.of("x", List.of("a"), "/hpc");

    urls.failed(urls.current());

    assertThat(urls.current()).isEqualTo(URI.create("https://a/hpc"));
    assertThat(urls.isSettled()).isTrue();
  }

  @Test
  void failedUrlIsFollowedByTheNext() {
    ServiceUrls urls = ServiceUrls.of("x", List.of("a", "b"), "/hpc");
    URI first = urls.current();

    urls.failed(first);
    urls.failed(first);

    assertThat(urls.current()).isEqualTo(URI.create("https://b/hpc"));
    urls.failed(urls.current());
    assertThat(urls.current()).isEqualTo(first);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "HEAD2, https://head2.lab.example/hpc",
        "head2.lab.example, https://head2.lab.example/hpc",
        "head3.lab.example, https://head3/hpc",
        "elsewhere, https://head1/hpc",
        "head, https://head1/hpc",
        "' ', https://head1/hpc",
        "null, https://head1/hpc"
      })
  void activeNodeIsFoundByItsNameWithOrWithoutDomain(String node, URI expected) {
    ServiceUrls urls = ServiceUrls.of("x", List.of("head1", "head2.lab.example", "head3"), "/hpc");

    urls.settle(URI.create("https://head1/hpc"), node);

    assertThat(urls.current()).isEqualTo(expected);
    assertThat(urls.isSettled()).isTrue();
  }
}
