/** The same answers, each made once for as long as what it is made from is there. */
export function onceFor<Key extends object, Made extends NonNullable<unknown>>(
  make: (key: Key) => Made,
): (key: Key) => Made {
  const before = new WeakMap<Key, Made>();
  return (key) => {
    const kept = before.get(key);
    if (kept !== undefined) return kept;
    const made = make(key);
    before.set(key, made);
    return made;
  };
}
