/** Who may use the application over HTTP, and how much of it. */
package io.github.camelhpc.app.api;
