package dev.signalbox.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * The short form of a fuzz test: the kept inputs of each of its targets, spoiled in random ways,
 * the same in every run.
 *
 * <p>A target is a method that takes an array of bytes; its inputs are the files in the resource
 * folder {@code <class>Inputs/<target>}, where Jazzer looks for them too.
 */
public final class SpoiledInputs {
  private static final String SYNTAX = "{}[]\",:;0-eE.=&%?/*\\ \t\r\n\u0000";
  private static final int MOST_SPOILINGS = 4;

  private SpoiledInputs() {}

  /**
   * Gives every target of {@code fuzzTest} that many inputs.
   *
   * @throws AssertionError with the input, in Base64, if a target throws anything
   */
  public static void feed(Object fuzzTest, int times) {
    for (Method target : targets(fuzzTest.getClass())) {
      List<byte[]> inputs = inputs(fuzzTest.getClass(), target.getName());
      RandomGenerator random = new Random(target.getName().hashCode());
      for (int i = 0; i < times; i++) {
        byte[] input = inputs.get(random.nextInt(inputs.size()));
        for (int left = random.nextInt(1, MOST_SPOILINGS + 1); left > 0; left--) {
          input = spoiled(input, inputs.get(random.nextInt(inputs.size())), random);
        }
        call(fuzzTest, target, input);
      }
    }
  }

  private static List<Method> targets(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> !method.isSynthetic())
        .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {byte[].class}))
        .filter(method -> method.getAnnotations().length > 0)
        .sorted(Comparator.comparing(Method::getName))
        .toList();
  }

  private static List<byte[]> inputs(Class<?> type, String target) {
    URL folder = type.getResource(type.getSimpleName() + "Inputs/" + target);
    try (Stream<Path> files =
        Files.list(Path.of(Objects.requireNonNull(folder, "no inputs: " + target).toURI()))) {
      return files.sorted().map(SpoiledInputs::bytes).toList();
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static byte[] spoiled(byte[] good, byte[] other, RandomGenerator random) {
    int at = random.nextInt(good.length + 1);
    int end = random.nextInt(at, Math.min(good.length, at + 8) + 1);
    return switch (random.nextInt(6)) {
      case 0 -> joined(good, at, new byte[] {(byte) random.nextInt()}, good, end);
      case 1 -> joined(good, at, new byte[] {syntax(random)}, good, Math.min(good.length, at + 1));
      case 2 -> joined(good, at, new byte[] {syntax(random)}, good, at);
      case 3 -> joined(good, at, Arrays.copyOfRange(good, at, end), good, at);
      case 4 -> joined(good, at, new byte[0], other, random.nextInt(other.length + 1));
      default -> Arrays.copyOf(good, at);
    };
  }

  private static byte syntax(RandomGenerator random) {
    return (byte) SYNTAX.charAt(random.nextInt(SYNTAX.length()));
  }

  /** The beginning of one, something between, and the end of another. */
  private static byte[] joined(byte[] first, int end, byte[] middle, byte[] last, int start) {
    byte[] all = Arrays.copyOf(first, end + middle.length + last.length - start);
    System.arraycopy(middle, 0, all, end, middle.length);
    System.arraycopy(last, start, all, end + middle.length, last.length - start);
    return all;
  }

  private static void call(Object fuzzTest, Method target, byte[] input) {
    try {
      target.setAccessible(true);
      target.invoke(fuzzTest, (Object) input);
    } catch (InvocationTargetException thrown) {
      String shown = Base64.getEncoder().encodeToString(input);
      throw new AssertionError(target.getName() + " of " + shown, thrown.getCause());
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
