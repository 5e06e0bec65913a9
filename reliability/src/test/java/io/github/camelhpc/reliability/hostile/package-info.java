/** What senders of messages must not be able to do. */
package io.github.camelhpc.reliability.hostile;
