import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ServingError } from '../../src/base/error.js';
import { encodeModel, GraphBuilder, type BuildAttribute } from '../../src/onnx/build.js';
import { externalPath } from '../../src/onnx/external.js';
import { schema } from '../../src/onnx/schema.js';
import { readSummary } from '../../src/onnx/signature.js';
import { MemorySource, Reading, Walker } from '../../src/onnx/wire.js';

const read = (bytes: Uint8Array) => readSummary(new MemorySource('bad.onnx', bytes));

function fault(bytes: Uint8Array): ServingError | null {
  try {
    read(bytes);
    return null;
  } catch (thrown) {
    // Anything but a load_failed fails the property by being thrown on.
    if (thrown instanceof ServingError && thrown.reason === 'load_failed') return thrown;
    throw thrown;
  }
}

const body = new GraphBuilder('body').node('Neg', ['x'], ['y']).output('y', 'FP32', ['n']);
const whole = encodeModel(
  new GraphBuilder('g').input('x', 'FP32', ['batch', 8]).output('y', 'FP32', ['batch', 2])
    .weight('w', 'FP32', [8, 2], new Float32Array(16)).weight('s', 'BYTES', [2], ['a', 'bc'])
    .externalWeight('e', 'FP32', [4], { location: 'w.bin', offset: 0, length: 16 })
    .node('MatMul', ['x', 'w'], ['y'], { body: { graph: body }, axis: { int: -1 } }),
  { metadata: { key: 'value' } },
);

describe('hostile bytes', () => {
  it('reads the model that the properties damage', () => {
    expect(fault(whole)).toBeNull();
  });

  it('answers any bytes with a summary or load_failed', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 512 }), (bytes) => {
      const error = fault(bytes);
      if (error !== null) expect(error.message).toMatch(/^bad\.onnx: /);
    }), { numRuns: 3000 });
  });

  it('answers every truncation with load_failed: the graph or its end is missing', () => {
    const model = schema.ModelProto.decode(whole);
    model.metadataProps = [];
    model.opsetImport = [];
    const bytes = schema.ModelProto.encode(model).finish();
    expect(fault(bytes)).toBeNull();
    for (let length = 0; length < bytes.length; length++) expect(fault(bytes.subarray(0, length))?.message).toMatch(/^bad\.onnx: /);
  });

  it('answers changed bytes with a summary or load_failed', () => {
    const change = fc.record({ at: fc.nat(whole.length - 1), to: fc.nat(255) });
    fc.assert(fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
      const bytes = whole.slice();
      for (const { at, to } of changes) bytes[at] = to;
      fault(bytes);
    }), { numRuns: 5000 });
  });

  it.each([
    ['nothing', [], 'the file is empty'],
    ['a length past the end', [0x3a, 0xff, 0xff, 0xff, 0xff, 0x0f], 'claims 4294967295 bytes, 0 are left'],
    ['a length of 2^63', [0x3a, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f], 'bytes, 0 are left'],
    ['a number without end', new Array<number>(20).fill(0xff), 'longer than ten bytes'],
    ['a field without number', [0x00, 0x01], 'no valid number'],
    ['a group', [0x0b, 0x0c], 'unknown wire type 3'],
    ['no graph', [0x08, 0x08], 'the file has no graph'],
    ['a graph that is a number', [0x38, 0x08], 'graph is not a message'],
  ])('names what is wrong with %s', (_name, bytes, text) => {
    expect(fault(Uint8Array.from(bytes))?.message).toContain(text);
  });

  it('gives up on more fields than a model can have', () => {
    const bytes = Uint8Array.from({ length: 2000 }, (_, at) => (at & 1 ? 1 : 8));
    const walker = new Walker(new Reading(new MemorySource('bad.onnx', bytes), 100), '', 0, bytes.length);
    const walk = () => {
      while (walker.next());
    };
    expect(walk).toThrow('bad.onnx: not a readable ONNX model: model at byte 200: the model has more than 100 fields');
  });

  it('recognises a pointer of Git LFS and says what to run', () => {
    const text = 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n';
    expect(fault(new TextEncoder().encode(text))?.message).toContain('git lfs pull');
  });

  it('stops at graphs nested too deep', () => {
    let graph = new GraphBuilder('leaf').node('Neg', [], ['y']);
    const wrap = (inner: BuildAttribute) => new GraphBuilder('g').node('If', [], ['y'], { then_branch: inner });
    for (let depth = 0; depth < 16; depth++) graph = wrap({ graph });
    expect(fault(encodeModel(graph))).toBeNull();
    expect(fault(encodeModel(wrap({ graph })))?.message).toContain('nested more than 16 deep');
  });

  it('stops at types nested too deep', () => {
    const field = (tag: number, inner: Uint8Array): Uint8Array => {
      const length = inner.length < 128 ? [inner.length] : [(inner.length & 127) | 128, inner.length >> 7];
      return Uint8Array.from([tag, ...length, ...inner]);
    };
    let type: Uint8Array = Uint8Array.from([]);
    for (let depth = 0; depth < 200; depth++) type = field(0x22, field(0x0a, type));
    const bytes = field(0x3a, field(0x5a, field(0x12, type)));
    expect(fault(bytes)?.message).toContain('max depth exceeded');
  });

  it('refuses names and metadata past their bounds', () => {
    const long = 'n'.repeat(70_000);
    expect(fault(encodeModel(new GraphBuilder('g').node(long, [], [])))?.message).toContain('more than the 65536 allowed');
    const metadata = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`k${at}`, 'v'.repeat(4_000_000)]));
    expect(fault(encodeModel(new GraphBuilder('g'), { metadata }))?.message).toContain('names and metadata take more than');
  });

  it('refuses two inputs of one name', () => {
    const graph = new GraphBuilder('g').input('x', 'FP32', [1]).input('x', 'FP32', [1]);
    expect(fault(encodeModel(graph))?.message).toContain('have one name');
  });
});

describe('names of external weight files', () => {
  it.each(['../w.bin', 'a/../../w.bin', '/etc/passwd', '', '.', '..', 'C:\\w', 'c:w', 'a\\b', 'w\0', 'w/', '*/_ORT_MEM_ADDR_/*'])(
    'refuses %j', (location) => {
      expect(externalPath(location)).toBeNull();
      const graph = new GraphBuilder('g').externalWeight('w', 'FP32', [1], { location, offset: 0, length: 4 });
      expect(fault(encodeModel(graph))?.message).toContain("no file within the model's folder");
    },
  );

  it('takes names within the folder, made plain', () => {
    expect(['w.bin', './w.bin', 'a/b/../w.bin', '..w'].map(externalPath)).toEqual(['w.bin', 'w.bin', 'a/w.bin', '..w']);
  });

  it('never leaves the folder', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('..', '.', 'a', '/', '', 'b')), (parts) => {
      const path = externalPath(parts.join('/'));
      if (path !== null) expect(path).not.toMatch(/^\/|(^|\/)\.\.(\/|$)/);
    }));
  });

  it('refuses offsets and lengths that are no numbers', () => {
    const graph = new GraphBuilder('g').externalWeight('w', 'FP32', [1], { location: 'w', offset: -1, length: Number.NaN });
    expect(fault(encodeModel(graph))?.message).toContain('no valid offset and length');
  });
});
