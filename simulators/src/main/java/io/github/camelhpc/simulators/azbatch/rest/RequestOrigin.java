package io.github.camelhpc.simulators.azbatch.rest;

import io.vertx.core.http.HttpServerRequest;

/**
 * By which address the client reached the service, for the addresses in the answer.
 *
 * @param url scheme, host and port
 * @param path the path of the request, as it was sent
 * @param query its query, as it was sent
 */
record RequestOrigin(String url, String path, String query) {

  static RequestOrigin of(HttpServerRequest request) {
    String query = request.query() == null ? "" : request.query();
    return new RequestOrigin(request.scheme() + "://" + request.authority(), request.path(), query);
  }

  String of(String pathOfEntity) {
    return url + pathOfEntity;
  }

  String metadata(String fragment) {
    return url + "/$metadata#" + fragment;
  }

  String nextLink(String lastKey) {
    return url + path + "?" + SkipToken.nextQuery(query, lastKey);
  }
}
