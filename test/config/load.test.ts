import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printYaml } from '../../src/config/document.js';
import { formatFault } from '../../src/config/fault.js';
import { scanFlags } from '../../src/config/flags.js';
import { configPathOf, loadServerOptions, printableOptions } from '../../src/config/load.js';
import type { LoadedOptions } from '../../src/config/load.js';
import { OPTION_NAMES, frontEndsByCores, optionOf, variableOf } from '../../src/config/server.js';

interface Given {
  argv?: string[];
  env?: Record<string, string>;
  file?: string;
}

function load({ argv = [], env = {}, file }: Given, cores = 2) {
  return loadServerOptions({ flags: scanFlags(argv), env, file: file === undefined ? null : { path: 'sluice.yaml', text: file } }, { cores });
}

function ok(given: Given): LoadedOptions {
  const outcome = load(given);
  return outcome.kind === 'ok' ? outcome.value : expect.fail(outcome.faults.map(formatFault).join('\n'));
}

function faults(given: Given): string[] {
  const outcome = load(given);
  return outcome.kind === 'faults' ? outcome.faults.map(formatFault) : [];
}

describe('server options', () => {
  it('have the defaults of the public contract', () => {
    expect(ok({}).options).toEqual({
      modelRepository: ['models'], modelControlMode: 'poll', loadModel: [], repositoryPollSecs: 1, defaultMaxBatchSize: 64,
      transitionPolicy: 'availability-preserving', modelLoadRetries: 0, modelLoadConcurrency: 4, strictReadiness: false, stateDir: '.sluice',
      host: '0.0.0.0', httpPort: 8000, grpcPort: 8001, metricsPort: 8002, httpDriver: 'auto', allowClientShm: false, publicUrl: '', notifyUrl: [], notifySecretEnv: '',
      device: 'auto', frontEnds: 1, watchUs: 400, memoryBudget: {}, instanceRestarts: 5, instanceRestartWindowMs: 60_000,
      maxRequestBytes: 64 * 2 ** 20, requestMemoryBytes: 256 * 2 ** 20, outputMemoryBytes: 64 * 2 ** 20, maxRequestsInFlight: 8192,
      answerMemoryBytes: 256 * 2 ** 20, answerTimeoutMs: 30_000,
      defaultTimeoutMs: 60_000, defaultMaxQueueSize: 4096, drainGraceMs: 0, drainTimeoutMs: 30_000, hangTimeoutMs: 10_000,
      logLevel: 'info', logFormat: 'auto', accessLogSample: 0,
    });
    expect([1, 2, 3, 4, 64].map(frontEndsByCores)).toEqual([1, 1, 2, 3, 4]);
  });

  it('are frozen, with what they hold', () => {
    const { options } = ok({ argv: ['--memory-budget', 'cpu=1GiB'] });
    expect([options, options.modelRepository, options.memoryBudget].every((value) => Object.isFrozen(value))).toBe(true);
  });

  it('take every spelling of a value', () => {
    const argv = ['--http-port=off', '--grpc-port', '0', '--allow-client-shm', '--no-strict-readiness', '--model-repository', 'a', '--model-repository=b', '--max-request-bytes', '1.5MiB', '--device', 'cuda:1'];
    const env = { SLUICE_MEMORY_BUDGET: 'cpu=4GiB, cuda:0=20GiB', SLUICE_LOAD_MODEL: 'x, y', SLUICE_MODEL_CONTROL_MODE: 'explicit', SLUICE_HOST: '' };
    const file = 'request_memory_bytes: 67108864\nmetrics-port: off\nlog-level: debug\naccess-log-sample: 0.5\n';
    expect(ok({ argv, env, file }).options).toMatchObject({
      httpPort: 'off', grpcPort: 0, allowClientShm: true, strictReadiness: false, modelRepository: ['a', 'b'], maxRequestBytes: 1572864,
      device: 'cuda:1', memoryBudget: { cpu: 4 * 2 ** 30, 'cuda:0': 20 * 2 ** 30 }, loadModel: ['x', 'y'], host: '0.0.0.0',
      requestMemoryBytes: 67108864, metricsPort: 'off', logLevel: 'debug', accessLogSample: 0.5,
    });
  });

  it('report every fault at once, each with its source', () => {
    const found = faults({
      argv: ['--http-prot', '9000', '--grpc-port', '70000', '--host', '--exit-timeout-secs=3', 'models', '--strict-readiness=maybe'],
      env: { SLUICE_HTPP_PORT: '1', SLUICE_LOG_LEVEL: 'verbose', SLUICE_DEVICE: 'gpu', OTHER: 'x' },
      file: 'http-port: 8000\nfront-endz: 2\nmax-request-bytes: 64 apples\nlog_format: 1\n',
    });
    expect(found).toEqual([
      '--http-prot: no such option; did you mean `http-port`?',
      '--host: needs a value',
      '--exit-timeout-secs: no such option; it is called `drain-timeout-ms` here',
      'models: unexpected argument; options are written `--name value`',
      'SLUICE_HTPP_PORT: no option has this variable; did you mean `SLUICE_HTTP_PORT`?',
      'sluice.yaml:2:1: front-endz: no such option; did you mean `front-ends`?',
      '--strict-readiness: expected `true` or `false`, got "maybe"',
      '--grpc-port: must be at most 65535, got 70000',
      'SLUICE_DEVICE: expected `auto`, `cpu`, `cuda` or `cuda:N`, got "gpu"',
      'sluice.yaml:3:1 (max-request-bytes): expected a number of bytes, or a number with KiB, MiB or GiB, got "64 apples"',
      expect.stringMatching(/^SLUICE_LOG_LEVEL: expected one of .*got "verbose"/),
      expect.stringMatching(/^sluice.yaml:4:1 \(log_format\): expected one of `auto`, `json`, `pretty`, got 1$/),
    ]);
  });

  it('refuse values that make no sense together', () => {
    expect(faults({ argv: ['--load-model', 'x'] })[0]).toContain('needs `--model-control-mode explicit`');
    expect(faults({ argv: ['--http-port', 'off', '--grpc-port', 'off'] })[0]).toContain('nothing to serve');
    expect(faults({ argv: ['--http-port', '8001'] })).toEqual(['--grpc-port: port 8001 is taken by `--http-port`']);
    expect(faults({ argv: ['--max-request-bytes', '512MiB'] })[0]).toContain('--request-memory-bytes');
    expect(faults({ argv: ['--model-repository', 'a', '--model-repository', 'a'] })[0]).toContain('given twice');
    expect(faults({ argv: ['--grpc-port', '0', '--http-port', '0'] })).toEqual([]);
    expect(faults({ argv: ['--notify-secret-env', 'S'] })[0]).toContain('there is none');
    expect(faults({ argv: ['--notify-secret-env', 'S', '--notify-url', 'https://a.test/x', '--notify-url', 'http://b:1'] })).toEqual([]);
  });

  it.each(['ftp://a.test', 'a.test/hook', 'https://ann:secret@a.test', 'https://', 'https://a.test/x y', 'http://hooks:99999/x', 'http://[x', 'https://ex%ample/'])('refuse %s as a webhook', (url) => {
    expect(faults({ argv: ['--notify-url', url] })).toEqual([expect.stringContaining('expected an http or https URL without user and password')]);
    expect(faults({ argv: ['--public-url', url] })).toHaveLength(1);
  });

  it('tell broken files by line and column', () => {
    expect(faults({ file: 'http-port: [1\n' })[0]).toMatch(/^sluice.yaml:2:1: /);
    expect(faults({ file: '- a\n' })).toEqual(['sluice.yaml:1:1: expected fields as `name: value`']);
    expect(faults({ file: 'http-port: 1\nhttp-port: 2\n' })[0]).toMatch(/^sluice.yaml:2:1: .*unique/);
    expect(faults({ file: 'http-port: 1\nhttp_port: 2\n' })[0]).toContain('given twice');
    expect(faults({ file: 'host: \n' })[0]).toMatch(/^sluice.yaml:1:1 \(host\): expected text, got null/);
    expect(faults({ file: '' })).toEqual([]);
  });

  it('leaves the variable of client commands to them', () => {
    expect(load({ env: { SLUICE_SERVER: 'gpu-1:8000' } }).kind).toBe('ok');
  });

  it('leave the service links of Kubernetes alone, also where they hit a name', () => {
    const env = { SLUICE_METRICS_PORT: 'tcp://10.0.0.1:8002', SLUICE_METRICS_PORT_8002_TCP_ADDR: '10.0.0.1', SLUICE_SERVICE_HOST: '10.0.0.1', SLUICE_PORT: 'tcp://10.0.0.1:80' };
    const outcome = load({ env });
    expect(outcome.kind === 'ok' && outcome.value.options.metricsPort).toBe(8002);
    expect(outcome.kind === 'ok' && outcome.notes.map((note) => note.where)).toEqual(['SLUICE_METRICS_PORT']);
  });

  it('find the config file by flag before variable', () => {
    expect(configPathOf(scanFlags(['--config', 'a']), { SLUICE_CONFIG: 'b' })).toBe('a');
    expect(configPathOf(scanFlags([]), { SLUICE_CONFIG: 'b' })).toBe('b');
    expect(configPathOf(scanFlags([]), {})).toBeNull();
  });

  it('follow flag, variable, file, default in this order, and name the source', () => {
    const names = ['httpPort', 'maxRequestsInFlight', 'drainTimeoutMs', 'instanceRestarts', 'defaultTimeoutMs'] as const;
    const value = fc.option(fc.integer({ min: 100, max: 900 }), { nil: undefined });
    const sets = fc.array(fc.tuple(fc.constantFrom(...names), value, value, value), { minLength: 1 });
    fc.assert(fc.property(sets, (given) => {
      const argv: string[] = [];
      const env: Record<string, string> = {};
      const file: Record<string, number> = {};
      const expected = new Map<string, [number, string]>();
      for (const [name, flagged, variable, filed] of new Map(given.map((entry) => [entry[0], entry])).values()) {
        const { flag } = optionOf(name);
        if (flagged !== undefined) argv.push(`--${flag}`, String(flagged));
        if (variable !== undefined) env[variableOf(flag)] = String(variable);
        if (filed !== undefined) file[flag] = filed;
        if (flagged !== undefined) expected.set(name, [flagged, `--${flag}`]);
        else if (variable !== undefined) expected.set(name, [variable, variableOf(flag)]);
        else if (filed !== undefined) expected.set(name, [filed, 'sluice.yaml']);
      }
      const { options, sources } = ok({ argv, env, file: printYaml(file, () => 'c') });
      for (const name of names) {
        const [want, source] = expected.get(name) ?? [optionOf(name).fallback({ cores: 2 }), 'default'];
        expect(options[name]).toBe(want);
        expect(sources[name].startsWith(source)).toBe(true);
      }
    }));
  });

  it('are printed so that the print is a config file of the same options', () => {
    const argv = ['--memory-budget', 'cpu=3GiB,cuda:0=1000', '--model-repository', 'a b', '--model-repository', 'c:#d', '--metrics-port', 'off', '--max-request-bytes', '1025', '--model-control-mode', 'explicit', '--load-model', '*', '--strict-readiness'];
    for (const first of [ok({ argv }), ok({})]) {
      const again = ok({ file: printYaml(printableOptions(first.options), () => 'x') });
      expect(again.options).toEqual(first.options);
      expect(Object.keys(printableOptions(first.options))).toHaveLength(OPTION_NAMES.length);
    }
  });
});
