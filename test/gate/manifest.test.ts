import { describe, expect, it } from 'vitest';
import { manifestFaults, parseManifest, renderManifest, type ManifestFile } from '../../src/gate/manifest.js';

const file = (path: string, bytes = 3, fill = 'a'): ManifestFile => ({ path, bytes, sha256: fill.repeat(64) });

describe('a manifest', () => {
  it('is read back as it was written, sorted', () => {
    expect(parseManifest(renderManifest([file('z'), file('a/b')]))).toEqual({ manifest: { manifest: 1, files: [file('a/b'), file('z')] } });
  });

  it('names every file that is missing, changed or too many', () => {
    const manifest = { manifest: 1 as const, files: [file('a'), file('b'), file('c'), file('d')] };
    expect(manifestFaults(manifest, [file('a'), file('b', 4), file('c', 3, 'b'), file('e')])).toEqual([
      "'b' has 4 bytes, 3 were published", "'c' has other content than was published", "'d' is missing", "'e' was not published",
    ]);
    expect(manifestFaults(manifest, manifest.files)).toEqual([]);
  });

  it('is refused when it is none', () => {
    expect(parseManifest('{')).toMatchObject({ faults: [expect.stringContaining('is no JSON')] });
    expect(parseManifest('{"manifest": 2, "files": [{"path": "a", "bytes": -1, "sha256": "x"}]}')).toMatchObject({ faults: expect.arrayContaining([expect.stringContaining('files.0.sha256: expected 64 hexadecimal digits')]) });
  });
});
