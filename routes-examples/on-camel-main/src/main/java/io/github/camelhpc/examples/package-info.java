/** Runs the examples on Camel Main. */
package io.github.camelhpc.examples;
