/** Two applications with the same routes, one with the components and one by hand. */
package io.github.camelhpc.benchmarks.application;
