package dev.signalbox.acceptance;

import dev.signalbox.testkit.SimChip;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Programs that hold lines of chips beside the hub: Perl's, which is on every Debian, and knows the
 * kernel's calls by their numbers (linux/gpio.h and asm/unistd_64.h of Linux).
 */
final class LineHolder {
  /** GPIO_V2_GET_LINE for one line as an input. */
  private static final String TAKE =
      """
      my ($chip, $line, $user) = @ARGV;
      open(my $device, "+<", $chip) or die "$chip: $!";
      my $request = pack("L x252 a32 Q x264 L L x20 l", $line, $user, 4, 1, 0, -1);
      ioctl($device, 0xc250b407, $request) or die "$chip $line: $!";
      $| = 1;
      print "taken\\n";
      <STDIN>;
      """;

  /** pidfd_open and pidfd_getfd for each request that the program has. */
  private static final String SHARE =
      """
      my ($pid) = @ARGV;
      my $process = syscall(434, $pid + 0, 0);
      my $count = 0;
      for my $link (glob("/proc/$pid/fd/*")) {
        next unless (readlink($link) // "") eq "anon_inode:gpio-line";
        my ($fd) = $link =~ /(\\d+)$/;
        die "$link: $!" if syscall(438, $process, $fd + 0, 0) < 0;
        $count++;
      }
      $| = 1;
      print "shares $count\\n";
      <STDIN>;
      """;

  private LineHolder() {}

  /** Takes a line under a name, and says {@code taken}. */
  static Script taking(SimChip chip, int line, String user) throws IOException {
    return perl(TAKE, chip.path(), String.valueOf(line), user);
  }

  /**
   * Shares all lines that a hub has, so that they stay as that one leaves them; says {@code shares}
   * and how many requests these are.
   */
  static Script sharing(HubProcess hub) throws IOException {
    return perl(SHARE, String.valueOf(hub.pid()));
  }

  private static Script perl(String program, String... arguments) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of("perl", "-e", program)));
    builder.command().addAll(List.of(arguments));
    return Script.start(builder);
  }
}
