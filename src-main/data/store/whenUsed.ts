/**
 * Made at the first use and kept. For statements that name an index: while a file of records is being loaded, some indexes are not there, and
 * a statement that names a missing one cannot even be prepared.
 */
export function whenUsed<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
