/** What an executable does without. */
package io.github.camelhpc.app.graal;
