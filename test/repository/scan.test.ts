import { describe, expect, it } from 'vitest';
import { scan, scanModel, scanNames } from '../../src/repository/scan.js';
import { MemoryFiles } from './memory.js';

function shop(): MemoryFiles {
  const files = new MemoryFiles();
  files.put('/r/m/config.pbtxt');
  files.put('/r/m/labels.txt');
  files.put('/r/m/1/model.onnx', 100);
  files.put('/r/m/2/model.onnx', 200);
  files.put('/r/n/1/model.onnx/model.onnx', 10);
  files.put('/r/n/1/model.onnx/weights.bin', 1000);
  return files;
}

describe('a look', () => {
  it('sees models, versions and files', async () => {
    const { models, faults } = await scan(shop(), ['/r']);
    expect([...models.keys()]).toEqual(['m', 'n']);
    expect(faults.size).toBe(0);
    const m = models.get('m');
    expect(m?.configFiles).toEqual(['config.pbtxt']);
    expect(m?.files.map((file) => file.path)).toEqual(['config.pbtxt', 'labels.txt']);
    expect([...(m?.versions.keys() ?? [])]).toEqual([1, 2]);
    expect(models.get('n')?.versions.get(1)?.files.map((file) => file.path)).toEqual(['model.onnx/model.onnx', 'model.onnx/weights.bin']);
  });

  it('skips folders that are no versions, and hidden ones', async () => {
    const files = shop();
    for (const name of ['01', '0', 'abc', '1a', '-1', '99999999999999999', '.cache']) files.put(`/r/m/${name}/model.onnx`);
    files.put('/r/.git/1/model.onnx');
    files.put('/r/m/2/.model.onnx.part');
    const { models } = await scan(files, ['/r']);
    const m = models.get('m');
    expect([...(m?.versions.keys() ?? [])]).toEqual([1, 2]);
    expect(m?.skipped).toEqual(['-1', '0', '01', '1a', '99999999999999999', 'abc']);
    expect(models.has('.git')).toBe(false);
    expect(m?.versions.get(2)?.files).toHaveLength(1);
  });

  it('finds the same model in two roots unusable, and says where', async () => {
    const files = shop();
    files.put('/s/m/3/model.onnx');
    files.put('/s/o/1/model.onnx');
    const { models } = await scan(files, ['/r', '/s']);
    expect(models.get('m')?.fault).toBe("model 'm' appears in two or more repositories: /r/m, /s/m");
    expect(models.get('m')?.versions.size).toBe(0);
    expect(models.get('o')?.fault).toBe('');
    expect((await scanModel(files, ['/r', '/s'], 'm'))?.fault).toContain('two or more repositories');
  });

  it('takes the same root named twice as one', async () => {
    expect((await scan(shop(), ['/r', '/r'])).models.get('m')?.fault).toBe('');
  });

  it('keeps what cannot be read on the model or version it belongs to', async () => {
    const files = shop();
    files.unreadable.add('/r/m/2').add('/r/n');
    const { models } = await scan(files, ['/r', '/gone']);
    expect(models.get('m')?.versions.get(1)?.fault).toBe('');
    expect(models.get('m')?.versions.get(2)?.fault).toBe("unable to read folder '/r/m/2': EACCES");
    expect(models.get('n')?.fault).toBe("unable to read folder '/r/n': EACCES");
    expect((await scan(files, ['/gone'])).faults.get('/gone')).toBe("folder '/gone' does not exist");
  });

  it('changes the fingerprint of what changed and of nothing else', async () => {
    const files = shop();
    const before = (await scan(files, ['/r'])).models.get('m');
    files.put('/r/m/2/model.onnx', 200);
    const after = (await scan(files, ['/r'])).models.get('m');
    expect(after?.versions.get(1)?.fingerprint).toBe(before?.versions.get(1)?.fingerprint);
    expect(after?.versions.get(2)?.fingerprint).not.toBe(before?.versions.get(2)?.fingerprint);
    expect(after?.fingerprint).toBe(before?.fingerprint);
    files.put('/r/m/labels.txt');
    expect((await scan(files, ['/r'])).models.get('m')?.fingerprint).not.toBe(before?.fingerprint);
  });

  it('follows links, and notices when one points elsewhere', async () => {
    const files = shop();
    files.links.set('/r/m/3', '/r/m/1');
    const before = (await scan(files, ['/r'])).models.get('m')?.versions.get(3);
    expect(before?.files.map((file) => [file.path, file.bytes])).toEqual([['model.onnx', 100]]);
    files.nodes.set('/blob/model.onnx', files.nodes.get('/r/m/1/model.onnx') ?? { bytes: 0, mtimeNs: 0n });
    files.links.set('/r/m/3', '/blob');
    const after = (await scan(files, ['/r'])).models.get('m')?.versions.get(3);
    expect(after?.files).toEqual(before?.files);
    expect(after?.fingerprint).not.toBe(before?.fingerprint);
  });

  it('of one model refuses names that lead out of the repository', async () => {
    const files = shop();
    for (const name of ['../r/m', '..', '.', '', 'm/1', 'm\0', 'm\\1']) expect(await scanModel(files, ['/r'], name)).toBeNull();
    expect((await scanModel(files, ['/r'], 'm'))?.versions.size).toBe(2);
    expect(await scanNames(files, ['/r'])).toEqual(['m', 'n']);
  });

  it('takes odd names as they are', async () => {
    const files = shop();
    for (const name of ['größe', 'a b', '模型', "it's", '%2e%2e']) files.put(`/r/${name}/1/model.onnx`);
    expect([...(await scan(files, ['/r'])).models.keys()]).toHaveLength(7);
  });
});
