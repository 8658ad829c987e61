/** Lanes of the open loop over HTTP: a pool of keep-alive connections, all open before the first arrival. */
import { BenchFault } from '../fault.js';
import { Connection } from './connection.js';
import type { LoadJob } from './job.js';
import type { Lanes, OpenLanes } from './open.js';

type OpenJob = Extract<LoadJob, { kind: 'http-open' }>;

/** Connections opened again in one run. */
const REOPENS_MAX = 10_000;

export function httpLanes(job: OpenJob): OpenLanes {
  return async (answered) => {
    const idle: Connection[] = [];
    const all: Connection[] = [];
    let reopens = 0;
    const reopen = (connection: Connection): void => {
      reopens += 1;
      if (reopens < REOPENS_MAX) connection.reopen();
    };
    await new Promise<void>((resolve, reject) => {
      for (let index = 0; index < job.connections; index += 1) {
        all.push(
          new Connection(job.port, {
            opened: (connection) => {
              if (idle.push(connection) === job.connections) resolve();
            },
            answered: (connection, status) => {
              if (connection.broken) reopen(connection);
              else idle.push(connection);
              answered(status, connection.fromUs);
            },
            lost: (connection, cause) => {
              const place = idle.indexOf(connection);
              if (place >= 0) idle.splice(place, 1);
              reject(new BenchFault(`cannot open ${job.connections} connections to port ${job.port}: ${cause}`));
              reopen(connection);
            },
          }),
        );
      }
    });
    return {
      send: (fromUs) => {
        // In turn: a connection that lay idle for ten seconds is closed by the server, and would be counted as broken.
        const connection = idle.shift();
        if (connection === undefined) return false;
        connection.fromUs = fromUs;
        connection.send(job.request);
        return true;
      },
      close: () => all.forEach((connection) => connection.close()),
    } satisfies Lanes;
  };
}
