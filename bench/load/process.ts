/** Entry of a load generator's process: one job after the other, by kind. */
import { serveJobs } from '../child.js';
import { cannonLoop } from './cannon.js';
import { closedLoop } from './closed.js';
import { grpcClosed, grpcLanes } from './grpc.js';
import type { LoadJob, LoadReport } from './job.js';
import { httpLanes } from './lanes.js';
import { openLoop } from './open.js';

export function runLoad(job: LoadJob): Promise<LoadReport> {
  switch (job.kind) {
    case 'http-closed':
      return closedLoop(job);
    case 'autocannon':
      return cannonLoop(job);
    case 'http-open':
      return openLoop(job, httpLanes(job));
    case 'grpc-closed':
      return grpcClosed(job);
    case 'grpc-open':
      return openLoop(job, grpcLanes(job));
  }
}

serveJobs(runLoad);
