import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { posix } from 'node:path';
import { fingerprintOf } from '../../src/repository/fingerprint.js';
import { nameFault, pathFault, versionOf } from '../../src/repository/layout.js';
import { wantedVersions } from '../../src/repository/version.js';

describe('version policy', () => {
  it.each([
    [{ kind: 'latest', count: 1 }, [3, 1, 2], [3]],
    [{ kind: 'latest', count: 2 }, [3, 1, 2], [2, 3]],
    [{ kind: 'latest', count: 0 }, [3, 1, 2], [3]],
    [{ kind: 'latest', count: 9 }, [3, 1], [1, 3]],
    [{ kind: 'latest', count: 1 }, [], []],
    [{ kind: 'latest', count: 1 }, [9, 10], [10]],
    [{ kind: 'all' }, [3, 1, 3], [1, 3]],
    [{ kind: 'specific', versions: [1, 7] }, [3, 1, 2], [1]],
  ] as const)('%j of %j is %j', (policy, present, wanted) => {
    expect(wantedVersions(policy, present)).toEqual(wanted);
  });
});

describe('layout', () => {
  it.each([['1', 1], ['42', 42], ['0', null], ['01', null], ['1.0', null], ['+1', null], [' 1', null], ['1e3', null], ['', null], ['999999999999999', 999999999999999]])(
    'reads version folder %j as %j',
    (name, version) => expect(versionOf(name)).toBe(version),
  );

  it('takes no path that leaves its folder', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('..', '.', '', 'a', '1', 'model.onnx', '\\', '\0', 'C:'), { maxLength: 5 }), (parts) => {
        const path = parts.join('/');
        const resolved = posix.normalize(posix.join('/folder', path));
        if (pathFault(path) === null) expect(resolved).toBe(`/folder/${path}`);
        if (!resolved.startsWith('/folder/')) expect(pathFault(path)).not.toBeNull();
      }),
    );
    for (const path of ['../x', '/etc/passwd', '1/../../x', '1//x', './x', 'a\\..\\b', 'C:/x']) expect(pathFault(path)).not.toBeNull();
    for (const path of ['1/model.onnx', 'labels.txt', '1/a/b..c']) expect(pathFault(path)).toBeNull();
  });

  it('takes no model name with a separator, a control character or a leading dot', () => {
    for (const name of ['', '.', '..', '.x', 'a/b', 'a\\b', 'a\nb', 'a\0', 'a\ufffd', 'x'.repeat(256)]) expect(nameFault(name)).not.toBeNull();
    for (const name of ['m', 'a.b', 'größe', 'a b']) expect(nameFault(name)).toBeNull();
  });
});

it('fingerprints do not depend on the order of files, and depend on everything else', () => {
  const file = fc.record({ path: fc.string(), bytes: fc.nat(), mtimeNs: fc.bigInt({ min: 0n, max: 1n << 62n }), target: fc.string() });
  const files = fc.uniqueArray(file, { selector: (one) => one.path, minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(files, (seen) => {
      expect(fingerprintOf([...seen].reverse())).toBe(fingerprintOf(seen));
      const [first, ...rest] = seen;
      if (!first) return;
      for (const other of [
        { ...first, path: `${first.path}x` }, { ...first, bytes: first.bytes + 1 },
        { ...first, mtimeNs: first.mtimeNs + 1n }, { ...first, target: `${first.target}x` },
      ]) {
        if (!rest.some((one) => one.path === other.path)) expect(fingerprintOf([other, ...rest])).not.toBe(fingerprintOf(seen));
      }
      expect(fingerprintOf(rest)).not.toBe(fingerprintOf(seen));
    }),
  );
});
