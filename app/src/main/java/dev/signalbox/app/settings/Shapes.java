package dev.signalbox.app.settings;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Makes shapes out of their keys and what takes the keys' values in the same order, so that the
 * compiler checks that they fit.
 */
public final class Shapes {
  private Shapes() {}

  /** Takes three values. */
  @FunctionalInterface
  public interface Make3<A, B, C, T> {
    T make(A a, B b, C c);
  }

  /** Takes four values. */
  @FunctionalInterface
  public interface Make4<A, B, C, D, T> {
    T make(A a, B b, C c, D d);
  }

  /** Takes five values. */
  @FunctionalInterface
  public interface Make5<A, B, C, D, E, T> {
    T make(A a, B b, C c, D d, E e);
  }

  /** Takes six values. */
  @FunctionalInterface
  public interface Make6<A, B, C, D, E, F, T> {
    T make(A a, B b, C c, D d, E e, F f);
  }

  /** Takes seven values. */
  @FunctionalInterface
  public interface Make7<A, B, C, D, E, F, G, T> {
    T make(A a, B b, C c, D d, E e, F f, G g);
  }

  /** Takes eight values. */
  @FunctionalInterface
  public interface Make8<A, B, C, D, E, F, G, H, T> {
    T make(A a, B b, C c, D d, E e, F f, G g, H h);
  }

  /** A mapping of one key. */
  public static <A, T> Shape<T> of(String what, Key<A> a, Function<A, T> make) {
    return new Shape<>(what, List.of(a), List.of(), v -> make.apply(v.of(a)));
  }

  /** A mapping of two keys. */
  public static <A, B, T> Shape<T> of(String what, Key<A> a, Key<B> b, BiFunction<A, B, T> make) {
    return new Shape<>(what, List.of(a, b), List.of(), v -> make.apply(v.of(a), v.of(b)));
  }

  /** A mapping of three keys. */
  public static <A, B, C, T> Shape<T> of(
      String what, Key<A> a, Key<B> b, Key<C> c, Make3<A, B, C, T> make) {
    return new Shape<>(
        what, List.of(a, b, c), List.of(), v -> make.make(v.of(a), v.of(b), v.of(c)));
  }

  /** A mapping of four keys. */
  public static <A, B, C, D, T> Shape<T> of(
      String what, Key<A> a, Key<B> b, Key<C> c, Key<D> d, Make4<A, B, C, D, T> make) {
    return new Shape<>(
        what, List.of(a, b, c, d), List.of(), v -> make.make(v.of(a), v.of(b), v.of(c), v.of(d)));
  }

  /** A mapping of five keys. */
  public static <A, B, C, D, E, T> Shape<T> of(
      String what, Key<A> a, Key<B> b, Key<C> c, Key<D> d, Key<E> e, Make5<A, B, C, D, E, T> make) {
    return new Shape<>(
        what,
        List.of(a, b, c, d, e),
        List.of(),
        v -> make.make(v.of(a), v.of(b), v.of(c), v.of(d), v.of(e)));
  }

  /** A mapping of six keys. */
  public static <A, B, C, D, E, F, T> Shape<T> of(
      String what,
      Key<A> a,
      Key<B> b,
      Key<C> c,
      Key<D> d,
      Key<E> e,
      Key<F> f,
      Make6<A, B, C, D, E, F, T> make) {
    return new Shape<>(
        what,
        List.of(a, b, c, d, e, f),
        List.of(),
        v -> make.make(v.of(a), v.of(b), v.of(c), v.of(d), v.of(e), v.of(f)));
  }

  /** A mapping of seven keys. */
  public static <A, B, C, D, E, F, G, T> Shape<T> of(
      String what,
      Key<A> a,
      Key<B> b,
      Key<C> c,
      Key<D> d,
      Key<E> e,
      Key<F> f,
      Key<G> g,
      Make7<A, B, C, D, E, F, G, T> make) {
    return new Shape<>(
        what,
        List.of(a, b, c, d, e, f, g),
        List.of(),
        v -> make.make(v.of(a), v.of(b), v.of(c), v.of(d), v.of(e), v.of(f), v.of(g)));
  }

  /** A mapping of eight keys. */
  public static <A, B, C, D, E, F, G, H, T> Shape<T> of(
      String what,
      Key<A> a,
      Key<B> b,
      Key<C> c,
      Key<D> d,
      Key<E> e,
      Key<F> f,
      Key<G> g,
      Key<H> h,
      Make8<A, B, C, D, E, F, G, H, T> make) {
    return new Shape<>(
        what,
        List.of(a, b, c, d, e, f, g, h),
        List.of(),
        v -> make.make(v.of(a), v.of(b), v.of(c), v.of(d), v.of(e), v.of(f), v.of(g), v.of(h)));
  }
}
