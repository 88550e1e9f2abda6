package dev.signalbox.core.model;

/** A part as it is, and when it last changed. */
public record PartState(Part part, Stamp changed) {}
