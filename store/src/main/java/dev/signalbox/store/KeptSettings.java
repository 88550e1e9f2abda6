package dev.signalbox.store;

import dev.signalbox.core.engine.BoardSpec;
import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.BoardState;
import dev.signalbox.core.model.Change;
import dev.signalbox.core.model.HubState;
import dev.signalbox.core.model.Members;
import dev.signalbox.core.model.Part;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.PartState;
import dev.signalbox.core.model.Property;
import dev.signalbox.core.model.SavedPart;
import dev.signalbox.core.model.SavedSettings;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What of a state is worth keeping.
 *
 * <p>A setting is kept where it differs from the configuration, so that a configuration that is
 * edited later still decides about everything that nobody touched. A part that was made while the
 * hub ran is kept whole, and a configured part that was removed is kept as removed. Nothing else is
 * kept of a configured board, so a reset leaves nothing behind; boards that the configuration does
 * not have (just now) stay as they were kept.
 */
final class KeptSettings {
  private final Map<BoardId, BoardSpec> specs = new LinkedHashMap<>();

  /**
   * @param specs the boards as they are configured
   */
  KeptSettings(List<BoardSpec> specs) {
    specs.forEach(spec -> this.specs.put(spec.id(), spec));
  }

  /** What is to be kept of {@code state}, where {@code before} was kept so far. */
  SavedSettings of(HubState state, SavedSettings before) {
    Map<BoardId, String> names = new HashMap<>(before.names());
    Map<PartAddress, SavedPart> parts = new HashMap<>(before.parts());
    names.keySet().removeAll(specs.keySet());
    parts.keySet().removeIf(address -> specs.containsKey(address.board()));
    for (BoardSpec spec : specs.values()) {
      state.board(spec.id()).ifPresent(board -> keep(spec, board, before, names, parts));
    }
    return new SavedSettings(names, parts);
  }

  private static void keep(
      BoardSpec spec,
      BoardState board,
      SavedSettings before,
      Map<BoardId, String> names,
      Map<PartAddress, SavedPart> parts) {
    if (!board.info().name().equals(spec.name())) {
      names.put(spec.id(), board.info().name());
    }
    for (Map.Entry<PartId, PartState> entry : board.parts().entrySet()) {
      settings(spec, entry.getKey(), entry.getValue().part())
          .ifPresent(kept -> parts.put(new PartAddress(spec.id(), entry.getKey()), kept));
    }
    spec.parts()
        .forEach((id, part) -> {
          PartAddress address = new PartAddress(spec.id(), id);
          if (!board.parts().containsKey(id)) {
            absent(spec, part, before.parts().get(address))
                .ifPresent(kept -> parts.put(address, kept));
          }
        });
  }

  private static Optional<SavedPart> settings(BoardSpec spec, PartId id, Part part) {
    Part configured = spec.parts().get(id);
    if (configured == null) {
      return isMakable(spec, part) ? Optional.of(saved(part, Map.of())) : Optional.empty();
    }
    boolean sameKind = configured.schema().kind().equals(part.schema().kind());
    SavedPart.Settings saved = saved(part, sameKind ? persistent(configured) : Map.of());
    return saved.values().isEmpty() ? Optional.empty() : Optional.of(saved);
  }

  /**
   * What is kept of a configured part that is not there. People remove only what they can also
   * make; anything else went by itself (a network interface, say) and keeps its settings until it
   * is back.
   */
  private static Optional<SavedPart> absent(
      BoardSpec spec, Part configured, @Nullable SavedPart before) {
    return isMakable(spec, configured)
        ? Optional.of(new SavedPart.Removed())
        : Optional.ofNullable(before);
  }

  private static boolean isMakable(BoardSpec spec, Part part) {
    return spec.limits().getOrDefault(part.schema().kind(), 0) > 0;
  }

  private static SavedPart.Settings saved(Part part, Map<String, Object> configured) {
    Map<String, Object> values = persistent(part);
    values.entrySet().removeAll(configured.entrySet());
    return new SavedPart.Settings(part.schema().kind(), values);
  }

  private static Map<String, Object> persistent(Part part) {
    Map<String, Object> values = new LinkedHashMap<>(part.schema().values(part));
    part.schema().properties().stream()
        .filter(property -> !property.access().persistent())
        .map(Property::name)
        .forEach(values::remove);
    values.replaceAll((_, value) -> plain(value));
    return values;
  }

  private static Object plain(Object value) {
    return value instanceof Members members
        ? members.ids().stream().map(PartId::value).toList()
        : value;
  }

  /** Whether what is to be kept can be another after {@code change}. */
  static boolean concerns(Change change) {
    return switch (change) {
      case Change.PartChanged c ->
          c.part().schema().properties().stream()
              .anyMatch(property ->
                  property.access().persistent() && c.properties().contains(property.name()));
      case Change.PartPut _, Change.PartGone _, Change.BoardChanged _ -> true;
    };
  }
}
