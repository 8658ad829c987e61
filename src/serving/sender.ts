/** Reads what tells senders apart out of their requests: a header, a cookie, or a field of the body. */
import { cookieOf, pointerParts } from '../routing/arm.js';
import type { AssignBy } from '../routing/split.js';
import type { Caller } from './port.js';

export class SenderKey {
  /** Headers that it asks for. */
  readonly headers: readonly string[];
  private readonly parts: readonly string[];

  constructor(private readonly by: AssignBy) {
    this.headers = by.kind === 'header' ? [by.name] : by.kind === 'cookie' ? ['cookie'] : [];
    this.parts = by.kind === 'json' ? pointerParts(by.pointer) : [];
  }

  get readsBody(): boolean {
    return this.by.kind === 'json';
  }

  /** '' where the request has none. */
  of(caller: Caller): string {
    const { by } = this;
    switch (by.kind) {
      case 'header':
        return caller.header(by.name);
      case 'cookie':
        return cookieOf(caller.header('cookie'), by.name);
      case 'json':
        return caller.field(this.parts);
      case 'chance':
        return '';
    }
  }
}
