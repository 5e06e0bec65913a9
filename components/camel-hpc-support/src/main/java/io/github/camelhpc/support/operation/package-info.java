/** The catalogue's types: what an operation is, as data. No I/O, nothing of Camel. */
package io.github.camelhpc.support.operation;
