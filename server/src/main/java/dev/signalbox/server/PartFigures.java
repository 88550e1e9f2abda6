package dev.signalbox.server;

import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.PartState;
import dev.signalbox.core.model.PropertyType;
import dev.signalbox.core.model.Schema;
import dev.signalbox.wire.MetricsText;
import dev.signalbox.wire.MetricsText.Kind;
import java.util.Map;

/** Every number and truth value of every part as a figure, driven by the schemas. */
final class PartFigures {
  /** More than any hub should have, less than what would hold up an event loop. */
  static final int MOST = 10_000;

  private final MetricsText text;
  private int written;
  private int leftOut;

  private PartFigures(MetricsText text) {
    this.text = text;
  }

  /** Writes the first {@link #MOST}, and how many were left out. */
  static void write(MetricsText text, HubState state) {
    PartFigures figures = new PartFigures(text);
    if (state.boards().values().stream().anyMatch(board -> !board.parts().isEmpty())) {
      text.family("signalbox_part_value", Kind.GAUGE, "What the parts of the boards say.");
      state.boards().values().forEach(figures::board);
    }
    text.family(
            "signalbox_part_values_left_out", Kind.GAUGE, "Values beyond the most that is told.")
        .sample(figures.leftOut);
  }

  private void board(BoardState board) {
    for (Map.Entry<PartId, PartState> part : board.parts().entrySet()) {
      part(board.id().value(), part.getKey().value(), part.getValue().part());
    }
  }

  private void part(String board, String id, Part part) {
    Schema<? extends Part> schema = part.schema();
    schema
        .values(part)
        .forEach((name, value) -> {
          if (value instanceof Number || value instanceof Boolean) {
            String unit = unit(schema, part, name);
            figure(
                value,
                "board",
                board,
                "part",
                id,
                "kind",
                schema.kind(),
                "property",
                name,
                "unit",
                unit);
          }
        });
  }

  private void figure(Object value, String... labels) {
    if (written == MOST) {
      leftOut++;
      return;
    }
    written++;
    text.sample(
        value instanceof Number number ? number.doubleValue() : value.equals(true) ? 1 : 0, labels);
  }

  /** A kind that measures says in its property {@code unit} what it counts. */
  private static String unit(Schema<? extends Part> schema, Part part, String property) {
    return schema
        .property(property)
        .map(known ->
            switch (known.type()) {
              case PropertyType.IntegerType integer -> integer.unit();
              case PropertyType.TimeType _ -> "epoch-ms";
              case PropertyType.NumberType _ ->
                  schema.values(part).get("unit") instanceof String unit ? unit : "";
              case PropertyType.BooleanType _,
                  PropertyType.TextType _,
                  PropertyType.MembersType _ ->
                  "";
            })
        .orElse("");
  }
}
