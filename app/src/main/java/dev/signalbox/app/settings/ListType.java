package dev.signalbox.app.settings;

import dev.signalbox.app.yaml.Node;
import dev.signalbox.app.yaml.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A list of {@code least} to {@code most} values.
 *
 * @param what what they are, in the plural
 */
public record ListType<T>(String what, SettingType<T> item, int least, int most)
    implements SettingType<List<T>> {
  @Override
  public Optional<List<T>> read(Spot spot, Problems problems) {
    if (!(spot.node() instanceof Node.Sequence list)) {
      spot.refuse(this, problems);
      return Optional.empty();
    }
    List<T> items = new ArrayList<>();
    for (Node node : list.items()) {
      item.read(new Spot(spot.name(), node.place(), node), problems).ifPresent(items::add);
    }
    int size = list.items().size();
    if (list.whole() && (size < least || size > most)) {
      spot.refuse(this, " of " + size, problems);
    }
    boolean right = items.size() == size && size >= least && size <= most;
    return right ? Optional.of(List.copyOf(items)) : Optional.empty();
  }

  @Override
  public String allowed() {
    return "a list of " + least + " to " + most + " " + what;
  }
}
