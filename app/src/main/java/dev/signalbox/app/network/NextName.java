package dev.signalbox.app.network;

import java.net.InetAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.jmdns.impl.NameRegister;

/**
 * Which name comes after one that is taken: {@code signalbox-2} after {@code signalbox}, and {@code
 * Club (2)} after {@code Club}, as the examples of RFC 6762 and RFC 6763 have it. Thread: any.
 */
final class NextName implements NameRegister {
  private static final Pattern HOST =
      Pattern.compile("(.*?)(?:-([2-9]|[1-9]\\d{1,3}))?(\\.local\\.)");
  private static final Pattern SERVICE =
      Pattern.compile("(.*?)(?: \\(([2-9]|[1-9]\\d{1,3})\\))?()");

  @Override
  public void register(InetAddress address, String name, NameType type) {
    // Names are kept by the network alone.
  }

  @Override
  public boolean checkName(InetAddress address, String name, NameType type) {
    return false;
  }

  @Override
  public String incrementName(InetAddress address, String name, NameType type) {
    return switch (type) {
      case HOST -> next(HOST.matcher(name), name, "-", "");
      case SERVICE -> next(SERVICE.matcher(name), name, " (", ")");
    };
  }

  private static String next(Matcher parts, String name, String before, String after) {
    if (!parts.matches()) {
      return name;
    }
    int number = parts.group(2) == null ? 2 : Integer.parseInt(parts.group(2)) + 1;
    return parts.group(1) + before + number + after + parts.group(3);
  }
}
