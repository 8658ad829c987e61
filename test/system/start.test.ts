/** A start that cannot succeed: exit code 1 at once, one line that names what is in the way, and nothing left behind. */
import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/folder.js';
import { spawnGateway, startGateway, type GatewayProcess } from '../support/gateway.js';
import { later } from '../support/later.js';

async function takenPort(): Promise<number> {
  const server = createServer();
  later(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

function start(flags: readonly string[], stateDir = temporaryFolder()): GatewayProcess {
  const free = ['--http-port', '0', '--grpc-port', '0', '--metrics-port', '0'];
  return spawnGateway(['serve', '--host', '127.0.0.1', '--device', 'cpu', '--model-repository', temporaryFolder(), '--state-dir', stateDir, ...free, ...flags]);
}

describe('a start', () => {
  it.each([
    ['--http-port', []],
    ['--http-port', ['--http-driver', 'node']],
    ['--grpc-port', []],
    ['--grpc-port', ['--front-ends', '0']],
    ['--metrics-port', []],
  ] as const)('on a %s that another process has ends with 1 and names the port %j', async (flag, more) => {
    const port = await takenPort();
    const gateway = start([flag, String(port), ...more]);
    expect(await gateway.ended).toBe(1);
    expect(gateway.errors.filter((line) => line.startsWith('sluice:'))).toEqual([expect.stringContaining(`cannot listen`)]);
    expect(gateway.errors.join('\n')).toContain(`127.0.0.1:${port}`);
    expect(gateway.log.filter((line) => line['level'] === 'error').map((line) => line['msg'])).toEqual(['the server stops for a fault']);
  });

  it('beside a gateway with the same state folder ends with 1 and names the folder and the process', async () => {
    const repository = temporaryFolder();
    const first = await startGateway(repository);
    const second = start([], `${repository}-state`);
    expect(await second.ended).toBe(1);
    expect(second.errors.join('\n')).toMatch(new RegExp(`${repository}-state.*in use by process ${first.pid}`));
    expect((await first.http.call('/v2/health/ready')).status).toBe(200);
    expect(await first.stop()).toBe(0);
  });
});
