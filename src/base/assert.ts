/**
 * Assertions mark our own bugs. A failed one ends the thread it happens in; its host deals with the rest.
 * Operating faults (bad input, missing files, full queues) are ServingErrors, never assertions.
 */
export class AssertionFault extends Error {
  override readonly name = 'AssertionFault';
}

export function assert(condition: unknown, message = 'assertion failed'): asserts condition {
  if (!condition) throw new AssertionFault(message);
}

/** Ends an exhaustive switch; reaching it means a member was added to a union and not handled. */
export function unreachable(value: never): never {
  throw new AssertionFault(`unreachable: ${JSON.stringify(value)}`);
}
