import { describe, expect, it } from 'vitest';
import { Watch, type ControlMode } from '../../src/repository/watch.js';
import { Overrides } from '../../src/repository/override.js';
import { MemoryFiles } from './memory.js';

function watching(mode: ControlMode = 'poll', loadModels: readonly string[] = []) {
  const files = new MemoryFiles();
  files.put('/r/m/1/model.onnx', 100);
  files.put('/r/n/1/model.onnx', 100);
  return { files, watch: new Watch(files, { roots: ['/r', '/s'], mode, loadModels }) };
}

describe('complete', () => {
  it('is what two looks in a row see the same', async () => {
    const { files, watch } = watching();
    const first = await watch.look();
    expect([...(first.models.get('m')?.complete ?? [])]).toEqual([]);
    expect(first.models.get('m')?.still).toBe(false);
    files.put('/r/m/2/model.onnx', 5);
    const second = await watch.look();
    expect([...(second.models.get('m')?.complete ?? [])]).toEqual([1]);
    files.put('/r/m/2/model.onnx', 10);
    expect([...((await watch.look()).models.get('m')?.complete ?? [])]).toEqual([1]);
    const last = await watch.look();
    expect([...(last.models.get('m')?.complete ?? [])]).toEqual([1, 2]);
    expect(last.models.get('m')?.still).toBe(true);
  });

  it('notices a config that is being written', async () => {
    const { files, watch } = watching();
    await watch.look();
    files.put('/r/m/config.pbtxt');
    expect((await watch.look()).models.get('m')?.still).toBe(false);
    expect((await watch.look()).models.get('m')?.still).toBe(true);
  });

  it('is everything when somebody asks for one model', async () => {
    const { watch } = watching('explicit');
    expect([...((await watch.lookAt('m'))?.complete ?? [])]).toEqual([1]);
    expect(await watch.lookAt('nobody')).toBeNull();
  });
});

describe('control modes', () => {
  it.each([
    ['poll', [], ['m', 'n']], ['none', [], ['m', 'n']], ['explicit', [], []], ['explicit', ['m'], ['m']], ['explicit', ['*'], ['m', 'n']], ['explicit', ['x', 'n'], ['n']],
  ] as const)('%s with %j wants %j', async (mode, loadModels, wanted) => {
    const { watch } = watching(mode, loadModels);
    const sighting = await watch.look();
    expect([...sighting.models.keys()]).toEqual(wanted);
    expect(watch.missing(sighting)).toEqual(loadModels.filter((name) => name === 'x'));
    expect(sighting.names).toEqual(['m', 'n']);
  });
});

it('models of a root that cannot be read stay as they were', async () => {
  const { files, watch } = watching();
  await watch.look();
  files.unreadable.add('/r');
  const sighting = await watch.look();
  expect([...sighting.models.keys()]).toEqual(['m', 'n']);
  expect(sighting.faults.get('/r')).toContain('EACCES');
  files.unreadable.clear();
  await files.remove('/r/m');
  expect([...(await watch.look()).models.keys()]).toEqual(['n']);
});

describe('overrides', () => {
  const bytes = new Uint8Array(3);

  it('hold until the config on disk becomes newer', async () => {
    const { files, watch } = watching('explicit');
    files.put('/r/m/config.pbtxt');
    const overrides = new Overrides(files, '/tmp/own');
    const folder = async () => (await watch.lookAt('m'))?.folder ?? null;
    overrides.keep('m', await overrides.stage('m', '{"a":1}', new Map(), await folder()));
    expect(overrides.current('m', await folder())?.config).toBe('{"a":1}');
    files.put('/r/m/1/model.onnx');
    expect(overrides.current('m', await folder())?.config).toBe('{"a":1}');
    files.put('/r/m/config.pbtxt');
    expect(overrides.current('m', await folder())).toBeNull();
  });

  it('put files into a private folder, and clean up when no copy uses them', async () => {
    const { files } = watching('explicit');
    const overrides = new Overrides(files, '/tmp/own');
    const first = await overrides.stage('m', '{}', new Map([['1/model.onnx', bytes]]), null);
    overrides.keep('m', first);
    expect([...((await overrides.folder('m', first, null))?.versions.keys() ?? [])]).toEqual([1]);
    overrides.keep('m', await overrides.stage('m', '{}', new Map([['2/model.onnx', bytes]]), null));
    await overrides.sweep('m', () => true);
    expect(files.nodes.has('/tmp/own/1/1/model.onnx')).toBe(true);
    await overrides.sweep('m', () => false);
    expect([...files.nodes.keys()].filter((path) => path.startsWith('/tmp'))).toEqual(['/tmp/own/2/2/model.onnx']);
    await overrides.clear();
    expect([...files.nodes.keys()].filter((path) => path.startsWith('/tmp'))).toEqual([]);
  });

  it.each(['../x', '/etc/passwd', '1/../../x', '1\\x', '', '1//x'])('refuse the path %j and leave nothing behind', async (path) => {
    const { files } = watching('explicit');
    const overrides = new Overrides(files, '/tmp/own');
    const before = [...files.nodes.keys()];
    await expect(overrides.stage('m', '{}', new Map([['1/model.onnx', bytes], [path, bytes]]), null)).rejects.toThrow("failed to load 'm'");
    expect([...files.nodes.keys()]).toEqual(before);
  });
});
