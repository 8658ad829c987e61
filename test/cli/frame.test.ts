import { describe, expect, it } from 'vitest';
import { Frame } from '../../src/cli/frame.js';

const look = { isTerminal: true, columns: 80, isColoured: false, isUnicode: false, nowMs: 0, utcOffsetMinutes: 0 };

function framed(size = { columns: 20, rows: 5 }) {
  const writes: string[] = [];
  return { writes, size, frame: new Frame((text) => void writes.push(text), () => size) };
}

describe('Frame', () => {
  it('is one write each, over the one before, with the cursor hidden until it is closed', () => {
    const { writes, frame } = framed();
    frame.draw(['one', 'two'], look);
    frame.draw(['three'], look);
    frame.close();
    frame.close();
    expect(writes).toEqual([
      '\u001b[?25lone\u001b[K\ntwo\u001b[K\n\u001b[J',
      '\r\u001b[2Athree\u001b[K\n\u001b[J',
      '\u001b[?25h',
    ]);
  });

  it('never wraps and never scrolls', () => {
    const { writes, frame } = framed();
    frame.draw(['x'.repeat(30), '2', '3', '4', '5', '6'], look);
    expect(writes[0]).toBe(`\u001b[?25l${'x'.repeat(17)}...\u001b[K\n2\u001b[K\n3\u001b[K\n4\u001b[K\n\u001b[J`);
  });

  it('begins anew when the width changes', () => {
    const { writes, size, frame } = framed();
    frame.draw(['one'], look);
    size.columns = 10;
    frame.draw(['one'], look);
    expect(writes[1]).toBe('\u001b[2J\u001b[Hone\u001b[K\n\u001b[J');
  });

  it('leaves a terminal alone on which nothing was drawn', () => {
    const { writes, frame } = framed();
    frame.close();
    expect(writes).toEqual([]);
  });
});
