/** The Java that the routes by hand need. */
package io.github.camelhpc.benchmarks.byhand;
