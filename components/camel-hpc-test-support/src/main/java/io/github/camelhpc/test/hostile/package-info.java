/** One suite of hostile values for all components: the operations and their parameters are data. */
package io.github.camelhpc.test.hostile;
