package dev.signalbox.wire.dialect;

import dev.signalbox.core.engine.Effects;
import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.PartId;
import dev.signalbox.wire.dialect.RailHubSettings.Format;
import dev.signalbox.wire.dialect.RailHubSettings.GroupOutputs;
import dev.signalbox.wire.dialect.RailHubSettings.UptimeUnit;
import dev.signalbox.wire.dialect.RailHubSettings.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The status of a board as RailHub tells it: the members of one JSON object, in order. */
final class RailHubStatus {
  /** Every member that a status can have. */
  static final Set<String> KEYS =
      Set.of(
          "macAddress",
          "name",
          "wifiMode",
          "ip",
          "ssid",
          "apClients",
          "freeHeap",
          "uptime",
          "outputs",
          "chasingGroups",
          "wsClients",
          "buildDate",
          "flashTotal",
          "flashUsed",
          "flashFree",
          "flashPartition");

  private static final int NO_GROUP = -1;

  private final RailHubBoard board;
  private final Format format;
  private final Situation at;
  private final Map<String, Object> members = new LinkedHashMap<>();

  private RailHubStatus(RailHubBoard board, Format format, Situation at) {
    this.board = board;
    this.format = format;
    this.at = at;
  }

  /**
   * The status at one moment.
   *
   * @param wsClients how many WebSockets there are
   */
  static RailHubFrame frame(RailHubBoard board, Format format, Situation at, int wsClients) {
    return new RailHubStatus(board, format, at).frame(wsClients);
  }

  private RailHubFrame frame(int wsClients) {
    network(at.device().network());
    members.put("freeHeap", at.device().freeHeap());
    members.put("uptime", uptime());
    members.put("outputs", outputs());
    if (hasGroups()) {
      members.put("chasingGroups", groups());
    }
    members.put("wsClients", wsClients);
    members.put("buildDate", at.device().buildDate());
    flash(at.device().storage());
    return RailHubFrame.of(members);
  }

  private void network(Device.Network network) {
    members.put("macAddress", network.macAddress());
    members.put("name", board.name());
    members.put("wifiMode", network.wifiMode());
    members.put("ip", network.ip());
    members.put("ssid", network.ssid());
    members.put("apClients", network.apClients());
  }

  private void flash(Device.Storage storage) {
    members.put("flashTotal", storage.total());
    members.put("flashUsed", storage.used());
    members.put("flashFree", storage.free());
    members.put("flashPartition", storage.partition());
  }

  private long uptime() {
    long ms = at.device().uptimeMs();
    return format.uptime() == UptimeUnit.SECONDS ? ms / 1000 : ms;
  }

  private boolean hasGroups() {
    return format.variant() == Variant.ESP8266;
  }

  private List<Map<String, Object>> outputs() {
    Map<PartId, Integer> memberships = board.memberships();
    List<Map<String, Object>> outputs = new ArrayList<>();
    board
        .outputs()
        .forEach(
            (id, output) -> outputs.add(output(output, memberships.getOrDefault(id, NO_GROUP))));
    return outputs;
  }

  private Map<String, Object> output(Output output, int group) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("pin", output.pin());
    told.put("active", output.active());
    told.put("brightness", output.brightness());
    told.put("interval", output.blink());
    if (hasGroups()) {
      told.put("chasingGroup", group);
    }
    told.put("name", RailHubName.cut(output.name()));
    return told;
  }

  private List<Map<String, Object>> groups() {
    List<Map<String, Object>> groups = new ArrayList<>();
    board.groups().forEach((number, chase) -> groups.add(group(number, chase)));
    return groups;
  }

  private Map<String, Object> group(int number, Chase chase) {
    List<Integer> outputs = groupOutputs(chase.members().ids());
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("id", number);
    told.put("active", chase.running());
    told.put("name", RailHubName.cut(chase.name()));
    told.put("outputs", outputs);
    told.put("interval", chase.interval());
    told.put("currentStep", currentStep(chase));
    told.put("groupId", number);
    told.put("outputCount", outputs.size());
    return told;
  }

  private List<Integer> groupOutputs(List<PartId> outputs) {
    return format.groupOutputs() == GroupOutputs.INDICES
        ? board.places(outputs)
        : board.pins(outputs);
  }

  private int currentStep(Chase chase) {
    return chase.running()
        ? chase.members().ids().indexOf(Effects.member(chase, at.now().epochMs()))
        : 0;
  }
}
