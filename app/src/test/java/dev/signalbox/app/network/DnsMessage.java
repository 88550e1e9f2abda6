package dev.signalbox.app.network;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A message of the domain name system (RFC 1035, section 4), as far as the tests need it.
 *
 * @param questions the names that are asked for
 * @param addresses the records of type A in it, in all sections
 */
record DnsMessage(boolean isResponse, List<String> questions, List<Address> addresses) {
  static final int TYPE_A = 1;
  private static final int HEADER = 12;
  private static final int POINTER = 0xc0;

  /**
   * @param ttl for how many seconds it holds; 0 takes it back
   */
  record Address(String name, long ttl, String address) {}

  static DnsMessage of(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    boolean isResponse = (in.getShort(2) & 0x8000) != 0;
    int questions = in.getShort(4);
    int records = in.getShort(6) + in.getShort(8) + in.getShort(10);
    in.position(HEADER);
    List<String> asked = new ArrayList<>();
    for (int i = 0; i < questions; i++) {
      asked.add(name(in));
      in.getInt();
    }
    List<Address> addresses = new ArrayList<>();
    for (int i = 0; i < records; i++) {
      String name = name(in);
      int type = in.getShort();
      in.getShort();
      long ttl = in.getInt();
      byte[] data = new byte[in.getShort()];
      in.get(data);
      if (type == TYPE_A) {
        addresses.add(new Address(name, ttl, address(data)));
      }
    }
    return new DnsMessage(isResponse, asked, addresses);
  }

  private static String address(byte[] data) {
    return "%d.%d.%d.%d".formatted(data[0] & 255, data[1] & 255, data[2] & 255, data[3] & 255);
  }

  /** The name that begins here; afterwards what follows it is next. */
  private static String name(ByteBuffer in) {
    StringBuilder name = new StringBuilder();
    int length = in.get() & 255;
    while (length != 0 && (length & POINTER) != POINTER) {
      byte[] label = new byte[length];
      in.get(label);
      name.append(new String(label, StandardCharsets.UTF_8)).append('.');
      length = in.get() & 255;
    }
    if (length != 0) {
      int target = ((length & ~POINTER) << 8) | (in.get() & 255);
      name.append(name(in.duplicate().position(target)));
    }
    return name.toString();
  }
}
