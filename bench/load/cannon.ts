/**
 * The closed loop by autocannon: the tool everybody knows, as a second opinion on our own driver. It takes two to
 * three times the CPU a request, so on few cores it is the generator that is measured; ratios come from closed.ts.
 */
import autocannon from 'autocannon';
import { Histogram } from '../histogram.js';
import type { LoadJob, LoadReport } from './job.js';
import { answerKind } from './tally.js';

export async function cannonLoop(job: Extract<LoadJob, { kind: 'autocannon' }>): Promise<LoadReport> {
  const options = {
    url: `http://127.0.0.1:${job.port}${job.path}`,
    method: 'POST' as const,
    headers: { ...job.headers },
    body: Buffer.from(job.body),
    connections: job.connections,
    pipelining: 1,
  };
  if (job.warmSeconds > 0) await autocannon({ ...options, duration: job.warmSeconds });
  const latency = new Histogram();
  const refusal = new Histogram();
  const statuses = new Map<string, number>();
  const counts = { ok: 0, refused: 0, failed: 0 };
  const cpuAtStart = process.cpuUsage();
  const result = await new Promise<autocannon.Result>((resolve, reject) => {
    const instance = autocannon({ ...options, duration: job.seconds }, (error: unknown, done: autocannon.Result) =>
      error instanceof Error ? reject(error) : resolve(done),
    );
    instance.on('response', (_client, statusCode, _bytes, responseMs) => {
      const status = String(statusCode);
      const kind = answerKind(status);
      counts[kind] += 1;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (kind === 'ok') latency.record(responseMs * 1000);
      else if (kind === 'refused') refusal.record(responseMs * 1000);
    });
  });
  const cpu = process.cpuUsage(cpuAtStart);
  if (result.errors > 0) statuses.set('broken', result.errors);
  return {
    seconds: result.duration,
    sent: result.requests.sent,
    ok: counts.ok,
    refused: counts.refused,
    failed: counts.failed + result.errors,
    statuses: Object.fromEntries(statuses),
    rate: counts.ok / result.duration,
    latency: latency.snapshot(),
    refusal: refusal.snapshot(),
    lag: new Histogram().snapshot(),
    generatorCores: (cpu.user + cpu.system) / 1e6 / result.duration,
  };
}
