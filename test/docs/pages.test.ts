/** The pages that people read, against the tree and the options: a link that leads nowhere or a flag that is not there fails. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ROOMS } from '../house/table.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGES = ['README.md', 'CHANGELOG.md', 'models/README.md', 'bench/README.md', ...readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`)];

/** Flags of other tools that pages quote, and what every command has. `--htp-port` is the tour's own mistake. */
const FOREIGN = [
  // Of the traffic for the example model, of Node.js' own runner and of the judge's benchmark.
  '--rate', '--users', '--seconds', '--write', '--errors',
  '--gpus', '--rm', '--read-only', '--tmpfs', '--cap-drop', '--security-opt',
  '--from', '--dry-run', '--force', '--help', '--list', '--quick', '--seconds', '--htp-port', '--config', '--no-', '--entry',
];

const text = (page: string): string => readFileSync(join(ROOT, page), 'utf8');
const prose = (page: string): string => text(page).replace(/^```[\s\S]*?^```/gm, '');

/** As GitHub makes them. */
function anchors(page: string): Set<string> {
  const titles = [...prose(page).matchAll(/^#+ (.+)$/gm)].map((match) => match[1]!);
  return new Set(titles.map((title) => title.trim().toLowerCase().replace(/[^\p{L}\p{N}\- _]/gu, '').replaceAll(' ', '-')));
}

const flags = new Set(['docs/configuration.md', 'docs/cli.md'].flatMap((page) => [...text(page).matchAll(/^\| `(--[a-z-]+)/gm)].map((match) => match[1]!)));

describe.each(PAGES)('%s', (page) => {
  test('links lead somewhere', () => {
    const links = [...prose(page).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]!).filter((link) => !/^[a-z]+:/.test(link));
    const lost = links.filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? page : join(dirname(page), path);
      if (!existsSync(join(ROOT, target))) return true;
      return anchor !== undefined && !anchors(target).has(anchor);
    });
    expect(lost).toEqual([]);
  });

  test('flags exist', () => {
    expect(flags.size).toBeGreaterThan(20);
    const named = [...text(page).matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map((match) => match[0]);
    expect(named.filter((flag) => !flags.has(flag) && !FOREIGN.includes(flag))).toEqual([]);
  });
});

test('the drawing of the house has every room, and none that is gone', () => {
  const page = text('docs/architecture.md');
  const table = page.slice(page.indexOf('| room |'), page.indexOf('Above all rooms'));
  const rooms = [...table.matchAll(/^\| ((?:`\w+`(?:, )?)+) \|/gm)].flatMap((row) => [...row[1]!.matchAll(/`(\w+)`/g)].map((room) => room[1]!));
  expect(rooms.sort()).toEqual(Object.keys(ROOMS).sort());
});
