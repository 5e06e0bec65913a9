package io.github.camelhpc.quarkus.it;

import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
class DbapiIT extends DbapiTest {}
