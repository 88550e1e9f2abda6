package dev.signalbox.wire.dialect;

import dev.signalbox.wire.dialect.RailHubSettings.Variant;
import java.util.List;

/** All dialects. */
final class Specimens {
  static final List<Specimen> ALL =
      List.of(
          new CounterSpecimen(),
          new LedSpecimen(),
          new EventBusSpecimen(),
          new RailHubSpecimen(Variant.ESP8266),
          new RailHubSpecimen(Variant.ESP32));

  private Specimens() {}
}
