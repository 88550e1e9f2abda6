package dev.signalbox.hardware.tm1637;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a TM1637 has in its registers after the messages it was sent, by its data sheet's tables.
 */
final class ChipMemory {
  static final int ADDRESSES = 6;

  final int[] segments = new int[ADDRESSES];
  final List<String> violations = new ArrayList<>();
  boolean on;
  int brightness;
  private boolean fixed;

  /** As after power-on: dark. */
  void clear() {
    Arrays.fill(segments, 0);
    on = false;
    brightness = 0;
    fixed = false;
  }

  void take(WaveDecoder.Message message) {
    List<Integer> octets = message.values();
    if (octets.isEmpty()) {
      violations.add("a message of no byte");
      return;
    }
    int command = octets.getFirst();
    switch (command & 0b1100_0000) {
      case 0b0100_0000 -> {
        alone(octets);
        reserved(command, 0b0011_1011);
        fixed = (command & 0b0100) != 0;
      }
      case 0b1000_0000 -> {
        alone(octets);
        reserved(command, 0b0011_0000);
        on = (command & 0b1000) != 0;
        brightness = command & 0b0111;
      }
      case 0b1100_0000 -> {
        reserved(command, 0b0011_1000);
        store(command & 0b0111, octets.subList(1, octets.size()));
      }
      default -> violations.add("no command: " + command);
    }
  }

  private void store(int address, List<Integer> data) {
    int at = address;
    for (int octet : data) {
      if (at >= ADDRESSES) {
        violations.add("data for address " + at);
        return;
      }
      segments[at] = octet;
      at += fixed ? 0 : 1;
    }
  }

  private void alone(List<Integer> octets) {
    if (octets.size() > 1) {
      violations.add("a command with more behind it: " + octets);
    }
  }

  private void reserved(int command, int mask) {
    if ((command & mask) != 0) {
      violations.add("reserved bits in command " + command);
    }
  }
}
