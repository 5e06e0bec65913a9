package io.github.camelhpc.app.leader;

/** This application leads no more, and another may already do so: stop what is under way. */
public record LeadershipLost() {}
