package dev.signalbox.core.engine;

/** A board that an engine is to run: what it is, and what stands behind it. */
public record Board(BoardSpec spec, Driver driver) {}
