/** What a run leaves: the table for people, the file with every number and the machine's facts for later. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { MachineFacts } from './machine.js';
import type { Outcome, Scenario } from './scenario/scenario.js';
import type { Settings } from './stage.js';
import { verdictOf, type Check } from './statistics.js';
import { formatNumber, textTable } from './table.js';

export type ScenarioResult =
  | { readonly scenario: Scenario; readonly kind: 'measured'; readonly seconds: number; readonly outcome: Outcome }
  | { readonly scenario: Scenario; readonly kind: 'not measured'; readonly seconds: number; readonly fault: string };

export function resultTable(results: readonly ScenarioResult[]): string {
  const rows = results.map((result) => {
    const { name, ceiling, target } = result.scenario;
    if (result.kind === 'not measured') return [name, '-', ceiling, '-', '-', target, 'not measured'];
    const { measured, beside, checks } = result.outcome;
    return [name, measured, ceiling, beside, checks.map(checkText).join(', '), target, verdictOf(checks)];
  });
  const titles = ['scenario', 'gateway', 'ceiling', 'beside', 'reached', 'target', 'verdict'];
  return textTable(titles.map((title) => ({ title, align: 'left' })), rows);
}

export function checkText(check: Check): string {
  return `${check.name} ${formatNumber(check.value)}${check.unit === '' ? '' : ` ${check.unit}`}`;
}

export function writeResult(file: string, date: Date, machine: MachineFacts, settings: Settings, results: readonly ScenarioResult[]): void {
  const document = {
    date: date.toISOString(),
    machine,
    settings,
    scenarios: results.map((result) => {
      const { name, title, ceiling, target } = result.scenario;
      const head = { name, title, ceiling, target, seconds: Math.round(result.seconds) };
      if (result.kind === 'not measured') return { ...head, verdict: result.kind, fault: result.fault };
      return { ...head, verdict: verdictOf(result.outcome.checks), ...result.outcome };
    }),
  };
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(document, null, 1)}\n`);
}

/** `2026-11-23T2043.json`: sorts by time and needs no quoting. */
export function resultName(date: Date): string {
  return `${date.toISOString().slice(0, 16).replace(':', '')}.json`;
}
