package dev.signalbox.wire.dialect;

import dev.signalbox.core.engine.Moment;
import dev.signalbox.core.model.HubState;

/**
 * How things are at one moment.
 *
 * @param state what is true
 * @param device what is known of the machine
 */
public record Situation(HubState state, Moment now, Device device) {}
