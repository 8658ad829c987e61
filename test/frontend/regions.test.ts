import { describe, expect, it } from 'vitest';
import { RegionMirror } from '../../src/frontend/regions.js';

const region = (id: number, name = 'r', byteSize = 100): { id: number; name: string; fd: number; offset: number; byteSize: number } => ({ id, name, fd: id + 10, offset: 8, byteSize });
const span = { region: 'r', byteOffset: 4, byteLength: 16 };

describe('RegionMirror', () => {
  it('refuses what is off, unknown, or out of bounds', () => {
    const mirror = new RegionMirror(() => undefined);
    expect(() => mirror.open(span)).toThrow("'--allow-client-shm=true'");
    mirror.update(true, [region(1)]);
    expect(() => mirror.open({ ...span, region: 's' })).toThrow("Unable to find shared memory region: 's'");
    expect(() => mirror.open({ ...span, byteOffset: 100 })).toThrow("Invalid offset for shared memory region: 'r'");
    expect(() => mirror.open({ ...span, byteLength: 97 })).toThrow("Invalid offset + byte size for shared memory region: 'r'");
    expect(mirror.open(span)).toEqual({ file: 11, position: 12, hold: 1 });
  });

  it('lets a region go when it is gone and its last user is done', () => {
    const freed: number[] = [];
    const mirror = new RegionMirror((id) => freed.push(id));
    mirror.update(true, [region(1), region(2, 's')]);
    const first = mirror.open(span);
    const second = mirror.open(span);
    mirror.update(true, []);
    expect(freed).toEqual([2]);
    expect(() => mirror.open(span)).toThrow('Unable to find');
    mirror.close(first.hold);
    expect(freed).toEqual([2]);
    mirror.close(second.hold);
    expect(freed).toEqual([2, 1]);
    expect(() => mirror.close(second.hold)).toThrow('more often');
  });

  it('tells two regions of one name apart while both are in use', () => {
    const freed: number[] = [];
    const mirror = new RegionMirror((id) => freed.push(id));
    mirror.update(true, [region(1)]);
    const old = mirror.open(span);
    mirror.update(true, [region(2)]);
    const young = mirror.open(span);
    expect([old.file, young.file]).toEqual([11, 12]);
    // The younger one ends first; the older one must stay open for its request.
    mirror.close(young.hold);
    expect(freed).toEqual([]);
    mirror.update(true, []);
    expect(freed).toEqual([2]);
    mirror.close(old.hold);
    expect(freed).toEqual([2, 1]);
  });
});
