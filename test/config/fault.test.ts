import { expect, test } from 'vitest';
import { faultError } from '../../src/config/fault.js';

test('faults make one line of bearable length, however long what they quote is', () => {
  const error = faultError('load_failed', [
    { where: 'config.pbtxt:1:7', path: 'name', message: `\`${'a'.repeat(100_000)}\` is no name` },
    { where: '', path: '', message: 'and this' },
  ]);
  expect(error.message).toMatch(/^config\.pbtxt:1:7: name: `a{999}…; and this$/);
});
