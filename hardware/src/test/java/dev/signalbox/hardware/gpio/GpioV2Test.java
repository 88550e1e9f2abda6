package dev.signalbox.hardware.gpio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.signalbox.hardware.CProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpioV2Test {
  /** What each number is in C. */
  private static final Map<String, Long> NUMBERS = new LinkedHashMap<>();

  static {
    size("gpiochip_info", GpioV2.CHIP_INFO_BYTES);
    offset("gpiochip_info", "name", GpioV2.CHIP_NAME);
    offset("gpiochip_info", "label", GpioV2.CHIP_LABEL);
    offset("gpiochip_info", "lines", GpioV2.CHIP_LINES);
    size("gpio_v2_line_info", GpioV2.LINE_INFO_BYTES);
    offset("gpio_v2_line_info", "name", GpioV2.INFO_NAME);
    offset("gpio_v2_line_info", "consumer", GpioV2.INFO_CONSUMER);
    offset("gpio_v2_line_info", "offset", GpioV2.INFO_OFFSET);
    offset("gpio_v2_line_info", "num_attrs", GpioV2.INFO_NUM_ATTRIBUTES);
    offset("gpio_v2_line_info", "flags", GpioV2.INFO_FLAGS);
    offset("gpio_v2_line_info", "attrs", GpioV2.INFO_ATTRIBUTES);
    size("gpio_v2_line_attribute", GpioV2.ATTRIBUTE_BYTES);
    offset("gpio_v2_line_attribute", "id", GpioV2.ATTRIBUTE_ID);
    offset("gpio_v2_line_attribute", "flags", GpioV2.ATTRIBUTE_VALUE);
    offset("gpio_v2_line_attribute", "values", GpioV2.ATTRIBUTE_VALUE);
    offset("gpio_v2_line_attribute", "debounce_period_us", GpioV2.ATTRIBUTE_VALUE);
    size("gpio_v2_line_config_attribute", GpioV2.CONFIG_ATTRIBUTE_BYTES);
    offset("gpio_v2_line_config_attribute", "attr", 0);
    offset("gpio_v2_line_config_attribute", "mask", GpioV2.CONFIG_ATTRIBUTE_MASK);
    size("gpio_v2_line_config", GpioV2.CONFIG_BYTES);
    offset("gpio_v2_line_config", "flags", GpioV2.CONFIG_FLAGS);
    offset("gpio_v2_line_config", "num_attrs", GpioV2.CONFIG_NUM_ATTRIBUTES);
    offset("gpio_v2_line_config", "attrs", GpioV2.CONFIG_ATTRIBUTES);
    size("gpio_v2_line_request", GpioV2.REQUEST_BYTES);
    offset("gpio_v2_line_request", "offsets", GpioV2.REQUEST_OFFSETS);
    offset("gpio_v2_line_request", "consumer", GpioV2.REQUEST_CONSUMER);
    offset("gpio_v2_line_request", "config", GpioV2.REQUEST_CONFIG);
    offset("gpio_v2_line_request", "num_lines", GpioV2.REQUEST_NUM_LINES);
    offset("gpio_v2_line_request", "event_buffer_size", GpioV2.REQUEST_EVENT_BUFFER);
    offset("gpio_v2_line_request", "fd", GpioV2.REQUEST_FD);
    size("gpio_v2_line_values", GpioV2.VALUES_BYTES);
    offset("gpio_v2_line_values", "bits", GpioV2.VALUES_BITS);
    offset("gpio_v2_line_values", "mask", GpioV2.VALUES_MASK);
    size("gpio_v2_line_event", GpioV2.EVENT_BYTES);
    offset("gpio_v2_line_event", "timestamp_ns", GpioV2.EVENT_TIMESTAMP);
    offset("gpio_v2_line_event", "id", GpioV2.EVENT_ID);
    offset("gpio_v2_line_event", "offset", GpioV2.EVENT_OFFSET);
    offset("gpio_v2_line_event", "line_seqno", GpioV2.EVENT_LINE_SEQUENCE);
    NUMBERS.put("GPIO_GET_CHIPINFO_IOCTL", GpioV2.CHIP_INFO);
    NUMBERS.put("GPIO_V2_GET_LINEINFO_IOCTL", GpioV2.LINE_INFO);
    NUMBERS.put("GPIO_V2_GET_LINE_IOCTL", GpioV2.GET_LINE);
    NUMBERS.put("GPIO_V2_LINE_SET_CONFIG_IOCTL", GpioV2.SET_CONFIG);
    NUMBERS.put("GPIO_V2_LINE_GET_VALUES_IOCTL", GpioV2.GET_VALUES);
    NUMBERS.put("GPIO_V2_LINE_SET_VALUES_IOCTL", GpioV2.SET_VALUES);
    NUMBERS.put("GPIO_MAX_NAME_SIZE", (long) GpioV2.NAME_BYTES);
    NUMBERS.put("GPIO_V2_LINES_MAX", (long) GpioV2.MOST_LINES);
    NUMBERS.put("GPIO_V2_LINE_NUM_ATTRS_MAX", (long) GpioV2.MOST_ATTRIBUTES);
    NUMBERS.put("GPIO_V2_LINE_FLAG_USED", GpioV2.USED);
    NUMBERS.put("GPIO_V2_LINE_FLAG_ACTIVE_LOW", GpioV2.ACTIVE_LOW);
    NUMBERS.put("GPIO_V2_LINE_FLAG_INPUT", GpioV2.INPUT);
    NUMBERS.put("GPIO_V2_LINE_FLAG_OUTPUT", GpioV2.OUTPUT);
    NUMBERS.put("GPIO_V2_LINE_FLAG_EDGE_RISING", GpioV2.EDGE_RISING);
    NUMBERS.put("GPIO_V2_LINE_FLAG_EDGE_FALLING", GpioV2.EDGE_FALLING);
    NUMBERS.put("GPIO_V2_LINE_FLAG_OPEN_DRAIN", GpioV2.OPEN_DRAIN);
    NUMBERS.put("GPIO_V2_LINE_FLAG_OPEN_SOURCE", GpioV2.OPEN_SOURCE);
    NUMBERS.put("GPIO_V2_LINE_FLAG_BIAS_PULL_UP", GpioV2.BIAS_PULL_UP);
    NUMBERS.put("GPIO_V2_LINE_FLAG_BIAS_PULL_DOWN", GpioV2.BIAS_PULL_DOWN);
    NUMBERS.put("GPIO_V2_LINE_FLAG_BIAS_DISABLED", GpioV2.BIAS_DISABLED);
    NUMBERS.put("GPIO_V2_LINE_ATTR_ID_FLAGS", (long) GpioV2.ATTRIBUTE_FLAGS);
    NUMBERS.put("GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES", (long) GpioV2.ATTRIBUTE_OUTPUT_VALUES);
    NUMBERS.put("GPIO_V2_LINE_ATTR_ID_DEBOUNCE", (long) GpioV2.ATTRIBUTE_DEBOUNCE);
    NUMBERS.put("GPIO_V2_LINE_EVENT_RISING_EDGE", (long) GpioV2.RISING);
    NUMBERS.put("GPIO_V2_LINE_EVENT_FALLING_EDGE", (long) GpioV2.FALLING);
  }

  private static void size(String struct, long bytes) {
    NUMBERS.put("sizeof(struct " + struct + ")", bytes);
  }

  private static void offset(String struct, String field, long bytes) {
    NUMBERS.put("offsetof(struct " + struct + ", " + field + ")", bytes);
  }

  @Test
  void numbers_areThoseOfTheHeader(@TempDir Path folder) throws Exception {
    assertEquals(
        NUMBERS,
        CProgram.values(folder, List.of("linux/gpio.h"), new ArrayList<>(NUMBERS.keySet())));
  }

  @Test
  void sizes_areThoseThatWereMeasured() {
    assertEquals(16, GpioV2.ATTRIBUTE_BYTES);
    assertEquals(24, GpioV2.CONFIG_ATTRIBUTE_BYTES);
    assertEquals(272, GpioV2.CONFIG_BYTES);
    assertEquals(8, GpioV2.CONFIG_NUM_ATTRIBUTES);
    assertEquals(32, GpioV2.CONFIG_ATTRIBUTES);
    assertEquals(592, GpioV2.REQUEST_BYTES);
    assertEquals(256, GpioV2.REQUEST_CONSUMER);
    assertEquals(288, GpioV2.REQUEST_CONFIG);
    assertEquals(560, GpioV2.REQUEST_NUM_LINES);
    assertEquals(564, GpioV2.REQUEST_EVENT_BUFFER);
    assertEquals(588, GpioV2.REQUEST_FD);
    assertEquals(256, GpioV2.LINE_INFO_BYTES);
    assertEquals(16, GpioV2.VALUES_BYTES);
    assertEquals(48, GpioV2.EVENT_BYTES);
    assertEquals(68, GpioV2.CHIP_INFO_BYTES);
  }

  @Test
  void requests_areThoseThatWereMeasured() {
    assertEquals(0x8044b401L, GpioV2.CHIP_INFO);
    assertEquals(0xc100b405L, GpioV2.LINE_INFO);
    assertEquals(0xc250b407L, GpioV2.GET_LINE);
    assertEquals(0xc110b40dL, GpioV2.SET_CONFIG);
    assertEquals(0xc010b40eL, GpioV2.GET_VALUES);
    assertEquals(0xc010b40fL, GpioV2.SET_VALUES);
  }
}
