package dev.signalbox.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Asks the C compiler of this machine what a C expression comes to. */
public final class CProgram {
  private static final long DEADLINE_SECONDS = 120;

  private CProgram() {}

  /**
   * The values of integer expressions. A test on a machine that can't compile them is skipped.
   *
   * @param headers what they need: {@code linux/gpio.h}
   */
  public static Map<String, Long> values(
      Path folder, List<String> headers, List<String> expressions)
      throws IOException, InterruptedException {
    String compiler = compiler();
    for (String header : headers) {
      assumeTrue(
          Files.exists(Path.of("/usr/include", header)), "skipped: there is no <" + header + ">");
    }
    Path source = Files.writeString(folder.resolve("values.c"), source(headers, expressions));
    Path program = folder.resolve("values");
    run(folder, compiler, "-o", program.toString(), source.toString());
    List<String> lines = run(folder, program.toString());
    assertEquals(expressions.size(), lines.size());
    Map<String, Long> values = new LinkedHashMap<>();
    for (int i = 0; i < expressions.size(); i++) {
      values.put(expressions.get(i), Long.parseLong(lines.get(i)));
    }
    return values;
  }

  private static String compiler() {
    Optional<String> found = Stream.of("cc", "gcc", "clang").filter(CProgram::isOnPath).findFirst();
    assumeTrue(found.isPresent(), "skipped: there is no C compiler");
    return found.orElseThrow();
  }

  private static boolean isOnPath(String command) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }

  private static String source(List<String> headers, List<String> expressions) {
    StringBuilder source = new StringBuilder("#include <stddef.h>\n#include <stdio.h>\n");
    headers.forEach(header -> source.append("#include <").append(header).append(">\n"));
    source.append("int main(void) {\n");
    expressions.forEach(expression ->
        source.append("  printf(\"%lld\\n\", (long long)(").append(expression).append("));\n"));
    return source.append("  return 0;\n}\n").toString();
  }

  private static List<String> run(Path folder, String... command)
      throws IOException, InterruptedException {
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertTrue(process.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS), () -> command[0] + " hangs");
    } finally {
      process.destroyForcibly();
    }
    List<String> lines = Files.readAllLines(output);
    assertEquals(0, process.exitValue(), () -> String.join("\n", lines));
    return lines;
  }
}
