/** A native run that never returns: nothing can call it off, so a stop ends the process by its signal, within its bound. */
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/folder.js';
import { startGateway } from '../support/gateway.js';
import { buildRepository } from '../support/models.js';
import { until } from '../support/until.js';

it('a run that never returns ends the process with the signal, and the log says why', async () => {
  const repository = temporaryFolder();
  buildRepository(repository, ['spin']);
  const gateway = await startGateway(repository, '--drain-grace-ms', '50', '--drain-timeout-ms', '100', '--hang-timeout-ms', '250');
  // Days of work for one run.
  const endless = gateway.http.infer('spin', { inputs: [{ name: 'rounds', datatype: 'INT64', shape: [1, 1], data: [1e12] }] }).then(() => 'answered', () => 'cut off');
  await until('a run', async () => {
    const page = await gateway.metrics();
    return page.value('sluice_requests_in_flight', { model: 'spin' }) === 1 && page.value('sluice_queue_depth', { model: 'spin' }) === 0;
  });
  expect(await gateway.stop()).toBe('SIGTERM');
  expect(await endless).toBe('cut off');
  const line = gateway.log.find((fields) => String(fields['msg']).includes('does not return'));
  expect([line?.['level'], line?.['boundMs']]).toEqual(['error', 500]);
  expect(gateway.log.some((fields) => fields['msg'] === 'stopped')).toBe(false);
});
