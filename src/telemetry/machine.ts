/** The machine's CPU and memory, for the `nv_cpu_*` series. Utilization is what passed between two readings. */
import { cpus, freemem, totalmem, type CpuInfo } from 'node:os';
import type { MachineSnapshot } from './snapshot.js';

/** Readings closer together than this repeat the last utilization: the kernel counts in steps of 10 ms. */
const TICKS_MIN_MS = 200;

export interface Machine {
  cpus(): readonly Pick<CpuInfo, 'times'>[];
  totalmem(): number;
  freemem(): number;
}

function ticks(machine: Machine): { busy: number; all: number } {
  let busy = 0;
  let all = 0;
  for (const { times } of machine.cpus()) {
    const working = times.user + times.nice + times.sys + times.irq;
    busy += working;
    all += working + times.idle;
  }
  return { busy, all };
}

export class MachineMeter {
  private last;
  private utilization = 0;

  constructor(private readonly machine: Machine = { cpus, totalmem, freemem }) {
    this.last = ticks(machine);
  }

  read(): MachineSnapshot {
    const now = ticks(this.machine);
    const all = now.all - this.last.all;
    if (all >= TICKS_MIN_MS) {
      this.utilization = Math.min(1, Math.max(0, (now.busy - this.last.busy) / all));
      this.last = now;
    }
    const memoryTotalBytes = this.machine.totalmem();
    return { cpuUtilization: this.utilization, memoryTotalBytes, memoryUsedBytes: memoryTotalBytes - this.machine.freemem() };
  }
}
