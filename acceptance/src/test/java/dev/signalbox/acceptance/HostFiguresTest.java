package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The figures of this machine, as the hub tells them and as the machine does. */
@EnabledOnOs(OS.LINUX)
class HostFiguresTest {
  private static final long MEBIBYTE = 1 << 20;

  @RegisterExtension final Stage stage = new Stage();

  private Doc parts = new Doc(null);

  @BeforeEach
  void readFigures() throws Exception {
    HubProcess hub = stage.hub();
    try (EventStream stream = EventStream.open(hub.uri(), "?boards=host")) {
      stream.next(HostFiguresTest::tellsOfMemory);
    }
    parts = Api.of(hub).at("host").at("parts");
  }

  private static boolean tellsOfMemory(EventStream.Event event) {
    return event.name().equals("snapshot")
        ? event.data().at("boards", "host", "parts").names().contains("memory-total")
        : event.name().equals("change") && "memory-total".equals(event.data().at("part").value());
  }

  @Test
  void memory_thisMachine_isItsOwn() throws Exception {
    double total = meminfo("MemTotal:");
    assertEquals(total, parts.at("memory-total", "value").decimal(), MEBIBYTE);
    assertEquals("B", parts.at("memory-total", "unit").text());
    double used = parts.at("memory-used", "value").decimal();
    assertTrue(used > 0 && used < total, "used " + used);
  }

  private static long meminfo(String key) throws Exception {
    String line =
        Files.readAllLines(Path.of("/proc/meminfo")).stream()
            .filter(each -> each.startsWith(key))
            .findFirst()
            .orElseThrow();
    return Long.parseLong(line.replaceAll("[^0-9]", "")) << 10;
  }

  @Test
  void system_thisMachine_isItsOwn() throws Exception {
    String kernel = Files.readString(Path.of("/proc/sys/kernel/osrelease")).strip();
    String name = Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    assertTrue(parts.at("operating-system", "value").text().endsWith("Linux " + kernel));
    assertEquals(name, parts.at("host-name", "value").text());
    assertTrue(parts.at("java-version", "value").text().startsWith("25"));
  }

  @Test
  void bootTime_thisMachine_isItsOwn() throws Exception {
    String uptime = Files.readString(Path.of("/proc/uptime")).split(" ", 2)[0];
    double bootedAt = System.currentTimeMillis() - 1_000 * Double.parseDouble(uptime);
    assertEquals(bootedAt, parts.at("booted-at", "value").decimal(), 5_000);
  }

  @Test
  void addresses_thisMachine_areAllOfItsNetworks() throws Exception {
    Set<String> own =
        NetworkInterface.networkInterfaces()
            .flatMap(NetworkInterface::inetAddresses)
            .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
            .map(InetAddress::getHostAddress)
            .limit(8)
            .collect(Collectors.toSet());
    Set<String> told =
        parts.names().stream()
            .filter(part -> part.startsWith("address-"))
            .flatMap(part -> Set.of(parts.at(part, "value").text().split(", ")).stream())
            .filter(address -> !address.contains(":"))
            .collect(Collectors.toSet());
    assertEquals(own, told);
  }

  @Test
  void figures_thisMachineHasNot_areAbsent() throws Exception {
    boolean hasThermometer =
        Files.exists(Path.of("/sys/class/thermal/thermal_zone0/temp"))
            || Files.exists(Path.of("/sys/class/hwmon/hwmon0/temp1_input"));
    if (!hasThermometer) {
      assertFalse(parts.names().contains("temperature"));
    }
    Set<String> told =
        parts.names().stream()
            .filter(part -> part.startsWith("address-") || part.startsWith("net-"))
            .map(part -> part.replaceAll("^(address|net)-|-(receive|transmit)$", ""))
            .collect(Collectors.toSet());
    assertTrue(interfaces().containsAll(told), told::toString);
  }

  /** As they can be part of an id. */
  private static Set<String> interfaces() throws Exception {
    return NetworkInterface.networkInterfaces()
        .map(each -> each.getName().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-"))
        .collect(Collectors.toSet());
  }
}
