package dev.signalbox.app.settings;

import dev.signalbox.app.yaml.Node;
import dev.signalbox.app.yaml.Problems;
import dev.signalbox.app.yaml.Shown;
import dev.signalbox.core.model.BoardId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A mapping from ids of people's choice to values of one type, of {@code least} to {@code most}
 * entries.
 *
 * @param what what they are, in the plural
 */
public record MapType<T>(String what, SettingType<T> value, int least, int most)
    implements SettingType<List<T>> {
  private static final String ANY_ID = "id";

  @Override
  public Optional<List<T>> read(Spot spot, Problems problems) {
    if (!(spot.node() instanceof Node.Mapping mapping)) {
      spot.refuse(this, problems);
      return Optional.empty();
    }
    List<T> values = new ArrayList<>();
    for (Node.Entry entry : mapping.entries()) {
      read(entry, problems).ifPresent(values::add);
    }
    int size = mapping.entries().size();
    if (mapping.whole() && (size < least || size > most)) {
      spot.refuse(this, " of " + size, problems);
    }
    boolean right = values.size() == size && size >= least && size <= most;
    return right ? Optional.of(List.copyOf(values)) : Optional.empty();
  }

  private Optional<T> read(Node.Entry entry, Problems problems) {
    String id = entry.key().text();
    if (BoardId.isValid(id)) {
      return value.read(Spot.of(entry), problems);
    }
    problems.add(
        entry.key().place(),
        "the id "
            + Shown.quoted(id)
            + " must be 1 to 63 of a-z, 0-9 and '-', beginning with a letter or digit"
            + hint(id));
    // What is under it can have mistakes of its own.
    value.read(new Spot(ANY_ID, entry.key().place(), entry.value()), problems);
    return Optional.empty();
  }

  private static String hint(String id) {
    String better =
        id.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    return BoardId.isValid(better) ? ", did you mean " + Shown.quoted(better) + "?" : "";
  }

  @Override
  public String allowed() {
    return "a mapping of " + least + " to " + most + " " + what + ", each under its id";
  }
}
