/** Who wants to hear of what. A listener that throws does not keep the others from hearing. */
export class Listeners {
  #byName = new Map();

  add(name, listener) {
    const listeners = this.#byName.get(name) ?? new Set();
    this.#byName.set(name, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  tell(name, event) {
    for (const listener of this.#byName.get(name) ?? []) {
      try {
        listener(event);
      } catch (fault) {
        console.error(fault);
      }
    }
  }
}
