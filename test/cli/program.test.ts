import { describe, expect, it } from 'vitest';
import { ServingError } from '../../src/base/error.js';
import type { CliPorts } from '../../src/cli/ports.js';
import { OPTION_NAMES, optionOf, variableOf } from '../../src/config/server.js';
import type { ModelSummary } from '../../src/config/summary.js';
import { runCommand, type Ran } from '../support/cli.js';

const FILES: Record<string, string> = {
  'batch.yaml': 'default-max-batch-size: 24\n',
  'models/d/1/model.onnx': '',
  'sluice.yaml': 'http-port: 9100\nhost: 127.0.0.1\n',
  'models/a/config.pbtxt': 'max_batch_size: 4\ninput { name: "x" data_type: TYPE_FP32 dims: 3 }\noutput { name: "y" data_type: TYPE_FP32 dims: 1 }\n',
  'models/a/2/model.onnx': '', 'models/a/10/model.onnx': '', 'models/a/11/other.onnx': '',
  'models/b/config.pbtxt': 'max_batch_size: many\nnome: "b"\n',
  'models/c/config.yaml': '{}', 'models/c/config.pbtxt': '',
};

const run = (argv: readonly string[], more: Partial<CliPorts> = {}): Promise<Ran> =>
  runCommand(argv, {
    read: (path) => FILES[path] ?? null,
    list: (folder) => {
      const inside = Object.keys(FILES).filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1).split('/')[0] ?? '');
      return inside.length > 0 ? [...new Set(inside)] : null;
    },
    ...more,
  });

describe('sluice', () => {
  it.each([[['serve', '--http-port', '9000']], [['--http-port', '9000']], [['--http-port=9000']]])('serves with %j', async (argv) => {
    const { code, served, err } = await run(argv);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(served).toHaveLength(1);
    expect(served[0]).toMatchObject({ httpPort: 9000, grpcPort: 8001 });
  });

  it('serves without any argument, and hands notes on', async () => {
    const { served, notes } = await run([], { env: { SLUICE_METRICS_PORT: 'tcp://10.0.0.1:1' } });
    expect(served).toHaveLength(1);
    expect(notes[0]).toContain('SLUICE_METRICS_PORT: ignored');
  });

  it('takes negative-looking and spaced values, repeated flags and switches through the command parser', async () => {
    const { served } = await run(['serve', '--model-repository', 'a b', '--strict-readiness', '--model-repository', 'c', '--no-allow-client-shm', '--access-log-sample', '.5']);
    expect(served[0]).toMatchObject({ modelRepository: ['a b', 'c'], strictReadiness: true, allowClientShm: false, accessLogSample: 0.5 });
  });

  it('ends with 2 and every fault for unusable options, and serves nothing', async () => {
    const { code, err, served } = await run(['--http-prot', '1', '--grpc-port', 'x', 'models']);
    expect(code).toBe(2);
    expect(served).toEqual([]);
    expect(err).toContain('the options have 3 faults');
    expect(err).toContain('did you mean `http-port`?');
    expect(err).toContain('--grpc-port: expected a port number');
    expect(err).toContain('models: unexpected argument');
  });

  it('ends with 1 for a fault while serving', async () => {
    const { code, err } = await run([], { serve: () => Promise.reject(new ServingError('internal', 'port 8000 is taken')) });
    expect(code).toBe(1);
    expect(err).toBe('sluice: port 8000 is taken\n');
  });

  it('prints its version and its help', async () => {
    expect(await run(['--version'])).toMatchObject({ code: 0, out: '1.2.3\n' });
    const top = await run(['--help']);
    expect(top.code).toBe(0);
    expect(top.out).toContain('serve');
    const { out, code, served } = await run(['serve', '--help']);
    expect({ code, served }).toEqual({ code: 0, served: [] });
    for (const name of OPTION_NAMES) {
      expect(out).toContain(`--${optionOf(name).flag}`);
      expect(out.replace(/\s+/g, ' ')).toContain(variableOf(optionOf(name).flag));
    }
    expect(out.indexOf('Models:')).toBeLessThan(out.indexOf('Logs:'));
  });

  it('ends with 2 for a command it does not have', async () => {
    expect((await run(['config', 'prnt'])).code).toBe(2);
  });
});

describe('sluice config print', () => {
  it('prints the effective options with their sources', async () => {
    const { out, code } = await run(['config', 'print', '--config', 'sluice.yaml', '--grpc-port', 'off'], { env: { SLUICE_HOST: '::1' } });
    expect(code).toBe(0);
    expect(out).toContain('http-port: 9100  # sluice.yaml:1:1');
    expect(out).toContain('host: ::1  # SLUICE_HOST');
    expect(out).toContain('grpc-port: off  # --grpc-port');
    expect(out).toContain('metrics-port: 8002  # default');
  });

  it('prints JSON', async () => {
    const { out } = await run(['config', 'print', '--json', '--max-request-bytes', '1MiB']);
    expect(JSON.parse(out)).toMatchObject({ 'max-request-bytes': { value: '1MiB', source: '--max-request-bytes' }, 'http-port': { value: 8000, source: 'default' } });
    const after = await run(['config', 'print', '--max-request-bytes', '1MiB', '--json']);
    expect(after.out).toBe(out);
  });

  it('tells a config file that is not there, beside the other faults', async () => {
    const { code, err } = await run(['config', 'print', '--config', 'none.yaml', '--host=']);
    expect(code).toBe(2);
    expect(err).toContain('config file none.yaml: there is no such file');
    expect(err).toContain('--host: needs a value');
  });
});

describe('sluice config check', () => {
  const summary: ModelSummary = {
    inputs: [{ name: 'x', datatype: 'FP32', dims: [-1, 3], rankKnown: true, isTensor: true }],
    outputs: [{ name: 'y', datatype: 'INT64', dims: [-1, 1], rankKnown: true, isTensor: true }],
  };

  it('prints the completed config', async () => {
    const { code, out, err } = await run(['config', 'check', 'models/a/']);
    expect(code).toBe(0);
    expect(out).toContain('name: "a"');
    expect(out).toContain('max_batch_size: 4');
    expect(err).toContain('no model file was read');
  });

  it('holds the config against the file of the highest version', async () => {
    const paths: string[] = [];
    const { code, err } = await run(['config', 'check', 'models/a'], {
      summarise: async (path) => {
        paths.push(path);
        return summary;
      },
    });
    expect(paths).toEqual(['models/a/10/model.onnx']);
    expect(code).toBe(1);
    expect(err).toBe('models/a/config.pbtxt:3:31: output[0].data_type: TYPE_FP32 is declared for `y`, but the model file has TYPE_INT64\n');
  });

  it('takes the default batch size from where the server takes it', async () => {
    const given = { summarise: async () => summary };
    const files = 'models/d';
    expect((await run(['config', 'check', files], given)).out).toContain('max_batch_size: 64');
    expect((await run(['config', 'check', files, '--default-max-batch-size', '32'], given)).out).toContain('max_batch_size: 32');
    expect((await run(['config', 'check', files], { ...given, env: { SLUICE_DEFAULT_MAX_BATCH_SIZE: '16' } })).out).toContain('max_batch_size: 16');
    expect((await run(['config', 'check', files, '--config', 'batch.yaml'], given)).out).toContain('max_batch_size: 24');
    const wrong = await run(['config', 'check', files, '--default-max-batch-size=many'], given);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('--default-max-batch-size: ')]);
    expect((await run(['config', 'check', '--help'])).out).toContain('--default-max-batch-size <N>');
  });

  it('tells all faults of a file, two files, no folder and an unreadable model', async () => {
    const broken = await run(['config', 'check', 'models/b']);
    expect(broken.code).toBe(1);
    expect(broken.err.split('\n')).toEqual([
      'models/b/config.pbtxt:1:17: max_batch_size: expected an integer, got `many`',
      'models/b/config.pbtxt:2:1: `ModelConfig` has no field `nome`; did you mean `name`?',
      '',
    ]);
    expect((await run(['config', 'check', 'models/c'])).err).toContain('one config file');
    expect((await run(['config', 'check', 'models/z'])).err).toContain('models/z: there is no such folder');
    const unreadable = await run(['config', 'check', 'models/a'], { summarise: () => Promise.reject(new ServingError('load_failed', 'truncated')) });
    expect(unreadable.err).toBe('models/a/10/model.onnx: truncated\n');
  });
});
