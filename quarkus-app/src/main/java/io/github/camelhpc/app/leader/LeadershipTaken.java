package io.github.camelhpc.app.leader;

/**
 * This application has been elected. It begins to work when all who observe this event are done.
 */
public record LeadershipTaken() {}
