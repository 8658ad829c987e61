/** What a caller is told of a run that ended badly. Causes stay in the server's log: they may hold paths and data. */
import { ServingError, type Reason } from '../base/error.js';
import type { Target } from './port.js';

export function faultOf(reason: Reason, target: Target): ServingError {
  const where = `model '${target.model}' version ${target.version}`;
  switch (reason) {
    case 'instance_failed':
      return diedFault(target);
    case 'queue_timeout':
      return new ServingError(reason, 'Request timeout expired');
    default:
      return new ServingError(reason, `inference failed for ${where} (${reason}); the server's log has the cause`);
  }
}

export function diedFault(target: Target): ServingError {
  return new ServingError('instance_failed', `the instance of model '${target.model}' version ${target.version} that held the request died; send it again`);
}
