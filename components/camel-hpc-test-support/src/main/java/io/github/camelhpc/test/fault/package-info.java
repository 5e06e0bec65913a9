/** One suite of faults for all components: a fault is a row with the outcome that it must have. */
package io.github.camelhpc.test.fault;
