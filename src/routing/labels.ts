/**
 * Labels: names for versions. A label set by request moves only to a version that takes requests, and vanishes with
 * it; one declared in the config holds whenever its version serves; `stable` is the default version's unless it is
 * set or declared. Pure: a book is a value, and every move returns a new one.
 */
import { ServingError } from '../base/error.js';
import { defaultVersion } from './build.js';

export const STABLE = 'stable';

export interface LabelBook {
  readonly declared: ReadonlyMap<string, number>;
  readonly set: ReadonlyMap<string, number>;
}

export const EMPTY_BOOK: LabelBook = { declared: new Map(), set: new Map() };

const LABELS_MAX = 64;

/**
 * What holds now, for these versions that take requests.
 * @param stable the version that a rollout holds as the default; 0 for none
 */
export function effectiveLabels(book: LabelBook, serving: ReadonlySet<number>, stable = 0, held: readonly number[] = []): ReadonlyMap<string, number> {
  const labels = new Map<string, number>();
  const answering = defaultVersion(serving, stable, held);
  if (answering > 0) labels.set(STABLE, answering);
  for (const source of [book.declared, book.set]) {
    for (const [label, version] of source) if (serving.has(version)) labels.set(label, version);
  }
  return labels;
}

export interface LabelMove {
  readonly model: string;
  readonly label: string;
  /** Null takes the label off. */
  readonly version: number | null;
}

/** @throws ServingError when the label cannot be moved there; the book is as it was. */
export function moveLabel(book: LabelBook, move: LabelMove, serving: ReadonlySet<number>, known: ReadonlySet<number>): LabelBook {
  const { model, label, version } = move;
  if (!/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$/.test(label)) {
    throw new ServingError('invalid_argument', `label ${JSON.stringify(label)} of model '${model}' must be 1 to 64 letters, digits, dots, dashes or underscores and not begin with a dot or dash`);
  }
  const set = new Map(book.set);
  if (version === null) {
    if (!set.delete(label)) throw new ServingError('version_not_found', `model '${model}' has no label '${label}' that was set by request`);
    return { ...book, set };
  }
  if (!serving.has(version)) {
    if (known.has(version)) throw new ServingError('version_not_ready', `label '${label}' cannot move: version ${version} of model '${model}' is not at ready state`);
    throw new ServingError('version_not_found', `label '${label}' cannot move: model '${model}' has no version ${version}`);
  }
  set.set(label, version);
  if (set.size > LABELS_MAX) throw new ServingError('invalid_argument', `model '${model}' may have at most ${LABELS_MAX} labels; take one off first`);
  return { ...book, set };
}

/** Takes off the labels set on versions that are gone, and says which they were. */
export function dropGone(book: LabelBook, serving: ReadonlySet<number>): { readonly book: LabelBook; readonly gone: readonly string[] } {
  const gone = [...book.set].filter(([, version]) => !serving.has(version)).map(([label]) => label);
  if (gone.length === 0) return { book, gone };
  return { book: { ...book, set: new Map([...book.set].filter(([, version]) => serving.has(version))) }, gone };
}
