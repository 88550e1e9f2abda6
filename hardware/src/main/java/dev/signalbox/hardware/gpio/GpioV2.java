package dev.signalbox.hardware.gpio;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;

/**
 * The kernel's interface to GPIO, version 2 (since Linux 5.10), as {@code linux/gpio.h} has it on a
 * 64-bit machine: requests, sizes and offsets in bytes.
 */
final class GpioV2 {
  // Requests of a chip's descriptor.
  static final long CHIP_INFO = 0x8044b401L;
  static final long LINE_INFO = 0xc100b405L;
  static final long GET_LINE = 0xc250b407L;

  // Requests of the descriptor that GET_LINE gives.
  static final long SET_CONFIG = 0xc110b40dL;
  static final long GET_VALUES = 0xc010b40eL;
  static final long SET_VALUES = 0xc010b40fL;

  static final int NAME_BYTES = 32;
  static final int MOST_LINES = 64;
  static final int MOST_ATTRIBUTES = 10;

  // struct gpiochip_info
  static final long CHIP_INFO_BYTES = 68;
  static final long CHIP_NAME = 0;
  static final long CHIP_LABEL = 32;
  static final long CHIP_LINES = 64;

  // struct gpio_v2_line_info
  static final long LINE_INFO_BYTES = 256;
  static final long INFO_NAME = 0;
  static final long INFO_CONSUMER = 32;
  static final long INFO_OFFSET = 64;
  static final long INFO_NUM_ATTRIBUTES = 68;
  static final long INFO_FLAGS = 72;
  static final long INFO_ATTRIBUTES = 80;

  // struct gpio_v2_line_attribute; its value is a union of 64 and 32 bits
  static final long ATTRIBUTE_BYTES = 16;
  static final long ATTRIBUTE_ID = 0;
  static final long ATTRIBUTE_VALUE = 8;

  // struct gpio_v2_line_config_attribute: an attribute, and the lines that it is for
  static final long CONFIG_ATTRIBUTE_BYTES = 24;
  static final long CONFIG_ATTRIBUTE_MASK = 16;

  // struct gpio_v2_line_config
  static final long CONFIG_BYTES = 272;
  static final long CONFIG_FLAGS = 0;
  static final long CONFIG_NUM_ATTRIBUTES = 8;
  static final long CONFIG_ATTRIBUTES = 32;

  // struct gpio_v2_line_request
  static final long REQUEST_BYTES = 592;
  static final long REQUEST_OFFSETS = 0;
  static final long REQUEST_CONSUMER = 256;
  static final long REQUEST_CONFIG = 288;
  static final long REQUEST_NUM_LINES = 560;
  static final long REQUEST_EVENT_BUFFER = 564;
  static final long REQUEST_FD = 588;

  // struct gpio_v2_line_values
  static final long VALUES_BYTES = 16;
  static final long VALUES_BITS = 0;
  static final long VALUES_MASK = 8;

  // struct gpio_v2_line_event
  static final long EVENT_BYTES = 48;
  static final long EVENT_TIMESTAMP = 0;
  static final long EVENT_ID = 8;
  static final long EVENT_OFFSET = 12;
  static final long EVENT_LINE_SEQUENCE = 20;

  // enum gpio_v2_line_flag
  static final long USED = 1;
  static final long ACTIVE_LOW = 1 << 1;
  static final long INPUT = 1 << 2;
  static final long OUTPUT = 1 << 3;
  static final long EDGE_RISING = 1 << 4;
  static final long EDGE_FALLING = 1 << 5;
  static final long OPEN_DRAIN = 1 << 6;
  static final long OPEN_SOURCE = 1 << 7;
  static final long BIAS_PULL_UP = 1 << 8;
  static final long BIAS_PULL_DOWN = 1 << 9;
  static final long BIAS_DISABLED = 1 << 10;

  // enum gpio_v2_line_attr_id
  static final int ATTRIBUTE_FLAGS = 1;
  static final int ATTRIBUTE_OUTPUT_VALUES = 2;
  static final int ATTRIBUTE_DEBOUNCE = 3;

  // enum gpio_v2_line_event_id
  static final int RISING = 1;
  static final int FALLING = 2;

  private GpioV2() {}

  /** A name of at most 32 bytes. Others choose it, so control characters become question marks. */
  static String name(MemorySegment struct, long at) {
    byte[] bytes = struct.asSlice(at, NAME_BYTES).toArray(JAVA_BYTE);
    int length = 0;
    while (length < bytes.length && bytes[length] != 0) {
      length++;
    }
    return new String(bytes, 0, length, StandardCharsets.UTF_8).replaceAll("\\p{Cc}", "?");
  }
}
