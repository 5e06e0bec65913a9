package io.github.camelhpc.quarkus.it;

import io.restassured.RestAssured;

/** Asks a route of the application, as the routes in {@code src/test/routes} are written. */
final class Routes {

  private Routes() {}

  /** What the route at this path makes of a body. */
  static String ask(String path, String body) {
    return RestAssured.given()
        .contentType("text/plain")
        .body(body)
        .post(path)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  /** What the route at this path answers. */
  static String ask(String path) {
    return RestAssured.get(path).then().statusCode(200).extract().asString();
  }
}
