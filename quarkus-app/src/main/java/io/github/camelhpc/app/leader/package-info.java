/** Which of several applications works with the inbox that they share. */
package io.github.camelhpc.app.leader;
