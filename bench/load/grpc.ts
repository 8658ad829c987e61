/**
 * Unary gRPC load through grpc-js's client, with the message made beforehand and identity codecs, closed (a fixed
 * number in flight) or as lanes of the open loop. One channel: the number in flight is streams of one connection.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Client, credentials, status as codes } from '@grpc/grpc-js';
import { systemClock } from '../../src/base/clock.js';
import { SETTLE_MS_MAX } from './closed.js';
import type { LoadJob, LoadReport } from './job.js';
import type { OpenLanes } from './open.js';
import { Tally } from './tally.js';

const METHOD = '/inference.GRPCInferenceService/ModelInfer';
const CONNECT_MS_MAX = 5000;

const identity = (bytes: Buffer): Buffer => bytes;

/** Calls back with the name of the status code. */
function unary(client: Client, message: Buffer, done: (status: string) => void): void {
  client.makeUnaryRequest(METHOD, identity, identity, message, (error) => {
    done(error === null ? 'OK' : (codes[error.code] ?? 'UNKNOWN'));
  });
}

async function connect(port: number): Promise<Client> {
  const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure(), {
    'grpc.max_receive_message_length': -1,
    'grpc.enable_channelz': 0,
  });
  await new Promise<void>((resolve, reject) => {
    client.waitForReady(Date.now() + CONNECT_MS_MAX, (error) => (error ? reject(error) : resolve()));
  });
  return client;
}

export function grpcLanes(job: Extract<LoadJob, { kind: 'grpc-open' }>): OpenLanes {
  return async (answered) => {
    const client = await connect(job.port);
    const message = Buffer.from(job.message);
    let inFlight = 0;
    return {
      send: (fromUs) => {
        if (inFlight >= job.inFlight) return false;
        inFlight += 1;
        unary(client, message, (status) => {
          inFlight -= 1;
          answered(status, fromUs);
        });
        return true;
      },
      close: () => client.close(),
    };
  };
}

export async function grpcClosed(job: Extract<LoadJob, { kind: 'grpc-closed' }>): Promise<LoadReport> {
  const client = await connect(job.port);
  const message = Buffer.from(job.message);
  const tally = new Tally();
  let phase: 'warm' | 'counted' | 'ending' = 'warm';
  let inFlight = 0;
  let wake: () => void = () => undefined;
  const next = (): void => {
    if (phase === 'ending' || (phase === 'counted' && tally.sent >= job.requestsMax)) {
      if (inFlight === 0) wake();
      return;
    }
    const fromUs = systemClock.nowUs();
    tally.sent += 1;
    inFlight += 1;
    unary(client, message, (status) => {
      inFlight -= 1;
      if (phase !== 'ending') tally.answer(status, fromUs, systemClock.nowUs());
      next();
    });
  };
  const until = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  for (let index = 0; index < job.inFlight; index += 1) next();
  if (job.warmSeconds > 0) await pause(job.warmSeconds * 1000);
  phase = 'counted';
  tally.begin(systemClock.nowUs());
  await until(job.seconds * 1000);
  const report = tally.report(systemClock.nowUs());
  phase = 'ending';
  if (inFlight > 0) await until(SETTLE_MS_MAX);
  client.close();
  if (inFlight === 0) return report;
  return { ...report, failed: report.failed + inFlight, statuses: { ...report.statuses, unanswered: inFlight } };
}
