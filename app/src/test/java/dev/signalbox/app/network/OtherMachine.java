package dev.signalbox.app.network;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.MulticastSocket;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Somebody else who speaks multicast DNS on the loopback interface, as RFC 1035 and RFC 6762 write
 * it: asks for addresses, and defends names. It knows nothing of the library under test.
 */
final class OtherMachine implements AutoCloseable {
  private static final InetSocketAddress GROUP = new InetSocketAddress("224.0.0.251", 5353);
  private static final int CLASS_IN = 1;
  private static final int FLUSH = 0x8000;
  private static final int RESPONSE = 0x8400;
  private static final int PATIENCE_S = 60;

  private final MulticastSocket socket;
  private final BlockingQueue<byte[]> heard = new LinkedBlockingQueue<>();
  private volatile String claimed = "";
  private volatile byte[] defence = {};

  OtherMachine() throws IOException {
    NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
    socket = new MulticastSocket(5353);
    socket.setOption(StandardSocketOptions.IP_MULTICAST_IF, loopback);
    socket.joinGroup(GROUP, loopback);
    socket.setSoTimeout(200);
    Thread.ofPlatform().daemon().name("other-machine").start(this::listen);
  }

  /** Lets others work for a moment. */
  static void breathe() throws InterruptedException {
    new LinkedBlockingQueue<String>().poll(50, TimeUnit.MILLISECONDS);
  }

  private void listen() {
    byte[] buffer = new byte[9_000];
    while (!socket.isClosed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.receive(packet);
        byte[] message = Arrays.copyOf(packet.getData(), packet.getLength());
        heard.add(message);
        DnsMessage asked = DnsMessage.of(message);
        if (!asked.isResponse() && asked.questions().contains(claimed)) {
          send(defence);
        }
      } catch (SocketTimeoutException _) {
        // Look whether it is over.
      } catch (SocketException _) {
        return;
      } catch (IOException broken) {
        throw new AssertionError(broken);
      }
    }
  }

  /** From now on this machine has that name, and says so when somebody asks for it. */
  void claim(String name, String address) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(header(RESPONSE, 0, 1, 0));
    out.write(record(name, CLASS_IN | FLUSH, address));
    defence = out.toByteArray();
    claimed = name + ".local.";
  }

  /** Says to have that name without being asked. */
  void announce(String name, String address) throws IOException {
    claim(name, address);
    send(defence);
  }

  /** Asks whether it can have that name, three times as everybody does who wants one. */
  void probe(String name, String address) throws IOException, InterruptedException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(header(0, 1, 0, 1));
    out.write(encoded(name));
    out.write(ByteBuffer.allocate(4).putShort((short) 255).putShort((short) CLASS_IN).array());
    out.write(record(name, CLASS_IN, address));
    for (int i = 0; i < 3; i++) {
      heard.clear();
      send(out.toByteArray());
      hear(name, false, Duration.ofSeconds(1));
    }
  }

  private static byte[] record(String name, int recordClass, String address) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(encoded(name));
    out.write(
        ByteBuffer.allocate(10)
            .putShort((short) DnsMessage.TYPE_A)
            .putShort((short) recordClass)
            .putInt(120)
            .putShort((short) 4)
            .array());
    out.write(InetAddress.ofLiteral(address).getAddress());
    return out.toByteArray();
  }

  /** Asks until somebody says which address the name has. */
  String addressOf(String name) throws IOException, InterruptedException {
    for (int i = 0; i < PATIENCE_S; i++) {
      heard.clear();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(header(0, 1, 0, 0));
      out.write(encoded(name));
      out.write(
          ByteBuffer.allocate(4)
              .putShort((short) DnsMessage.TYPE_A)
              .putShort((short) CLASS_IN)
              .array());
      send(out.toByteArray());
      Optional<DnsMessage.Address> answer = hear(name, false, Duration.ofSeconds(1));
      if (answer.isPresent()) {
        return answer.get().address();
      }
    }
    throw new AssertionError("nobody knows " + name);
  }

  /** Whether somebody takes the name back. */
  boolean hearsFarewellOf(String name) throws InterruptedException {
    return hear(name, true, Duration.ofSeconds(PATIENCE_S)).isPresent();
  }

  /** What somebody says of a name, or takes back of it. */
  private Optional<DnsMessage.Address> hear(String name, boolean farewell, Duration patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end) {
      byte[] message = heard.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      Optional<DnsMessage.Address> found =
          Stream.ofNullable(message)
              .map(DnsMessage::of)
              .filter(DnsMessage::isResponse)
              .flatMap(each -> each.addresses().stream())
              .filter(each -> each.name().equals(name + ".local."))
              .filter(each -> farewell == (each.ttl() == 0))
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static byte[] header(int flags, int questions, int answers, int authorities) {
    return ByteBuffer.allocate(12)
        .putShort((short) 0)
        .putShort((short) flags)
        .putShort((short) questions)
        .putShort((short) answers)
        .putShort((short) authorities)
        .array();
  }

  /** The labels of a name below {@code local}. */
  private static byte[] encoded(String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String label : (name + ".local").split("\\.", -1)) {
      byte[] bytes = label.getBytes(StandardCharsets.UTF_8);
      out.write(bytes.length);
      out.writeBytes(bytes);
    }
    out.write(0);
    return out.toByteArray();
  }

  private void send(byte[] message) throws IOException {
    socket.send(new DatagramPacket(message, message.length, GROUP));
  }

  @Override
  public void close() {
    socket.close();
  }
}
