package dev.signalbox.store;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.SavedPart;
import dev.signalbox.core.model.SavedSettings;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Settings as entries of a file: saved parts under {@code board/part}, names under {@code board}.
 */
final class SettingsCode {
  private static final String BOARD_KIND = "board";
  private static final String BOARD_NAME = "name";

  private SettingsCode() {}

  /**
   * The entries for {@code settings}, without a seal.
   *
   * @throws IllegalArgumentException if a value is of a type that can't be kept
   */
  static SortedMap<String, byte[]> encode(SavedSettings settings) {
    SortedMap<String, byte[]> entries = new TreeMap<>();
    settings
        .names()
        .forEach((board, name) -> entries.put(board.value(), boardName(board.value(), name)));
    settings
        .parts()
        .forEach((address, part) ->
            entries.put(address.toString(), SavedPartCode.encode(address.toString(), part)));
    return entries;
  }

  private static byte[] boardName(String key, String name) {
    return SavedPartCode.encode(key, new SavedPart.Settings(BOARD_KIND, Map.of(BOARD_NAME, name)));
  }

  /**
   * The settings that {@code entries} stand for, among which there is no seal.
   *
   * @throws IOException if one of them is garbled
   */
  static SavedSettings decode(SortedMap<String, byte[]> entries) throws IOException {
    Map<BoardId, String> names = new HashMap<>();
    Map<PartAddress, SavedPart> parts = new HashMap<>();
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      String key = entry.getKey();
      SavedPart saved = SavedPartCode.decode(key, entry.getValue());
      int slash = key.indexOf('/');
      if (slash >= 0) {
        parts.put(PartAddress.of(key.substring(0, slash), key.substring(slash + 1)), saved);
      } else if (saved instanceof SavedPart.Settings settings
          && settings.values().get(BOARD_NAME) instanceof String name) {
        names.put(new BoardId(key), name);
      }
    }
    return new SavedSettings(names, parts);
  }
}
