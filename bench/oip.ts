/** The few protocol calls that the runner itself makes, at a low rate: metadata, one probe, statistics, readiness. */
import { BenchFault } from './fault.js';
import type { HttpPayload, RowInput } from './payload.js';

interface TensorInfo {
  readonly name: string;
  readonly datatype: string;
  readonly shape: readonly number[];
}

const CALL_MS_MAX = 30_000;

async function call(url: string, init: RequestInit = {}): Promise<Response> {
  return fetch(url, { ...init, signal: AbortSignal.timeout(CALL_MS_MAX) });
}

/** One row of the model's only input, from its metadata: unknown dims beyond the batch are 1. */
export async function rowInput(baseUrl: string, model: string): Promise<RowInput> {
  const response = await call(`${baseUrl}/v2/models/${model}`);
  if (response.status !== 200) throw new BenchFault(`metadata of "${model}" answers ${response.status}: ${await response.text()}`);
  const metadata = (await response.json()) as { inputs: readonly TensorInfo[] };
  const [input, ...more] = metadata.inputs;
  if (input === undefined || more.length > 0) throw new BenchFault(`"${model}" must have exactly one input`);
  if (input.datatype !== 'FP32') throw new BenchFault(`the input of "${model}" must be FP32, it is ${input.datatype}`);
  return { model, input: input.name, shape: input.shape.map((dim) => (dim < 0 ? 1 : dim)) };
}

export interface Answer {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

/** Headers that a ceiling repeats; the rest (date, length, keep-alive) is the engine's own. */
const REPEATED = ['content-type', 'inference-header-content-length'];

/** Sends the payload once and insists on 200, before any load: a benchmark of errors is fast and worthless. */
export async function probe(baseUrl: string, payload: HttpPayload): Promise<Answer> {
  const response = await call(`${baseUrl}${payload.path}`, { method: 'POST', headers: payload.headers, body: payload.body });
  const body = new Uint8Array(await response.arrayBuffer());
  if (response.status !== 200) {
    throw new BenchFault(`${payload.path} answers ${response.status}: ${Buffer.from(body).toString('utf8').slice(0, 300)}`);
  }
  const headers: Record<string, string> = {};
  for (const name of REPEATED) {
    const value = response.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  return { body, headers };
}

export interface RunCounts {
  readonly inferences: number;
  readonly executions: number;
}

/** Sums over the versions that the statistics list. */
export async function runCounts(baseUrl: string, model: string): Promise<RunCounts> {
  const response = await call(`${baseUrl}/v2/models/${model}/stats`);
  if (response.status !== 200) throw new BenchFault(`statistics of "${model}" answer ${response.status}`);
  const { model_stats: rows } = (await response.json()) as {
    model_stats: readonly { readonly inference_count: number; readonly execution_count: number }[];
  };
  return {
    inferences: rows.reduce((sum, row) => sum + Number(row.inference_count), 0),
    executions: rows.reduce((sum, row) => sum + Number(row.execution_count), 0),
  };
}

export function meanBatch(before: RunCounts, after: RunCounts): number {
  const executions = after.executions - before.executions;
  return executions > 0 ? (after.inferences - before.inferences) / executions : NaN;
}

export async function versionReady(baseUrl: string, model: string, version: number): Promise<boolean> {
  const response = await call(`${baseUrl}/v2/models/${model}/versions/${version}/ready`);
  await response.arrayBuffer();
  return response.status === 200;
}

/** Whether the gateway knows of the version, loaded or not, and its files are whole. */
export async function isListed(baseUrl: string, model: string, version: number): Promise<boolean> {
  const response = await call(`${baseUrl}/v2/repository/index`, { method: 'POST' });
  const rows = (await response.json()) as readonly { readonly name: string; readonly version?: string; readonly reason?: string }[];
  return rows.some((row) => row.name === model && row.version === String(version) && row.reason?.includes('copied') !== true);
}

/** As much of a rollout's view as scenarios read. */
export interface RolloutState {
  readonly rollout: { readonly phase: string; readonly evidence: { readonly mirror?: { readonly candidate: { readonly pairs: number } } } } | null;
}

export async function rolloutView(baseUrl: string, model: string): Promise<RolloutState> {
  const response = await call(`${baseUrl}/v2/models/${model}/rollout`);
  if (response.status !== 200) throw new BenchFault(`the rollout of "${model}" answers ${response.status}: ${await response.text()}`);
  return (await response.json()) as RolloutState;
}

/** @param verb '' begins one, `/abort` and the like change the one that is on */
export async function rollout(baseUrl: string, model: string, verb: string, body: object): Promise<void> {
  const response = await call(`${baseUrl}/v2/models/${model}/rollout${verb}`, { method: 'POST', body: JSON.stringify(body) });
  if (!response.ok) throw new BenchFault(`rollout${verb} of "${model}" answers ${response.status}: ${await response.text()}`);
}
