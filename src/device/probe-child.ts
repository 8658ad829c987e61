/**
 * Entry of the probe process: opens a session on one device, runs it, compares the numbers, and prints one JSON line.
 * It lives apart from the server because a driver or library that does not fit may end the process it is loaded into;
 * this is also why ONNX Runtime is imported here beside the one place in `backend`.
 *
 *   node probe-child.js cpu|cuda INDEX
 */
import { InferenceSession, Tensor } from 'onnxruntime-node';

interface Trial {
  readonly name: 'matmul' | 'convolution';
  /** A whole ONNX model (IR 8, opset 13) in base64: see docs/gpu.md for what it computes. */
  readonly model: string;
  readonly shape: readonly number[];
  readonly input: readonly number[];
  readonly output: readonly number[];
}

const TRIALS: readonly Trial[] = [
  {
    // y = x · [[1, 2], [3, 4]] + [10, 20]; needs cuBLAS
    name: 'matmul',
    model:
      'CAgSBnNsdWljZTqFAQoRCgF4CgF3EgFwIgZNYXRNdWwKDgoBcAoBYhIBeSIDQWRkEgZtYXRtdWwqGwgCCAIQAUIBd0oQAACAPwAAAEAAAEBAAACAQCoRCAIQAUIBYkoI' +
      'AAAgQQAAoEFaEwoBeBIOCgwIARIICgIIAQoCCAJiEwoBeRIOCgwIARIICgIIAQoCCAJCAhAN',
    shape: [1, 2],
    input: [1, 1],
    output: [14, 26],
  },
  {
    // y = x * [[1, 2], [3, 4]], one window; needs cuDNN, which faults at the first run and not before
    name: 'convolution',
    model:
      'CAgSBnNsdWljZTpyCg8KAXgKAXcSAXkiBENvbnYSBGNvbnYqHwgBCAEIAggCEAFCAXdKEAAAgD8AAABAAABAQAAAgEBaGwoBeBIWChQIARIQCgIIAQoCCAEKAggCCgII' +
      'AmIbCgF5EhYKFAgBEhAKAggBCgIIAQoCCAEKAggBQgIQDQ==',
    shape: [1, 1, 2, 2],
    input: [1, 1, 1, 1],
    output: [10],
  },
];

async function attempt(trial: Trial, provider: string, deviceId: number): Promise<string | null> {
  try {
    const session = await InferenceSession.create(Buffer.from(trial.model, 'base64'), {
      executionProviders: provider === 'cuda' ? [{ name: 'cuda', deviceId }] : ['cpu'],
      intraOpNumThreads: 1,
      // Without this a provider that takes no node would pass the probe on the CPU.
      ...(provider === 'cuda' ? { extra: { session: { disable_cpu_ep_fallback: '1' } } } : {}),
    });
    const result = await session.run({ x: new Tensor('float32', Float32Array.from(trial.input), trial.shape) });
    const got = Array.from((result['y']?.data ?? []) as Float32Array);
    await session.release();
    return got.join() === trial.output.join() ? null : `computed [${got.join()}] instead of [${trial.output.join()}]`;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

const [provider = 'cpu', index = '0'] = process.argv.slice(2);
const faults: Record<string, string | null> = {};
for (const trial of TRIALS) faults[trial.name] = await attempt(trial, provider, Number(index));
process.stdout.write(`${JSON.stringify({ probe: 1, faults })}\n`);
