package dev.signalbox.core.engine;

import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Patched;
import dev.signalbox.core.model.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part that is about to be made while the hub runs. */
record NewPart(PartAddress address, Schema<? extends Part> schema) {
  /** Under the lowest number of its kind that is free on the board. */
  static NewPart in(BoardState board, Schema<? extends Part> schema) {
    int number = 1;
    while (board.parts().containsKey(new PartId(schema.kind() + number))) {
      number++;
    }
    return new NewPart(new PartAddress(board.id(), new PartId(schema.kind() + number)), schema);
  }

  /** The part with what the client gave; where it gave no name, with its own. */
  Patched<? extends Part> make(Map<String, @Nullable Object> set) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>(set);
    named.putIfAbsent("name", name());
    return schema.make(named, Schema.Origin.COMMAND);
  }

  /**
   * What such a part is called where nobody says: its kind's label, and its number if it has one.
   */
  String name() {
    String label = schema.label().orElse(schema.kind());
    String id = address.part().value();
    return id.startsWith(schema.kind()) ? label + " " + id.substring(schema.kind().length()) : id;
  }
}
