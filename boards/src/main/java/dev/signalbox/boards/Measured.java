package dev.signalbox.boards;

import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Report;
import dev.signalbox.core.model.Sensor;
import java.util.Map;
import java.util.Optional;

/** A new value of a sensor, as a report. */
final class Measured {
  private Measured() {}

  /** What there is to say: nothing where the sensor has that value already. */
  static Optional<Report> report(BoardState board, PartId sensor, double value) {
    double previous = board.part(sensor, Sensor.class).orElseThrow().value();
    return value == previous
        ? Optional.empty()
        : Optional.of(new Report.Observed(sensor, Map.of("value", value, "previous", previous)));
  }
}
